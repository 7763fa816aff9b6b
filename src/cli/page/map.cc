#include "cli/page/map.h"

#include <algorithm>
#include <cmath>

#include "cli/page/frame.h"
#include "cli/page/labels.h"
#include "cli/page/page_html.h"
#include "cli/terminal.h"

namespace sayso {
namespace {
constexpr std::size_t kMostMarkers = 40;
// Degrees of latitude that a map of one town is wide: 1,000 km, and more if nothing is to be seen.
constexpr double kNarrowest = 9, kWidest = 40;
constexpr std::size_t kBarelyAnything = 600;  // bytes of path data
constexpr double kOutside = 8;  // units beyond the frame that are drawn, so that no cut shows
constexpr double kFinest = 4;   // units: nearer points of a line are left out
constexpr double kSpeck = 2;    // units: smaller islands are left out

std::string whole(double value) { return std::to_string(std::llround(value)); }

// Path data: whole units, each point relative to the one before.
class Path {
 public:
  void add(const std::vector<MapPoint>& points, bool closed) {
    double finest = kFinest;
    if (closed) {
      const double size = size_of(points);
      if (size < kSpeck) return;
      finest = std::min(finest, size / 4);
    }
    bool first = true;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const long x = std::lround(points[i].x), y = std::lround(points[i].y);
      if (first) {
        data_ += 'M' + std::to_string(x) + ' ' + std::to_string(y) + 'l';
      } else {
        const bool last = !closed && i + 1 == points.size();
        const long step = std::max(std::abs(x - x_), std::abs(y - y_));
        if (step == 0 || (!last && static_cast<double>(step) < finest)) continue;
        number(x - x_);
        number(y - y_);
      }
      first = false;
      x_ = x;
      y_ = y;
    }
    if (data_.ends_with('l')) data_ += "0 0";
    if (closed) data_ += 'z';
  }
  const std::string& data() const { return data_; }

 private:
  static double size_of(const std::vector<MapPoint>& points) {
    const auto [left, right] = std::minmax_element(
        points.begin(), points.end(), [](MapPoint a, MapPoint b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(
        points.begin(), points.end(), [](MapPoint a, MapPoint b) { return a.y < b.y; });
    return std::max(right->x - left->x, bottom->y - top->y);
  }
  void number(long n) {
    if (n >= 0 && !data_.ends_with('l')) data_ += ' ';
    data_ += std::to_string(n);
  }
  std::string data_;
  long x_ = 0, y_ = 0;
};

// What of a closed line lies on one side of an axis (Sutherland and Hodgman's step).
template <typename Depth>
std::vector<MapPoint> cut(const std::vector<MapPoint>& ring, Depth depth) {
  std::vector<MapPoint> out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapPoint a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    const double from = depth(a), to = depth(b);
    if ((from < 0) != (to < 0)) {
      const double t = from / (from - to);
      out.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
    }
    if (to >= 0) out.push_back(b);
  }
  return out;
}

class MapMaker {
 public:
  MapMaker(const std::vector<PagePlace>& places, const MapFrame& frame)
      : places_(places),
        frame_(frame),
        sheet_{0, 0, MapFrame::kWidth, frame.height},
        cutting_{-kOutside, -kOutside, MapFrame::kWidth + kOutside, frame.height + kOutside} {}

  // False when there is next to nothing to see, as in the middle of a sea or a large country.
  bool draw_world() {
    for (const double turn : {-360.0, 0.0, 360.0}) {
      for (const GeoLine& ring : base_map().land) add_ring(ring, turn);
      for (const GeoLine& line : base_map().borders) add_line(line, turn);
    }
    return land_.data().size() + borders_.data().size() > kBarelyAnything;
  }

  std::string make() {
    out_ = "<svg viewBox=\"0 0 " + whole(MapFrame::kWidth) + ' ' + whole(frame_.height) +
           "\" role=\"group\" aria-label=\"Map of the places the report names\">\n";
    out_ += "<path class=\"land\" d=\"" + land_.data() + "\"/>\n";
    out_ += "<path class=\"borders\" d=\"" + borders_.data() + "\"/>\n";
    add_markers();
    return std::move(out_) + "</svg>\n";
  }

 private:
  bool may_show(const GeoLine& line, double turn) const {
    const MapPoint low = frame_.at({line.low.lat, line.low.lon + turn});
    const MapPoint high = frame_.at({line.high.lat, line.high.lon + turn});
    return cutting_.meets({low.x, high.y, high.x, low.y});
  }
  std::vector<MapPoint> on_map(const GeoLine& line, double turn) const {
    std::vector<MapPoint> out;
    out.reserve(line.points.size());
    for (const GeoPoint p : line.points) out.push_back(frame_.at({p.lat, p.lon + turn}));
    return out;
  }

