// Doubtful toponyms -> accepted after all, where the report's sure places lie close by.
//
// "Velin" alone may be anybody; in a report about a town ten kilometres from a Velin it is that.
#pragma once

#include <span>
#include <vector>

#include "normalise/place/gazetteer.h"
#include "normalise/place/resolve.h"
#include "normalise/place/toponym.h"

namespace sayso {

// Marks more of the toponyms in `accepted`, given what the accepted ones were resolved to; says
// whether it did. Their evidence grows by what the nearness is worth.
bool accept_doubtful(const Gazetteer& gazetteer, std::span<const Resolution> resolutions,
                     std::vector<Toponym>& toponyms, std::vector<bool>& accepted);

}  // namespace sayso
