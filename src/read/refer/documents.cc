// Whom documents and spokesmen speak for: "the statement" for the ministry that issued it.
#include <algorithm>

#include "read/refer/clause.h"
#include "read/refer/context.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::uint32_t kNear = 40;  // candidates around a document among which its maker is sought
constexpr std::uint32_t kMemory = 4;  // sentences in which "the reports" may go back to a reporter

class Linker {
 public:
  Linker(ReferContext& context, std::uint32_t first, std::uint32_t last, Makers& makers)
      : context_(context), first_(first), last_(last), makers_(makers) {}

  void link() {
    for (std::uint32_t k = first_; k < last_; ++k) {
      near_first_ = k - first_ > kNear ? k - kNear : first_;
      near_last_ = std::min(last_, k + kNear);
      const HeadWord* kind = candidate(k).description.kind;
      const DraftId id = context_.draft_of(k);
      if (kind == nullptr || id == kNone || context_.drafts[id].speaks_for != kNone) continue;
      if (kind->says && context_.drafts[id].type == EntityType::document) {
        set(id, maker_of(k));
      } else if (kind->speaks) {
        set(id, employer_of(k));
      }
    }
    for (std::uint32_t k = first_; k < last_; ++k) remember(k);
  }

 private:
  const Candidate& candidate(std::uint32_t k) const { return context_.candidates[k]; }
  WordKey lemma_of(std::uint32_t verb) const {
    return context_.token(context_.analysis.verb_groups[verb].head).lemma_key;
  }

  bool can_speak(DraftId id) const {
    if (id == kNone) return false;
    const EntityType type = context_.drafts[id].type;
    return type == EntityType::person || type == EntityType::organization ||
           type == EntityType::group || context_.drafts[id].country != 0;
  }

  void set(DraftId document, DraftId maker) {
    if (!can_speak(maker) || maker == context_.drafts.find(document)) return;
    context_.drafts[document].speaks_for = maker;
  }

  DraftId maker_of(std::uint32_t k) const {
    const Candidate& c = candidate(k);
    if (const DraftId owner = whose(c); can_speak(owner)) return owner;
    if (const DraftId id = issuer(c); can_speak(id)) return id;
    if (const DraftId id = agent_of_passive(c); can_speak(id)) return id;
    if (const DraftId id = said_in(c); can_speak(id)) return id;
    return is_new(k) && c.definiteness == Definiteness::definite ? remembered(c, k) : kNone;
  }

  // "the ministry's statement", "a statement by the ministry", "a police report".
  DraftId whose(const Candidate& c) const {
    if (const DraftId owner = context_.draft_of(c.description.owner); owner != kNone) return owner;
    return named_by_a_word(c);
  }

  // "police" in "a police report", "ministry" in "a ministry spokesman".
  DraftId named_by_a_word(const Candidate& c) const {
    DraftId best = kNone;
    for (const WordKey word : c.description.modifiers()) {
      context_.drafts.each_described(word, [&](const DescribedAs& known) {
        const DraftId id = context_.drafts.find(known.draft);
        if (context_.drafts[id].type != EntityType::organization) return;
        if (best == kNone || context_.drafts[id].latest > context_.drafts[best].latest) best = id;
      });
    }
    return best;
  }

  DraftId employer_of(std::uint32_t k) const {
    const DraftId owner = whose(candidate(k));
    return owner != kNone && context_.drafts[owner].type != EntityType::person ? owner : kNone;
  }

  // The subject of `verb`; of a participle or infinitive, the nearest subject before it.
  DraftId subject_of(std::uint32_t verb) const {
    const TokenIndex at = context_.analysis.verb_groups[verb].tokens.first;
    const bool finite = context_.analysis.verb_groups[verb].finite;
    DraftId found = kNone;
    for (std::uint32_t k = near_first_; k < near_last_; ++k) {
      if (candidate(k).verb == verb) return context_.draft_of(k);
      if (!finite && candidate(k).verb != kNone && candidate(k).tokens.first < at) {
        found = context_.draft_of(k);
      }
    }
    return found;
  }

