#include "ingest/text/title.h"

#include <algorithm>
#include <string>

#include "ingest/cursor.h"
#include "ingest/text/signatures.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestTitle = 200;  // bytes
constexpr int kFewestWords = 3, kMostWords = 24;
constexpr std::size_t kLongLine = 80;  // bytes: longer than any heading needs to be, or a sentence

// Captions and page furniture that scrapers leave at the top.
constexpr std::string_view kNoTitleStarts[] = {
    "please ",
    "related",
    "click ",
    "subscribe",
    "sign up",
    "to join",
    "you must",
    "about the author",
    "story highlights",
    "close ",
    "embed ",
    "get the ",
    "advertisement",
    "loading",
    "watch ",
    "photo",
    "image",
    "video",
    "caption",
    "file ",
    "share ",
    "follow ",
    "read more",
    "contributed",
};
constexpr std::string_view kNoTitleParts[] = {
    "(photo",       "photo:",        "(source",      "source:",    "full caption",
    "hide caption", "image caption", "getty images", "file photo", "photo by",
    "photo/",       "press)",        "(ap",          "courtesy",   "contributed to this report",
};

bool is_caption(std::string_view line) {
  std::string lower(line);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::lower);
  return std::any_of(std::begin(kNoTitleStarts), std::end(kNoTitleStarts),
                     [&](std::string_view start) { return lower.starts_with(start); }) ||
         std::any_of(std::begin(kNoTitleParts), std::end(kNoTitleParts),
                     [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

int count_words(std::string_view line) {
  int words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool blank = ascii::is_blank(c);
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  }
  return words;
}

// One of the next lines is long, or a sentence.
bool has_body(std::string_view after) {
  constexpr int kMostLines = 8;
  for (int line = 0; line < kMostLines && !after.empty(); ++line) {
    const std::size_t end = std::min(after.find('\n'), after.size());
    const std::string_view text = trimmed(after.substr(0, end));
    if (text.size() >= kLongLine || (ends_sentence(text) && count_words(text) >= kFewestWords)) {
      return true;
    }
    after.remove_prefix(std::min(end + 1, after.size()));
  }
  return false;
}

// The next line carries on the paragraph: text wrapped at some 70 columns.
bool is_wrapped(std::string_view line, std::string_view after) {
  constexpr std::size_t kNarrowest = 45, kWidest = 100;  // bytes
  if (after.starts_with('\n')) after.remove_prefix(1);
  const std::string_view next = after.substr(0, after.find('\n'));
  if (trimmed(next).empty()) return false;
  if (!may_begin_sentence(trimmed(next))) return true;
  const bool both_narrow = line.size() >= kNarrowest && line.size() <= kWidest &&
                           next.size() >= kNarrowest && next.size() <= kWidest;
  return both_narrow && !ends_sentence(next);
}

bool is_title_end(char c) {
  return std::string_view(".:;,-([)]").find(c) != std::string_view::npos;
}
}  // namespace

bool is_heading(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > kLongestTitle || is_title_end(line.back())) return false;
  const bool question = line.ends_with('?') || line.ends_with('!');
  if (!may_begin_sentence(line) || (ends_sentence(line) && !question)) return false;
  const int words = count_words(line);
  if (words < kFewestWords || words > kMostWords) return false;
  return !is_caption(line) && !looks_like_outlet(line);
}

bool is_title(std::string_view line, std::string_view after) {
  return is_heading(line) && !is_wrapped(trimmed(line), after) && has_body(after);
}

std::size_t match_title(std::string_view text, std::string_view title) {
  Cursor t{text}, k{trimmed(title)};
  if (k.at_end()) return 0;
  while (!k.at_end()) {
    if (k.take_blanks()) {
      if (!t.take_blanks()) return 0;
      continue;
    }
    if (t.at_end() || t.text[t.at] != k.text[k.at]) {
      // The title may end in a full stop that the text has before a quotation mark, or not at all.
      const bool same_but_stop = k.rest() == "." || (t.peek() == '.' && k.rest().size() <= 3);
      return same_but_stop && t.at > 0 ? std::min(text.find('\n'), text.size()) : 0;
    }
    ++t.at;
    ++k.at;
  }
  // Only a whole line, or the whole text, is a title.
  const std::size_t end = std::min(text.find('\n', t.at), text.size());
  return end - t.at <= 3 ? end : 0;
}

}  // namespace sayso
