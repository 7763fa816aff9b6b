// Rows of places -> the bytes of a gazetteer, the one place that writes the format of gazetteer.h.
//
// The recipe in train/gazetteer makes models/gazetteer.bin with it; tests make small ones.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "normalise/place/gazetteer.h"

namespace sayso {

struct GazetteerName {
  std::string name = {};
  NameUse use = NameUse::alternate;
};

struct GazetteerRow {
  PlaceClass place_class = PlaceClass::town;
  std::string name = {};  // also found by this, as its primary name
  std::vector<GazetteerName> other_names = {};
  std::optional<double> lat = {}, lon = {};
  std::string country = {};               // alpha-2 or empty
  std::optional<EntryIndex> parent = {};  // the row of the division or country it lies in
  std::uint32_t population = 0;
  std::uint32_t geonames_id = 0;
};

// The file's bytes; the same rows give the same bytes. They must lie 8-byte aligned to be opened.
std::string build_gazetteer(const std::vector<GazetteerRow>& rows);

}  // namespace sayso
