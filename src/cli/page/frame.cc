#include "cli/page/frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace sayso {
namespace {
constexpr double kMargin = 1.4;         // times what the points span
constexpr double kFlattest = 0.55;      // height of width
constexpr double kTallest = 0.75;       // ...
constexpr double kLeastSqueeze = 0.15;  // of longitudes, near the poles

struct Range {
  double low = 0, high = 0;
  double middle() const { return (low + high) / 2; }
  double size() const { return high - low; }
};

// The shortest arc that holds all: the circle without its widest gap.
Range longitudes(std::span<const GeoPoint> points) {
  std::vector<double> all;
  all.reserve(points.size());
  for (const GeoPoint p : points) all.push_back(p.lon);
  std::sort(all.begin(), all.end());
  Range best{all.front(), all.back()};
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Range around{all[i], all[i - 1] + 360};
    if (around.size() < best.size()) best = around;
  }
  return best;
}

Range latitudes(std::span<const GeoPoint> points) {
  const auto [low, high] = std::minmax_element(
      points.begin(), points.end(), [](GeoPoint a, GeoPoint b) { return a.lat < b.lat; });
  return {low->lat, high->lat};
}
}  // namespace

double MapFrame::turned(double lon) const { return lon - 360 * std::floor((lon - west) / 360); }

MapFrame frame_around(std::span<const GeoPoint> points, double narrowest) {
  const Range lon = longitudes(points);
  const Range lat = latitudes(points);
  const double squeeze = std::max(std::cos(lat.middle() * std::numbers::pi / 180), kLeastSqueeze);
  // Both in degrees of latitude.
  double width = std::max(lon.size() * squeeze * kMargin, narrowest);
  double height = lat.size() * kMargin;
  width = std::min(std::max(width, height / kTallest), 360 * squeeze);
  height = std::min(std::max(height, width * kFlattest), 180.0);

  MapFrame frame;
  frame.units_lat = MapFrame::kWidth / width;
  frame.units_lon = frame.units_lat * squeeze;
  frame.height = std::round(height * frame.units_lat);
  frame.north = std::clamp(lat.middle() + height / 2, height - 90, 90.0);
  frame.west = lon.middle() - width / squeeze / 2;
  return frame;
}

}  // namespace sayso
