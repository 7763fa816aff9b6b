#include "normalise/place/testing/small_gazetteer.h"

#include <cassert>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "normalise/place/gazetteer_builder.h"

namespace sayso {
namespace {
enum : EntryIndex { kOstland, kWestland, kNorra, kSudra, kHills };

GazetteerRow row(PlaceClass place_class, const char* name, double lat, double lon,
                 const char* country, std::optional<EntryIndex> parent, std::uint32_t population,
                 std::vector<GazetteerName> other_names = {}) {
  return {.place_class = place_class,
          .name = name,
          .other_names = std::move(other_names),
          .lat = lat,
          .lon = lon,
          .country = country,
          .parent = parent,
          .population = population};
}

// In the order of the indices above; the GeoNames id of each is 10 and its number.
std::vector<GazetteerRow> rows() {
  using enum PlaceClass;
  std::vector<GazetteerRow> rows = {
      row(country, "Ostland", 45, 20, "OA", {}, 9'000'000,
          {{"Republic of Ostland", NameUse::alternate},
           {"OST", NameUse::abbreviation},
           {"Ostlander", NameUse::demonym}}),
      row(country, "Westland", 45, -80, "WA", {}, 90'000'000, {{"Westlandish", NameUse::demonym}}),
      row(admin1, "Norra Province", 46, 20, "OA", kOstland, 2'000'000,
          {{"Norra", NameUse::short_form}}),
      row(admin1, "Sudra", 44, 20, "OA", kOstland, 1'000'000),
      row(admin1, "Hills", 44, -80, "WA", kWestland, 3'000'000, {{"Hl.", NameUse::abbreviation}}),
      row(capital, "Lirana", 46.1, 20.1, "OA", kNorra, 1'500'000),
      row(town, "Lirana", 44.1, -80.1, "WA", kHills, 8'000),
      row(town, "Velin", 46.3, 20.4, "OA", kNorra, 900),
      row(town, "Velin", 10, 100, "SA", {}, 300'000),
      row(town, "Kürdë-i-Madhe", 46.2, 20.2, "OA", kNorra, 4'000),
      row(town, "Port Amal", 43.9, 20.3, "OA", kSudra, 120'000),
      row(town, "Sha'ra", 11, 101, "SA", {}, 50'000),
  };
  for (std::uint32_t i = 0; i < rows.size(); ++i) rows[i].geonames_id = 10 + i;
  return rows;
}
}  // namespace

SmallGazetteer::SmallGazetteer() {
  const std::string bytes = build_gazetteer(rows());
  size_ = bytes.size();
  storage_.resize(size_ / sizeof(std::uint64_t) + 1);
  std::memcpy(storage_.data(), bytes.data(), size_);
  const auto opened = Gazetteer::open(this->bytes());
  assert(opened);
  gazetteer_ = *opened;
}

std::string_view SmallGazetteer::bytes() const {
  return {reinterpret_cast<const char*>(storage_.data()), size_};
}

}  // namespace sayso
