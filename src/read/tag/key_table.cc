#include "read/tag/key_table.h"

#include <bit>

namespace sayso {
namespace {
void put(std::string& bytes, std::size_t i, std::uint32_t value) {
  std::memcpy(bytes.data() + i * sizeof(value), &value, sizeof(value));
}
}  // namespace

std::optional<KeyTable> KeyTable::in(std::string_view section) {
  const std::size_t groups = section.size() / kGroupBytes;
  if (groups * kGroupBytes != section.size() || !std::has_single_bit(groups)) return std::nullopt;
  KeyTable table;
  table.groups_ = section.data();
  table.mask_ = groups - 1;
  return table;
}

std::string KeyTable::build(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries) {
  // At most three places of four are taken, and never all.
  const std::size_t groups = std::bit_ceil((entries.size() * 4 / 3 + kGroup) / kGroup);
  std::string bytes(groups * kGroupBytes, '\0');
  // The place that holds the key, or the one where it belongs.
  const auto place_of = [&](std::uint64_t key) {
    for (std::size_t group = key & (groups - 1);; group = (group + 1) & (groups - 1)) {
      for (std::size_t i = group * 2 * kGroup; i < (group * 2 + 1) * kGroup; ++i) {
        const auto found = number_at<std::uint32_t>(bytes.data(), i);
        if (found == check_of(key) || found == 0) return i;
      }
    }
  };
  for (const auto& [key, value] : entries) {
    const std::size_t place = place_of(key);
    if (number_at<std::uint32_t>(bytes.data(), place) != 0) continue;  // the first one counts
    put(bytes, place, check_of(key));
    put(bytes, place + kGroup, value);
  }
  return bytes;
}

}  // namespace sayso
