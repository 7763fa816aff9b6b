// Arena: memory that is taken piece by piece and given back all at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <vector>

namespace sayso {

class Arena {
 public:
  // Aligned for any type; nullptr once `limit` bytes would be passed.
  explicit Arena(std::size_t limit = static_cast<std::size_t>(-1)) : limit_(limit) {}

  void* take(std::size_t size) {
    const std::size_t rounded = (size + kAlign - 1) / kAlign * kAlign;
    if (rounded > left_ && !grow(rounded)) return nullptr;
    char* const piece = next_;
    next_ += rounded;
    left_ -= rounded;
    return piece;
  }
  char* take_chars(std::size_t size) { return static_cast<char*>(take(size)); }

 private:
  static constexpr std::size_t kAlign = alignof(std::max_align_t);
  static constexpr std::size_t kFirstBlock = std::size_t{16} << 10U;
  static constexpr std::size_t kLastBlock = std::size_t{4} << 20U;

  bool grow(std::size_t size) {
    const std::size_t block = std::max(size, next_block_);
    if (block > limit_ - taken_) return false;
    // Not std::make_unique, which would clear it.
    blocks_.emplace_back(new char[block]);
    taken_ += block;
    next_ = blocks_.back().get();
    left_ = block;
    next_block_ = std::min(next_block_ * 2, kLastBlock);
    return true;
  }

  std::vector<std::unique_ptr<char[]>> blocks_ = {};
  std::size_t limit_ = 0, taken_ = 0, next_block_ = kFirstBlock, left_ = 0;
  char* next_ = nullptr;
};

}  // namespace sayso
