#include "read/refer/refer.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "read/refer/context.h"
#include "read/refer/entity_name.h"
#include "read/refer/find_candidates.h"
#include "read/refer/words.h"

namespace sayso {
namespace {
DraftId resolve(ReferContext& context, std::uint32_t c) {
  switch (context.candidates[c].kind) {
    case MentionKind::name: return resolve_name(context, c);
    case MentionKind::nominal: return resolve_nominal(context, c);
    case MentionKind::pronoun: return resolve_pronoun(context, c);
  }
  return kNone;
}

void resolve_all(ReferContext& context) {
  const auto size = static_cast<std::uint32_t>(context.candidates.size());
  context.resolved.reserve(size);
  Makers makers;
  std::uint32_t sentence_first = 0;
  for (std::uint32_t c = 0; c < size; ++c) {
    if (context.sentence_of(c) != context.sentence_of(sentence_first)) {
      link_documents(context, sentence_first, c, makers);
      sentence_first = c;
    }
    const DraftId id = resolve(context, c);
    context.resolved.push_back(id);
    if (id == kNone) continue;
    context.drafts[id].latest = c;
    ++context.drafts[id].mentions;
  }
  if (size > 0) link_documents(context, sentence_first, size, makers);
}

// Drafts -> entities, in the order of their first mentions.
class Finisher {
 public:
  Finisher(const ReferContext& context, const Report& report, Analysis& analysis)
      : context_(context),
        report_(report),
        analysis_(analysis),
        entity_of_(context.drafts.size(), kNone) {}

  void finish() {
    add_mentions();
    analysis_.entities.reserve(context_.drafts.size());
    drafts_.reserve(context_.drafts.size());
    for (MentionIndex m = 0; m < analysis_.mentions.size(); ++m) {
      Mention& mention = analysis_.mentions[m];
      const DraftId id = mention.entity;
      if (entity_of_[id] == kNone) {
        entity_of_[id] = static_cast<EntityIndex>(drafts_.size());
        drafts_.push_back(id);
        analysis_.entities.emplace_back();
      }
      mention.entity = entity_of_[id];
      analysis_.entities[mention.entity].mentions.push_back(m);
    }
    for (EntityIndex e = 0; e < drafts_.size(); ++e) fill(drafts_[e], analysis_.entities[e]);
  }

 private:
  // For now a mention's entity is its draft.
  void add_mentions() {
    analysis_.mentions.reserve(context_.candidates.size());
    for (std::uint32_t k = 0; k < context_.candidates.size(); ++k) {
      const DraftId id = context_.draft_of(k);
      if (id == kNone) continue;
      const Candidate& c = context_.candidates[k];
      analysis_.mentions.push_back(
          {analysis_.span_of(c.tokens), c.tokens, c.head, c.kind, context_.drafts.find(id)});
    }
    sort_mentions();
  }

  // By insertion: a mention is out of place only among those of its own phrase, which are few.
  void sort_mentions() {
    const auto before = [](const Mention& a, const Mention& b) {
      return a.tokens.first != b.tokens.first ? a.tokens.first < b.tokens.first
                                              : a.tokens.last > b.tokens.last;
    };
    std::vector<Mention>& mentions = analysis_.mentions;
    for (std::size_t i = 1; i < mentions.size(); ++i) {
      const Mention mention = mentions[i];
      std::size_t k = i;
      for (; k > 0 && before(mention, mentions[k - 1]); --k) mentions[k] = mentions[k - 1];
      mentions[k] = mention;
    }
  }

  std::optional<EntityIndex> entity(DraftId id) const {
    if (id == kNone) return std::nullopt;
    const EntityIndex found = entity_of_[context_.drafts.find(id)];
    return found == kNone ? std::nullopt : std::optional(found);
  }

  void fill(DraftId id, Entity& entity) const {
    const EntityDraft& draft = context_.drafts[id];
    entity.type = draft.type;
    entity.name = entity_name(context_, report_, id);
    entity.speaks_for = this->entity(draft.speaks_for);
    entity.belongs_to = this->entity(draft.belongs_to);
    entity.origin.made_by = draft.made_by;
  }

  const ReferContext& context_;
  const Report& report_;
  Analysis& analysis_;
  std::vector<EntityIndex> entity_of_;  // of each draft
  std::vector<DraftId> drafts_ = {};    // of each entity
};
}  // namespace

void find_entities(const Report& report, const ReferLexicon& lexicon, Analysis& analysis) {
  const ReferWords words(analysis, lexicon);
  const std::vector<Candidate> candidates = find_candidates(words);
  ReferContext context{words, analysis, candidates, Drafts(analysis, candidates.size())};
  resolve_all(context);
  Finisher(context, report, analysis).finish();
}

}  // namespace sayso
