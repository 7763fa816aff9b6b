#include "ingest/text/signatures.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/lexicon.h"
#include "core/resource.h"
#include "core/word.h"
#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestAlias = 48;  // bytes

WordKey key_of(std::string_view words) {
  std::string lower(words);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::lower);
  return word_key(lower);
}

// Sorted by key, of equal ones the first row wins: a few hundred rows are read once, at the first
// report.
template <typename Value>
class Table {
 public:
  void add(std::string_view lower, Value value) { rows_.emplace_back(word_key(lower), value); }
  void sort() {
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  const Value* find(std::string_view words) const {
    if (words.empty() || words.size() > kLongestAlias) return nullptr;
    const WordKey key = key_of(words);
    const auto at = std::lower_bound(rows_.begin(), rows_.end(), key,
                                     [](const auto& row, WordKey k) { return row.first < k; });
    return at != rows_.end() && at->first == key ? &at->second : nullptr;
  }

 private:
  std::vector<std::pair<WordKey, Value>> rows_ = {};
};

const Table<KnownOutlet>& outlets() {
  static const Table<KnownOutlet> kTable = [] {
    Table<KnownOutlet> table;
    for (const auto& row : lexicon_rows(resource("lexicons/outlets.tsv"))) {
      if (row.size() >= 3) table.add(row[0], {row[1], row.size() > 3});
    }
    table.sort();
    return table;
  }();
  return kTable;
}

const Table<DatelinePlace>& places() {
  static const Table<DatelinePlace> kTable = [] {
    Table<DatelinePlace> table;
    for (const auto& row : lexicon_rows(resource("lexicons/dateline_places.tsv"))) {
      const bool city = row.size() > 1 && row[1] == "city";
      table.add(row[0], city ? DatelinePlace::city : DatelinePlace::region);
    }
    table.sort();
    return table;
  }();
  return kTable;
}

// Words that names of outlets are made of; "radio" and "the" begin them, the others end them.
constexpr std::string_view kOutletWords[] = {
    "news",     "times",   "post",         "herald",     "daily",    "press",    "agency",
    "tribune",  "journal", "gazette",      "chronicle",  "observer", "courier",  "telegraph",
    "mail",     "mirror",  "standard",     "bulletin",   "examiner", "inquirer", "sentinel",
    "dispatch", "record",  "star",         "sun",        "monitor",  "reporter", "review",
    "today",    "weekly",  "tv",           "television", "radio",    "network",  "online",
    "wire",     "service", "broadcasting", "media",      "channel",
};

bool is_outlet_word(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::lower);
  return std::find(std::begin(kOutletWords), std::end(kOutletWords), lower) !=
         std::end(kOutletWords);
}
}  // namespace

const KnownOutlet* find_outlet(std::string_view words) { return outlets().find(words); }

OutletMatch match_outlet(std::string_view text) {
  constexpr int kMostWords = 6;
  OutletMatch best;
  std::size_t end = 0;
  for (int word = 0; word < kMostWords && end < text.size() && end <= kLongestAlias; ++word) {
    end = text.find_first_of(" \t\r\n,;:()[]|/", end + (word == 0 ? 0 : 1));
    if (end == std::string_view::npos) end = text.size();
    // "SANA-" and "AP--" end in the dash that follows.
    std::string_view words = text.substr(0, std::min(end, kLongestAlias + 1));
    while (words.ends_with('-') || words.ends_with('.')) words.remove_suffix(1);
    const KnownOutlet* outlet = find_outlet(words);
    if (outlet != nullptr && !outlet->only_bracketed) best = {words.size(), outlet};
  }
  return best;
}

bool looks_like_outlet(std::string_view words) {
  if (find_outlet(words) != nullptr) return true;
  const std::size_t last = words.find_last_of(" -");
  const std::size_t first = words.find_first_of(" -");
  if (first == std::string_view::npos) return false;  // one word alone says too little
  return is_outlet_word(words.substr(last + 1)) || is_outlet_word(words.substr(0, first));
}

DatelinePlace find_dateline_place(std::string_view words) {
  const DatelinePlace* place = places().find(words);
  return place == nullptr ? DatelinePlace::unknown : *place;
}

}  // namespace sayso
