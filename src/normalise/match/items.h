// Items: the tokens of a sentence -> what patterns are matched against.
//
// An item is a token, a phrase of the lexicon ("at least") or a number put together from words
// ("twenty-four", "1.2 million"), with the symbols it answers to.
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "core/report.h"
#include "normalise/match/words.h"

namespace sayso {

struct Item {
  TokenRange tokens = {};
  SymbolSet symbols = {};
  double number = 0;       // of numbers, in words or digits
  bool in_digits = false;  // the number begins with digits
  bool joined = false;     // no white space before its first token
  std::span<const ClassValue> values = {};

  bool is(WordClass c) const { return symbols.has(c); }
  // The value of class `c`; `number` when the lexicon gives none.
  double value(WordClass c) const {
    for (const ClassValue& v : values) {
      if (v.word_class == c) return v.number;
    }
    return number;
  }
  std::string_view text(WordClass c) const {
    for (const ClassValue& v : values) {
      if (v.word_class == c) return v.text;
    }
    return {};
  }
};

// Whether items [first, last) are whole tokens: "1990" of "post-1990" is not.
inline bool are_whole_tokens(std::span<const Item> items, std::size_t first, std::size_t last) {
  const bool begins = first == 0 || !(items[first - 1].tokens == items[first].tokens);
  return begins && (last == items.size() || !(items[last - 1].tokens == items[last].tokens));
}

// Replaces `items` by the items of tokens `range`, which lie in one sentence.
void read_items(const Analysis& analysis, TokenRange range, const Words& words,
                std::vector<Item>& items);

}  // namespace sayso
