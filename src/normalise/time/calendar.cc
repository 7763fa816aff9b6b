#include "normalise/time/calendar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "normalise/time/other_calendars.h"

namespace sayso {
namespace {
namespace ch = std::chrono;

ch::sys_days day_of(int year, unsigned month, unsigned day) {
  return ch::sys_days(ch::year(year) / ch::month(month) / ch::day(day));
}
ch::year_month_day civil(ch::sys_days day) { return ch::year_month_day(day); }

int floor_to(int value, int step) {
  const int rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

Point point(Grain grain, ch::sys_days first) { return Point{.grain = grain, .first = first}; }

// Years outside four digits have no TIMEX3 value.
int in_range(int year) { return std::clamp(year, 1, 9999); }

ch::sys_days monday_of(ch::sys_days day) { return day - (ch::weekday(day) - ch::Monday); }

// The first day `months` later than the month of `day`, on `day`'s day of the month if there is
// one, else on the month's last.
ch::sys_days add_months(ch::sys_days day, int months) {
  const auto from = civil(day);
  auto to = ch::year_month(from.year(), from.month()) + ch::months(months);
  if (int(to.year()) < 1) to = ch::year(1) / ch::January;
  if (int(to.year()) > 9999) to = ch::year(9999) / ch::December;
  const auto same = to / from.day();
  return same.ok() ? ch::sys_days(same) : ch::sys_days(to / ch::last);
}

int months_in(Unit unit) {
  switch (unit) {
    case Unit::month: return 1;
    case Unit::quarter: return 3;
    case Unit::year: return 12;
    case Unit::decade: return 120;
    case Unit::century: return 1200;
    default: return 0;
  }
}
int days_in(Unit unit) {
  if (unit == Unit::week || unit == Unit::weekend) return 7;
  return unit == Unit::day ? 1 : 0;
}

// How many months a grain spans; 0 when it is counted in days.
int months_of(Grain grain) {
  switch (grain) {
    case Grain::century: return 1200;
    case Grain::decade: return 120;
    case Grain::year: return 12;
    case Grain::half: return 6;
    case Grain::season:
    case Grain::quarter: return 3;
    case Grain::month: return 1;
    default: return 0;
  }
}

// Western Easter (Anonymous Gregorian algorithm, as in Meeus, Astronomical Algorithms, ch. 8).
ch::sys_days easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
  const int f = (b + 8) / 25, g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
  return day_of(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

template <typename... Values>
std::string print(const char* format, Values... values) {
  std::array<char, 48> text = {};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): formats are literals of this file
  const int size = std::snprintf(text.data(), text.size(), format, values...);
  return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 47))};
}

struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek iso_week(ch::sys_days day) {
  const auto thursday = monday_of(day) + ch::days(3);
  const int year = int(civil(thursday).year());
  const auto days = (thursday - day_of(year, 1, 1)).count();
  return {year, static_cast<int>(days / 7 + 1)};
}

std::string day_value(const Point& p) {
  if (p.unknown == Unknown::week) return print("XXXX-WXX-%u", p.weekday());
  const auto date = civil(p.first);
  const auto month = static_cast<unsigned>(date.month());
  const auto day = static_cast<unsigned>(date.day());
  if (p.unknown == Unknown::year) return print("XXXX-%02u-%02u", month, day);
  return print("%04d-%02u-%02u", int(date.year()), month, day);
}

std::string year_value(const Point& p) {
  return p.unknown == Unknown::year ? "XXXX" : print("%04d", p.year());
}
}  // namespace

int Point::year() const { return int(civil(first).year()); }
unsigned Point::month() const { return static_cast<unsigned>(civil(first).month()); }
unsigned Point::weekday() const { return ch::weekday(first).iso_encoding(); }

ch::sys_days Point::past_last() const {
  if (const int months = months_of(grain); months != 0) return add_months(first, months);
  if (grain == Grain::week) return first + ch::days(7);
  if (grain == Grain::weekend) return first + ch::days(2);
  return first + ch::days(1);
}

