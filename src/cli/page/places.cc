#include "cli/page/places.h"

#include <algorithm>
#include <map>

#include "core/countries.h"

namespace sayso {
namespace {
std::string country_in_words(const std::string& code) {
  static const CountryWords words = CountryWords::load();
  const auto country = words.by_code(code);
  return country ? std::string(words.name(*country)) : code;
}

// Mentions of one entry share it; what has no id is told apart by all that is known of it.
std::string key_of(const Place& place) {
  if (place.geonames_id) return std::to_string(*place.geonames_id);
  return place.name + '\n' + place.country.value_or("") + '\n' + place.admin1.value_or("");
}

PagePlace page_place(const Place& place) {
  PagePlace out{.name = place.name};
  if (place.country) out.country = country_in_words(*place.country);
  if (place.admin1 && *place.admin1 != place.name) out.division = *place.admin1;
  if (place.lat && place.lon) out.point = GeoPoint{*place.lat, *place.lon};
  out.is_area = out.point && !place.admin1 && (!place.country || out.country == place.name);
  return out;
}
}  // namespace

std::vector<PagePlace> find_page_places(const Reading& reading) {
  const std::vector<Place>& all = reading.values.places;
  std::vector<PagePlace> out;
  std::map<std::string, std::size_t> numbers;
  for (const Place& place : all) {
    if (place.kind != PlaceKind::literal) continue;
    const auto [number, is_new] = numbers.try_emplace(key_of(place), out.size());
    if (is_new) out.push_back(page_place(place));
    out[number->second].spans.push_back(place.span);
  }
  for (const Event& event : reading.events) {
    const bool told = event.polarity == Polarity::happened &&
                      (event.reality == Reality::actual || event.reality == Reality::alleged);
    if (!told || !event.place) continue;
    const auto number = numbers.find(key_of(all[*event.place]));
    if (number != numbers.end()) out[number->second].event_told = true;
  }
  std::stable_sort(out.begin(), out.end(), [](const PagePlace& a, const PagePlace& b) {
    return a.spans.size() > b.spans.size();
  });
  return out;
}

std::string where_in_words(const PagePlace& place) {
  if (place.is_area || place.country == place.name) return place.division;
  const bool both = !place.division.empty() && !place.country.empty();
  return place.division + (both ? ", " : "") + place.country;
}

}  // namespace sayso
