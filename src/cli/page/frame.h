// The part of the world a map shows, and where a point of it falls on the map.
#pragma once

#include <span>

#include "cli/page/basemap.h"

namespace sayso {

struct MapPoint {
  double x = 0, y = 0;  // units from the upper left corner
};

// Equirectangular, true to scale at the middle latitude. `west` + 360 may lie inside: a map of Fiji
// goes on over the antimeridian.
struct MapFrame {
  static constexpr double kWidth = 1000;  // units
  double height = 0;                      // units
  double west = 0, north = 0;             // degrees
  double units_lon = 1, units_lat = 1;    // units a degree

  MapPoint at(GeoPoint p) const {
    return {(p.lon - west) * units_lon, (north - p.lat) * units_lat};
  }
  // The longitude, turned round the world to lie east of `west`.
  double turned(double lon) const;
  bool holds(MapPoint p) const { return p.x >= 0 && p.x <= kWidth && p.y >= 0 && p.y <= height; }
};

// Around all the points, of which there is at least one; with a margin, and at least `narrowest`
// degrees of latitude wide (9 are 1,000 km), so that the country around a town is seen.
MapFrame frame_around(std::span<const GeoPoint> points, double narrowest);

}  // namespace sayso
