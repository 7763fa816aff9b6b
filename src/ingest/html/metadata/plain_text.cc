#include "ingest/html/metadata/plain_text.h"

#include <algorithm>
#include <cstdint>

#include "core/utf8.h"
#include "ingest/cursor.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
struct Reference {
  std::string_view name;
  std::string_view text;
};
// Those that content systems leave in titles and names.
constexpr Reference kReferences[] = {
    {"amp", "&"},    {"quot", "\""},  {"apos", "'"},   {"lt", "<"},     {"gt", ">"},
    {"nbsp", " "},   {"auml", "ä"},   {"ouml", "ö"},   {"uuml", "ü"},   {"Auml", "Ä"},
    {"Ouml", "Ö"},   {"Uuml", "Ü"},   {"szlig", "ß"},  {"eacute", "é"}, {"egrave", "è"},
    {"ecirc", "ê"},  {"aacute", "á"}, {"agrave", "à"}, {"acirc", "â"},  {"atilde", "ã"},
    {"aring", "å"},  {"iacute", "í"}, {"oacute", "ó"}, {"ocirc", "ô"},  {"oslash", "ø"},
    {"uacute", "ú"}, {"ntilde", "ñ"}, {"ccedil", "ç"}, {"aelig", "æ"},  {"Eacute", "É"},
    {"ndash", "–"},  {"mdash", "—"},  {"rsquo", "’"},  {"lsquo", "‘"},  {"ldquo", "“"},
    {"rdquo", "”"},  {"bdquo", "„"},  {"laquo", "«"},  {"raquo", "»"},  {"hellip", "…"},
    {"shy", ""},     {"middot", "·"}, {"bull", "•"},   {"euro", "€"},
};
constexpr std::size_t kLongestReference = 10;

// "#39", "#x27": the code point, or 0.
char32_t numeric_reference(std::string_view digits) {
  const bool hex = digits.size() > 1 && ascii::lower(digits[0]) == 'x';
  if (hex) digits.remove_prefix(1);
  char32_t value = 0;
  for (const char c : digits) {
    const char lower = ascii::lower(c);
    const bool letter = hex && lower >= 'a' && lower <= 'f';
    if (!ascii::is_digit(c) && !letter) return 0;
    const int digit = letter ? lower - 'a' + 10 : c - '0';
    value = value * (hex ? 16U : 10U) + static_cast<char32_t>(digit);
    if (value > 0x10FFFF) return 0;
  }
  return value >= 0xD800 && value <= 0xDFFF ? 0 : value;
}

// Appends what the reference at the start of `text` stands for; its size, or 0.
std::size_t append_reference(std::string_view text, std::string& out) {
  const std::size_t end = text.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  if (name[0] == '#') {
    const char32_t value = numeric_reference(name.substr(1));
    if (value == 0) return 0;
    if (value == 0xA0) {
      out += ' ';
    } else {
      append_utf8(out, value);
    }
    return end + 1;
  }
  for (const Reference& reference : kReferences) {
    if (reference.name != name) continue;
    out += reference.text;
    return end + 1;
  }
  return 0;
}

// "<em>", "</a>": not "a < b".
std::size_t match_tag(std::string_view text) {
  const bool tag = text.size() > 2 && (ascii::is_letter(text[1]) || text[1] == '/');
  const std::size_t end = tag ? text.find('>') : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1;
}

// Characters that show as nothing: zero-width ones, byte order marks, soft hyphens.
std::size_t match_invisible(std::string_view text) {
  for (const std::string_view mark : {"\xE2\x80\x8B", "\xE2\x80\x8C", "\xE2\x80\x8D",
                                      "\xE2\x80\x8E", "\xE2\x80\x8F", "\xEF\xBB\xBF", "\xC2\xAD"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

std::string single_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  Cursor c{text};
  c.take_blanks();
  while (!c.at_end()) {
    if (c.take_blanks()) {
      if (!c.at_end()) out += ' ';
      continue;
    }
    out += text[c.at++];
  }
  return out;
}
}  // namespace

std::string plain_text(std::string_view text) {
  text = prefix(text, kLongestPlainText);
  // Behind it a "<" begins no tag: looking for the end again and again would take too long.
  const std::size_t last_end = text.find('>') == text.npos ? 0 : text.rfind('>');
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    std::size_t size = 0;
    if (c == '&') size = append_reference(text.substr(at), out);
    if (c == '<' && at < last_end) size = match_tag(text.substr(at));
    if (static_cast<unsigned char>(c) >= 0x80) size = match_invisible(text.substr(at));
    if (size == 0) {
      out += c;
      size = 1;
    }
    at += size;
  }
  return single_blanks(out);
}

}  // namespace sayso
