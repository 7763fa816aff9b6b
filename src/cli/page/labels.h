// Marks on a map -> where their names stand, so that no two hide each other.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "cli/page/frame.h"

namespace sayso {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;
  bool meets(const Box& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  bool inside(const Box& other) const {
    return left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom;
  }
};

struct MapMark {
  MapPoint at = {};
  double radius = 0;     // units
  unsigned letters = 0;  // of its name
};

// As SVG sets text: at x, on a base line, from its "start", "middle" or "end".
struct MapLabel {
  double x = 0, base = 0;
  const char* anchor = "start";
};

// For each mark, the first ones choosing first. A name that finds no room beside its mark, hides a
// mark or would seem to be another's has none.
std::vector<std::optional<MapLabel>> place_labels(std::span<const MapMark> marks, const Box& sheet);

}  // namespace sayso
