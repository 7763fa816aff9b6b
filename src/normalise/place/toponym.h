// Toponym: words of a report that may name a place, with what speaks for it and against it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/values.h"
#include "normalise/place/gazetteer.h"

namespace sayso {

using ToponymIndex = std::uint32_t;

struct Toponym {
  TokenRange tokens = {};
  Span span = {};                            // set when no token holds it: the place of a dateline
  NameKey name = 0;                          // mentions of one name share it
  std::span<const NamedEntry> bearers = {};  // of the gazetteer; empty when it is not listed
  bool demonym = false;                      // "Albanian"
  bool abbreviation = false;                 // "US", "Calif.": other entries of that name are out
  bool division = false;                     // "Lirana Province": only divisions are meant
  // "Lirana, Ostland": the index of Ostland.
  std::optional<ToponymIndex> container = {};
  bool contains_another = false;  // it is Ostland
  PlaceKind kind = PlaceKind::literal;
  double evidence = 0;    // log odds that a place is meant
  const char* rule = "";  // what speaks for it most
};

// The names of the gazetteer in the report's tokens, longest first, not overlapping, in text
// order. Only the spelling is looked at: which of them are places is judged later.
std::vector<Toponym> match_toponyms(std::string_view text, const Analysis& analysis,
                                    const Gazetteer& gazetteer);

}  // namespace sayso
