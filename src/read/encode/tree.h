// Scores of arcs -> the tree of the highest sum, in which one word hangs on the root.
//
// Edmonds' algorithm (Chu and Liu 1965, Edmonds 1967) in the form that grows a path (Camerini,
// Fratta and Maffioli 1979): quadratic in the number of words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sayso {

class TreeFinder {
 public:
  // `scores`: for each of `words` words a row of 1 + words scores of its possible heads, the root
  // first. -> for each word its head: 0 the root, else 1 + the number of a word. Storage is used
  // again by the next call.
  std::span<const std::uint32_t> find(std::span<const float> scores, std::uint32_t words);

 private:
  // The best arc from a node into a part of the graph: to the word `to`.
  struct Arc {
    double score = 0;
    std::uint32_t to = 0;
  };
  struct Part {
    std::uint32_t from = 0, to = 0;  // the arc that enters it
    double score = 0;
    std::vector<Arc> arcs = {};               // from each node
    std::vector<std::uint32_t> members = {};  // parts it was made of
  };

  bool take_best(std::span<const float> scores);
  void grow();
  void enter(std::uint32_t part_index);
  std::uint32_t contract(std::size_t from);
  void expand();

  std::uint32_t words_ = 0;
  std::vector<std::uint32_t> heads_ = {};
  std::vector<Part> parts_ = {};             // the root, the words, then cycles
  std::vector<std::uint32_t> part_of_ = {};  // of each node, the outermost
  std::vector<std::uint32_t> path_ = {};
  std::vector<std::uint8_t> state_ = {};  // of each part: 0 untouched, 1 on the path, 2 settled
};

}  // namespace sayso
