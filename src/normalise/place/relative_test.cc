#include "normalise/place/relative.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
// What is told from "Oste", which lies at 10 N 20 E, with the quantity "30 km" where it stands.
std::string told(std::string_view tagged) {
  const BuiltAnalysis built = build_analysis(tagged);
  const auto find = [&built](std::string_view words) -> std::optional<Span> {
    const std::size_t at = built.report.text.find(words);
    if (at == std::string::npos) return std::nullopt;
    return Span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  };
  std::vector<Quantity> quantities;
  if (const auto span = find("30 km")) {
    quantities.push_back({.span = *span, .min = 30, .max = 30, .unit = "km"});
  }
  Place place;
  place.span = *find("Oste");
  place.lat = 10;
  place.lon = 20;
  std::vector<Place> places = {place};
  find_relative(built.analysis, quantities, places);
  if (!places[0].relative) return "nothing";
  const RelativePlace& r = *places[0].relative;
  const auto number = [](const std::optional<double>& n) {
    return n ? std::to_string(std::lround(*n * 100)) : std::string("-");
  };
  return std::string(slice(built.report.text, r.span)) + " | " + number(r.km) + " " +
         number(r.bearing) + " " + number(r.lat) + " " + number(r.lon);
}

TEST(RelativePlaces, AreTold) {
  struct Row {
    const char *words, *told;
  };
  // In hundredths; 30 km are 0.27 degrees of a great circle.
  for (const Row& row : {
           Row{"It/PRP fell/VBD 30/CD km/NN west/RB of/IN Oste/NNP ./.",
               "30 km west of | 3000 27000 1000 1973"},
           Row{"It/PRP fell/VBD 30/CD km/NN to/IN the/DT north/NN of/IN Oste/NNP ./.",
               "30 km to the north of | 3000 0 1027 2000"},
           Row{"It/PRP fell/VBD 30/CD km/NN north/RB -/HYPH west/RB of/IN Oste/NNP ./.",
               "30 km north - west of | 3000 31500 1019 1981"},
           Row{"It/PRP fell/VBD south/RB -/HYPH east/RB of/IN Oste/NNP ./.",
               "south - east of | - 13500 - -"},
           Row{"It/PRP fell/VBD 30/CD km/NN from/IN Oste/NNP ./.", "30 km from | 3000 - - -"},
           Row{"The/DT mayor/NN of/IN Oste/NNP left/VBD ./.", "nothing"},
           Row{"They/PRP came/VBD from/IN Oste/NNP ./.", "nothing"},
       }) {
    EXPECT_EQ(told(row.words), row.told) << row.words;
  }
}
}  // namespace
}  // namespace sayso
