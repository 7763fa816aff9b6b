// Calendar: points in time of any grain, their arithmetic and their TIMEX3 values.
//
// "2023-W25", "the 1990s" and "8 p.m. on Friday" are the same kind of thing: a period with a first
// day and a grain. Shifting a point keeps its grain; widening it gives the period it lies in.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

enum class Grain : std::uint8_t {
  century,
  decade,
  year,
  half,     // H1, H2
  season,   // SP, SU, FA, WI: of three months from March, June, September, December
  quarter,  // Q1 to Q4
  month,
  week,  // ISO 8601, from Monday
  weekend,
  day,
  day_part,  // MO, MI, AF, EV, NI
  minute,
};

// In the order of the lexicon's names of units (match/words.cc).
enum class Unit : std::uint8_t {
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  month,
  quarter,
  year,
  decade,
  century,
};

enum class DayPart : std::uint8_t { morning, midday, afternoon, evening, night };

// What of a point is not known: its value then has X in that place.
enum class Unknown : std::uint8_t { nothing, year, week };

struct Point {
  Grain grain = Grain::day;
  std::chrono::sys_days first = {};  // the period's first day
  Unknown unknown = Unknown::nothing;
  DayPart part = DayPart::morning;  // of grain day_part
  int minute = 0;                   // since midnight, of grain minute; 24:00 is 1440

  int year() const;
  unsigned month() const;
  unsigned weekday() const;                 // 1 is Monday, 7 is Sunday
  std::chrono::sys_days past_last() const;  // the first day after the period
  friend bool operator==(const Point&, const Point&) = default;
};

// Nothing when there is no such day. Years are those of TIMEX3: four digits.
std::optional<Point> make_day(int year, int month, int day);
Point make_year(int year);
Point make_month(int year, int month);
Point make_quarter(int year, int quarter);  // 1 to 4
Point make_half(int year, int half);        // 1 or 2
Point make_season(int year, int season);    // 0 is spring, 3 is winter
Point make_decade(int first_year);
Point make_century(int first_year);
// "2023-06-21", or the day of "2023-06-21T10:00"; nothing for anything else.
std::optional<Point> parse_day(std::string_view iso);

// The period of `grain` that `point` lies in; a point that is as coarse already stays as it is.
Point widen(const Point& point, Grain grain);
// Moves a point by `count` units; a point finer than the unit becomes the unit's period when
// `widens` ("last month"), or else stays as fine as it is ("the same day last month").
Point shift(const Point& from, int count, Unit unit, bool widens = true);
Grain grain_of(Unit unit);

// "2023-06-20", "2023-W25", "199", "2023-06-20T20:00", "XXXX-WXX-2".
std::string to_value(const Point& point);
// "P3D", "PT1H", "P2.5Y"; "PXY" when the count is not known. `count` is at least 0.
std::string to_duration(std::optional<double> count, Unit unit);

// Days that move, and those that do not: the holiday with this code of the lexicon in `year`.
// Codes below 1300 are month * 100 + day; see time_words.tsv for the others.
Point holiday(int code, int year);

}  // namespace sayso
