// Words as numbers: a 64-bit key for a lower-case spelling.
//
// Lexicons and models look words up by key, so a token is hashed once, when it is made, and no
// stage compares strings in its inner loop. Keys are stable across runs and machines.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

using WordKey = std::uint64_t;

// FNV-1a (Fowler, Noll, Vo) over the bytes of `lower`, with a final mix (MurmurHash3 fmix64) so
// that the low bits can index a table. The empty word has a key like any other.
constexpr WordKey word_key(std::string_view lower) {
  std::uint64_t h = 0xcbf29ce484222325U;
  for (const char c : lower) {
    h ^= static_cast<unsigned char>(c);
    h *= 0x100000001b3U;
  }
  h ^= h >> 33U;
  h *= 0xff51afd7ed558ccdU;
  h ^= h >> 33U;
  return h;
}

namespace literals {
consteval WordKey operator""_word(const char* text, std::size_t size) {
  return word_key(std::string_view(text, size));
}
}  // namespace literals

}  // namespace sayso
