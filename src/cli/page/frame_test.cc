#include "cli/page/frame.h"

#include <gtest/gtest.h>

#include <vector>

namespace sayso {
namespace {
using Points = std::vector<GeoPoint>;

TEST(MapFrame, HoldsEveryPoint) {
  for (const Points& points :
       {Points{{41.4, 19.6}},                                         // one town
        Points{{-18.1, 178.4}, {-13.8, -171.8}},                      // over the antimeridian
        Points{{78.2, 15.6}, {69, 33.1}}, Points{{90, 0}},            // near the pole, and on it
        Points{{-90, 10}, {-77.8, 166.7}, {-70, -60}},                // around the other
        Points{{-34, 151}, {34, -118}, {64, -22}, {-1, 37}},          // the world
        Points{{0, -180}, {0, 180}}, Points{{80, 0}, {-80, 0.5}}}) {  // tall
    const MapFrame frame = frame_around(points, 9);
    for (const GeoPoint p : points) {
      EXPECT_TRUE(frame.holds(frame.at({p.lat, frame.turned(p.lon)}))) << p.lat << " " << p.lon;
    }
    EXPECT_GE(frame.height, 0.5 * MapFrame::kWidth);
    EXPECT_LE(frame.height, 0.8 * MapFrame::kWidth);
    EXPECT_LE(frame.north, 90);
  }
}

TEST(MapFrame, ShowsTheCountryAroundATown) {
  const MapFrame frame = frame_around(Points{{41.4, 19.6}}, 9);
  EXPECT_NEAR(MapFrame::kWidth / frame.units_lat, 9, 0.01) << "degrees of latitude: 1,000 km";
  EXPECT_NEAR(frame.units_lon / frame.units_lat, 0.75, 0.01) << "longitudes are nearer up there";
}

TEST(MapFrame, TakesTheShortWayRoundTheWorld) {
  const MapFrame fiji = frame_around(Points{{-18.1, 178.4}, {-13.8, -171.8}}, 9);
  EXPECT_LT(MapFrame::kWidth / fiji.units_lon, 20);
}

}  // namespace
}  // namespace sayso
