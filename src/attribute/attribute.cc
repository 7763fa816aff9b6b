#include "attribute/attribute.h"

#include <algorithm>
#include <utility>

#include "attribute/context.h"
#include "attribute/cue.h"
#include "attribute/cue_lexicon.h"
#include "attribute/hypothesis.h"
#include "attribute/judgement.h"
#include "attribute/select.h"
#include "attribute/weights.h"
#include "core/resource.h"

namespace sayso {

struct Cues::Parts {
  CueLexicon lexicon;
  Weights weights;
};

Cues::Cues(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Cues::~Cues() = default;
Cues::Cues(Cues&&) noexcept = default;
Cues& Cues::operator=(Cues&&) noexcept = default;

Result<Cues> Cues::load() {
  const auto weights = Weights::load(resource("models/attribution.bin"));
  if (!weights) return weights.error();
  return Cues(std::make_unique<const Parts>(
      Parts{.lexicon = CueLexicon(resource("lexicons/cues.tsv")), .weights = *weights}));
}

namespace {
// The entity itself, or the one it speaks for, or the one that speaks for in turn.
EntityIndex who_speaks(const Analysis& analysis, EntityIndex entity) {
  constexpr int kMaxSteps = 4;  // "the spokesman" of "the statement" of a ministry: more is a loop
  for (int step = 0; step < kMaxSteps; ++step) {
    const auto next = analysis.entities[entity].speaks_for;
    if (!next) break;
    entity = *next;
  }
  return entity;
}

QuotationKind kind_of(const Context& context, const Hypothesis& h) {
  std::uint32_t words = 0;
  std::uint32_t quoted = 0;
  for (const TokenRange range : content_of(h)) {
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (context.token(i).shape == WordShape::punctuation) continue;
      ++words;
      quoted += context.in_quotation(i) ? 1U : 0U;
    }
  }
  if (words > 0 && quoted * 20 >= words * 19) return QuotationKind::direct;
  return quoted * 20 <= words ? QuotationKind::indirect : QuotationKind::mixed;
}

const char* rule_name(const Hypothesis& h) {
  switch (h.frame.cue.row.kind) {
    case CueKind::verb: return "attribute.verb";
    case CueKind::noun: return "attribute.noun";
    case CueKind::adjective: return "attribute.adjective";
    case CueKind::adverb: return "attribute.adverb";
    case CueKind::preposition: return "attribute.preposition";
    default: return "attribute.colon";
  }
}

Attribution make_attribution(const Context& context, const Hypothesis& h) {
  const Analysis& analysis = context.analysis();
  Attribution a;
  if (!h.frame.source.empty()) {
    a.source.push_back(analysis.span_of(h.frame.source));
    if (const Mention* mention = context.mention(h.frame.option.head)) {
      a.source_entity = who_speaks(analysis, mention->entity);
    }
  }
  if (!h.lead.empty()) a.cue.push_back(analysis.span_of(h.lead));
  a.cue.push_back(analysis.span_of(h.frame.cue.tokens));
  a.content = content_spans(context, h);
  a.kind = kind_of(context, h);
  a.act = h.frame.cue.row.act;
  a.origin = {.made_by = rule_name(h), .confidence = probability(h.score)};
  return a;
}
}  // namespace

std::vector<Attribution> find_attributions(const Report& report, const Analysis& analysis,
                                           const Cues& cues) {
  const Context context(report, analysis);
  const auto hypotheses = find_hypotheses(context, cues.parts().lexicon, cues.parts().weights);
  std::vector<Attribution> attributions;
  for (const Selection& selection : select(context, hypotheses)) {
    Attribution& a =
        attributions.emplace_back(make_attribution(context, hypotheses[selection.hypothesis]));
    a.within = selection.within;
  }
  return attributions;
}

}  // namespace sayso
