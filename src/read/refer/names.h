// Name tags of the tokens -> names as a report's reader would mark them.
//
// The tagger's runs are trimmed: titles, roles, articles, labels and a possessive "'s" are no part
// of a name ("Ms. Kaltrina Doda's" -> "Kaltrina Doda"; "MKO terrorist group" -> "MKO").
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "read/refer/words.h"

namespace sayso {

struct FoundName {
  TokenRange tokens = {};
  TokenIndex head = 0;  // "Ministry" in "Ministry of Justice"
  NameKind kind = NameKind::none;
  Gender gender = Gender::unknown;
  CountryId country = 0;
  bool people = false;  // "Albanians"
};

// In text order, not overlapping. ReferWords that only mean "of a country" ("Albanian") are no
// names.
std::vector<FoundName> find_names(const ReferWords& words);

// Those that overlap `range`.
std::span<const FoundName> names_in(const std::vector<FoundName>& names, TokenRange range);

}  // namespace sayso
