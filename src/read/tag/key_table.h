// KeyTable: a 64-bit key -> a 32-bit value, in place in a model file.
//
// The table is an array of groups, as long as a cache line: eight checks, then their eight values,
// all 32-bit numbers. The number of groups is a power of two. A key's group is its low bits and,
// when that is full, the next one; `check` is its high half, never 0, which marks a place that is
// empty. A group's checks are compared at once: chains of comparisons, each a branch that cannot be
// foreseen, took a tenth of the time of reading. Keys that agree in all of that are taken for one
// another: with 2^14 groups that is one foreign key in 2^32 or so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read/tag/bytes.h"

namespace sayso {

class KeyTable {
 public:
  KeyTable() = default;
  // Nothing when the number of bytes is not that of a table.
  static std::optional<KeyTable> in(std::string_view section);

  // The value of `key`, or `absent`.
  std::uint32_t find(std::uint64_t key, std::uint32_t absent) const {
    const std::uint32_t check = check_of(key);
    for (std::size_t group = key & mask_;; group = (group + 1) & mask_) {
      const char* checks = groups_ + group * kGroupBytes;
      const char* values = checks + kGroupBytes / 2;
      const Four first = four_at(checks) == check, second = four_at(checks + 16) == check;
      if (any_of(first | second) != 0) {
        const std::uint64_t two =
            any_of((first & four_at(values)) | (second & four_at(values + 16)));
        return static_cast<std::uint32_t>(two | two >> 32U);
      }
      if (number_at<std::uint32_t>(checks, kGroup - 1) == 0) return absent;
    }
  }

  void prefetch(std::uint64_t key) const {
    __builtin_prefetch(groups_ + (key & mask_) * kGroupBytes);
  }
  // Places for values, empty ones among them, whose value is 0.
  std::size_t places() const { return (mask_ + 1) * kGroup; }
  std::uint32_t value_at(std::size_t place) const {
    return number_at<std::uint32_t>(groups_ + place / kGroup * kGroupBytes,
                                    kGroup + place % kGroup);
  }

  // The bytes of a table of these entries; for the trainers. Of equal keys the first one counts.
  static std::string build(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries);

 private:
  // Four numbers in a vector register, as GCC and Clang have them on every machine.
  using Four = std::uint32_t __attribute__((vector_size(16)));
  static Four four_at(const char* bytes) {
    Four four;
    std::memcpy(&four, bytes, sizeof four);
    return four;
  }
  // The bits of all, two by two.
  static std::uint64_t any_of(Four four) {
    using Two = std::uint64_t __attribute__((vector_size(16)));
    const auto two = reinterpret_cast<Two>(four);
    return two[0] | two[1];
  }
  static std::uint32_t check_of(std::uint64_t key) {
    const auto high = static_cast<std::uint32_t>(key >> 32U);
    return high == 0 ? 1 : high;
  }

  static constexpr std::size_t kGroup = 8;
  static constexpr std::size_t kGroupBytes = 2 * kGroup * sizeof(std::uint32_t);
  static constexpr char kEmpty[kGroupBytes] = {};
  const char* groups_ = kEmpty;
  std::size_t mask_ = 0;
};

}  // namespace sayso
