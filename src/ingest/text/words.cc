#include "ingest/text/words.h"

#include <algorithm>
#include <cstdint>

#include "core/utf8.h"
#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestWord = 40;         // bytes; longer ones are no names
constexpr std::size_t kLongestAbbreviation = 6;  // with its full stop: "Calif."

constexpr bool is_in(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

// Latin Extended-A: capitals are even up to U+0137 and from U+014A, odd between and at the end.
constexpr bool is_upper_extended(char32_t c) {
  const bool odd_capitals = is_in(c, 0x139, 0x148) || is_in(c, 0x179, 0x17E);
  return is_in(c, 0x100, 0x17F) && ((c % 2 == 1) == odd_capitals);
}
}  // namespace

bool is_upper_letter(char32_t c) {
  if (c < 0x80) return is_in(c, 'A', 'Z');
  return (is_in(c, 0xC0, 0xDE) && c != 0xD7) || is_upper_extended(c) || is_in(c, 0x391, 0x3A9) ||
         is_in(c, 0x400, 0x42F);
}

bool is_lower_letter(char32_t c) {
  if (c < 0x80) return is_in(c, 'a', 'z');
  return (is_in(c, 0xDF, 0xFF) && c != 0xF7) || (is_in(c, 0x100, 0x17F) && !is_upper_extended(c)) ||
         is_in(c, 0x3B1, 0x3C9) || is_in(c, 0x430, 0x45F);
}

bool starts_upper(std::string_view text) {
  return !text.empty() && is_upper_letter(decode_utf8(text, 0).value);
}

bool is_all_capitals(std::string_view word) {
  bool any = false;
  for (std::uint32_t at = 0; at < word.size();) {
    const CodePoint c = decode_utf8(word, at);
    if (is_lower_letter(c.value)) return false;
    any = any || is_upper_letter(c.value);
    at += c.size;
  }
  return any;
}

bool is_mostly_capitals(std::string_view text) {
  const auto upper =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const auto lower =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return upper > lower * 2;
}

std::size_t match_capitalised(std::string_view text) {
  if (!starts_upper(text)) return 0;
  std::uint32_t at = 0;
  std::size_t letters = 0;  // since the last full stop
  const auto letter_at = [&](std::size_t place) {
    if (place >= text.size()) return false;
    const char32_t c = decode_utf8(text, static_cast<std::uint32_t>(place)).value;
    return is_upper_letter(c) || is_lower_letter(c);
  };
  while (at < text.size() && at < kLongestWord) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value == '.') {
      if (letters == 0 || (!letter_at(at + 1) && at >= kLongestAbbreviation)) break;
      if (letter_at(at + 1) && letters > 2) break;  // a lost space: "Manez.Following"
      letters = 0;
    } else if (c.value == '\'' || c.value == 0x2019 || c.value == '-') {
      if (!letter_at(at + c.size)) break;
    } else if (!letter_at(at)) {
      break;
    } else {
      ++letters;
    }
    at += c.size;
  }
  return at < kLongestWord ? at : 0;
}

std::size_t match_dash(std::string_view text) {
  constexpr std::string_view kDashes[] = {
      "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\x95", "\xE2\x80\x92", "-", "_"};
  Cursor c{text};
  std::size_t end = 0;
  int dashes = 0;
  bool plain = true;
  while (dashes < 3) {
    const auto* dash = std::find_if(std::begin(kDashes), std::end(kDashes),
                                    [&](std::string_view d) { return c.rest().starts_with(d); });
    if (dash == std::end(kDashes)) break;
    c.at += dash->size();
    plain = plain && dash->size() == 1;
    end = c.at;
    ++dashes;
    if (c.peek() == ' ' && c.peek(1) == '-') ++c.at;  // "- -"
  }
  const bool blank_follows =
      end == text.size() || ascii::is_blank(text[end]) || text.substr(end).starts_with("\xC2\xA0");
  return dashes == 1 && plain && !blank_follows ? 0 : end;
}

bool may_begin_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = decode_utf8(text, 0).value;
  return is_upper_letter(c) || is_in(c, '0', '9') || c == '"' || c == '\'' || c == '[' ||
         c == '(' || c == '$' || c == '`' || c == 0xAB || c == 0x2018 || c == 0x201C ||
         c == 0x20AC || c == 0xA3;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosing[] = {"\"", "'", ")", "]", "\xE2\x80\x9D", "\xE2\x80\x99"};
  line = trimmed(line);
  for (bool again = true; again && !line.empty();) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (!line.ends_with(mark)) continue;
      line.remove_suffix(mark.size());
      again = true;
    }
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with("\xE2\x80\xA6");
}

std::string_view prefix(std::string_view text, std::size_t size) {
  if (size >= text.size()) return text;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && ascii::is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace sayso
