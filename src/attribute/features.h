// Features: what a judgement looks at, as hashes into a table of weights.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace sayso {

constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15U)) * 0xD6E8FEB86659FD93U;
  return h ^ (h >> 32U);
}

// The features of one candidate for one judgement. Cleared and filled again for the next, so it
// is a fixed array: a feature past its end is dropped, the same way in training and in use.
class Features {
 public:
  static constexpr std::size_t kCapacity = 128;

  void clear() { size_ = 0; }
  // Feature number `name` has the value `value` (a word's key, a tag, a count).
  void add(std::uint32_t name, std::uint64_t value) {
    if (size_ == kCapacity) return;
    hashes_[size_++] = static_cast<std::uint32_t>(mix(name, value) >> 16U);
  }
  void add(std::uint32_t name, std::uint64_t a, std::uint64_t b) { add(name, mix(a, b)); }
  void add(std::uint32_t name, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    add(name, mix(mix(a, b), c));
  }
  std::span<const std::uint32_t> hashes() const { return {hashes_.data(), size_}; }

 private:
  std::size_t size_ = 0;
  std::array<std::uint32_t, kCapacity> hashes_;  // only the first `size_` are ever read
};

// A count or a length as one of a few steps: 0 1 2 3 4 5-6 7-9 10-14 15-24 25-49 50-.
constexpr std::uint64_t bucket(std::uint64_t n) {
  constexpr std::array<std::uint64_t, 6> kSteps = {6, 9, 14, 24, 49, 99};
  if (n < 5) return n;
  std::uint64_t step = 5;
  for (const std::uint64_t last : kSteps) {
    if (n <= last) return step;
    ++step;
  }
  return step;
}

}  // namespace sayso
