// Values: times, places, quantities and actors, as values that can be compared across reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/origin.h"
#include "core/span.h"

namespace sayso {

using TimexIndex = std::uint32_t;
using PlaceIndex = std::uint32_t;
using QuantityIndex = std::uint32_t;

enum class TimexType : std::uint8_t { date, time, duration, set };
std::string_view to_text(TimexType type);  // "DATE", "TIME", ...

// A time expression with its TIMEX3 value (TimeML 1.2.1): "2023-06-20", "PT1H", "XXXX-WXX-2".
struct Timex {
  Span span = {};
  TimexType type = TimexType::date;
  std::string value = {};
  std::string mod = {};  // TIMEX3 mod ("APPROX", "START", ...) or empty
  Origin origin = {};
};

// Literal: the place itself ("in Turkey"). Associative: its people, government or products, and
// names within names ("Turkish police", "Turkey said", "Paris Opera"): nothing happened there.
enum class PlaceKind : std::uint8_t { literal, associative };
std::string_view to_text(PlaceKind kind);

// "30 km west of Tirana": where something is, told from the place.
struct RelativePlace {
  Span span = {};                            // "30 km west of"
  std::optional<double> km = {};             // how far; of a range its middle
  std::optional<double> bearing = {};        // degrees clockwise from north; west is 270
  std::optional<double> lat = {}, lon = {};  // where that is, when both and the place's are known
};

// A toponym and the GeoNames entry it means; without an id when no entry fits.
struct Place {
  Span span = {};
  PlaceKind kind = PlaceKind::literal;
  std::string name = {};  // the gazetteer's own spelling, or the text's
  std::optional<std::int64_t> geonames_id = {};
  std::optional<double> lat = {}, lon = {};  // degrees, WGS 84
  std::optional<std::string> country = {};   // ISO 3166-1 alpha-2
  std::optional<std::string> admin1 = {};    // name of the first-level division
  std::optional<RelativePlace> relative = {};
  Origin origin = {};
};

// "12" -> 12..12, "at least 12" -> 12.., "up to 300" -> ..300, "dozens" -> 24.. (approximate).
struct Quantity {
  Span span = {};               // "at least 12"
  std::optional<Span> of = {};  // what is counted: "people"
  std::optional<double> min = {}, max = {};
  bool approximate = false;
  std::string unit = {};  // "" for a plain count, else "percent", "USD", "km", ...
  Origin origin = {};
};

// Who an entity is, by the registry of actors and the offices that states have.
struct Actor {
  EntityIndex entity = 0;
  std::string id = {};    // "hezbollah", "AL", "AL/interior-ministry"; empty: part of `of`, no more
  std::string of = {};    // the id of what it belongs to or speaks for, or empty
  std::string name = {};  // the registry's name for it; empty for an office
  std::vector<std::string> countries = {};  // ISO 3166-1 alpha-2, the main one first
  std::string code = {};  // PLOVER country and sectors: "ALBGOV"; without a country "COP"
  Origin origin = {};
};

struct Values {
  std::vector<Timex> times = {};  // each list in text order
  std::vector<Place> places = {};
  std::vector<Quantity> quantities = {};
  std::vector<Actor> actors = {};  // by entity, at most one each
};

}  // namespace sayso
