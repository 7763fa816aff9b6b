#include "normalise/time/calendar.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
Point day(int year, int month, int day) { return *make_day(year, month, day); }

TEST(Calendar, WidensADayToThePeriodItLiesIn) {
  struct Row {
    Grain grain;
    const char* value;
  };
  for (const Row& row :
       {Row{Grain::week, "2020-W53"}, Row{Grain::weekend, "2020-W53-WE"},
        Row{Grain::month, "2021-01"}, Row{Grain::quarter, "2021-Q1"}, Row{Grain::half, "2021-H1"},
        Row{Grain::season, "2020-WI"}, Row{Grain::year, "2021"}, Row{Grain::decade, "202"},
        Row{Grain::century, "20"}}) {
    EXPECT_EQ(to_value(widen(day(2021, 1, 2), row.grain)), row.value);
  }
}

TEST(Calendar, ShiftsByUnitsAndKeepsToTheCalendar) {
  EXPECT_EQ(to_value(shift(day(2023, 3, 1), -1, Unit::day)), "2023-02-28");
  EXPECT_EQ(to_value(shift(day(2023, 6, 21), -1, Unit::week)), "2023-W24");
  EXPECT_EQ(to_value(shift(day(2023, 1, 31), 1, Unit::month)), "2023-02");
  EXPECT_EQ(to_value(shift(day(2024, 2, 29), 1, Unit::year, false)), "2025-02-28");
  EXPECT_EQ(to_value(shift(make_quarter(2023, 1), -1, Unit::quarter)), "2022-Q4");
  EXPECT_EQ(to_value(shift(day(2023, 6, 21), -2, Unit::decade)), "200");
}

TEST(Calendar, StaysWithinFourDigitsWhateverItIsAsked) {
  for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::year, Unit::century}) {
    for (const int count : {-2000000000, 2000000000}) {
      const Point point = shift(day(2023, 6, 21), count, unit);
      EXPECT_GE(point.year(), 1);
      EXPECT_LE(point.year(), 9999);
    }
  }
}

TEST(Calendar, KnowsNoDayThatIsNotThere) {
  EXPECT_FALSE(make_day(2023, 2, 29));
  EXPECT_FALSE(make_day(2023, 13, 1));
  EXPECT_FALSE(make_day(0, 1, 1));
  EXPECT_FALSE(parse_day("2023-6-21"));
  EXPECT_TRUE(parse_day("2023-06-21T10:00"));
}

TEST(Calendar, FindsTheHolidaysThatMove) {
  EXPECT_EQ(to_value(holiday(2001, 2024)), "2024-03-31");  // Easter
  EXPECT_EQ(to_value(holiday(2006, 2023)), "2023-11-23");  // Thanksgiving
  EXPECT_EQ(to_value(holiday(2008, 2023)), "2023-05-29");  // Memorial Day
  EXPECT_EQ(to_value(holiday(1225, 2023)), "2023-12-25");
}

TEST(Calendar, WritesDurationsAsTimex3Does) {
  EXPECT_EQ(to_duration(2, Unit::year), "P2Y");
  EXPECT_EQ(to_duration(1.5, Unit::month), "P1.5M");
  EXPECT_EQ(to_duration(30, Unit::minute), "PT30M");
  EXPECT_EQ(to_duration(std::nullopt, Unit::decade), "PXDE");
}
}  // namespace
}  // namespace sayso
