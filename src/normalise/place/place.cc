#include "normalise/place/place.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "core/resource.h"
#include "normalise/place/doubtful.h"
#include "normalise/place/evidence.h"
#include "normalise/place/features.h"
#include "normalise/place/resolve.h"
#include "normalise/place/toponym.h"

namespace sayso {
namespace {
float confidence(double log_odds) { return static_cast<float>(1 / (1 + std::exp(-log_odds))); }

// Fills what an entry says of a place that is it or lies in it.
void set_point(const Gazetteer& gazetteer, EntryIndex index, Place& place) {
  const GazetteerEntry& entry = gazetteer[index];
  if (entry.has_point()) {
    place.lat = entry.lat();
    place.lon = entry.lon();
  }
  if (const auto country = Gazetteer::country(entry); !country.empty()) place.country = country;
  if (const auto admin1 = gazetteer.admin1(index)) {
    place.admin1 = gazetteer.name(gazetteer[*admin1]);
  }
}

Place to_place(const Gazetteer& gazetteer, Span span, const Toponym& toponym,
               const Resolution& resolution) {
  const GazetteerEntry& entry = gazetteer[resolution.entry];
  Place place;
  place.span = span;
  place.kind = toponym.kind;
  place.name = gazetteer.name(entry);
  if (entry.geonames_id != 0) place.geonames_id = entry.geonames_id;
  set_point(gazetteer, resolution.entry, place);
  place.origin = {toponym.rule, confidence(toponym.evidence) * resolution.confidence};
  return place;
}

// A place that is not listed lies where the report's last town or division lies, or its next: it
// takes their point for want of a better, with little confidence.
Place to_unlisted_place(const Gazetteer& gazetteer, std::string_view text, Span span,
                        const Toponym& toponym, std::optional<EntryIndex> within) {
  constexpr float kTrust = 0.5F;
  Place place;
  place.span = span;
  place.name = slice(text, span);
  place.origin = {toponym.rule, confidence(toponym.evidence) * kTrust};
  if (within) set_point(gazetteer, *within, place);
  return place;
}

// For each toponym that is not listed, the entry of the town or division it lies in: the one it
// is joined to by a comma, else the nearest before it, else the first after it.
std::vector<std::optional<EntryIndex>> find_containers(const Gazetteer& gazetteer,
                                                       const std::vector<Toponym>& toponyms,
                                                       const std::vector<Resolution>& resolutions) {
  std::vector<std::optional<EntryIndex>> within(toponyms.size());
  const auto town = [&](std::size_t i) -> std::optional<EntryIndex> {
    const EntryIndex entry = resolutions[i].entry;
    if (entry == kNoEntry || toponyms[i].demonym) return std::nullopt;
    const PlaceClass c = gazetteer[entry].place_class;
    if (c < PlaceClass::admin1 || c > PlaceClass::section) return std::nullopt;
    return entry;
  };
  std::optional<EntryIndex> last;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    if (const auto entry = town(i)) last = entry;
    within[i] = last;
  }
  std::optional<EntryIndex> next;
  for (std::size_t i = toponyms.size(); i-- > 0;) {
    if (const auto entry = town(i)) next = entry;
    const bool joined = i + 1 < toponyms.size() && next == town(i + 1) &&
                        toponyms[i + 1].tokens.first == toponyms[i].tokens.last + 1;
    if (!within[i] || joined) within[i] = next;
  }
  return within;
}
}  // namespace

Result<PlaceResources> PlaceResources::load() {
  auto gazetteer = Gazetteer::open(resource("models/gazetteer.bin"));
  if (!gazetteer) return gazetteer.error();
  auto cues = PlaceCues::load();
  if (!cues) return cues.error();
  return PlaceResources{*gazetteer, std::move(*cues)};
}

std::vector<Place> find_places(const Report& report, const Analysis& analysis,
                               const PlaceResources& resources) {
  const Gazetteer& gazetteer = resources.gazetteer;
  std::vector<Toponym> toponyms = match_toponyms(report.text, analysis, gazetteer);
  const PlaceContext context{report.text, analysis, gazetteer, resources.cues};
  add_unlisted(context, toponyms);
  weigh_toponyms(context, toponyms);
  std::vector<bool> accepted(toponyms.size());
  for (std::size_t i = 0; i < toponyms.size(); ++i) accepted[i] = toponyms[i].evidence > 0;
  std::vector<Resolution> resolutions = resolve_toponyms(gazetteer, toponyms, accepted);
  if (accept_doubtful(gazetteer, resolutions, toponyms, accepted)) {
    resolutions = resolve_toponyms(gazetteer, toponyms, accepted);
  }
  const auto within = find_containers(gazetteer, toponyms, resolutions);
  std::vector<Place> places;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    if (!accepted[i]) continue;
    const Span span = analysis.span_of(toponyms[i].tokens);
    if (toponyms[i].bearers.empty()) {
      places.push_back(to_unlisted_place(gazetteer, report.text, span, toponyms[i], within[i]));
    } else if (resolutions[i].entry != kNoEntry) {
      places.push_back(to_place(gazetteer, span, toponyms[i], resolutions[i]));
    }
  }
  return places;
}

}  // namespace sayso
