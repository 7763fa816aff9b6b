#include "cli/page/labels.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
// Units. The width is that of an average letter of the page's 26-unit labels, the near distance
// what a name keeps from other marks.
constexpr double kWidth = 14, kHeight = 28, kGap = 5, kNear = 10;

struct Side {
  MapPoint corner = {};  // upper left
  MapLabel label = {};
};

Box wider(const Box& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

Box box_of(const MapMark& mark) {
  return wider({mark.at.x, mark.at.y, mark.at.x, mark.at.y}, mark.radius);
}

// The sides where a name may stand, the best first.
std::array<Side, 8> sides_of(const MapMark& mark) {
  const double width = kWidth * mark.letters;
  const double right = mark.at.x + mark.radius + kGap, left = mark.at.x - mark.radius - kGap;
  const double over = mark.at.y - mark.radius - kGap - kHeight;
  const double under = mark.at.y + mark.radius + kGap;
  const double beside = mark.at.y - kHeight / 2;
  const auto side = [](double x, double top, double anchor_x, const char* anchor) {
    return Side{{x, top}, {anchor_x, top + kHeight * 0.75, anchor}};
  };
  const double x = mark.at.x;
  return {side(right, beside, right, "start"),
          side(left - width, beside, left, "end"),
          side(x - width / 2, over, x, "middle"),
          side(x - width / 2, under, x, "middle"),
          side(x, over, x, "start"),
          side(x, under, x, "start"),
          side(x - width, over, x, "end"),
          side(x - width, under, x, "end")};
}
}  // namespace

std::vector<std::optional<MapLabel>> place_labels(std::span<const MapMark> marks,
                                                  const Box& sheet) {
  std::vector<std::optional<MapLabel>> labels(marks.size());
  std::vector<Box> taken;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    for (const Side& side : sides_of(marks[i])) {
      const Box box{side.corner.x, side.corner.y, side.corner.x + kWidth * marks[i].letters,
                    side.corner.y + kHeight};
      const auto hides = [&](const Box& other) { return box.meets(other); };
      const auto is_near = [&](const MapMark& other) {
        return &other != &marks[i] && wider(box, kNear).meets(box_of(other));
      };
      if (!box.inside(sheet) || std::any_of(taken.begin(), taken.end(), hides) ||
          std::any_of(marks.begin(), marks.end(), is_near)) {
        continue;
      }
      labels[i] = side.label;
      taken.push_back(box);
      break;
    }
  }
  return labels;
}

}  // namespace sayso
