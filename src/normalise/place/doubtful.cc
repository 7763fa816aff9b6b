#include "normalise/place/doubtful.h"

#include <algorithm>
#include <cmath>

namespace sayso {
namespace {
constexpr double kMostDoubt = -2.0;  // below this nearness does not help
constexpr double kNearKm = 60;
constexpr double kWorth = 2.0;
// Caps that keep the work linear.
constexpr std::size_t kMaxAnchors = 32;
constexpr std::size_t kMaxBearers = 16;

constexpr double kKmPerDegree = 111.2;
constexpr double kRadian = 3.14159265358979323846 / 180;

bool is_town(const GazetteerEntry& e) {
  return e.place_class >= PlaceClass::admin2 && e.place_class <= PlaceClass::section;
}

bool is_near(const GazetteerEntry& a, const GazetteerEntry& b) {
  const double dlat = (a.lat() - b.lat()) * kKmPerDegree;
  if (std::abs(dlat) > kNearKm) return false;
  const double dlon = (a.lon() - b.lon()) * kKmPerDegree * std::cos(a.lat() * kRadian);
  return dlat * dlat + dlon * dlon < kNearKm * kNearKm;
}

// Different towns and districts the report is sure of.
std::vector<EntryIndex> anchors_of(const Gazetteer& gazetteer,
                                   std::span<const Resolution> resolutions) {
  std::vector<EntryIndex> anchors;
  for (const Resolution& r : resolutions) {
    if (r.entry == kNoEntry || !is_town(gazetteer[r.entry])) continue;
    if (std::find(anchors.begin(), anchors.end(), r.entry) != anchors.end()) continue;
    anchors.push_back(r.entry);
    if (anchors.size() == kMaxAnchors) break;
  }
  return anchors;
}

bool is_near_any(const Gazetteer& gazetteer, const Toponym& toponym,
                 const std::vector<EntryIndex>& anchors) {
  const auto bearers = toponym.bearers.first(std::min(toponym.bearers.size(), kMaxBearers));
  return std::any_of(bearers.begin(), bearers.end(), [&](NamedEntry b) {
    const GazetteerEntry& e = gazetteer[b.entry()];
    if (!is_town(e) || b.use() == NameUse::alternate) return false;
    return std::any_of(anchors.begin(), anchors.end(),
                       [&](EntryIndex a) { return a != b.entry() && is_near(gazetteer[a], e); });
  });
}
}  // namespace

bool accept_doubtful(const Gazetteer& gazetteer, std::span<const Resolution> resolutions,
                     std::vector<Toponym>& toponyms, std::vector<bool>& accepted) {
  const std::vector<EntryIndex> anchors = anchors_of(gazetteer, resolutions);
  if (anchors.empty()) return false;
  bool any = false;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    Toponym& t = toponyms[i];
    if (accepted[i] || t.demonym || t.evidence < kMostDoubt) continue;
    if (!is_near_any(gazetteer, t, anchors)) continue;
    t.evidence += kWorth;
    if (t.evidence <= 0) continue;
    t.rule = "place.nearby";
    accepted[i] = true;
    any = true;
  }
  return any;
}

}  // namespace sayso
