// Places -> a small map: SVG that needs no script and nothing from outside.
#pragma once

#include <string>
#include <vector>

#include "cli/page/places.h"

namespace sayso {

// An <svg> element with the land, the borders, and a marker for each place that has a point: the
// place of index i is in <g class="marker" data-of="p{i+1}">. Empty when no place has a point.
std::string map_as_svg(const std::vector<PagePlace>& places);

}  // namespace sayso
