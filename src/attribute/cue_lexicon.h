// lexicons/cues.tsv -> where a report's words may be attributing something.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/lexicon.h"

namespace sayso {

enum class CueKind : std::uint8_t { verb, noun, adjective, adverb, preposition, colon };

// What may stand with a cue as its content; bits of CueRow::takes.
enum Construction : std::uint8_t {
  kTakesQuotation = 1U,
  kMayFollow = 2U,  // "..., officials said"
  kTakesClause = 4U,
  kTakesInfinitive = 8U,
  kTakesNounPhrase = 16U
};

struct CueRow {
  CueKind kind = CueKind::verb;
  Act act = Act::say;
  std::uint8_t takes = 0;
  std::uint8_t reliability = 50;  // percent, see the lexicon
};

class CueLexicon {
 public:
  // `file` is a lexicon of the form that lexicons/cues.tsv describes.
  explicit CueLexicon(std::string_view file);

  struct Hit {
    const CueRow* row = nullptr;
    TokenRange phrase = {};
  };
  // The longest cue that begins at `at` and ends by `end`, if the token's tag allows its kind.
  std::optional<Hit> find(const Analysis& analysis, TokenIndex at, TokenIndex end) const;
  std::size_t size() const { return rows_.size(); }

 private:
  // Most words begin no cue; a look at one bit says so.
  class FirstWords {
   public:
    void add(std::string_view phrase);
    bool may_hold(WordKey word) const {
      return (bits_[word % kBits / 64] >> (word % 64) & 1U) != 0;
    }

   private:
    static constexpr std::size_t kBits = std::size_t{1} << 16U;
    std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(kBits / 64);
  };

  FirstWords first_words_;  // of verbs and others, by lemma
  FirstWords first_fixed_;  // of fixed phrases, by spelling
  std::vector<CueRow> rows_;
  // Verbs and the other kinds apart, because many words are both ("claim"). Prepositional cues
  // are fixed phrases, compared by spelling.
  PhraseTable verbs_, others_, fixed_;
};

}  // namespace sayso
