#include "ingest/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::string_view kMonths[][3] = {
    {"january", "jan", ""}, {"february", "feb", ""}, {"march", "mar", ""},
    {"april", "apr", ""},   {"may", "", ""},         {"june", "jun", ""},
    {"july", "jul", ""},    {"august", "aug", ""},   {"september", "sept", "sep"},
    {"october", "oct", ""}, {"november", "nov", ""}, {"december", "dec", ""},
};
constexpr std::string_view kWeekdays[][4] = {
    {"monday", "mon", "", ""},        {"tuesday", "tues", "tue", ""},
    {"wednesday", "weds", "wed", ""}, {"thursday", "thurs", "thur", "thu"},
    {"friday", "fri", "", ""},        {"saturday", "sat", "", ""},
    {"sunday", "sun", "", ""},
};

// Letters stand for parts: Y and y the year in four and two digits, M the month's name, N its
// number, D the day ("3", "03", "3rd"), E the day as a bare number, T a time. "~" is what may
// stand between parts in words; other characters are themselves.
struct Pattern {
  const char* name;
  std::string_view parts;
};

// Tried in order: those with a year first, because the others are their beginnings.
constexpr Pattern kPatterns[] = {
    {"date.iso", "Y-N-E"},                    // 2023-06-21
    {"date.iso_slash", "Y/N/E"},              // 2023/06/21
    {"date.iso_compact", "YNE"},              // 20230621
    {"date.day_month_year", "D~M~Y"},         // 21 June 2023, 21st of June, 2023
    {"date.day_dash_month_year", "D-M-Y"},    // 21-Jun-2023
    {"date.month_day_year", "M~D~Y"},         // Jun. 21, 2023
    {"date.month_day_time_year", "M~D~T~Y"},  // Jun 21 10:00:00 +0000 2023
    {"date.day_month_short_year", "D~M~y"},   // 12 JAN 90
    {"date.month_day_short_year", "M~D~y"},   // JUNE 11 89
    {"date.month_first", "N/E/Y"},            // 6/21/2023; 06/05/2023 leaves it open
    {"date.day_first", "E/N/Y"},              // 21/06/2023
    {"date.day_first_dots", "E.N.Y"},         // 21.06.2023
    {"date.day_month", "D~M"},                // 29 June
    {"date.month_day", "M~D"},                // June 29
};

bool take_between(Cursor& c) {
  const std::size_t begin = c.at;
  c.take('.');
  c.take_blanks();
  if (c.take(',')) c.take_blanks();
  if (c.take_word("of")) c.take_blanks();
  return c.at > begin;
}

bool take_month_name(Cursor& c, CalendarDate& date) {
  for (std::size_t month = 0; month < std::size(kMonths); ++month) {
    for (const std::string_view name : kMonths[month]) {
      if (name.empty() || !c.take_word(name)) continue;
      date.month = static_cast<int>(month) + 1;
      return true;
    }
  }
  return false;
}

bool take_ordinal_day(Cursor& c, CalendarDate& date) {
  const auto day = c.take_number(1, 2);
  if (!day || *day < 1 || *day > 31) return false;
  for (const char* ending : {"st", "nd", "rd", "th"}) {
    if (c.take_word(ending)) break;
  }
  // "Jan 12:30" is a time, "5 Mar 3.2" no date.
  if (c.peek() == ':' || ascii::is_letter(c.peek())) return false;
  date.day = *day;
  return true;
}

bool take_part(char part, Cursor& c, CalendarDate& date) {
  switch (part) {
    case 'Y': {
      const auto year = c.take_number(4, 4, false);
      if (!year || *year < 1600 || *year > 2199) return false;
      date.year = *year;
      return true;
    }
    case 'y': {
      c.take('\'');
      const auto year = c.take_number(2, 2);
      if (!year || ascii::is_letter(c.peek()) || c.peek() == ':') return false;
      date.year = *year;
      date.short_year = true;
      return true;
    }
    case 'N':
    case 'E': {
      const auto n = c.take_number(1, 2, false);
      if (!n || *n < 1 || *n > (part == 'N' ? 12 : 31)) return false;
      (part == 'N' ? date.month : date.day) = *n;
      return true;
    }
    case 'M': return take_month_name(c, date);
    case 'D': return take_ordinal_day(c, date);
    case 'T': {
      const std::size_t size = match_time(c.text.substr(c.at));
      c.at += size;
      return size > 0;
    }
    case '~': return take_between(c);
    default: return c.take(part);
  }
}

