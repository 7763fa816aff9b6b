// KeyIndex: word keys -> the numbers filed under them, latest first.
#pragma once

#include <cstdint>
#include <vector>

#include "core/word.h"

namespace sayso {

class KeyIndex {
 public:
  // For about `size` entries; it grows when there are more.
  explicit KeyIndex(std::size_t size) {
    std::size_t slots = 64;
    while (slots < size * 2) slots *= 2;
    slots_.assign(slots, 0);
    entries_.reserve(size);
  }

  void add(WordKey key, std::uint32_t value) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    std::uint32_t& slot = slots_[slot_of(key)];
    entries_.push_back({key, value, slot});
    slot = static_cast<std::uint32_t>(entries_.size());
  }

  // Calls `f` with the latest `limit` values filed under `key`.
  template <typename F>
  void each(WordKey key, int limit, F f) const {
    std::uint32_t at = slots_[slot_of(key)];
    for (; at != 0 && limit > 0; --limit) {
      const Entry& entry = entries_[at - 1];
      f(entry.value);
      at = entry.before;
    }
  }

 private:
  // Entries are numbered from 1; 0 ends a chain.
  struct Entry {
    WordKey key = 0;
    std::uint32_t value = 0;
    std::uint32_t before = 0;
  };

  // The slot of `key`: the one that holds its latest entry, or a free one.
  std::size_t slot_of(WordKey key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (key ^ (key >> 32U)) & mask;
    while (slots_[i] != 0 && entries_[slots_[i] - 1].key != key) i = (i + 1) & mask;
    return i;
  }

  void grow() {
    const std::vector<std::uint32_t> old = slots_;
    slots_.assign(old.size() * 2, 0);
    for (const std::uint32_t head : old) {
      if (head != 0) slots_[slot_of(entries_[head - 1].key)] = head;
    }
  }

  std::vector<Entry> entries_ = {};
  std::vector<std::uint32_t> slots_ = {};
};

}  // namespace sayso
