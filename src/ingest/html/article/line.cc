#include "ingest/html/article/line.h"

#include <algorithm>

#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::string_view kClosers[] = {"\"", "'", ")", "]", "”", "’", "»", "“", "」", "』"};
constexpr std::string_view kEnds[] = {".",  "!",  "?",  ":", ";", "…", "。",
                                      "！", "？", "：", "؟", "۔", "।", "።"};

bool take_closer(std::string_view& text) {
  for (const std::string_view closer : kClosers) {
    if (!text.ends_with(closer)) continue;
    text.remove_suffix(closer.size());
    return true;
  }
  return false;
}
}  // namespace

bool ends_like_sentence(std::string_view text) {
  while (take_closer(text)) {
  }
  return std::any_of(std::begin(kEnds), std::end(kEnds),
                     [text](std::string_view end) { return text.ends_with(end); });
}

std::size_t match_clock(std::string_view text) {
  Cursor cursor{text};
  const auto hour = cursor.take_number(1, 2);
  if (!hour || *hour > 24) return 0;
  if (!cursor.take(':') && !cursor.take('.') && !cursor.take('h')) return 0;
  const auto minute = cursor.take_number(2, 2);
  return minute && *minute < 60 ? cursor.at : 0;
}

bool has_clock(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || !ascii::is_digit(text[i - 1]);
    if (starts && match_clock(text.substr(i)) > 0) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), ascii::is_digit);
}

}  // namespace sayso
