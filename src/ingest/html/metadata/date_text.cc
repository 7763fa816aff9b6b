#include "ingest/html/metadata/date_text.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <unordered_map>

#include "core/lexicon.h"
#include "core/resource.h"
#include "ingest/cursor.h"
#include "ingest/html/metadata/letters.h"

namespace sayso {
namespace {
namespace chrono = std::chrono;
constexpr int kFirstYear = 1990, kLastYear = 2099;

// Letters stand for parts: Y the year in four digits, y in two, N the month's number, D the day's,
// M the month's name; "~" is what may stand between parts in words, "_" optional blanks; other
// characters are themselves.
struct Shape {
  std::string_view parts;
  bool swaps = false;  // day and month may be the other way round
};

// Tried in order, by what a date starts with.
constexpr Shape kFromNumber[] = {
    {"Y-N-D"},                     // 2019-10-16
    {"Y/N/D"},                     // 2019/10/16
    {"Y._N._D"},                   // 2019. 10. 16.
    {"Y年_N月_D日"},               // 2019年10月16日
    {"Y년_N월_D일"},               // 2019년 10월 16일
    {"Y~M~D"},                     // 2019. október 16.
    {"D~M~Y"},                     // 16. Oktober 2019, 16 de octubre de 2019
    {"D._N._Y"},                   // 16.10.2019, 16. 10. 2019
    {"D/N/Y", true},               // 16/10/2019, 10/16/2019
    {"D-N-Y", true},               // 16-10-2019
    {"D/_N/_Y", true}, {"D~M~y"},  // 16 Oct '19
    {"D.N.y"},                     // 16.10.19
    {"D/N/y", true},               // 16/10/19
};
constexpr Shape kFromWord[] = {
    {"M~D~Y"},  // October 16, 2019
    {"M~D~y"},  // Oct 16 '19
};

int month_of(std::string_view word) {
  static const auto months = [] {
    std::unordered_map<std::string_view, int> table;
    for (const auto& row : lexicon_rows(resource("lexicons/months.tsv"))) {
      int month = 0;
      for (const char digit : row[1]) month = month * 10 + (digit - '0');
      table.emplace(row[0], month);
    }
    return table;
  }();
  constexpr std::size_t kLongest = 40;
  if (word.empty() || word.size() > kLongest) return 0;
  std::array<char, kLongest> lower = {};
  const std::size_t size = to_lower(word, lower.data());
  const auto found = months.find(std::string_view(lower.data(), size));
  return found == months.end() ? 0 : found->second;
}

// "st" of "21st", "º" of "1º", "er" of "1er".
void take_ordinal(Cursor& c) {
  for (const std::string_view ending : {"st", "nd", "rd", "th", "er", "\xC2\xBA", "\xC2\xB0"}) {
    if (!c.rest().starts_with(ending)) continue;
    const std::string_view behind = c.rest().substr(ending.size());
    if (match_letters(behind) > 0) continue;
    c.at += ending.size();
    return;
  }
}

// Between a date's words: ". ", ", ", " de ", " of the ", "-", "/".
bool take_between(Cursor& c) {
  const std::size_t begin = c.at;
  take_ordinal(c);
  c.take('.');
  c.take(',');
  c.take_blanks();
  if (c.at == begin && (c.take('-') || c.take('/') || c.take('_'))) return true;
  for (const std::string_view word : {"of", "de", "del", "di", "d", "m", "gada", "tháng", "thg"}) {
    if (!c.rest().starts_with(word)) continue;
    if (match_letters(c.rest()) != word.size()) continue;
    c.at += word.size();
    c.take('.');
    c.take('\'');
    c.take_blanks();
    break;
  }
  c.take(',');
  c.take_blanks();
  return true;  // "16Oct2019" too
}

// Iranian pages count from 622; their years are turned into ours once the day is known.
constexpr int kPersianMonths = 100;
bool is_persian_year(int year) { return year >= 1370 && year <= 1429; }

bool take_year(Cursor& c, DateText& date) {
  const auto year = c.take_number(4, 4, false);
  if (!year) return false;
  constexpr int kBuddhist = 543;  // Thai pages count from another year
  date.year = *year > 2500 && *year < 2600 ? *year - kBuddhist : *year;
  if (is_persian_year(*year)) return true;
  return date.year >= kFirstYear && date.year <= kLastYear;
}

bool take_short_year(Cursor& c, DateText& date) {
  c.take('\'');
  const auto year = c.take_number(2, 2);
  if (!year || c.peek() == ':' || c.peek() == '.') return false;
  date.year = *year + (*year >= kFirstYear % 100 ? 1900 : 2000);
  return true;
}

bool take_month_name(Cursor& c, DateText& date) {
  const std::size_t size = match_letters(c.rest());
  date.month = month_of(c.rest().substr(0, size));
  c.at += size;
  return date.month > 0;
}

bool take_part(char part, Cursor& c, DateText& date) {
  switch (part) {
    case 'Y': return take_year(c, date);
    case 'y': return take_short_year(c, date);
    case 'N':
    case 'D': {
      const auto n = c.take_number(1, 2);
      if (!n || *n < 1 || *n > 31) return false;
      (part == 'N' ? date.month : date.day) = *n;
      return true;
    }
    case 'M': return take_month_name(c, date);
    case '~': return take_between(c);
    case '_': c.take_blanks(); return true;
    default: return c.take(part);
  }
}

// A day of the Persian calendar -> ours. Its year begins with spring, and has six months of 31
// days, five of 30, and one of 29 or, eight times in 33 years, 30.
bool from_persian(DateText& date) {
  const int month = date.month > kPersianMonths ? date.month - kPersianMonths : date.month;
  if (month < 1 || month > 12 || date.day > (month > 6 ? 30 : 31)) return false;
  constexpr int kCycle = 33, kLeapYears = 8;
  const int leap_days = (date.year * kLeapYears + 21) / kCycle;
  const int before = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  // 1 Farvardin 1399 was 20 March 2020.
  constexpr int kKnownYear = 1399;
  const int known_leap_days = (kKnownYear * kLeapYears + 21) / kCycle;
  const int ahead =
      (date.year - kKnownYear) * 365 + leap_days - known_leap_days + before + date.day - 1;
  using chrono::March;
  const chrono::year_month_day day(chrono::sys_days(chrono::year(2020) / March / 20) +
                                   chrono::days(ahead));
  date.year = static_cast<int>(day.year());
  date.month = static_cast<int>(static_cast<unsigned>(day.month()));
  date.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return true;
}

bool is_day(const DateText& date) {
  return chrono::year_month_day{chrono::year(date.year),
                                chrono::month(static_cast<unsigned>(date.month)),
                                chrono::day(static_cast<unsigned>(date.day))}
      .ok();
}

std::optional<DateText> match_shape(const Shape& shape, std::string_view text, DayOrder order) {
  Cursor c{text};
  DateText date;
  for (const char part : shape.parts) {
    if (!take_part(part, c, date)) return std::nullopt;
  }
  if (ascii::is_digit(c.peek())) return std::nullopt;
  if (c.peek() == '.' && ascii::is_digit(c.peek(1))) return std::nullopt;  // "Version 2.10.2019.4"
  const bool must = date.month > 12, may = date.day <= 12 && order == DayOrder::month_first;
  if (shape.swaps && (must || may)) std::swap(date.month, date.day);
  const bool persian = is_persian_year(date.year);
  if (persian ? !from_persian(date) : !is_day(date)) return std::nullopt;
  date.end = c.at;
  return date;
}

struct Clock {
  int hour = 0, minute = 0, second = 0;
  std::string zone = {};
};

void take_half_of_day(Cursor& c, Clock& clock) {
  Cursor ahead = c;
  ahead.take_blanks();
  const char half = ascii::lower(ahead.peek());
  if (half != 'a' && half != 'p') return;
  ++ahead.at;
  ahead.take('.');
  if (ascii::lower(ahead.peek()) != 'm' || ascii::is_letter(ahead.peek(1))) return;
  ++ahead.at;
  ahead.take('.');
  if (half == 'p' && clock.hour < 12) clock.hour += 12;
  if (half == 'a' && clock.hour == 12) clock.hour = 0;
  c = ahead;
}

// GMT and offsets; what "CST" means depends on who writes it.
void take_zone(Cursor& c, Clock& clock) {
  Cursor ahead = c;
  ahead.take_blanks();
  if (ahead.take_word("gmt") || ahead.take_word("utc") || ahead.take_word("z")) {
    clock.zone = "Z";
    c = ahead;
  }
  const char sign = ahead.peek();
  if (sign != '+' && sign != '-') return;
  ++ahead.at;
  const auto hours = ahead.take_number(2, 2, false);
  ahead.take(':');
  const auto minutes = ahead.take_number(2, 2);
  if (!hours || *hours > 14 || minutes.value_or(0) > 59) return;
  std::array<char, 16> text = {};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", sign, *hours, minutes.value_or(0));
  clock.zone = text.data();
  c = ahead;
}

// "10:00", "10:00:30.123 Z", "9.30 Uhr", "17h05", "3:20 pm", "0400+0200" behind a T.
std::optional<Clock> take_clock(Cursor& c, bool bare) {
  Clock clock;
  Cursor ahead = c;
  const auto hour = ahead.take_number(bare ? 2 : 1, 2, !bare);
  if (!hour || *hour > 24) return std::nullopt;
  clock.hour = *hour % 24;
  const char separator = ahead.peek();
  const bool known = separator == ':' || separator == '.' || separator == 'h';
  if (known) ++ahead.at;
  if (!known && !bare) return std::nullopt;
  const auto minute = ahead.take_number(2, 2, !bare);
  if (!minute || *minute > 59) return std::nullopt;
  clock.minute = *minute;
  if (ahead.take(':') || (bare && !known)) {
    const auto second = ahead.take_number(2, 2);
    clock.second = second.value_or(0) > 59 ? 59 : second.value_or(0);
    if (ahead.take('.')) ahead.take_number(1, 9);
  }
  take_half_of_day(ahead, clock);
  take_zone(ahead, clock);
  c = ahead;
  return clock;
}

// What stands between a day and its time: ", ", " - ", " um ", " à ", " at ", "T".
bool take_before_clock(Cursor& c) {
  const std::size_t begin = c.at;
  if (c.peek() == 'T' && ascii::is_digit(c.peek(1))) {
    ++c.at;
    return true;
  }
  constexpr int kMostSteps = 6;
  for (int step = 0; step < kMostSteps && !ascii::is_digit(c.peek()); ++step) {
    if (c.take_blanks() || c.take(',') || c.take('-') || c.take('|') || c.take('.')) continue;
    if (c.take('/') || c.take('(')) continue;
    const std::string_view dashes[] = {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2", "\xC2\xB7"};
    bool dash = false;
    for (const std::string_view d : dashes) {
      if (dash || !c.rest().starts_with(d)) continue;
      c.at += d.size();
      dash = true;
    }
    if (dash) continue;
    const std::size_t letters = match_letters(c.rest());
    constexpr std::size_t kLongestWord = 6;
    if (letters == 0 || letters > kLongestWord) break;
    c.at += letters;
  }
  return c.at > begin && ascii::is_digit(c.peek());
}

void take_time_behind(std::string_view text, DateText& date) {
  Cursor c{text, date.end};
  const bool bare = c.peek() == 'T';
  if (!take_before_clock(c)) return;
  const auto clock = take_clock(c, bare);
  if (!clock) return;
  std::array<char, 16> day_time = {};
  std::snprintf(day_time.data(), day_time.size(), "T%02d:%02d:%02d", clock->hour, clock->minute,
                clock->second);
  date.time = day_time.data() + clock->zone;
  date.end = c.at;
}

// "Wed Oct 16 10:00:00 +0000 2019", "Wed Oct 16 2019 10:00:00 GMT+0200".
std::optional<DateText> match_unix_date(std::string_view text) {
  Cursor c{text};
  DateText date;
  if (!take_month_name(c, date) || !c.take_blanks()) return std::nullopt;
  const auto day = c.take_number(1, 2);
  if (!day || !c.take_blanks()) return std::nullopt;
  date.day = *day;
  const auto clock = take_clock(c, false);
  if (!clock || !c.take_blanks()) return std::nullopt;
  for (std::size_t zone = match_letters(c.rest()); zone > 0; zone = 0) {
    c.at += zone;
    c.take_blanks();
  }
  if (!take_year(c, date) || !is_day(date)) return std::nullopt;
  date.end = c.at;
  return date;
}

std::optional<DateText> match_compact(std::string_view text) {
  Cursor c{text};
  const auto number = c.take_number(8, 8);
  if (!number) return std::nullopt;
  DateText date{
      .end = c.at, .year = *number / 10000, .month = *number / 100 % 100, .day = *number % 100};
  if (date.year < kFirstYear || date.year > kLastYear || !is_day(date)) return std::nullopt;
  return date;
}

std::optional<DateText> from_unix_time(std::string_view digits) {
  constexpr std::size_t kSeconds = 10, kMilliseconds = 13;
  if (digits.size() != kSeconds && digits.size() != kMilliseconds) return std::nullopt;
  std::int64_t seconds = 0;
  for (const char c : digits.substr(0, kSeconds)) {
    if (!ascii::is_digit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  const chrono::sys_seconds instant{chrono::seconds(seconds)};
  const auto midnight = chrono::floor<chrono::days>(instant);
  const chrono::year_month_day day(midnight);
  DateText date{.end = digits.size(),
                .year = static_cast<int>(day.year()),
                .month = static_cast<int>(static_cast<unsigned>(day.month())),
                .day = static_cast<int>(static_cast<unsigned>(day.day()))};
  const chrono::hh_mm_ss time(instant - midnight);
  std::array<char, 32> text = {};
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  date.time = text.data();
  return date;
}

std::optional<DateText> match_day(std::string_view text, DayOrder order) {
  if (text.empty()) return std::nullopt;
  if (ascii::is_digit(text[0])) {
    for (const Shape& shape : kFromNumber) {
      if (auto date = match_shape(shape, text, order)) return date;
    }
    return std::nullopt;
  }
  for (const Shape& shape : kFromWord) {
    if (auto date = match_shape(shape, text, order)) return date;
  }
  return match_unix_date(text);
}

std::string_view without_blanks(std::string_view text) {
  Cursor c{text};
  c.take_blanks();
  text = c.rest();
  while (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// The value of an Arabic or Persian digit at `at`, or -1.
int other_digit(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size()) return -1;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto next = static_cast<unsigned char>(text[at + 1]);
  const bool arabic = lead == 0xD9 && next >= 0xA0 && next <= 0xA9;
  const bool persian = lead == 0xDB && next >= 0xB0 && next <= 0xB9;
  return arabic || persian ? static_cast<int>(next & 0x0FU) : -1;
}

bool has_other_digits(std::string_view text) {
  for (std::size_t at = text.find_first_of("\xD9\xDB"); at != text.npos;
       at = text.find_first_of("\xD9\xDB", at + 1)) {
    if (other_digit(text, at) >= 0) return true;
  }
  return false;
}

std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int digit = other_digit(text, at);
    out += digit < 0 ? text[at] : static_cast<char>('0' + digit);
    at += digit < 0 ? 0 : 1;
  }
  return out;
}
// An address without its host, query and fragment.
std::string_view path_of(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  const std::size_t path = uri.find('/', scheme == uri.npos ? 0 : scheme + 3);
  if (path == uri.npos) return {};
  uri.remove_prefix(path);
  return uri.substr(0, uri.find_first_of("?#"));
}
}  // namespace

std::string DateText::iso_day() const {
  std::array<char, 48> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year, month, day);
  return text.data();
}

std::optional<DateText> match_date_text(std::string_view text, DayOrder order) {
  auto date = match_day(text, order);
  if (date && date->time.empty()) take_time_behind(text, *date);
  return date;
}

std::optional<DateText> find_date(std::string_view text, DayOrder order) {
  if (has_other_digits(text)) return find_date(with_ascii_digits(text), order);
  // A date has a digit; words before it are tried only where a number is near.
  for (std::size_t at = 0; at < text.size();) {
    if (ascii::is_digit(text[at])) {
      if (auto date = match_date_text(text.substr(at), order)) {
        date->begin = at;
        date->end += at;
        return date;
      }
      while (at < text.size() && ascii::is_digit(text[at])) ++at;
      continue;
    }
    const std::size_t letters = match_letters(text.substr(at));
    if (letters == 0) {
      ++at;
      continue;
    }
    constexpr std::size_t kShortestMonth = 3;
    if (letters >= kShortestMonth) {
      if (auto date = match_date_text(text.substr(at), order)) {
        date->begin = at;
        date->end += at;
        return date;
      }
    }
    at += letters;
  }
  return std::nullopt;
}

std::optional<DateText> parse_date_value(std::string_view value, DayOrder order) {
  value = without_blanks(value);
  constexpr std::size_t kLongest = 120;
  if (value.empty() || value.size() > kLongest) return std::nullopt;
  if (auto date = from_unix_time(value)) return date;
  if (auto date = match_compact(value)) {
    take_time_behind(value, *date);
    return date;
  }
  return find_date(value, order);
}

std::optional<DateText> find_date_in_uri(std::string_view uri) {
  uri = path_of(uri);
  constexpr Shape kShapes[] = {{"Y/N/D"}, {"Y-N-D"}, {"Y_N_D"}, {"Y/M/D"}, {"D-N-Y"}, {"D.N.Y"}};
  for (std::size_t at = 0; at + 1 < uri.size(); ++at) {
    if (ascii::is_digit(uri[at]) || !ascii::is_digit(uri[at + 1])) continue;
    const std::string_view rest = uri.substr(at + 1);
    for (const Shape& shape : kShapes) {
      if (auto date = match_shape(shape, rest, DayOrder::day_first)) {
        // "/2019/10/3-questions/" is no third of October.
        const char before = rest[date->end - 2], behind = rest.substr(0, date->end + 1).back();
        if (!ascii::is_digit(before) && behind != '/' && date->end < rest.size()) continue;
        date->begin = at + 1;
        date->end += at + 1;
        return date;
      }
    }
    if (auto date = match_compact(rest)) return date;
  }
  return std::nullopt;
}

}  // namespace sayso