std::optional<Point> make_day(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const ch::year_month_day date(ch::year(year), ch::month(static_cast<unsigned>(month)),
                                ch::day(static_cast<unsigned>(day)));
  if (!date.ok()) return std::nullopt;
  return point(Grain::day, ch::sys_days(date));
}
Point make_year(int year) { return point(Grain::year, day_of(in_range(year), 1, 1)); }
Point make_month(int year, int month) {
  return point(Grain::month, day_of(in_range(year), static_cast<unsigned>(month), 1));
}
Point make_quarter(int year, int quarter) {
  return widen(make_month(year, quarter * 3 - 2), Grain::quarter);
}
Point make_half(int year, int half) { return widen(make_month(year, half * 6 - 5), Grain::half); }
Point make_season(int year, int season) {
  return point(Grain::season, day_of(in_range(year), static_cast<unsigned>(season * 3 + 3), 1));
}
Point make_decade(int first_year) { return widen(make_year(first_year), Grain::decade); }
Point make_century(int first_year) { return widen(make_year(first_year), Grain::century); }

std::optional<Point> parse_day(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  int year = 0, month = 0, day = 0;
  const char* at = iso.data();
  if (std::from_chars(at, at + 4, year).ptr != at + 4 ||
      std::from_chars(at + 5, at + 7, month).ptr != at + 7 ||
      std::from_chars(at + 8, at + 10, day).ptr != at + 10) {
    return std::nullopt;
  }
  return make_day(year, month, day);
}

Point widen(const Point& p, Grain grain) {
  if (p.grain == grain) return p;
  Point wide{.grain = grain, .first = p.first};
  if (p.unknown == Unknown::year) wide.unknown = Unknown::year;
  const int year = p.year();
  const auto month = p.month();
  switch (grain) {
    case Grain::century: wide.first = day_of(std::max(1, floor_to(year, 100)), 1, 1); break;
    case Grain::decade: wide.first = day_of(std::max(1, floor_to(year, 10)), 1, 1); break;
    case Grain::year: wide.first = day_of(year, 1, 1); break;
    case Grain::half: wide.first = day_of(year, month < 7 ? 1 : 7, 1); break;
    case Grain::quarter: wide.first = day_of(year, (month - 1) / 3 * 3 + 1, 1); break;
    case Grain::season: {
      // December to February is the winter of the year it begins in.
      const int season_year = month < 3 ? std::max(1, year - 1) : year;
      wide.first = day_of(season_year, month < 3 ? 12 : month / 3 * 3, 1);
      break;
    }
    case Grain::month: wide.first = day_of(year, month, 1); break;
    case Grain::week: wide.first = monday_of(p.first); break;
    case Grain::weekend: wide.first = monday_of(p.first) + ch::days(5); break;
    case Grain::day:
    case Grain::day_part:
    case Grain::minute: break;
  }
  return wide;
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::second:
    case Unit::minute:
    case Unit::hour: return Grain::minute;
    case Unit::day: return Grain::day;
    case Unit::week: return Grain::week;
    case Unit::weekend: return Grain::weekend;
    case Unit::month: return Grain::month;
    case Unit::quarter: return Grain::quarter;
    case Unit::year: return Grain::year;
    case Unit::decade: return Grain::decade;
    case Unit::century: return Grain::century;
  }
  return Grain::day;
}

Point shift(const Point& from, int count, Unit unit, bool widens) {
  Point to = from;
  if (widens && from.grain > grain_of(unit)) to = widen(from, grain_of(unit));
  count = std::clamp(count, -100000, 100000);
  if (const int months = months_in(unit); months != 0) {
    to.first = add_months(to.first, std::clamp(count, -9999, 9999) * months);
  } else {
    to.first += ch::days(count * days_in(unit));
    if (int(civil(to.first).year()) < 1) to.first = day_of(1, 1, 1);
  }
  return to;
}

