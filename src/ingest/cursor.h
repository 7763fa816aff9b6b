// Cursor: a place in a text that moves forward over what it recognises.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso {

namespace ascii {
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
}  // namespace ascii

// Every take_ moves over something or leaves the place as it was.
struct Cursor {
  std::string_view text = {};
  std::size_t at = 0;

  bool at_end() const { return at >= text.size(); }
  std::string_view rest() const { return text.substr(at); }
  char peek(std::size_t ahead = 0) const {
    return at + ahead < text.size() ? text[at + ahead] : '\0';
  }
  bool take(char c) {
    if (at_end() || text[at] != c) return false;
    ++at;
    return true;
  }
  // Blanks, line ends and no-break spaces.
  bool take_blanks() {
    const std::size_t begin = at;
    while (!at_end()) {
      const std::size_t no_break = rest().starts_with("\xC2\xA0") ? 2 : 0;
      if (no_break == 0 && !ascii::is_blank(text[at])) break;
      at += no_break == 0 ? 1 : no_break;
    }
    return at > begin;
  }
  // A whole word, given in lower case, whatever its case here.
  bool take_word(std::string_view word) {
    if (text.size() - at < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
      if (ascii::lower(text[at + i]) != word[i]) return false;
    }
    if (ascii::is_letter(peek(word.size()))) return false;
    at += word.size();
    return true;
  }
  // Between `least` and `most` digits; with no digit behind them where they end the number.
  std::optional<int> take_number(std::size_t least, std::size_t most, bool ends_number = true) {
    int n = 0;
    std::size_t size = 0;
    for (; size < most && ascii::is_digit(peek(size)); ++size) n = n * 10 + (peek(size) - '0');
    if (size < least || (ends_number && ascii::is_digit(peek(size)))) return std::nullopt;
    at += size;
    return n;
  }
};

}  // namespace sayso
