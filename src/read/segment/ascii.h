// Bytes of ASCII: what the scanners of addresses and numbers look at.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || is_ascii_upper(c); }
constexpr bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }

// The byte at `at`, or a blank past the end.
constexpr char byte_at(std::string_view text, std::uint32_t at) {
  return at < text.size() ? text[at] : ' ';
}

// The first position from `at` on whose byte is not accepted.
template <typename Accept>
constexpr std::uint32_t skip(std::string_view text, std::uint32_t at, Accept accept) {
  while (at < text.size() && accept(text[at])) ++at;
  return at;
}

}  // namespace sayso
