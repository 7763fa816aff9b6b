// models/basemap.bin -> the land of the world and the borders between countries.
//
// The file's format is told in train/basemap/make_basemap.py, which writes it.
#pragma once

#include <vector>

namespace sayso {

struct GeoPoint {
  double lat = 0, lon = 0;  // degrees
};

struct GeoLine {
  std::vector<GeoPoint> points = {};
  GeoPoint low = {}, high = {};  // the corners of its box
};

struct BaseMap {
  std::vector<GeoLine> land = {};  // rings; the last point is joined to the first
  std::vector<GeoLine> borders = {};
};

// The one in the program, decoded when it is first asked for.
const BaseMap& base_map();

}  // namespace sayso