std::string to_value(const Point& p) {
  static constexpr std::array<const char*, 4> kSeasons = {"SP", "SU", "FA", "WI"};
  static constexpr std::array<const char*, 5> kParts = {"TMO", "TMI", "TAF", "TEV", "TNI"};
  switch (p.grain) {
    case Grain::century: return print("%02d", p.year() / 100);
    case Grain::decade: return print("%03d", p.year() / 10);
    case Grain::year: return year_value(p);
    case Grain::half: return year_value(p) + (p.month() < 7 ? "-H1" : "-H2");
    case Grain::season: return year_value(p) + "-" + kSeasons[p.month() / 3 - 1];
    case Grain::quarter: return year_value(p) + print("-Q%u", (p.month() + 2) / 3);
    case Grain::month: return year_value(p) + print("-%02u", p.month());
    case Grain::week:
    case Grain::weekend: {
      if (p.unknown != Unknown::nothing) return p.grain == Grain::week ? "XXXX-WXX" : "XXXX-WXX-WE";
      const IsoWeek iso = iso_week(p.first);
      return print("%04d-W%02d", iso.year, iso.week) + (p.grain == Grain::weekend ? "-WE" : "");
    }
    case Grain::day: return day_value(p);
    case Grain::day_part: return day_value(p) + kParts[static_cast<std::size_t>(p.part)];
    case Grain::minute: return day_value(p) + print("T%02d:%02d", p.minute / 60, p.minute % 60);
  }
  return {};
}

std::string to_duration(std::optional<double> count, Unit unit) {
  static constexpr std::array<const char*, 11> kLetters = {"S", "M", "H", "D",  "W", "WE",
                                                           "M", "Q", "Y", "DE", "CE"};
  const std::string number = count ? print("%.10g", std::min(*count, 1e9)) : "X";
  return (unit <= Unit::hour ? "PT" : "P") + number + kLetters[static_cast<std::size_t>(unit)];
}

namespace {
constexpr int kHijriDays = 30000;  // and month * 100 + day of the Hijri calendar
constexpr int kSolarDays = 40000;  // the same of the Solar Hijri one

// The first such day in the Gregorian year.
Point of_other_calendar(int code, int year) {
  const auto calendar = code >= kSolarDays ? OtherCalendar::solar_hijri : OtherCalendar::hijri;
  const int day = code % 10000;
  const Point january = make_year(year);
  const int begun = year_in(calendar, january);
  for (int own = begun; own <= begun + 1; ++own) {
    const auto found = day_in(calendar, own, day / 100, day % 100);
    if (found && found->year() == year) return *found;
  }
  return january;
}
}  // namespace

Point holiday(int code, int year) {
  year = in_range(year);
  const auto nth = [year](unsigned month, ch::weekday day, unsigned n) {
    return ch::sys_days(ch::year(year) / ch::month(month) / day[n]);
  };
  switch (code) {
    case 2001: return point(Grain::day, easter(year));
    case 2002: return point(Grain::day, easter(year) - ch::days(2));   // Good Friday
    case 2003: return point(Grain::day, easter(year) + ch::days(1));   // Easter Monday
    case 2004: return point(Grain::day, easter(year) - ch::days(46));  // Ash Wednesday
    case 2005: return point(Grain::day, easter(year) - ch::days(7));   // Palm Sunday
    case 2006: return point(Grain::day, nth(11, ch::Thursday, 4));     // US Thanksgiving
    case 2007: return point(Grain::day, nth(9, ch::Monday, 1));        // US Labor Day
    case 2008:                                                         // US Memorial Day
      return point(Grain::day, ch::sys_days(ch::year(year) / ch::May / ch::Monday[ch::last]));
    case 2009: return point(Grain::day, nth(1, ch::Monday, 3));   // Martin Luther King Jr. Day
    case 2010: return point(Grain::day, nth(2, ch::Monday, 3));   // Presidents' Day
    case 2011: return point(Grain::day, nth(10, ch::Monday, 2));  // Columbus Day
    case 2012: return point(Grain::day, nth(5, ch::Sunday, 2));   // Mother's Day
    case 2013: return point(Grain::day, nth(6, ch::Sunday, 3));   // Father's Day
    default: break;
  }
  if (code >= kHijriDays) return of_other_calendar(code, year);
  return make_day(year, code / 100, code % 100).value_or(make_year(year));
}

}  // namespace sayso
