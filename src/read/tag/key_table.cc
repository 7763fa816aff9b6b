#include "read/tag/key_table.h"

#include <bit>

namespace sayso {
namespace {
constexpr std::size_t kSlot = 2 * sizeof(std::uint32_t);

void put(std::string& bytes, std::size_t i, std::uint32_t value) {
  std::memcpy(bytes.data() + i * sizeof(value), &value, sizeof(value));
}
}  // namespace

std::optional<KeyTable> KeyTable::in(std::string_view section) {
  const std::size_t slots = section.size() / kSlot;
  if (slots * kSlot != section.size() || !std::has_single_bit(slots)) return std::nullopt;
  KeyTable table;
  table.slots_ = section.data();
  table.mask_ = slots - 1;
  return table;
}

std::string KeyTable::build(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries) {
  const std::size_t slots = std::bit_ceil(entries.size() * 4 / 3 + 2);
  std::string bytes(slots * kSlot, '\0');
  for (const auto& [key, value] : entries) {
    const std::uint32_t check = check_of(key);
    std::size_t i = key & (slots - 1);
    while (true) {
      const auto found = number_at<std::uint32_t>(bytes.data(), 2 * i);
      if (found == check) break;
      if (found == 0) {
        put(bytes, 2 * i, check);
        put(bytes, 2 * i + 1, value);
        break;
      }
      i = (i + 1) & (slots - 1);
    }
  }
  return bytes;
}

}  // namespace sayso
