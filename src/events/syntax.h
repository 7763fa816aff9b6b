// Syntax: Analysis -> which phrases are the subject and the objects of a verb, and what follows
// a phrase behind prepositions.
//
// The reader gives phrases, not trees; these few rules about what stands before and after a verb
// find what news prose needs: lists, relative clauses, participles, verbs that share a subject.
// Each looks at a bounded number of tokens.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis.h"

namespace sayso {

using PhraseIndex = std::uint32_t;  // into Analysis::noun_phrases
using VerbIndex = std::uint32_t;    // into Analysis::verb_groups

// A few phrases, in text order, without an allocation.
class Phrases {
 public:
  void push_back(PhraseIndex phrase) {
    if (size_ < items_.size()) items_[size_++] = phrase;
  }
  const PhraseIndex* begin() const { return items_.data(); }
  const PhraseIndex* end() const { return items_.data() + size_; }
  bool empty() const { return size_ == 0; }
  std::size_t size() const { return size_; }
  PhraseIndex front() const { return items_[0]; }
  PhraseIndex back() const { return items_[size_ - 1]; }
  void reverse();

 private:
  std::array<PhraseIndex, 8> items_ = {};
  std::size_t size_ = 0;
};

// "against the police and the army": the preposition and what it governs.
struct Prepositional {
  TokenIndex preposition = 0;
  Phrases phrases = {};
  TokenIndex last = 0;      // one past its last token
  bool after_verb = false;  // a participle stands before it: "an order issued by the court"
};

class Syntax {
 public:
  explicit Syntax(const Analysis& analysis);

  // The phrase or verb group that a token is in.
  std::optional<PhraseIndex> phrase_at(TokenIndex token) const { return at(phrase_of_, token); }
  std::optional<VerbIndex> verb_at(TokenIndex token) const { return at(verb_of_, token); }
  const NounPhrase& phrase(PhraseIndex i) const { return analysis_.noun_phrases[i]; }
  const VerbGroup& verb(VerbIndex i) const { return analysis_.verb_groups[i]; }

  TokenRange sentence_of(TokenIndex token) const {
    return analysis_.sentences[analysis_.tokens[token].sentence].tokens;
  }

  // True when the verb's subject undergoes it: "was seized", "the drones seized by the police".
  bool is_passive(VerbIndex index) const;
  // A participle that stands for a clause: "killing three", "the men arrested on Monday".
  bool is_participle(VerbIndex index) const;

  // "has not claimed", "no group claimed"
  bool is_denied(VerbIndex index) const;

  // What does it, or undergoes it when it is passive; empty when the words do not tell.
  Phrases subjects(VerbIndex index) const;
  // What follows it directly from `from` on (the end of the verb, or of the phrase it begins).
  Phrases objects(VerbIndex index, TokenIndex from) const;
  // The verb whose subject a verb without one of its own shares: of ", killing three" and "and
  // fled".
  std::optional<VerbIndex> governor(VerbIndex index) const;

  // A phrase and those listed after it: "the army, the police and the mayor's guards".
  Phrases list_from(PhraseIndex index, TokenIndex end) const;
  // The prepositional phrases from `from` on until the clause ends; at most six.
  std::vector<Prepositional> prepositionals(TokenIndex from) const;
  // "dozens" of "dozens of the others": the phrase that `phrase` completes, over any number of
  // "of".
  PhraseIndex outermost(PhraseIndex index) const;
  // Where words that name one thing with the phrase end: before a verb or a mark.
  TokenIndex noun_end(PhraseIndex index) const;
  // The phrase after "of", if one follows at once.
  std::optional<PhraseIndex> complement(PhraseIndex index) const;

  // Who or what a phrase refers to; of "dozens of the others" that is the others.
  std::optional<EntityIndex> entity(PhraseIndex index) const;
  // "the militia" of "the militia's attack".
  std::optional<EntityIndex> possessor(PhraseIndex index) const;
  // "Ora" of "the Ora attack", when it is a mention of its own.
  std::optional<EntityIndex> premodifier(PhraseIndex index, TokenIndex before) const;
  std::optional<EntityIndex> entity_with_head(TokenIndex head) const;

 private:
  using Lookup = std::vector<std::uint32_t>;  // token -> index plus one
  static std::optional<std::uint32_t> at(const Lookup& lookup, TokenIndex token) {
    if (token >= lookup.size() || lookup[token] == 0) return std::nullopt;
    return lookup[token] - 1;
  }
  // What a walk to the left from a verb ends at.
  struct Left {
    std::optional<PhraseIndex> phrase = {};
    std::optional<VerbIndex> verb = {};  // whose subject is shared
  };
  Left look_left(VerbIndex index) const;
  PhraseIndex innermost(PhraseIndex index) const;
  bool is_only_verb(VerbIndex index) const;
  bool is_misread_past(VerbIndex index) const;
  std::optional<VerbIndex> verb_before(TokenIndex begin, bool finite) const;
  std::optional<Left> shared_subject(VerbIndex index) const;
  Left antecedent(TokenIndex before, TokenIndex first) const;
  Left step_over_verb(VerbIndex index, VerbIndex passed, bool joined, TokenIndex& i) const;
  bool verb_between(TokenIndex first, TokenIndex last) const;
  bool introduces_clause(TokenIndex preposition, VerbIndex index, TokenIndex first) const;
  Phrases list_until(PhraseIndex last, TokenIndex first) const;
  PhraseIndex past_apposition(PhraseIndex found, VerbIndex index, TokenIndex first) const;

  const Analysis& analysis_;
  Lookup phrase_of_, verb_of_, mention_of_;
};

}  // namespace sayso
