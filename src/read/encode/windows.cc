#include "read/encode/windows.h"

#include <numeric>

namespace sayso {
namespace {
class WindowMaker {
 public:
  WindowMaker(std::span<const std::uint8_t> sizes, std::uint32_t limit)
      : sizes_(sizes), limit_(limit) {}

  void add(TokenRange sentence) {
    const std::uint32_t size = pieces(sentence);
    if (open_ && size_ + size > limit_) close();
    if (!open_) open(sentence.first, size);
    for (TokenIndex i = sentence.first; i < sentence.last; ++i) {
      if (size_ + sizes_[i] > limit_) {
        close();
        window_ = {{i, i}, {i, i}};
        size_ = 0;
        open_ = true;
      }
      size_ += sizes_[i];
      window_.tokens.last = window_.own.last = i + 1;
    }
    before_ = sentence;
  }

  std::vector<Window> finish() {
    if (open_) close();
    return std::move(windows_);
  }

 private:
  std::uint32_t pieces(TokenRange range) const {
    return std::accumulate(sizes_.begin() + range.first, sizes_.begin() + range.last, 0U);
  }

  // Begins a window whose own tokens begin at `first`, the next `size` pieces among them.
  void open(TokenIndex first, std::uint32_t size) {
    const std::uint32_t context = before_.last == first ? pieces(before_) : 0;
    const bool fits = context > 0 && context <= limit_ / 4 && context + size <= limit_;
    window_ = {{fits ? before_.first : first, first}, {first, first}};
    size_ = fits ? context : 0;
    open_ = true;
  }
  void close() {
    if (!window_.own.empty()) windows_.push_back(window_);
    open_ = false;
  }

  std::span<const std::uint8_t> sizes_;
  std::uint32_t limit_;
  std::vector<Window> windows_ = {};
  Window window_ = {};
  TokenRange before_ = {};  // the sentence before
  std::uint32_t size_ = 0;  // pieces of the window so far
  bool open_ = false;
};
}  // namespace

std::vector<Window> make_windows(const std::vector<Sentence>& sentences,
                                 std::span<const std::uint8_t> sizes, std::uint32_t limit) {
  WindowMaker maker(sizes, limit);
  for (const Sentence& sentence : sentences) maker.add(sentence.tokens);
  return maker.finish();
}

}  // namespace sayso
