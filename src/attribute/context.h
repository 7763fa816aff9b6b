// Context: what every step of attribution asks of an Analysis, found once per report.
//
// Which phrase and which quotation each token stands in, and for each token the kind of chunk it
// belongs to: the "path" between a cue and a possible source is spelled with these.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "core/analysis.h"
#include "core/report.h"

namespace sayso {

enum class Chunk : std::uint8_t {
  edge,  // outside the sentence
  noun,
  finite_verb,
  ing_verb,
  participle,
  infinitive,
  wh,  // who, which, whose, when, where
  that,
  preposition,
  conjunction,
  comma,
  colon,
  dash,
  bracket,
  quote_mark,
  stop,
  adverb,
  adjective,
  other
};

class Context {
 public:
  static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

  Context(const Report& report, const Analysis& analysis);

  const Report& report() const { return report_; }
  const Analysis& analysis() const { return analysis_; }
  const Token& token(TokenIndex i) const { return analysis_.tokens[i]; }
  TokenIndex size() const { return static_cast<TokenIndex>(analysis_.tokens.size()); }
  const Sentence& sentence_of(TokenIndex i) const {
    return analysis_.sentences[analysis_.tokens[i].sentence];
  }

  // The phrase a token stands in, or nothing.
  const NounPhrase* noun_phrase(TokenIndex i) const {
    return noun_phrase_[i] == kNone ? nullptr : &analysis_.noun_phrases[noun_phrase_[i]];
  }
  const VerbGroup* verb_group(TokenIndex i) const {
    return verb_group_[i] == kNone ? nullptr : &analysis_.verb_groups[verb_group_[i]];
  }
  // The index of the outermost quotation that a token stands in (marks included), or kNone.
  std::uint32_t quotation(TokenIndex i) const { return quotation_[i]; }
  bool in_quotation(TokenIndex i) const { return quotation_[i] != kNone; }
  bool opens_quotation(TokenIndex i) const {
    return in_quotation(i) && analysis_.quotations[quotation_[i]].tokens.first == i;
  }
  bool closes_quotation(TokenIndex i) const {
    return in_quotation(i) && analysis_.quotations[quotation_[i]].tokens.last == i + 1;
  }
  Chunk chunk(TokenIndex i) const { return chunk_[i]; }
  // The longest mention whose head the token is, or null.
  const Mention* mention(TokenIndex i) const {
    return mention_[i] == kNone ? nullptr : &analysis_.mentions[mention_[i]];
  }

  // How much of each stands in a range of tokens.
  struct Counts {
    std::uint32_t finite = 0;  // finite verb groups that begin there
    std::uint32_t commas = 0;
    std::uint32_t quoted = 0;  // tokens inside quotations, marks included
  };
  Counts count(TokenRange range) const;

 private:
  void count_all();

  const Report& report_;
  const Analysis& analysis_;
  std::vector<std::uint32_t> noun_phrase_, verb_group_, quotation_, mention_;
  std::vector<Chunk> chunk_;
  std::vector<Counts> before_;  // counts in [0, i)
};

}  // namespace sayso
