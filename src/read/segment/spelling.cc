#include "read/segment/spelling.h"

#include <cstdint>

#include "core/utf8.h"
#include "read/segment/character.h"

namespace sayso {
namespace {
using enum CharClass;

std::string_view as_ascii(char32_t c) {
  switch (c) {
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201B: return "'";
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013: return "-";
    case 0x2014:
    case 0x2015: return "--";
    case 0x2026: return "...";
    default: return {};
  }
}

constexpr unsigned bit(CharClass c) { return 1U << static_cast<unsigned>(c); }

// What was seen of a form: classes as a set, and what only letters tell.
struct Seen {
  unsigned classes = 0;
  unsigned capitals = 0;
  bool capital_first = false;

  void add(CharClass c) {
    if (!has_letters()) capital_first = c == upper;
    classes |= bit(c);
    capitals += c == upper ? 1U : 0U;
  }
  bool has(CharClass c) const { return (classes & bit(c)) != 0; }
  bool has_letters() const { return (classes & (bit(lower) | bit(upper) | bit(letter))) != 0; }

  WordShape shape() const {
    if (!has_letters()) return has(digit) ? WordShape::number : WordShape::punctuation;
    if (capitals == 0) return has(lower) ? WordShape::lower : WordShape::other;
    if (!has(lower)) return WordShape::upper;
    return capital_first && capitals == 1 ? WordShape::capitalized : WordShape::mixed;
  }
};

// Appends what stands from `at` on, of any script.
void spell_rest(std::string_view form, std::uint32_t at, std::string& lower_form, Seen& seen) {
  while (at < form.size()) {
    const Character c = character_at(form, at);
    at += c.size;
    if (c.cls == ignorable) continue;
    seen.add(c.cls);
    const std::string_view ascii = as_ascii(c.value);
    if (ascii.empty()) {
      append_utf8(lower_form, to_lower(c.value));
    } else {
      lower_form.append(ascii);
    }
  }
}
}  // namespace

WordShape spell(std::string_view form, std::string& lower_form) {
  lower_form.resize(form.size());
  char* const out = lower_form.data();
  Seen seen;
  std::uint32_t at = 0;
  // Most tokens are small ASCII letters to the end.
  while (at < form.size() && form[at] >= 'a' && form[at] <= 'z') {
    out[at] = form[at];
    ++at;
  }
  if (at > 0) seen.add(lower);
  for (; at < form.size(); ++at) {
    const auto byte = static_cast<unsigned char>(form[at]);
    if (byte >= 128) break;
    const CharClass c = kAsciiClasses[byte];
    seen.add(c);
    out[at] = static_cast<char>(c == upper ? byte + 32 : byte);
  }
  if (at < form.size()) {
    lower_form.resize(at);
    spell_rest(form, at, lower_form, seen);
  }
  return seen.shape();
}

}  // namespace sayso
