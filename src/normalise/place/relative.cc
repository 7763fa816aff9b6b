#include "normalise/place/relative.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

#include "core/word_set.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
struct Direction {
  WordKey word;
  double bearing;
};
constexpr std::array kDirections = std::to_array<Direction>({{"north"_word, 0},
                                                             {"northeast"_word, 45},
                                                             {"east"_word, 90},
                                                             {"southeast"_word, 135},
                                                             {"south"_word, 180},
                                                             {"southwest"_word, 225},
                                                             {"west"_word, 270},
                                                             {"northwest"_word, 315}});

std::optional<double> bearing_of(WordKey word) {
  const auto* const at = std::find_if(kDirections.begin(), kDirections.end(),
                                      [word](const Direction& d) { return d.word == word; });
  if (at == kDirections.end()) return std::nullopt;
  return at->bearing;
}

struct Length {
  std::string_view unit;
  double km;
};
constexpr std::array kLengths = std::to_array<Length>(
    {{"km", 1}, {"mile", 1.609344}, {"m", 0.001}, {"nautical mile", 1.852}, {"yard", 0.0009144}});

std::optional<double> kilometres(const Quantity& quantity) {
  const auto* const at =
      std::find_if(kLengths.begin(), kLengths.end(),
                   [&quantity](const Length& length) { return length.unit == quantity.unit; });
  if (at == kLengths.end() || (!quantity.min && !quantity.max)) return std::nullopt;
  const double low = quantity.min.value_or(quantity.max.value_or(0));
  const double high = quantity.max.value_or(low);
  return (low + high) / 2 * at->km;
}

// Where one is after a way on the globe in a direction (great circle; Williams, Aviation Formulary,
// "Lat/lon given radial and distance").
void set_point(const Place& place, RelativePlace& relative) {
  constexpr double kEarthKm = 6371.009;
  constexpr double kDegree = std::numbers::pi / 180;
  const double lat = *place.lat * kDegree;
  const double way = *relative.km / kEarthKm;
  const double course = *relative.bearing * kDegree;
  const double to_lat =
      std::asin(std::sin(lat) * std::cos(way) + std::cos(lat) * std::sin(way) * std::cos(course));
  const double east = std::atan2(std::sin(course) * std::sin(way) * std::cos(lat),
                                 std::cos(way) - std::sin(lat) * std::sin(to_lat));
  relative.lat = to_lat / kDegree;
  relative.lon = std::remainder(*place.lon + east / kDegree, 360.0);
}

class Looker {
 public:
  Looker(const Analysis& analysis, std::span<const Quantity> quantities)
      : a_(analysis), quantities_(quantities) {}

  std::optional<RelativePlace> before(const Place& place) {
    const auto at = std::partition_point(
        a_.tokens.begin(), a_.tokens.end(),
        [&place](const Token& token) { return token.span.begin < place.span.begin; });
    if (at == a_.tokens.end() || at->span.begin != place.span.begin) return std::nullopt;
    at_ = static_cast<TokenIndex>(at - a_.tokens.begin());
    first_ = a_.sentences[at->sentence].tokens.first;
    const TokenIndex end = at_;
    skip("the"_word);
    RelativePlace relative;
    if (take("of"_word)) {
      relative.bearing = direction();
      if (!relative.bearing) return std::nullopt;
      static constexpr auto kWay = words("the", "to", "due", "just", "immediately");
      while (at_ > first_ && kWay.has(a_.tokens[at_ - 1].key)) --at_;
    } else if (take("from"_word)) {
      skip("away"_word);
    } else if (!take("outside"_word)) {
      return std::nullopt;
    }
    relative.km = distance();
    if (!relative.bearing && !relative.km) return std::nullopt;
    relative.span = a_.span_of({at_, end});
    return relative;
  }

 private:
  bool take(WordKey word) {
    if (at_ <= first_ || a_.tokens[at_ - 1].key != word) return false;
    --at_;
    return true;
  }
  void skip(WordKey word) { take(word); }

  // "west", "south-east"
  std::optional<double> direction() {
    if (at_ <= first_) return std::nullopt;
    const auto last = bearing_of(a_.tokens[at_ - 1].key);
    if (!last) return std::nullopt;
    --at_;
    const bool joined = at_ >= first_ + 2 && a_.tokens[at_ - 1].key == "-"_word;
    const auto base = joined ? bearing_of(a_.tokens[at_ - 2].key) : std::nullopt;
    if (!base) return last;
    at_ -= 2;
    // North and west meet at 315, on the other side of 0.
    const bool across = std::abs(*base - *last) > 180;
    return std::fmod((*base + *last + (across ? 360 : 0)) / 2, 360.0);
  }

  // The length that ends at the words looked at so far.
  std::optional<double> distance() {
    if (at_ <= first_) return std::nullopt;
    const std::uint32_t end = a_.tokens[at_ - 1].span.end;
    const auto found =
        std::partition_point(quantities_.begin(), quantities_.end(),
                             [end](const Quantity& quantity) { return quantity.span.end < end; });
    if (found == quantities_.end() || found->span.end != end) return std::nullopt;
    const auto km = kilometres(*found);
    if (!km) return std::nullopt;
    while (at_ > first_ && a_.tokens[at_ - 1].span.begin >= found->span.begin) --at_;
    return km;
  }

  const Analysis& a_;
  std::span<const Quantity> quantities_;
  TokenIndex at_ = 0;     // everything from here to the place has been read
  TokenIndex first_ = 0;  // of the sentence
};
}  // namespace

void find_relative(const Analysis& analysis, std::span<const Quantity> quantities,
                   std::vector<Place>& places) {
  Looker looker(analysis, quantities);
  for (Place& place : places) {
    if (place.kind != PlaceKind::literal) continue;
    place.relative = looker.before(place);
    if (place.relative && place.relative->km && place.relative->bearing && place.lat && place.lon) {
      set_point(place, *place.relative);
    }
  }
}

}  // namespace sayso