  // "the ministry issued a statement".
  DraftId issuer(const Candidate& c) const {
    const std::uint32_t verb = context_.words.verb_before(c.phrase.first);
    if (verb == kNone || context_.analysis.verb_groups[verb].passive) return kNone;
    return is_issuing_verb(lemma_of(verb)) ? subject_of(verb) : kNone;
  }

  // "a statement was issued by the ministry", "a statement issued by the ministry".
  DraftId agent_of_passive(const Candidate& c) const {
    std::uint32_t verb = c.verb;
    if (verb == kNone) verb = context_.words.verb_at(c.phrase.last);
    if (verb == kNone || !is_issuing_verb(lemma_of(verb))) return kNone;
    const TokenIndex by = context_.analysis.verb_groups[verb].tokens.last;
    if (by >= context_.analysis.tokens.size() || context_.token(by).key != "by"_word) return kNone;
    for (std::uint32_t k = near_first_; k < near_last_; ++k) {
      if (candidate(k).phrase.first == by + 1) return context_.draft_of(k);
    }
    return kNone;
  }

  // "the ministry said in a statement", "in a statement, the ministry said".
  DraftId said_in(const Candidate& c) const {
    if (c.phrase.first == 0) return kNone;
    const WordKey word = context_.token(c.phrase.first - 1).key;
    if (word != "in"_word && word != "via"_word && word != "through"_word && word != "on"_word) {
      return kNone;
    }
    DraftId before = kNone, after = kNone;
    for (std::uint32_t k = near_first_; k < near_last_; ++k) {
      if (candidate(k).verb == kNone || !is_saying_verb(lemma_of(candidate(k).verb))) continue;
      const DraftId id = context_.draft_of(k);
      if (id == kNone || context_.drafts[id].type == EntityType::document) continue;
      const VerbGroup& verb = context_.analysis.verb_groups[candidate(k).verb];
      if (verb.tokens.first < c.phrase.first) before = id;
      if (verb.tokens.first > c.phrase.first && after == kNone) after = id;
    }
    return before != kNone ? before : after;
  }

  bool is_new(std::uint32_t k) const {
    const DraftId id = context_.draft_of(k);
    return context_.drafts[id].nominal == k;
  }

  // "the reports" without one before are those of whoever reported; "the statement" likewise.
  DraftId remembered(const Candidate& c, std::uint32_t k) const {
    const std::uint32_t sentence = context_.sentence_of(k);
    if (c.description.head == "report"_word && makers_.reporter != kNone &&
        sentence - makers_.reported_in <= kMemory) {
      return makers_.reporter;
    }
    const bool statement =
        c.description.head == "statement"_word || c.description.head == "announcement"_word ||
        c.description.head == "communique"_word || c.description.head == "release"_word;
    if (statement && makers_.sayer != kNone && sentence - makers_.said_in <= kMemory / 2) {
      return makers_.sayer;
    }
    return kNone;
  }

  void remember(std::uint32_t k) {
    const Candidate& c = candidate(k);
    const DraftId id = context_.draft_of(k);
    if (c.verb == kNone || !can_speak(id)) return;
    if (context_.analysis.verb_groups[c.verb].passive) return;
    const WordKey verb = lemma_of(c.verb);
    if (verb == "report"_word) {
      makers_.reporter = id;
      makers_.reported_in = context_.sentence_of(k);
    } else if (is_saying_verb(verb)) {
      makers_.sayer = id;
      makers_.said_in = context_.sentence_of(k);
    }
  }

  ReferContext& context_;
  std::uint32_t first_, last_;                    // the candidates of the sentence
  std::uint32_t near_first_ = 0, near_last_ = 0;  // those around the one being linked
  Makers& makers_;
};
}  // namespace

void link_documents(ReferContext& context, std::uint32_t first, std::uint32_t last,
                    Makers& makers) {
  Linker(context, first, last, makers).link();
}

}  // namespace sayso
