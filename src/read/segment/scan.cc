#include "read/segment/scan.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/word.h"
#include "read/segment/ascii.h"
#include "read/segment/character.h"
#include "read/segment/spelling.h"

namespace sayso {
namespace {
using enum CharClass;
using namespace literals;  // NOLINT(google-build-using-namespace)

// Prefixes that stay with their word ("anti-war"). UD English writes affixes so, compounds apart.
constexpr WordKey kPrefixes[] = {
    "a"_word,      "anti"_word,  "arch"_word,  "bi"_word,   "co"_word,    "counter"_word,
    "cross"_word,  "de"_word,    "e"_word,     "ex"_word,   "hyper"_word, "inter"_word,
    "intra"_word,  "micro"_word, "mid"_word,   "mini"_word, "multi"_word, "neo"_word,
    "non"_word,    "over"_word,  "post"_word,  "pre"_word,  "pro"_word,   "pseudo"_word,
    "psycho"_word, "quasi"_word, "re"_word,    "semi"_word, "socio"_word, "sub"_word,
    "super"_word,  "trans"_word, "ultra"_word, "un"_word,   "uh"_word,    "under"_word,
    "ninety"_word, "mega"_word,  "vice"_word};

constexpr std::uint32_t kMaxPrefix = 7;  // bytes

std::uint32_t skip_digits(std::string_view text, std::uint32_t at) {
  return skip(text, at, is_ascii_digit);
}

// Digits joined by '-': a telephone number or an ISO date, but not a range or a score ("3-4").
std::uint32_t end_of_digit_groups(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  int groups = 1;
  std::uint32_t end = at, last = at - begin;
  while (byte_at(text, end) == '-' && is_ascii_digit(byte_at(text, end + 1)) && groups < 6) {
    const std::uint32_t group = end + 1;
    end = skip_digits(text, group);
    last = end - group;
    ++groups;
  }
  const bool telephone = groups == 2 && at - begin == 3 && last == 4;
  return (groups >= 3 || telephone) && !is_ascii_letter(byte_at(text, end)) ? end : at;
}
// Three digits, or two before more ("1,00,000"): "13,14" is two numbers.
bool is_thousands(std::string_view text, std::uint32_t group, std::uint32_t end) {
  const bool more = byte_at(text, end) == ',' && is_ascii_digit(byte_at(text, end + 1));
  return end - group == 3 || (end - group == 2 && more && skip_digits(text, end + 1) == end + 4);
}
}  // namespace

std::uint32_t end_of_word(std::string_view text, std::uint32_t at) {
  at = skip(text, at, is_ascii_letter);
  std::uint32_t end = at;
  for (;;) {
    const Character c = character_at(text, at);
    if (is_word(c.cls)) {
      end = at + c.size;
    } else if (c.cls != ignorable) {
      return end;
    }
    at += c.size;
  }
}

std::uint32_t end_of_clitic(std::string_view text, std::uint32_t at) {
  const std::uint32_t letters = at + character_at(text, at).size;
  std::uint32_t end = letters;
  while (end < letters + 3 && is_ascii_letter(byte_at(text, end))) ++end;
  if (is_alnum(character_at(text, end).cls)) return at;
  const auto lower_at = [&](std::uint32_t i) { return static_cast<char>(text[i] | 0x20); };
  if (end == letters + 1) {
    const char c = lower_at(letters);
    return c == 's' || c == 'd' || c == 'm' ? end : at;
  }
  if (end != letters + 2) return at;
  const char first = lower_at(letters), second = lower_at(letters + 1);
  const bool known =
      (second == 'e' && (first == 'r' || first == 'v')) || (first == 'l' && second == 'l');
  return known ? end : at;
}

std::uint32_t end_of_decade(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = skip_digits(text, at);
  if (end != at + 2) return at;
  const std::uint32_t after = byte_at(text, end) == 's' ? end + 1 : end;
  return is_alnum(character_at(text, after).cls) ? at : after;
}

std::uint32_t end_of_initialism(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  for (std::uint32_t next = at; next < at + 40;) {
    const Character letter = character_at(text, next);
    if (!is_letter(letter.cls)) break;
    next += letter.size;
    if (byte_at(text, next) != '.') {
      // "U.S" without its last stop; but the F of "U.S.Forces" begins a word.
      const bool alone = !is_alnum(character_at(text, next).cls);
      return alone && end > at + 2 ? next : end;
    }
    end = ++next;
  }
  return end;
}

std::uint32_t end_of_number(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  std::uint32_t end = skip_digits(text, at);
  if (end == at) return at;
  if (byte_at(text, end) == '-') {
    const std::uint32_t groups = end_of_digit_groups(text, begin, end);
    if (groups > end) return groups;
  }
  while (is_ascii_digit(byte_at(text, end + 1))) {
    const char joint = byte_at(text, end);
    const std::uint32_t group = skip_digits(text, end + 1);
    const bool joins = joint == ',' ? is_thousands(text, end + 1, group)
                                    : joint == '.' || joint == ':' || joint == '/';
    if (!joins) break;
    end = group;
  }
  return end;
}

std::uint32_t after_apostrophe(std::string_view text, std::uint32_t at) {
  const Character mark = character_at(text, at);
  const std::uint32_t next = at + mark.size;
  if (mark.value == '`' || !is_letter(character_at(text, next).cls)) return at;
  return end_of_clitic(text, at) > at ? at : next;
}

std::uint32_t after_hyphen(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const std::uint32_t next = at + character_at(text, at).size;
  if (!is_alnum(character_at(text, next).cls)) return at;
  if (end_of_initialism(text, next) > next + 2) return at;  // "non-U.S."
  if (at - begin <= kMaxPrefix) {
    std::string prefix;
    spell(text.substr(begin, at - begin), prefix);
    if (std::ranges::find(kPrefixes, word_key(prefix)) != std::end(kPrefixes)) return next;
  }
  // The Persian link: "Mujahedin-e Khalq".
  const bool link = byte_at(text, next) == 'e' && character_at(text, next + 1).cls == space;
  return link && at - begin > 2 && character_at(text, begin).cls == upper ? next : at;
}

std::uint32_t after_ampersand(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const bool capitals =
      is_ascii_upper(byte_at(text, at - 1)) && is_ascii_upper(byte_at(text, at + 1));
  return capitals && at - begin <= 4 ? at + 1 : at;
}

std::uint32_t after_slash(std::string_view text, std::uint32_t begin, std::uint32_t at) {
  const bool single = at == begin + 1 && is_ascii_letter(byte_at(text, at + 1));
  const Character after = character_at(text, at + 2);
  return single && !is_alnum(after.cls) && after.value != '/' ? at + 1 : at;
}

}  // namespace sayso
