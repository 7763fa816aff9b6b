// UTF-8: validation, and byte offsets -> code-point offsets at the border.
//
// Inside the program every offset counts bytes; in every file it writes, Unicode code points.
// This is the one place where the two meet.
#pragma once

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
  explicit CodePoints(std::string_view text);  // valid UTF-8; must outlive this object

  // The number of code points before byte `byte` (which starts one, or is the text's end).
  std::uint32_t at(std::uint32_t byte) const;
  Span of(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_block_;  // empty when the text is ASCII
};

}  // namespace sayso
