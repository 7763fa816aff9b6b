#include "ingest/calendar.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
TEST(Calendar, ReadsPublicationDatesAsTheyAreGiven) {
  struct Row {
    const char *given, *iso;
  };
  for (const Row& row : {Row{"2023-06-21", "2023-06-21"},
                         {"2023-06-21T10:05:00Z", "2023-06-21T10:05:00Z"},
                         {"2023-06-21T10:05:00+02:00", "2023-06-21T10:05:00+02:00"},
                         {"2023-06-21 10:05:00", "2023-06-21T10:05:00"},
                         {"2023/06/21", "2023-06-21"},
                         {"20230621", "2023-06-21"},
                         {"12 January 1990", "1990-01-12"},
                         {"12th of January, 1990", "1990-01-12"},
                         {"Jan. 12, 1990", "1990-01-12"},
                         {"12-Jan-1990", "1990-01-12"},
                         {"Wed, 21 Jun 2023 10:00:00 +0200", "2023-06-21T10:00:00+02:00"},
                         {"Wed, 21 Jun 2023 22:00:00 GMT", "2023-06-21T22:00:00Z"},
                         {"Wed Jun 21 10:00:00 +0000 2023", "2023-06-21"},
                         {"June 21, 2023 at 3:20 p.m. EDT", "2023-06-21T15:20:00"},
                         {"6/21/2023", "2023-06-21"},
                         {"21/06/2023", "2023-06-21"},
                         {"21.06.2023", "2023-06-21"}}) {
    EXPECT_EQ(to_iso(row.given).value_or("none"), row.iso) << row.given;
  }
}

TEST(Calendar, RefusesWhatNamesNoDay) {
  for (const char* given :
       {"", "yesterday", "2023", "2023-06", "2023-13-01", "2023-02-30", "June 21", "06/05/2023",
        "31 April 2020", "21 June 2023 or later", "1687305600"}) {
    EXPECT_FALSE(to_iso(given)) << given;
  }
}

TEST(Calendar, MatchesTheDateATextStartsWith) {
  struct Row {
    const char* text;
    std::size_t size;
  };
  for (const Row& row : {Row{"12 JAN 90 (EFE)", 9},
                         {"Jun 29 (MNA)", 6},
                         {"Tuesday, 20 December 2005, 10:39", 25},
                         {"JUNE 11 89", 10},
                         {"MAR. 14, 2013, 8:12 PM", 13},
                         {"May 3 the police", 5}}) {
    const auto match = match_date(row.text);
    ASSERT_TRUE(match) << row.text;
    EXPECT_EQ(match->size, row.size) << row.text;
  }
  for (const char* text :
       {"Maybe 3", "May", "Mayor 3", "12 people", "Jan 12:30", "Tuesday", "3 Marx"}) {
    EXPECT_FALSE(match_date(text)) << text;
  }
}

TEST(Calendar, ResolvesMissingYearsAgainstTheAnchor) {
  const CalendarDate june{.month = 6, .day = 29};
  EXPECT_EQ(to_iso(june, "2023-07-01"), "2023-06-29");
  EXPECT_EQ(to_iso(june, std::nullopt), std::nullopt);
  const CalendarDate december{.month = 12, .day = 31};
  EXPECT_EQ(to_iso(december, "2023-01-01"), "2022-12-31");
  const CalendarDate leap_day{.month = 2, .day = 29};
  EXPECT_EQ(to_iso(leap_day, "2023-03-01"), "2024-02-29");
}

TEST(Calendar, ResolvesShortYearsToTheClosestCentury) {
  const CalendarDate date{.year = 90, .short_year = true, .month = 1, .day = 12};
  EXPECT_EQ(to_iso(date, std::nullopt), "1990-01-12");
  EXPECT_EQ(to_iso(date, "2085-01-01"), "2090-01-12");
  const CalendarDate recent{.year = 23, .short_year = true, .month = 6, .day = 20};
  EXPECT_EQ(to_iso(recent, std::nullopt), "2023-06-20");
}

TEST(Calendar, MatchesTimesOfDay) {
  struct Row {
    const char* text;
    std::size_t size;
  };
  for (const Row& row : {Row{"10:39 GMT", 9},
                         {"3:20 p.m. EDT", 13},
                         {"1:11 PM Friday", 7},
                         {"9pm", 3},
                         {"23:59:59+02:00", 14},
                         {"25:00", 0},
                         {"12 people", 0},
                         {"3 am I", 4}}) {
    EXPECT_EQ(match_time(row.text), row.size) << row.text;
  }
}
}  // namespace
}  // namespace sayso
