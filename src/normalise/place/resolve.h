// Toponyms of one report -> the gazetteer entry each means, by what the whole report speaks of.
//
// A name has one meaning in a report. It is chosen among the name's bearers by how well known
// each is, by the countries and divisions the report speaks of, by a container ("Lirana,
// Ostland"), and by how near it lies to the other places meant; in a few rounds, because each
// choice informs the others.
#pragma once

#include <span>
#include <vector>

#include "normalise/place/gazetteer.h"
#include "normalise/place/toponym.h"

namespace sayso {

struct Resolution {
  EntryIndex entry = kNoEntry;
  float confidence = 0;  // 0 to 1, that it is this bearer of the name
  const char* rule = "";
};

// One for each toponym that `accepted` marks; the others get none and say nothing.
std::vector<Resolution> resolve_toponyms(const Gazetteer& gazetteer,
                                         std::span<const Toponym> toponyms,
                                         const std::vector<bool>& accepted);

}  // namespace sayso
