// Report, Analysis -> Places: the toponyms of a report and the gazetteer entries they mean.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "core/report.h"
#include "core/result.h"
#include "core/values.h"
#include "normalise/place/gazetteer.h"
#include "normalise/place/place_cues.h"

namespace sayso {

struct PlaceResources {
  Gazetteer gazetteer;
  PlaceCues cues;

  // From the resources inside the program.
  static Result<PlaceResources> load();
};

// In text order, not overlapping; literal and associative.
std::vector<Place> find_places(const Report& report, const Analysis& analysis,
                               const PlaceResources& resources);

}  // namespace sayso
