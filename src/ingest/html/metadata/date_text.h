// Dates as pages write them, in the languages of lexicons/months.tsv -> ISO 8601.
//
// Wider than ingest/calendar.h, which reads the datelines of English wire copy: day, month and
// year in any order, with any language's month, and the time behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

// How "05/06/2010" is meant where both ways are days.
enum class DayOrder : std::uint8_t { day_first, month_first };

struct DateText {
  std::size_t begin = 0, end = 0;  // bytes of the text it was found in
  int year = 0, month = 0, day = 0;
  std::string time = {};  // "T10:00:00+02:00", as far as it is given

  std::string iso_day() const;
  std::string iso() const { return iso_day() + time; }
};

// The first date in `text`, with the time of day behind it. Dates without a year are none.
std::optional<DateText> find_date(std::string_view text, DayOrder order);

// The same, where the date must stand at the start.
std::optional<DateText> match_date_text(std::string_view text, DayOrder order);

// A value that is nothing but a date, as metadata write it: ISO 8601 and its relatives, RFC 822,
// seconds or milliseconds since 1970, or a date in words.
std::optional<DateText> parse_date_value(std::string_view value, DayOrder order);

// Dates in the path of an address: "/2019/10/16/", "/2019-10-16-", "/20191016/", "/16-10-2019/".
std::optional<DateText> find_date_in_uri(std::string_view uri);

}  // namespace sayso
