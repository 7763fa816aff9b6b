// Scores of labels -> the best sequence in which nothing goes on that has not begun.
//
// Label 0 is "none"; then for each kind "begins" (odd) and "goes on" (even), in pairs. Found by
// Viterbi's algorithm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso {

class BioDecoder {
 public:
  // Room for `words` rows of `labels` scores (an odd number), to be filled before decode().
  void resize(std::size_t words, std::size_t labels);
  std::span<float> row(std::size_t word) { return {scores_.data() + word * labels_, labels_}; }

  // A label for each word; storage is used again by the next call.
  std::span<const std::uint8_t> decode();

 private:
  std::size_t words_ = 0, labels_ = 0;
  std::vector<float> scores_ = {};
  std::vector<std::uint8_t> from_ = {};  // the best label before, for each word and label
  std::vector<float> best_ = {}, next_ = {};
  std::vector<std::uint8_t> path_ = {};
};

// Of a label of a pair: whether it begins something, and the number of the pair, from 0.
constexpr bool begins(std::uint8_t label) { return label % 2 == 1; }
constexpr std::size_t kind_of(std::uint8_t label) { return (label - 1U) / 2; }

}  // namespace sayso
