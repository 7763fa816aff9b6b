// Weights: models/attribution.bin -> scores of candidates.
//
// The file is a header ("SAYSOATT", then little-endian uint32: version, and for each judgement how
// many slots it has, a power of two) and the slots of each judgement in turn, little-endian uint16:
// a weight in 1/64 of log-odds (int8) in the low byte, and in the high byte the bits of its
// feature's hash that tell it from others that fall into the slot. It is used in place.
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
  static constexpr std::uint32_t kVersion = 4;
  static constexpr int kOne = 64;  // a score of one unit of log-odds

  // `file` must outlive the weights.
  static Result<Weights> load(std::string_view file);
  using Tables = std::array<std::span<const std::uint16_t>, kJudgements>;
  // Each table has a power of two of entries.
  explicit Weights(const Tables& tables) : tables_(tables) {}

  // A slot that holds the weight of the feature `hash`.
  static constexpr std::uint16_t slot(std::uint32_t hash, std::int8_t weight) {
    return static_cast<std::uint16_t>((hash >> 24U) << 8U | static_cast<std::uint8_t>(weight));
  }

  // Its weight, if it is that of the feature `hash`; else 0.
  static constexpr std::int32_t weight(std::uint16_t slot, std::uint32_t hash) {
    const auto weight = static_cast<std::int8_t>(slot & 0xFFU);
    return slot >> 8U == hash >> 24U ? weight : 0;
  }

  std::int32_t score(Judgement judgement, const Features& features) const {
    const auto table = tables_[static_cast<std::size_t>(judgement)];
    const std::size_t mask = table.size() - 1;
    std::int32_t sum = 0;
    for (const std::uint32_t hash : features.hashes()) sum += weight(table[hash & mask], hash);
    return sum;
  }

 private:
  Tables tables_;
};

// exp(a)/(1+exp(a)) of a score, as a number between 0 and 1.
float probability(std::int32_t score);

}  // namespace sayso
