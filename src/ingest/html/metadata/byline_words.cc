#include "ingest/html/metadata/byline_words.h"

#include <iterator>
#include <unordered_map>

#include "core/lexicon.h"
#include "core/resource.h"

namespace sayso {
namespace {
constexpr std::string_view kNames[] = {"cue",  "start",  "preposition", "joint", "particle",
                                       "role", "opener", "nameless",    "nobody"};

// A bit for each kind.
using KindSet = std::uint16_t;

KindSet bit(std::size_t kind) { return static_cast<KindSet>(1U << kind); }

const std::unordered_map<std::string_view, KindSet>& words() {
  static const auto table = [] {
    std::unordered_map<std::string_view, KindSet> rows;
    for (const auto& row : lexicon_rows(resource("lexicons/byline_words.tsv"))) {
      for (std::size_t kind = 0; kind < std::size(kNames); ++kind) {
        if (row[1] == kNames[kind]) rows[row[0]] |= bit(kind);
      }
    }
    return rows;
  }();
  return table;
}
}  // namespace

bool is_byline_word(BylineWord kind, std::string_view lower) {
  const auto found = words().find(lower);
  return found != words().end() && (found->second & bit(static_cast<std::size_t>(kind))) != 0;
}

}  // namespace sayso
