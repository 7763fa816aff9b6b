// Patterns: the rules' patterns, compiled together -> the rules that match at an item.
//
// A pattern is written as elements separated by blanks: WORD_CLASS, a plain word, "(a | b c)" for
// a choice, and "?" after an element or a choice that may be missing:
//   "the? (first | last) NUMBER UNITS"
// All patterns of a set share one trie, so an item that begins no pattern costs one bit test.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "normalise/match/items.h"

namespace sayso {

// Where a pattern matched: items [first, last), each read as one symbol.
struct PatternMatch {
  static constexpr std::size_t kMaxItems = 16;

  std::span<const Item> items = {};  // of the whole sentence
  std::size_t first = 0, last = 0;
  std::uint32_t rule = 0;
  std::array<Symbol, kMaxItems> symbols = {};

  // The `nth` item that was read as `c`, or nothing.
  const Item* find(WordClass c, std::size_t nth = 0) const {
    for (std::size_t i = first; i < last; ++i) {
      if (symbols[i - first] == symbol(c) && nth-- == 0) return &items[i];
    }
    return nullptr;
  }
  bool has(WordClass c) const { return find(c) != nullptr; }
  double number(WordClass c, std::size_t nth = 0) const {
    const Item* item = find(c, nth);
    return item == nullptr ? 0 : item->value(c);
  }
  int value(WordClass c, std::size_t nth = 0) const { return static_cast<int>(number(c, nth)); }
  // The item before the match and the one after it, or nothing at the sentence's ends.
  const Item* before() const { return first == 0 ? nullptr : &items[first - 1]; }
  const Item* after() const { return last == items.size() ? nullptr : &items[last]; }
  TokenRange tokens() const { return {items[first].tokens.first, items[last - 1].tokens.last}; }
};

class PatternSet {
 public:
  // Adds the pattern of rule number `rule`; its plain words get symbols in `words`.
  void add(std::string_view pattern, std::uint32_t rule, Words& words);
  // Call once, after the last pattern.
  void finish();

  // Whether some pattern begins with `item`.
  bool begins(const Item& item) const { return nodes_[0].next.meets(item.symbols); }
  // Replaces `found` by every match that begins at `first`: longest first, then by rule.
  void match(std::span<const Item> items, std::size_t first,
             std::vector<PatternMatch>& found) const;

 private:
  struct Node {
    SymbolSet next = {};
    std::uint32_t first_child = 0;                             // in children_, by symbol
    std::vector<std::pair<Symbol, std::uint32_t>> edges = {};  // until finish()
    std::vector<std::uint32_t> rules = {};                     // of the patterns that end here
  };
  void add_sequence(std::span<const Symbol> sequence, std::uint32_t rule);

  std::vector<Node> nodes_ = std::vector<Node>(1);
  std::vector<std::uint32_t> children_;
};

}  // namespace sayso
