// Characters of UTF-8 text -> what they mean to the segmenter: letter, blank, mark, ...
//
// ASCII is read from a table; the rest from ranges written out here (Unicode 15), so that the
// segmenter needs no library and gives the same answer everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/utf8.h"

namespace sayso {

enum class CharClass : std::uint8_t {
  past_end,    // past the end of the text
  space,       // blanks of every width, line ends, control characters
  ignorable,   // soft hyphen, zero-width characters, marks of text direction, byte order mark
  lower,       // lower-case letters
  upper,       // upper-case letters
  letter,      // letters without case, and combining marks
  digit,       // 0 to 9
  underscore,  // _
  dot,         // .
  terminal,    // ! ?
  ellipsis,    // the one-character ellipsis
  apostrophe,  // ' and the curly and slanted ones: apostrophes and single quotation marks
  quote,       // double quotation marks
  open,        // ( [ {
  close,       // ) ] }
  comma,       // , ; :
  hyphen,      // - and the typographic hyphens
  dash,        // en dash, em dash, bar
  currency,    // $ and others
  symbol,      // everything else
};

struct Character {
  char32_t value = 0;
  std::uint32_t size = 0;  // in bytes
  CharClass cls = CharClass::past_end;
};

constexpr bool is_letter(CharClass c) { return c >= CharClass::lower && c <= CharClass::letter; }
constexpr bool is_word(CharClass c) { return c >= CharClass::lower && c <= CharClass::underscore; }
constexpr bool is_alnum(CharClass c) { return c >= CharClass::lower && c <= CharClass::digit; }

inline constexpr std::array<CharClass, 128> kAsciiClasses = [] {
  using enum CharClass;
  std::array<CharClass, 128> table = {};
  for (std::size_t c = 0; c < 128; ++c) {
    table[c] = c <= ' ' || c == 0x7F  ? space
               : c >= 'a' && c <= 'z' ? lower
               : c >= 'A' && c <= 'Z' ? upper
               : c >= '0' && c <= '9' ? digit
                                      : symbol;
  }
  table['_'] = underscore;
  table['.'] = dot;
  table['!'] = table['?'] = terminal;
  table['\''] = table['`'] = apostrophe;
  table['"'] = quote;
  table['('] = table['['] = table['{'] = open;
  table[')'] = table[']'] = table['}'] = close;
  table[','] = table[';'] = table[':'] = comma;
  table['-'] = hyphen;
  table['$'] = currency;
  return table;
}();

CharClass class_of(char32_t c);

// The character that begins at byte `at`; class `past_end` when there is none.
inline Character character_at(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 128) return {byte, 1, kAsciiClasses[byte]};
  const CodePoint c = decode_utf8(text, at);
  return {c.value, c.size, class_of(c.value)};
}

// Lower-case letter of an upper-case one (Latin, Greek, Cyrillic, Armenian, Georgian); others as
// they are. One code point to one: the dotted capital I of Turkish becomes "i".
char32_t to_lower(char32_t c);

}  // namespace sayso
