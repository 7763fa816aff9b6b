// find_relative: what is told from a place: "30 km west of Tirana", "north of Oste", "10 miles from
// Vel".
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "core/values.h"

namespace sayso {

// Sets `relative` of the places that something is told from. `quantities` and `places` are in text
// order.
void find_relative(const Analysis& analysis, std::span<const Quantity> quantities,
                   std::vector<Place>& places);

}  // namespace sayso