std::optional<DateMatch> match_pattern(const Pattern& pattern, std::string_view text) {
  Cursor c{text};
  CalendarDate date;
  for (const char part : pattern.parts) {
    if (!take_part(part, c, date)) return std::nullopt;
  }
  if (ascii::is_digit(c.peek())) return std::nullopt;
  const bool slashes = pattern.parts.starts_with("N/");
  if (slashes && date.day <= 12 && date.day != date.month) date.month = date.day = 0;
  return DateMatch{c.at, date, pattern.name};
}

// Every pattern begins with a number or a month; most places of a text with neither.
bool may_begin_date(char c) {
  static constexpr std::string_view kMonthLetters = "jfmasond";
  return ascii::is_digit(c) || kMonthLetters.find(ascii::lower(c)) != std::string_view::npos;
}

namespace chrono = std::chrono;

std::optional<chrono::sys_days> to_day(int year, const CalendarDate& date) {
  const chrono::year_month_day day{chrono::year(year),
                                   chrono::month(static_cast<unsigned>(date.month)),
                                   chrono::day(static_cast<unsigned>(date.day))};
  if (!day.ok()) return std::nullopt;
  return chrono::sys_days(day);
}

std::string to_text(chrono::sys_days day) {
  const chrono::year_month_day d(day);
  std::array<char, 32> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(d.year()),
                static_cast<unsigned>(d.month()), static_cast<unsigned>(d.day()));
  return text.data();
}

std::optional<chrono::sys_days> parse_anchor(const std::optional<std::string>& iso) {
  if (!iso) return std::nullopt;
  const auto match = match_pattern(kPatterns[0], std::string_view(*iso).substr(0, 10));
  if (!match) return std::nullopt;
  return to_day(*match->date.year, match->date);
}

// Of the years `first`, `first + step`, ..., the one that brings the date closest to the anchor.
std::optional<chrono::sys_days> closest(const CalendarDate& date, chrono::sys_days anchor,
                                        int first, int step) {
  std::optional<chrono::sys_days> best;
  for (int i = 0; i < 3; ++i) {
    const auto day = to_day(first + i * step, date);
    const auto away = [&](chrono::sys_days d) { return std::abs((d - anchor).count()); };
    if (day && (!best || away(*day) < away(*best))) best = day;
  }
  return best;
}

struct TimeOfDay {
  int hour = 0, minute = 0, second = 0;
  std::string zone = {};  // "Z", "+02:00", or empty
};

bool take_half_of_day(Cursor& c, TimeOfDay& time) {
  const std::size_t begin = c.at;
  c.take_blanks();
  const char half = ascii::lower(c.peek());
  const bool dotted = c.peek(1) == '.';
  const std::size_t m = dotted ? 2 : 1;
  if ((half != 'a' && half != 'p') || ascii::lower(c.peek(m)) != 'm' ||
      ascii::is_letter(c.peek(m + 1))) {
    c.at = begin;
    return false;
  }
  c.at += m + 1;
  if (dotted) c.take('.');
  if (half == 'p' && time.hour < 12) time.hour += 12;
  if (half == 'a' && time.hour == 12) time.hour = 0;
  return true;
}

void take_offset(Cursor& c, TimeOfDay& time) {
  const char sign = c.peek();
  Cursor ahead = c;
  ++ahead.at;
  const auto hours = ahead.take_number(2, 2, false);
  ahead.take(':');
  const auto minutes = ahead.take_number(2, 2);
  if (!hours || !minutes || *hours > 14 || *minutes > 59) return;
  std::array<char, 16> text = {};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", sign, *hours, *minutes);
  time.zone = text.data();
  c.at = ahead.at;
}

// GMT and offsets are kept; the meaning of "CST" depends on who writes it.
void take_zone(Cursor& c, TimeOfDay& time) {
  const std::size_t begin = c.at;
  c.take_blanks();
  if (c.take_word("gmt") || c.take_word("utc") || c.take_word("z")) {
    time.zone = "Z";
    return;
  }
  if (c.peek() == '+' || c.peek() == '-') {
    take_offset(c, time);
    if (!time.zone.empty()) return;
  }
  std::size_t size = 0;
  while (c.peek(size) >= 'A' && c.peek(size) <= 'Z') ++size;
  const bool named =
      size >= 2 && size <= 4 && c.peek(size - 1) == 'T' && !ascii::is_letter(c.peek(size));
  c.at = named ? c.at + size : begin;
}

