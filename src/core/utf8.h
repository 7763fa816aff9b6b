// UTF-8: validation, and byte offsets -> code-point offsets at the border.
//
// Inside the program every offset counts bytes; in every file it writes, Unicode code points.
// This is the one place where the two meet.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace sayso {

// Offset of the first byte that is not valid UTF-8 (RFC 3629), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// One code point of valid UTF-8 at `at`, and how many bytes it takes (1 to 4).
struct CodePoint {
  char32_t value = 0;
  std::uint32_t size = 1;
};
CodePoint decode_utf8(std::string_view text, std::uint32_t at);

// Appends the UTF-8 bytes of a code point.
void append_utf8(std::string& out, char32_t code_point);

// Code-point offsets of one text, in constant time after one pass over it.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);  // valid UTF-8

  // The number of code points before byte `byte` (which starts one, or is the text's end).
  std::uint32_t at(std::uint32_t byte) const {
    assert(byte <= size_);
    if (blocks_.empty()) return byte;
    const Block& block = blocks_[byte / 64];
    const std::uint64_t inside = (std::uint64_t{1} << (byte % 64)) - 1;
    return block.before + byte % 64 -
           static_cast<std::uint32_t>(std::popcount(block.continuations & inside));
  }
  Span of(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  // 64 bytes of the text.
  struct Block {
    std::uint32_t before = 0;         // code points that begin before it
    std::uint64_t continuations = 0;  // a bit for each byte that begins none
  };

  std::uint32_t size_ = 0;     // bytes
  std::vector<Block> blocks_;  // empty when the text is ASCII
};

}  // namespace sayso
