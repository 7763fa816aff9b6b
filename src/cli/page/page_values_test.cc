// Places and dates of a reading on both pages.
#include <gtest/gtest.h>

#include <cmath>

#include "cli/page/map.h"
#include "cli/page/page.h"
#include "cli/page/page_text.h"

namespace sayso {
namespace {
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A span of its own for each mention, in a text that is long enough for them.
class Made {
 public:
  Made() { reading.report.text = std::string(100, 'x'); }
  PlaceIndex place(Place place) {
    place.span = {next_, next_ + 1};
    ++next_;
    reading.values.places.push_back(std::move(place));
    return static_cast<PlaceIndex>(reading.values.places.size() - 1);
  }
  void event(std::string day, std::optional<PlaceIndex> place = {}) {
    reading.values.times.push_back({.span = {0, 1}, .value = std::move(day)});
    reading.events.push_back({.trigger = {0, 1},
                              .time = static_cast<TimexIndex>(reading.values.times.size() - 1),
                              .place = place});
  }
  Reading reading;

 private:
  std::uint32_t next_ = 0;
};

Place town(std::string name, double lat, double lon) {
  return {
      .name = std::move(name), .lat = lat, .lon = lon, .country = "AL", .admin1 = "Durrës County"};
}

TEST(PagePlaces, AreEachToldOnceWithTheirMentions) {
  Made made;
  made.place(town("Manëz", 41.44, 19.6));
  made.place(town("Tirana", 41.33, 19.82));
  made.event("2023-06-20", made.place(town("Tirana", 41.33, 19.82)));
  made.place({.name = "Dravica"});
  made.place({.kind = PlaceKind::associative, .name = "Turkey", .lat = 39, .lon = 35});
  const Page page = make_page(made.reading);
  ASSERT_EQ(page.places.size(), 3U);
  EXPECT_EQ(page.places[0].name, "Tirana");
  EXPECT_EQ(page.places[0].spans.size(), 2U);
  EXPECT_TRUE(page.places[0].event_told);
  EXPECT_FALSE(page.places[1].event_told);
  const std::string text = page_as_text(made.reading, {});
  EXPECT_TRUE(has(text, "  Tirana, Durrës County, Albania, 41.33 N 19.82 E, 2 times\n")) << text;
  EXPECT_TRUE(has(text, "  Dravica: no entry\n")) << text;
}

TEST(PagePlaces, BeyondTheFirstAreCounted) {
  Made made;
  for (int i = 0; i < 15; ++i) made.place({.name = "Town " + std::to_string(i)});
  EXPECT_TRUE(has(page_as_text(made.reading, {}), "Town 11: no entry\n  and 3 more\n"));
}

TEST(PageMap, MarksPlacesWithAPointAndEscapesTheirNames) {
  Made made;
  made.event("2023-06-20", made.place(town("A<b>&\"", 41.44, 19.6)));
  made.place(town("Tirana", 41.33, 19.82));
  made.place({.name = "Dravica"});
  const std::string map = map_as_svg(find_page_places(made.reading));
  EXPECT_TRUE(has(map,
                  "<g class=\"marker told\" data-of=\"p1\" tabindex=\"0\"><title>A&lt;b&gt;"
                  "&amp;&quot;, Durrës County, Albania: named once;"))
      << map;
  EXPECT_TRUE(has(map, "<g class=\"marker\" data-of=\"p2\"")) << map;
  EXPECT_FALSE(has(map, "Dravica")) << map;
  EXPECT_LT(map.size(), 6'000U) << "only what lies within the frame";
}

TEST(PageMap, IsNotThereWithoutAPoint) {
  Made made;
  made.place({.name = "Dravica"});
  EXPECT_EQ(map_as_svg(find_page_places(made.reading)), "");
}

TEST(PageMap, IsFramedByTownsRatherThanTheMiddleOfTheirCountry) {
  Made made;
  made.place({.name = "Kazan", .lat = 55.8, .lon = 49.1, .country = "RU", .admin1 = "Tatarstan"});
  made.place({.name = "Russia", .lat = 60, .lon = 100, .country = "RU"});
  made.place({.name = "Asia", .lat = 29.8, .lon = 89.3});
  const std::string map = map_as_svg(find_page_places(made.reading));
  EXPECT_TRUE(has(map, ">Kazan</text>")) << map;
  EXPECT_FALSE(has(map, "data-of=\"p2\"") || has(map, "data-of=\"p3\"")) << map;
  EXPECT_GT(map.size(), 1'000U) << "some border or coast is in sight";
}

TEST(BaseMap, CoversTheWorld) {
  EXPECT_GT(base_map().land.size(), 1000U);
  EXPECT_GT(base_map().borders.size(), 300U);
  for (const GeoLine& ring : base_map().land) {
    EXPECT_GE(ring.points.size(), 3U);
    EXPECT_GE(ring.low.lat, -90);
    EXPECT_LE(ring.high.lat, 90);
    EXPECT_LE(ring.high.lon - ring.low.lon, 361);
    for (std::size_t i = 1; i < ring.points.size(); ++i) {
      const bool along_the_pole = ring.points[i].lat < -89;
      EXPECT_TRUE(along_the_pole || std::abs(ring.points[i].lon - ring.points[i - 1].lon) < 90)
          << "no line across the whole map";
    }
  }
}

TEST(PageDates, AreInOrderWithTheDayOfPublication) {
  Made made;
  made.reading.report.published = "2023-06-21T10:00:00Z";
  made.event("2023-06-20");
  made.event("2023-05");
  made.event("2023-06-20TEV");
  made.event("PAST_REF");
  const Page page = make_page(made.reading);
  ASSERT_EQ(page.dates.size(), 3U);
  EXPECT_EQ(page.dates[0].date, "May 2023");
  EXPECT_EQ(page.dates[1].date, "Tue 20 June 2023");
  ASSERT_EQ(page.dates[1].told.size(), 2U);
  EXPECT_EQ(page.dates[1].told[1].clock, "evening");
  EXPECT_TRUE(page.dates[2].is_publication);
  EXPECT_TRUE(page.dates[2].told.empty());
  const std::string text = page_as_text(made.reading, {});
  EXPECT_TRUE(has(text,
                  "TIME LINE\n"
                  "  May 2023          assault - The report in its own voice\n"
                  "  Tue 20 June 2023  assault / evening: assault - The report in its own voice\n"
                  "  Wed 21 June 2023  (the day of publication)\n"))
      << text;
}

TEST(PageDates, NeedTwo) {
  Made made;
  made.reading.report.published = "2023-06-21";
  made.event("2023-06-20");
  made.event("2023-06-20");
  EXPECT_TRUE(make_page(made.reading).dates.empty());
}

TEST(PageDates, StandBelowADateThatIsLong) {
  Made made;
  made.event("2023-Q4");
  made.event("2022-W39");
  const std::string text = page_as_text(made.reading, {});
  EXPECT_TRUE(has(text, "  the fourth quarter of 2023\n")) << text;
}

}  // namespace
}  // namespace sayso
