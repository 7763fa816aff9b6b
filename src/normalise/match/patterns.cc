#include "normalise/match/patterns.h"

#include <algorithm>
#include <cassert>

namespace sayso {
namespace {
using Sequence = std::vector<Symbol>;
using Sequences = std::vector<Sequence>;

// A pattern -> every sequence of symbols it stands for.
class PatternReader {
 public:
  PatternReader(std::string_view pattern, Words& words) : rest_(pattern), words_(words) {}

  Sequences read() {
    Sequences all = choice();
    assert(rest_.empty() && "a bracket too many");
    return all;
  }

 private:
  bool take(char c) {
    skip_blanks();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void skip_blanks() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
  }
  bool at_end_of_sequence() {
    skip_blanks();
    return rest_.empty() || rest_.front() == '|' || rest_.front() == ')';
  }

  // NOLINTNEXTLINE(misc-no-recursion): as deep as the rules' own brackets
  Sequences choice() {
    Sequences all = sequence();
    while (take('|')) {
      Sequences more = sequence();
      all.insert(all.end(), more.begin(), more.end());
    }
    return all;
  }
  // NOLINTNEXTLINE(misc-no-recursion)
  Sequences sequence() {
    Sequences all = {{}};
    while (!at_end_of_sequence()) {
      const Sequences next = element();
      Sequences product;
      for (const Sequence& head : all) {
        for (const Sequence& tail : next) {
          product.push_back(head);
          product.back().insert(product.back().end(), tail.begin(), tail.end());
        }
      }
      all.swap(product);
    }
    return all;
  }
  // NOLINTNEXTLINE(misc-no-recursion)
  Sequences element() {
    Sequences all;
    if (take('(')) {
      all = choice();
      const bool closed = take(')');
      assert(closed && "a bracket is missing");
      (void)closed;
    } else {
      all = {{word()}};
    }
    if (take('?')) all.emplace_back();
    return all;
  }
  Symbol word() {
    std::size_t size = 0;
    while (size < rest_.size() && std::string_view(" ()|?").find(rest_[size]) == rest_.npos) ++size;
    assert(size != 0 && "an element is missing");
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    if (const auto word_class = parse_word_class(word)) return symbol(*word_class);
    return words_.literal(word);
  }

  std::string_view rest_;
  Words& words_;
};
}  // namespace

void PatternSet::add(std::string_view pattern, std::uint32_t rule, Words& words) {
  for (const Sequence& sequence : PatternReader(pattern, words).read()) {
    assert(!sequence.empty() && sequence.size() <= PatternMatch::kMaxItems);
    add_sequence(sequence, rule);
  }
}

void PatternSet::add_sequence(std::span<const Symbol> sequence, std::uint32_t rule) {
  std::uint32_t node = 0;
  for (const Symbol s : sequence) {
    auto& edges = nodes_[node].edges;
    const auto at =
        std::find_if(edges.begin(), edges.end(), [s](const auto& edge) { return edge.first == s; });
    if (at != edges.end()) {
      node = at->second;
    } else {
      const auto made = static_cast<std::uint32_t>(nodes_.size());
      edges.emplace_back(s, made);
      nodes_.emplace_back();
      node = made;
    }
  }
  auto& rules = nodes_[node].rules;
  if (std::find(rules.begin(), rules.end(), rule) == rules.end()) rules.push_back(rule);
}

void PatternSet::finish() {
  for (Node& node : nodes_) {
    std::sort(node.edges.begin(), node.edges.end());
    node.first_child = static_cast<std::uint32_t>(children_.size());
    for (const auto& [s, child] : node.edges) {
      node.next.add(s);
      children_.push_back(child);
    }
    node.edges = {};
  }
}

void PatternSet::match(std::span<const Item> items, std::size_t first,
                       std::vector<PatternMatch>& found) const {
  found.clear();
  // Paths through the trie still to be followed, each with the symbols taken so far.
  struct Path {
    std::uint32_t node;
    std::uint32_t size;
    std::array<Symbol, PatternMatch::kMaxItems> symbols;
  };
  std::array<Path, 64> open;  // not cleared: most calls use two or three
  open[0] = {};
  std::size_t open_size = 1;
  while (open_size != 0) {
    const Path path = open[--open_size];
    const Node& node = nodes_[path.node];
    for (const std::uint32_t rule : node.rules) {
      found.push_back({items, first, first + path.size, rule, path.symbols});
    }
    if (first + path.size == items.size()) continue;
    node.next.for_each_common(items[first + path.size].symbols, [&](Symbol s) {
      if (open_size == open.size()) return;  // an item has a few symbols: never so many paths
      Path& next = open[open_size++];
      next = path;
      next.symbols[next.size++] = s;
      next.node = children_[node.first_child + node.next.rank(s)];
    });
  }
  std::sort(found.begin(), found.end(), [](const PatternMatch& a, const PatternMatch& b) {
    return a.last != b.last ? a.last > b.last : a.rule < b.rule;
  });
}

}  // namespace sayso
