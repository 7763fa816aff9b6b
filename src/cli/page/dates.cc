#include "cli/page/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace sayso {
namespace {
namespace ch = std::chrono;

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

// What follows the year, and the month it begins in; a winter begins in the year it is named after.
struct Part {
  std::string_view value, words;
  unsigned month;
};
constexpr Part kParts[] = {{"SP", "spring ", 3},
                           {"SU", "summer ", 6},
                           {"FA", "autumn ", 9},
                           {"WI", "winter ", 12},
                           {"Q1", "the first quarter of ", 1},
                           {"Q2", "the second quarter of ", 4},
                           {"Q3", "the third quarter of ", 7},
                           {"Q4", "the fourth quarter of ", 10},
                           {"H1", "the first half of ", 1},
                           {"H2", "the second half of ", 7}};

struct Word {
  std::string_view value, words;
};
constexpr Word kClocks[] = {
    {"MO", "morning"}, {"MI", "midday"}, {"AF", "afternoon"}, {"EV", "evening"}, {"NI", "night"}};
constexpr Word kBefore[] = {{"START", "early "}, {"MID", "mid-"}, {"END", "late "}};

template <std::size_t N>
std::string_view words_of(const Word (&rows)[N], std::string_view value) {
  for (const Word& row : rows) {
    if (row.value == value) return row.words;
  }
  return {};
}

enum Shortness : std::uint8_t { kCentury, kDecade, kYear, kPart, kMonth, kWeek, kWeekend, kDay };

std::optional<unsigned> number(std::string_view digits) {
  unsigned n = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), n);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) {
    return std::nullopt;
  }
  return n;
}

DateInWords starting(ch::sys_days day, Shortness shortness, std::string words) {
  return {.order = {.first_day = day.time_since_epoch().count(), .shortness = shortness},
          .date = std::move(words)};
}

ch::sys_days day_of(unsigned year, unsigned month, unsigned day) {
  return ch::year(static_cast<int>(year)) / ch::month(month) / ch::day(day);
}

std::string plain_day(ch::sys_days day) {
  const ch::year_month_day date(day);
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string century_in_words(unsigned century) {
  const unsigned last = century % 100 / 10 == 1 ? 0 : century % 10;
  return "the " + std::to_string(century) +
         (last == 1   ? "st"
          : last == 2 ? "nd"
          : last == 3 ? "rd"
                      : "th") +
         " century";
}

// "19" and "199", which name their years by their first digits.
std::optional<DateInWords> long_time(std::string_view value) {
  const auto n = number(value);
  if (!n) return std::nullopt;
  if (value.size() == 2) {
    return starting(day_of(*n * 100, 1, 1), kCentury, century_in_words(*n + 1));
  }
  return starting(day_of(*n * 10, 1, 1), kDecade, "the " + std::to_string(*n * 10) + "s");
}

// ISO 8601: week 1 holds the year's first Thursday.
std::optional<DateInWords> week(unsigned year, std::string_view rest) {
  const auto n = number(rest.substr(0, 2));
  if (!n || *n < 1 || *n > 53) return std::nullopt;
  const ch::sys_days fourth = day_of(year, 1, 4);
  const ch::sys_days monday =
      fourth - (ch::weekday(fourth) - ch::Monday) + ch::days(7 * (static_cast<int>(*n) - 1));
  if (rest.size() == 2) return starting(monday, kWeek, "the week of " + plain_day(monday));
  if (rest.substr(2) != "-WE") return std::nullopt;
  const ch::sys_days saturday = monday + ch::days(5);
  return starting(saturday, kWeekend, "the weekend of " + plain_day(saturday));
}

std::optional<DateInWords> month_or_day(unsigned year, std::string_view rest) {
  const auto month = number(rest.substr(0, 2));
  if (!month || *month < 1 || *month > 12) return std::nullopt;
  if (rest.size() == 2) {
    return starting(day_of(year, *month, 1), kMonth,
                    std::string(kMonths[*month - 1]) + " " + std::to_string(year));
  }
  const auto day = rest.size() == 5 && rest[2] == '-' ? number(rest.substr(3)) : std::nullopt;
  if (!day || *day < 1 || *day > 31) return std::nullopt;
  const ch::year_month_day date =
      ch::year(static_cast<int>(year)) / ch::month(*month) / ch::day(*day);
  if (!date.ok()) return std::nullopt;
  const auto weekday = ch::weekday(date).c_encoding();
  return starting(date, kDay, std::string(kDays[weekday]) + " " + plain_day(date));
}

std::optional<DateInWords> date(std::string_view value) {
  if (value.size() == 2 || value.size() == 3) return long_time(value);
  const auto year = number(value.substr(0, 4));
  if (!year || value.size() < 4) return std::nullopt;
  if (value.size() == 4) return starting(day_of(*year, 1, 1), kYear, std::to_string(*year));
  if (value[4] != '-') return std::nullopt;
  const std::string_view rest = value.substr(5);
  if (rest.starts_with('W') && rest.size() > 2 && rest != "WI") return week(*year, rest.substr(1));
  for (const Part& part : kParts) {
    if (rest != part.value) continue;
    return starting(day_of(*year, part.month, 1), kPart,
                    std::string(part.words) + std::to_string(*year));
  }
  return rest.size() >= 2 ? month_or_day(*year, rest) : std::nullopt;
}

// "early June 2023", "the late 1980s", "late in the week of 12 June 2023"
std::string modified(const std::string& date, std::string_view mod) {
  const std::string before(words_of(kBefore, mod));
  if (before.empty()) return date;
  if (!date.starts_with("the ")) return before + date;
  if (date.ends_with("0s")) return "the " + before + date.substr(4);
  return (mod == "MID" ? "in the middle of " : before + "in ") + date;
}

// "EV" -> "evening", "10:30" as it is; "XX:XX" says nothing.
std::string clock_in_words(std::string_view value) {
  if (const auto words = words_of(kClocks, value); !words.empty()) return std::string(words);
  const bool clock = value.size() >= 5 && value[2] == ':' && number(value.substr(0, 2)) &&
                     number(value.substr(3, 2));
  return clock ? std::string(value.substr(0, 5)) : std::string();
}
}  // namespace

std::optional<DateInWords> date_in_words(const Timex& time) {
  if (time.type != TimexType::date && time.type != TimexType::time) return std::nullopt;
  const std::string_view value = time.value;
  const std::size_t clock = std::min(value.find('T'), value.size());
  auto found = date(value.substr(0, clock));
  if (!found) return std::nullopt;
  if (clock < value.size()) found->clock = clock_in_words(value.substr(clock + 1));
  // "Earlier on Tuesday" is still Tuesday, and "about 8 p.m." that day's.
  const bool is_day = found->order.shortness == kDay;
  if (!is_day) found->date = modified(found->date, time.mod);
  if (time.mod == "APPROX" && found->clock.empty()) found->date = "about " + found->date;
  return found;
}

std::string value_in_words(const Timex& time) {
  const auto found = date_in_words(time);
  if (!found) return time.value;
  std::string date = time.value.substr(0, time.value.find('T'));
  const bool code = date.size() < 4 || date.find_first_not_of("0123456789-") != std::string::npos;
  if (code) date = found->date;
  const bool clock = found->clock.find(':') != std::string::npos;
  return clock ? date + " " + found->clock : date;
}

std::optional<DateInWords> day_in_words(std::string_view day) { return date(day.substr(0, 10)); }

}  // namespace sayso
