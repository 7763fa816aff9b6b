// What resolving a candidate can look at: the report so far.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "read/refer/candidate.h"
#include "read/refer/drafts.h"
#include "read/refer/words.h"

namespace sayso {

struct ReferContext {
  const ReferWords& words;
  const Analysis& analysis;
  const std::vector<Candidate>& candidates;
  Drafts drafts;
  // The draft of each candidate before the current one; kNone where nothing was found.
  std::vector<DraftId> resolved = {};
  // Whom each label was last used of: "the terrorists" are then theirs.
  struct Labelled {
    WordKey label = 0;
    DraftId draft = kNone;
  };
  std::vector<Labelled> labelled = {};
  std::uint32_t last_alias = kNone;  // the latest candidate that a report's own words made an alias

  const Token& token(TokenIndex i) const { return analysis.tokens[i]; }
  std::uint32_t sentence_of(std::uint32_t candidate) const {
    return token(candidates[candidate].head).sentence;
  }
  // How many sentences before `candidate` the draft was last spoken of.
  std::uint32_t distance(DraftId id, std::uint32_t candidate) const {
    return sentence_of(candidate) - sentence_of(drafts[id].latest);
  }
  DraftId draft_of(std::uint32_t candidate) const {
    if (candidate == kNone || candidate >= resolved.size()) return kNone;
    return resolved[candidate] == kNone ? kNone : drafts.find(resolved[candidate]);
  }
  // The longest phrase before candidate `before` that ends where token `end` begins.
  std::uint32_t ending_at(TokenIndex end, std::uint32_t before) const {
    for (std::uint32_t k = before; k-- > 0 && before - k <= 6;) {
      if (candidates[k].phrase.last == end || candidates[k].tokens.last == end) return k;
    }
    return kNone;
  }
  // The name among them: "the Ora" in "a base of the Ora".
  std::uint32_t name_ending_at(TokenIndex end, std::uint32_t before) const {
    for (std::uint32_t k = before; k-- > 0 && before - k <= 6;) {
      if (candidates[k].tokens.last == end && candidates[k].kind == MentionKind::name) return k;
    }
    return kNone;
  }
};

// Each finds (or makes) the draft that candidate `c` speaks of. A pronoun may have none.
DraftId resolve_name(ReferContext& context, std::uint32_t c);
DraftId resolve_nominal(ReferContext& context, std::uint32_t c);
DraftId resolve_pronoun(const ReferContext& context, std::uint32_t c);

// The earlier candidate that the report itself says is the same, or kNone:
// "the Front for Example (FFE)", "X, also known as Y".
std::uint32_t find_alias(ReferContext& context, std::uint32_t c);
// "Kaltrina Doda, the minister of interior,"; "the minister, Kaltrina Doda,"; "Doda is the mayor".
std::uint32_t find_apposition(const ReferContext& context, std::uint32_t c);

// Ties the documents and spokesmen among the candidates of one sentence to those they speak for.
struct Makers {
  DraftId sayer = kNone, reporter = kNone;  // who last said, who last reported something
  std::uint32_t said_in = 0, reported_in = 0;
};
void link_documents(ReferContext& context, std::uint32_t first, std::uint32_t last, Makers& makers);

}  // namespace sayso
