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

// What was seen of a form so far.
struct Seen {
  bool upper_first = false, upper_later = false, lower = false, caseless = false, digit = false;

  void add(CharClass c) {
    if (c == CharClass::upper) {
      (letters() ? upper_later : upper_first) = true;
    } else {
      lower |= c == CharClass::lower;
      caseless |= c == letter;
      digit |= c == CharClass::digit;
    }
  }
  bool upper() const { return upper_first || upper_later; }
  bool letters() const { return upper() || lower || caseless; }

  WordShape shape() const {
    if (!letters()) return digit ? WordShape::number : WordShape::punctuation;
    if (!upper()) return lower ? WordShape::lower : WordShape::other;
    if (!lower) return WordShape::upper;
    return upper_first && !upper_later ? WordShape::capitalized : WordShape::mixed;
  }
};
}  // namespace

WordShape spell(std::string_view form, std::string& lower_form) {
  lower_form.resize(form.size());
  Seen seen;
  std::uint32_t at = 0;
  for (; at < form.size(); ++at) {
    const auto byte = static_cast<unsigned char>(form[at]);
    if (byte >= 128) break;
    const CharClass c = kAsciiClasses[byte];
    seen.add(c);
    lower_form[at] = static_cast<char>(c == upper ? byte + 32 : byte);
  }
  lower_form.resize(at);
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
  return seen.shape();
}

}  // namespace sayso
