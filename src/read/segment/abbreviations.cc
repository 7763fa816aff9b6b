#include "read/segment/abbreviations.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/resource.h"

namespace sayso {
namespace {
// In the order of AbbreviationKind, without the kinds that are no lexicon's.
constexpr std::array<std::string_view, 13> kKinds = {
    "none",  "title",  "name_suffix",  "month", "day",     "number", "unit",
    "place", "street", "organization", "time",  "general", "joining"};
constexpr std::uint32_t kWord = 0x100;  // added to the kind in the table's values
}  // namespace

Result<Abbreviations> Abbreviations::load() {
  Abbreviations made;
  for (const auto& row : lexicon_rows(resource("lexicons/abbreviations.tsv"))) {
    const auto kind = row.size() < 2 ? kKinds.end() : std::ranges::find(kKinds, row[1]);
    if (kind == kKinds.end()) {
      return Error{ErrorKind::damaged_model,
                   "cannot read lexicons/abbreviations.tsv: no such kind beside \"" +
                       std::string(row[0]) + "\""};
    }
    const bool word = row.size() > 2 && row[2] == "word";
    made.table_.add(row[0],
                    static_cast<std::uint32_t>(kind - kKinds.begin()) | (word ? kWord : 0U));
  }
  return made;
}

Abbreviation Abbreviations::find(std::string_view lower) const {
  const auto value = table_.find(word_key(lower));
  if (!value) return {};
  return {static_cast<AbbreviationKind>(*value & 0xFFU), (*value & kWord) != 0};
}

}  // namespace sayso
