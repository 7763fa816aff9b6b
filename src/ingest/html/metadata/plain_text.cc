#include "ingest/html/metadata/plain_text.h"

#include <algorithm>

#include "ingest/cursor.h"
#include "ingest/html/character_references.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
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

std::string without_tags(std::string_view text) {
  // Behind it a "<" begins no tag: looking for the end again and again would take too long.
  const std::size_t last_end = text.find('>') == text.npos ? 0 : text.rfind('>');
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = text[at] == '<' && at < last_end ? match_tag(text.substr(at)) : 0;
    if (size == 0) out += text[at];
    at += std::max<std::size_t>(size, 1);
  }
  return out;
}

std::string without_invisible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = match_invisible(text.substr(at));
    if (size == 0) out += text[at];
    at += std::max<std::size_t>(size, 1);
  }
  return out;
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
  // A "<" that a reference stands for begins no tag, so they are resolved after.
  const std::string resolved =
      resolve_references(without_tags(prefix(text, kLongestPlainText)), true);
  return single_blanks(without_invisible(resolved));
}

}  // namespace sayso
