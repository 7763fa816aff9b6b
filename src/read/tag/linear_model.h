// LinearModel: features -> a score for each label, by sparse int8 weights read in place.
//
// Three sections of a model file: a filter, one bit for each value of some of a feature's bits, 0
// where no feature of the model has it; a KeyTable from a feature to (offset << 8 | count); and the
// weights, pairs of bytes {label, signed weight} found at that offset (counted in pairs). A feature
// the model does not know adds nothing. A feature with weights for many labels has a row of them
// instead (its count is kRow), a signed byte for every label, which adds up many at once. Sums are
// integers: the same on every machine.
#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "read/tag/key_table.h"

namespace sayso {

// One feature: which template, and what it saw. Mixed so that the low bits can index a table.
constexpr std::uint64_t feature(std::uint32_t which, std::uint64_t seen) {
  std::uint64_t h = (seen + which) * 0x9E3779B97F4A7C15U;
  h ^= h >> 32U;
  h = (h + which) * 0xD6E8FEB86659FD93U;
  return h ^ (h >> 29U);
}
// Two things seen as one.
constexpr std::uint64_t both(std::uint64_t a, std::uint64_t b) {
  return (a * 0xC2B2AE3D27D4EB4FU) ^ (b + 0x165667B19E3779F9U + (a >> 31U));
}

// A sum of weights: of 48 features at most, so that sixteen bits hold it.
using Score = std::int16_t;

// The number of bytes of a row of this many labels: whole vectors.
constexpr std::size_t row_size(std::size_t labels) { return (labels + 15) / 16 * 16; }
// A score for each label; those past the last label stay 0.
template <std::size_t Labels>
using LabelScores = std::array<Score, row_size(Labels)>;

// The first of the largest scores. One maximum of scores with their places in the low bits, which
// compilers turn into vector instructions; a loop that remembers the place would wait at each step.
template <std::size_t Labels>
std::size_t best_of(const LabelScores<Labels>& scores) {
  static_assert(Labels <= 64);
  std::int32_t best = std::numeric_limits<std::int32_t>::min();
  for (std::size_t i = 0; i < Labels; ++i) {
    best = std::max(best, scores[i] * 64 + static_cast<std::int32_t>(63 - i));
  }
  return 63U - (static_cast<std::uint32_t>(best) & 63U);
}

// Which features a model may know, as a bit set; read in place.
class FeatureFilter {
 public:
  FeatureFilter() = default;
  // Nothing when the number of bits is not a power of two.
  static std::optional<FeatureFilter> in(std::string_view section);
  static std::string build(std::span<const std::uint64_t> features);

  bool may_hold(std::uint64_t feature) const {
    const std::uint64_t bit = place(feature, mask_);
    return (static_cast<unsigned char>(bits_[bit >> 3U]) >> (bit & 7U) & 1U) != 0;
  }

 private:
  // The table takes its place from the low bits; other ones make the two independent.
  static std::uint64_t place(std::uint64_t feature, std::uint64_t mask) {
    return (feature >> 36U) & mask;
  }

  const char* bits_ = "";
  std::uint64_t mask_ = 0;
};

class LinearModel {
 public:
  LinearModel() = default;
  // Nothing when the sections have no such form. Reads no further: the file is the program's own,
  // and the tests ask `is_sound`.
  static std::optional<LinearModel> in(std::string_view filter, std::string_view table,
                                       std::string_view weights);
  // Whether every label is below `labels` and every offset inside the weights.
  bool is_sound(std::size_t labels) const;

  // Adds the weights of all these features to `scores`. In rounds, so that the features wait for
  // memory together. N is the row_size() of the model's labels.
  template <std::size_t N>
  void add_all(std::span<const std::uint64_t> features, std::array<Score, N>& scores) const {
    assert(features.size() <= kMostFeatures);
    std::array<std::uint64_t, kMostFeatures> likely;
    std::size_t n = 0;
    for (const std::uint64_t feature : features) {
      likely[n] = feature;
      n += filter_.may_hold(feature) ? 1U : 0U;
    }
    for (std::size_t i = 0; i < n; ++i) table_.prefetch(likely[i]);
    for (std::size_t i = 0; i < n; ++i) {
      likely[i] = table_.find(likely[i], 0);
      __builtin_prefetch(weights_.data() + std::size_t{2} * (likely[i] >> 8U));
    }
    for (std::size_t i = 0; i < n; ++i) add(static_cast<std::uint32_t>(likely[i]), scores);
  }
  static constexpr std::size_t kMostFeatures = 48;
  static constexpr std::uint32_t kRow = 0xFF;

 private:
  template <std::size_t N>
  void add(std::uint32_t found, std::array<Score, N>& scores) const {
    const char* weight = weights_.data() + std::size_t{2} * (found >> 8U);
    if ((found & 0xFFU) == kRow) {
      for (std::size_t i = 0; i < N; ++i) {
        scores[i] = static_cast<Score>(scores[i] + static_cast<signed char>(weight[i]));
      }
      return;
    }
    for (std::uint32_t n = found & 0xFFU; n > 0; --n, weight += 2) {
      Score& score = scores[static_cast<unsigned char>(weight[0])];
      score = static_cast<Score>(score + static_cast<signed char>(weight[1]));
    }
  }

  FeatureFilter filter_ = {};
  KeyTable table_ = {};
  std::string_view weights_ = {};
};

}  // namespace sayso