std::optional<TimeOfDay> take_time(Cursor& c) {
  TimeOfDay time;
  Cursor ahead = c;
  const auto hour = ahead.take_number(1, 2);
  if (!hour || *hour > 23) return std::nullopt;
  time.hour = *hour;
  bool has_minutes = false;
  if (ahead.peek() == ':' || ahead.peek() == '.') {
    ++ahead.at;
    const auto minute = ahead.take_number(2, 2);
    if (!minute || *minute > 59) return std::nullopt;
    time.minute = *minute;
    has_minutes = true;
  }
  if (has_minutes && ahead.take(':')) {
    const auto second = ahead.take_number(2, 2);
    if (!second || *second > 60) return std::nullopt;
    time.second = *second;
    if (ahead.take('.')) ahead.take_number(1, 9);
  }
  const bool has_half = take_half_of_day(ahead, time);
  if (!has_minutes && !has_half) return std::nullopt;
  take_zone(ahead, time);
  c.at = ahead.at;
  return time;
}

bool is_iso(std::string_view given, const DateMatch& match) {
  if (std::string_view(match.made_by) != "date.iso" || match.size != 10) return false;
  if (given.size() == match.size) return true;
  Cursor c{given, match.size + 1};
  if (given[match.size] != 'T' || !take_time(c)) return false;
  return c.at == given.size();
}
}  // namespace

std::size_t match_weekday(std::string_view text) {
  Cursor c{text};
  for (const auto& names : kWeekdays) {
    for (const std::string_view name : names) {
      if (name.empty() || !c.take_word(name)) continue;
      c.take('.');
      c.take(',');
      return c.at;
    }
  }
  return 0;
}

std::optional<DateMatch> match_date(std::string_view text) {
  Cursor c{text};
  c.at = match_weekday(text);
  if (c.at > 0) c.take_blanks();
  if (!may_begin_date(c.peek())) return std::nullopt;
  for (const Pattern& pattern : kPatterns) {
    auto match = match_pattern(pattern, text.substr(c.at));
    if (!match) continue;
    match->size += c.at;
    return match;
  }
  return std::nullopt;
}

std::size_t match_time(std::string_view text) {
  Cursor c{text};
  return take_time(c) ? c.at : 0;
}

std::optional<std::string> to_iso(const CalendarDate& date,
                                  const std::optional<std::string>& anchor) {
  if (date.month == 0) return std::nullopt;
  const auto day = [&]() -> std::optional<chrono::sys_days> {
    if (date.year && !date.short_year) return to_day(*date.year, date);
    const auto near = parse_anchor(anchor);
    constexpr int kPivot = 69;  // as POSIX reads two-digit years
    if (!near && !date.year) return std::nullopt;
    if (!near) return to_day(*date.year + (*date.year < kPivot ? 2000 : 1900), date);
    const int year = static_cast<int>(chrono::year_month_day(*near).year());
    if (date.year) return closest(date, *near, year / 100 * 100 - 100 + *date.year, 100);
    return closest(date, *near, year - 1, 1);
  }();
  if (!day) return std::nullopt;
  return to_text(*day);
}

std::optional<std::string> to_iso(std::string_view given) {
  while (!given.empty() && ascii::is_blank(given.front())) given.remove_prefix(1);
  while (!given.empty() && ascii::is_blank(given.back())) given.remove_suffix(1);
  const auto match = match_date(given);
  if (!match || (!match->date.year && match->date.month != 0)) return std::nullopt;
  auto day = to_iso(match->date, std::nullopt);
  if (!day) return std::nullopt;
  if (is_iso(given, *match)) return std::string(given);
  Cursor c{given, match->size};
  while (c.take(',') || c.take('T') || c.take_blanks() || c.take_word("at")) {
  }
  if (c.at == given.size()) return day;
  const auto time = take_time(c);
  if (!time) return std::nullopt;
  std::array<char, 16> clock = {};
  std::snprintf(clock.data(), clock.size(), "T%02d:%02d:%02d", time->hour, time->minute,
                time->second);
  return *day + clock.data() + time->zone;
}

}  // namespace sayso
