#include "attribute/make_attribution.h"

#include <utility>

#include "attribute/weights.h"

namespace sayso {
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

QuotationKind kind_of(const Context& context, std::span<const TokenRange> content) {
  std::uint32_t words = 0;
  std::uint32_t quoted = 0;
  for (const TokenRange range : content) {
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
}  // namespace

std::vector<Span> content_spans(const Context& context, std::span<const TokenRange> content) {
  std::vector<Span> spans;
  TokenIndex end = 0;
  for (const TokenRange range : content) {
    if (range.empty()) continue;
    const Span span = context.analysis().span_of(range);
    bool joined = !spans.empty();
    for (TokenIndex i = end; i < range.first && joined; ++i) {
      joined = context.token(i).shape == WordShape::punctuation;
    }
    if (joined) {
      spans.back() = join(spans.back(), span);
    } else {
      spans.push_back(span);
    }
    end = range.last;
  }
  return spans;
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
  const auto content = content_of(h);
  a.content = content_spans(context, content);
  a.kind = kind_of(context, content);
  a.act = h.frame.cue.row.act;
  a.origin = {.made_by = rule_name(h), .confidence = probability(h.score)};
  return a;
}

Attribution make_attribution(const Context& context, const Saying& saying, Act act) {
  const Analysis& analysis = context.analysis();
  Attribution a;
  for (const TokenRange range : saying.source) a.source.push_back(analysis.span_of(range));
  if (!saying.source.empty()) {
    if (const auto entity = entity_of(analysis, saying.source.front())) {
      a.source_entity = who_speaks(analysis, *entity);
    }
  }
  a.cue.push_back(analysis.span_of(saying.cue));
  a.content = content_spans(context, saying.content);
  a.kind = kind_of(context, saying.content);
  a.act = act;
  a.origin = {.made_by = "attribute.model", .confidence = saying.confidence};
  return a;
}

}  // namespace sayso
