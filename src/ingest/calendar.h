// Dates as datelines, bylines and exports write them -> calendar dates.
//
// These stand outside of prose and name a day. Time expressions in sentences ("on Tuesday") are
// the normalise stage's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

struct CalendarDate {
  std::optional<int> year = {};  // absent in "Jun 29"
  bool short_year = false;       // "90": only its last two digits are known
  int month = 0;                 // 1 to 12; 0 when "05/06/2010" leaves day and month open
  int day = 0;
};

struct DateMatch {
  std::size_t size = 0;  // bytes
  CalendarDate date = {};
  const char* made_by = "";
};

// The date that `text` starts with, with or without a day of the week: "Tuesday, 20 December 2005",
// "Jun. 29", "12 JAN 90", "2023-06-21".
std::optional<DateMatch> match_date(std::string_view text);

// The time of day that `text` starts with, with its zone ("3:20 p.m. EDT"): its size, or 0.
std::size_t match_time(std::string_view text);

// The day of the week that `text` starts with, with a comma or full stop behind it: its size, or 0.
std::size_t match_weekday(std::string_view text);

// ISO 8601 date. A short or missing year is the one that brings it closest to `anchor`, an ISO
// date; without an anchor, short years are those of 1969 to 2068 and a missing one is unknown.
std::optional<std::string> to_iso(const CalendarDate& date,
                                  const std::optional<std::string>& anchor);

// A publication date or time as given ("Wed, 21 Jun 2023 10:00:00 +0200") -> ISO 8601; what is
// ISO already stays as it is.
std::optional<std::string> to_iso(std::string_view given);

}  // namespace sayso
