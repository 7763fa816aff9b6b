// KeyTable: a 64-bit key -> a 32-bit value, in place in a model file.
//
// The table is an array of slots {check, value}, two 32-bit numbers each; their count is a power
// of two. A key's slot is its low bits and, when taken, the next one; `check` is its high half,
// never 0, which marks an empty slot. Keys that agree in all of that are taken for one another:
// with 2^17 slots that is one foreign key in 2^32 or so.
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
    for (std::size_t i = key & mask_;; i = (i + 1) & mask_) {
      const auto found = number_at<std::uint32_t>(slots_, 2 * i);
      if (found == check) return number_at<std::uint32_t>(slots_, 2 * i + 1);
      if (found == 0) return absent;
    }
  }

  void prefetch(std::uint64_t key) const {
    __builtin_prefetch(slots_ + (key & mask_) * 2 * sizeof(std::uint32_t));
  }
  std::size_t slots() const { return mask_ + 1; }
  std::uint32_t value_at(std::size_t slot) const {
    return number_at<std::uint32_t>(slots_, 2 * slot + 1);
  }

  // The bytes of a table of these entries; for the trainers. Of equal keys the first one counts.
  static std::string build(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries);

 private:
  static std::uint32_t check_of(std::uint64_t key) {
    const auto high = static_cast<std::uint32_t>(key >> 32U);
    return high == 0 ? 1 : high;
  }

  static constexpr char kEmpty[8] = {};
  const char* slots_ = kEmpty;
  std::size_t mask_ = 0;
};

}  // namespace sayso
