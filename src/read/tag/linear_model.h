// LinearModel: features -> a score for each label, by sparse int8 weights read in place.
//
// Two sections of a model file: a KeyTable from a feature to (offset << 8 | count), and the
// weights, pairs of bytes {label, signed weight} found at that offset (counted in pairs). A feature
// the model does not know adds nothing. Sums are integers: the same on every machine.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <span>
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

class LinearModel {
 public:
  LinearModel() = default;
  // Nothing when `table` is no KeyTable. Reads no further: the file is the program's own, and the
  // tests ask `is_sound`.
  static std::optional<LinearModel> in(std::string_view table, std::string_view weights);
  // Whether every label is below `labels` and every offset inside the weights.
  bool is_sound(std::size_t labels) const;

  // Adds the weights of all these features to `scores`, which holds one number a label. In three
  // rounds, so that waiting for memory is shared by the features.
  void add_all(std::span<const std::uint64_t> features, std::int32_t* scores) const {
    assert(features.size() <= kMostFeatures);
    std::array<std::uint32_t, kMostFeatures> found;
    for (const std::uint64_t feature : features) table_.prefetch(feature);
    std::size_t known = 0;
    for (const std::uint64_t feature : features) {
      const std::uint32_t value = table_.find(feature, 0);
      if (value == 0) continue;
      __builtin_prefetch(weights_.data() + std::size_t{2} * (value >> 8U));
      found[known++] = value;
    }
    for (std::size_t i = 0; i < known; ++i) {
      const char* weight = weights_.data() + std::size_t{2} * (found[i] >> 8U);
      for (std::uint32_t n = found[i] & 0xFFU; n > 0; --n, weight += 2) {
        scores[static_cast<unsigned char>(weight[0])] += static_cast<signed char>(weight[1]);
      }
    }
  }
  static constexpr std::size_t kMostFeatures = 48;

 private:
  KeyTable table_ = {};
  std::string_view weights_ = {};
};

}  // namespace sayso
