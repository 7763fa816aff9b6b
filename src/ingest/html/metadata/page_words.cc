#include "ingest/html/metadata/page_words.h"

#include <array>
#include <unordered_map>

#include "core/lexicon.h"
#include "core/resource.h"
#include "ingest/cursor.h"
#include "ingest/html/metadata/letters.h"

namespace sayso {
namespace {
using WordTable = std::unordered_map<std::string_view, PageHints>;

const WordTable& words() {
  static const WordTable table = [] {
    WordTable rows;
    for (const auto& row : lexicon_rows(resource("lexicons/page_words.tsv"))) {
      PageHints& hints = rows[row[0]];
      hints.date |= row[1] == "date";
      hints.published |= row[1] == "published";
      hints.modified |= row[1] == "modified";
      hints.author |= row[1] == "author";
      hints.outside |= row[1] == "outside";
      hints.beside |= row[1] == "beside";
    }
    return rows;
  }();
  return table;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// The end of the word at `at`: "publishDate" is two, "URL" one.
std::size_t word_end(std::string_view value, std::size_t at) {
  std::size_t end = at + 1;
  while (end < value.size() && ascii::is_letter(value[end]) &&
         (!is_capital(value[end]) || is_capital(value[end - 1]))) {
    ++end;
  }
  return end;
}
}  // namespace

void PageHints::add(const PageHints& other) {
  date |= other.date;
  published |= other.published;
  modified |= other.modified;
  author |= other.author;
  outside |= other.outside;
  beside |= other.beside;
}

PageHints find_page_word(std::string_view word) {
  constexpr std::size_t kShortest = 2, kLongest = 32;
  if (word.size() < kShortest || word.size() > kLongest) return {};
  std::array<char, kLongest> lower = {};
  const std::size_t size = to_lower(word, lower.data());
  const auto found = words().find(std::string_view(lower.data(), size));
  return found == words().end() ? PageHints{} : found->second;
}

PageHints read_class(std::string_view value) {
  PageHints hints;
  for (std::size_t at = 0; at < value.size();) {
    if (!ascii::is_letter(value[at])) {
      ++at;
      continue;
    }
    const std::size_t end = word_end(value, at);
    hints.add(find_page_word(value.substr(at, end - at)));
    at = end;
  }
  return hints;
}

PageHints read_cue(std::string_view text) {
  PageHints hints;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = match_letters(text.substr(at));
    if (size > 0) hints.add(find_page_word(text.substr(at, size)));
    at += size + (size == 0 ? 1 : 0);
  }
  return hints;
}

}  // namespace sayso
