// Weights: models/attribution.bin -> scores of candidates.
//
// The file is a header ("SAYSOATT", then little-endian uint32: version, and for each judgement how
// many weights it has, a power of two) and the weights of each judgement in turn, int8 in
// 1/64 of log-odds. It is used in place.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "attribute/features.h"
#include "attribute/judgement.h"
#include "core/result.h"

namespace sayso {

class Weights {
 public:
  static constexpr std::string_view kMagic = "SAYSOATT";
  static constexpr std::uint32_t kVersion = 3;
  static constexpr int kOne = 64;  // a score of one unit of log-odds

  // `file` must outlive the weights.
  static Result<Weights> load(std::string_view file);
  using Tables = std::array<std::span<const std::int8_t>, kJudgements>;
  // Each table has a power of two of entries.
  explicit Weights(const Tables& tables) : tables_(tables) {}

  std::int32_t score(Judgement judgement, const Features& features) const {
    const auto table = tables_[static_cast<std::size_t>(judgement)];
    const std::size_t mask = table.size() - 1;
    std::int32_t sum = 0;
    for (const std::uint32_t hash : features.hashes()) sum += table[hash & mask];
    return sum;
  }

 private:
  Tables tables_;
};

// exp(a)/(1+exp(a)) of a score, as a number between 0 and 1.
float probability(std::int32_t score);

}  // namespace sayso
