#include "normalise/place/place.h"

#include <algorithm>
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
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
double logistic(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// How often such a place is right: found where people mark one, and within 161 km of it. Evidence
// and resolution alone are too sure of themselves; the slope and the shift (Platt scaling) are
// fitted to GeoWebNews and LGL by bench/calibrate_places.py, which also checks them.
float confidence(double evidence, double resolution) {
  constexpr double kSlope = 0.53;
  constexpr double kShift = 0.32;
  const double p = std::clamp(logistic(evidence) * resolution, 0.01, 0.995);
  return static_cast<float>(logistic(kSlope * std::log(p / (1 - p)) + kShift));
}

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
  place.origin = {toponym.rule, confidence(toponym.evidence, resolution.confidence)};
  return place;
}

// A place that is not listed takes the point of what it is told to lie in, and else none.
Place to_unlisted_place(const Gazetteer& gazetteer, std::string_view text, Span span,
                        const Toponym& toponym, std::optional<EntryIndex> within) {
  constexpr double kTrust = 0.5;
  Place place;
  place.span = span;
  place.name = slice(text, span);
  place.origin = {toponym.rule, confidence(toponym.evidence, kTrust)};
  if (within) set_point(gazetteer, *within, place);
  if (within && gazetteer[*within].place_class == PlaceClass::country) {
    place.lat.reset();  // the middle of a country is nowhere near
    place.lon.reset();
  }
  return place;
}

// The entry that toponym `i` is told to lie in: "the Velin Bridge, Lirana". Towns that are only
// named nearby say nothing of where it is.
std::optional<EntryIndex> told_container(const Gazetteer& gazetteer, const Analysis& analysis,
                                         const std::vector<Toponym>& toponyms,
                                         const std::vector<Resolution>& resolutions,
                                         std::size_t i) {
  if (i + 1 >= toponyms.size() || toponyms[i + 1].demonym) return std::nullopt;
  const TokenIndex between = toponyms[i].tokens.last;
  if (toponyms[i + 1].tokens.first != between + 1) return std::nullopt;
  const WordKey link = analysis.tokens[between].key;
  const bool joined = link == ","_word || link == "in"_word || link == "of"_word;
  const EntryIndex entry = resolutions[i + 1].entry;
  if (!joined || entry == kNoEntry) return std::nullopt;
  const PlaceClass c = gazetteer[entry].place_class;
  const bool holds = c >= PlaceClass::country && c <= PlaceClass::section;
  return holds ? std::optional(entry) : std::nullopt;
}

// The dateline's place stands in no sentence. "WASHINGTON, D.C." counts by its first part when the
// whole is no name.
std::optional<Toponym> dateline_toponym(const Report& report, const Gazetteer& gazetteer) {
  constexpr double kEvidence = 3.0;
  if (!report.dateline || !report.dateline->place) return std::nullopt;
  const std::string_view whole = *report.dateline->place;
  for (const std::string_view name : {whole, whole.substr(0, whole.find(','))}) {
    const auto bearers = gazetteer.find(name_key(name));
    if (bearers.empty() || name.empty()) continue;
    for (const Span furniture : report.furniture) {
      const std::size_t at = slice(report.text, furniture).find(name);
      if (at == std::string_view::npos) continue;
      const auto begin = furniture.begin + static_cast<std::uint32_t>(at);
      Toponym t;
      t.span = {begin, begin + static_cast<std::uint32_t>(name.size())};
      t.name = name_key(name);
      t.bearers = bearers;
      t.evidence = kEvidence;
      t.rule = "place.dateline";
      return t;
    }
  }
  return std::nullopt;
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
  const bool has_names =
      std::any_of(analysis.tokens.begin(), analysis.tokens.end(),
                  [](const Token& token) { return token.name != NameKind::none; });
  const PlaceContext context{report.text, analysis, gazetteer, resources.cues, has_names};
  add_unlisted(context, toponyms);
  weigh_toponyms(context, toponyms);
  if (auto dateline = dateline_toponym(report, gazetteer)) toponyms.push_back(*dateline);
  std::vector<bool> accepted(toponyms.size());
  for (std::size_t i = 0; i < toponyms.size(); ++i) accepted[i] = toponyms[i].evidence > 0;
  std::vector<Resolution> resolutions = resolve_toponyms(gazetteer, toponyms, accepted);
  if (accept_doubtful(gazetteer, resolutions, toponyms, accepted)) {
    resolutions = resolve_toponyms(gazetteer, toponyms, accepted);
  }
  std::vector<Place> places;
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    if (!accepted[i]) continue;
    const bool in_tokens = !toponyms[i].tokens.empty();
    const Span span = in_tokens ? analysis.span_of(toponyms[i].tokens) : toponyms[i].span;
    if (toponyms[i].bearers.empty()) {
      places.push_back(
          to_unlisted_place(gazetteer, report.text, span, toponyms[i],
                            told_container(gazetteer, analysis, toponyms, resolutions, i)));
    } else if (resolutions[i].entry != kNoEntry) {
      places.push_back(to_place(gazetteer, span, toponyms[i], resolutions[i]));
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Place& a, const Place& b) { return a.span.begin < b.span.begin; });
  return places;
}

}  // namespace sayso