  void add_ring(const GeoLine& ring, double turn) {
    if (!may_show(ring, turn)) return;
    auto points = on_map(ring, turn);
    points = cut(points, [this](MapPoint p) { return p.x - cutting_.left; });
    points = cut(points, [this](MapPoint p) { return cutting_.right - p.x; });
    points = cut(points, [this](MapPoint p) { return p.y - cutting_.top; });
    points = cut(points, [this](MapPoint p) { return cutting_.bottom - p.y; });
    if (points.size() > 2) land_.add(points, true);
  }

  // In stretches: a piece that has no part inside ends one. What sticks out the SVG cuts.
  void add_line(const GeoLine& line, double turn) {
    if (!may_show(line, turn)) return;
    const auto points = on_map(line, turn);
    std::vector<MapPoint> stretch;
    const auto end_stretch = [&] {
      if (stretch.size() > 1) borders_.add(stretch, false);
      stretch.clear();
    };
    for (std::size_t i = 1; i < points.size(); ++i) {
      const MapPoint a = points[i - 1], b = points[i];
      const Box piece{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x),
                      std::max(a.y, b.y)};
      if (!cutting_.meets(piece)) {
        end_stretch();
        continue;
      }
      if (stretch.empty()) stretch.push_back(a);
      stretch.push_back(b);
    }
    end_stretch();
  }

  void add_markers() {
    std::vector<std::size_t> shown;
    std::vector<MapMark> marks;
    for (std::size_t i = 0; i < places_.size() && marks.size() < kMostMarkers; ++i) {
      const PagePlace& place = places_[i];
      if (!place.point) continue;
      const MapPoint at = frame_.at({place.point->lat, frame_.turned(place.point->lon)});
      if (!frame_.holds(at)) continue;
      const auto mentions = static_cast<double>(place.spans.size());
      shown.push_back(i);
      marks.push_back({.at = at,
                       .radius = std::min(8 + 4 * std::sqrt(mentions - 1), 22.0),
                       .letters = columns(place.name)});
    }
    const auto labels = place_labels(marks, sheet_);
    for (std::size_t i = 0; i < marks.size(); ++i) write(shown[i], marks[i], labels[i]);
  }

  // The title has the name as well, for where there is no room for a label.
  void write(std::size_t number, const MapMark& mark, const std::optional<MapLabel>& label) {
    const PagePlace& place = places_[number];
    const std::size_t mentions = place.spans.size();
    const std::string where = where_in_words(place);
    std::string title = place.name + (where.empty() ? "" : ", " + where);
    if (place.is_area) title += ", its middle";
    title += mentions == 1 ? ": named once" : ": named " + std::to_string(mentions) + " times";
    if (place.event_told) title += "; an event is told of there";
    out_ += std::string("<g class=\"marker") + (place.event_told ? " told" : "") +
            (place.is_area ? " area" : "") + "\" data-of=\"p" + std::to_string(number + 1) +
            "\" tabindex=\"0\"><title>" + escape_html(title) + "</title><circle cx=\"" +
            whole(mark.at.x) + "\" cy=\"" + whole(mark.at.y) + "\" r=\"" + whole(mark.radius) +
            "\"/>";
    if (label) {
      out_ += "<text x=\"" + whole(label->x) + "\" y=\"" + whole(label->base) +
              "\" text-anchor=\"" + label->anchor + "\">" + escape_html(place.name) + "</text>";
    }
    out_ += "</g>\n";
  }

  const std::vector<PagePlace>& places_;
  MapFrame frame_;
  Box sheet_, cutting_;
  Path land_ = {}, borders_ = {};
  std::string out_ = {};
};

// The points to frame. The middle of a country says little where a place in it is shown, and that
// of a continent where anything is.
std::vector<GeoPoint> points_to_frame(const std::vector<PagePlace>& places) {
  std::vector<GeoPoint> points;
  std::vector<GeoPoint> middles;
  for (const PagePlace& place : places) {
    if (!place.point) continue;
    const auto shows_it = [&](const PagePlace& other) {
      return other.point && !other.is_area && other.country == place.country;
    };
    const bool continent = place.is_area && place.country.empty();
    const bool shown = place.is_area && std::any_of(places.begin(), places.end(), shows_it);
    (continent || shown ? middles : points).push_back(*place.point);
  }
  return points.empty() ? middles : points;
}
}  // namespace

std::string map_as_svg(const std::vector<PagePlace>& places) {
  const auto points = points_to_frame(places);
  if (points.empty()) return {};
  for (double narrowest = kNarrowest;; narrowest *= 2) {
    MapMaker maker(places, frame_around(points, narrowest));
    if (maker.draw_world() || narrowest > kWidest / 2) return maker.make();
  }
}

}  // namespace sayso
