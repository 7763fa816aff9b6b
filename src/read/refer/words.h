// ReferWords: what the lists, the phrases and the verb groups say of each token, looked up once.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis.h"
#include "read/refer/candidate.h"
#include "read/refer/lexicon.h"

namespace sayso {

class ReferWords {
 public:
  ReferWords(const Analysis& analysis, const ReferLexicon& lexicon);

  const Analysis& analysis() const { return analysis_; }
  const Token& token(TokenIndex i) const { return analysis_.tokens[i]; }

  const HeadWord* head(TokenIndex i) const { return lexicon_.head(words_[i].facts); }
  bool is_label(TokenIndex i) const { return words_[i].facts.label; }
  Gender first_name(TokenIndex i) const { return words_[i].facts.first_name; }
  std::optional<Gender> title(TokenIndex i) const {
    const std::uint8_t title = words_[i].facts.title;
    return title == 0 ? std::nullopt : std::optional(static_cast<Gender>(title - 1));
  }
  std::optional<CountryWord> country(TokenIndex first, TokenIndex end) const {
    if (!words_[first].facts.country) return std::nullopt;
    return lexicon_.countries().find(analysis_.tokens, first, end);
  }
  std::string_view country_name(CountryId id) const { return lexicon_.countries().name(id); }

  // The verb group that begins at a token, or that ends where it begins ("ISSUED | a statement"),
  // and the noun phrase that begins there; kNone where there is none.
  std::uint32_t verb_at(TokenIndex i) const { return i < words_.size() ? words_[i].verb : kNone; }
  std::uint32_t verb_before(TokenIndex i) const { return i == 0 ? kNone : words_[i - 1].verb_ends; }
  std::uint32_t phrase_at(TokenIndex i) const {
    return i < words_.size() ? words_[i].phrase : kNone;
  }

 private:
  struct Word {
    WordFacts facts = {};
    std::uint32_t verb = kNone;
    std::uint32_t verb_ends = kNone;  // the verb group whose last token it is
    std::uint32_t phrase = kNone;
  };

  const Analysis& analysis_;
  const ReferLexicon& lexicon_;
  std::vector<Word> words_;
};

}  // namespace sayso
