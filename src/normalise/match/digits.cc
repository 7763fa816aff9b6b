#include "normalise/match/digits.h"

#include <array>
#include <charconv>

namespace sayso {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Groups of digits and the single marks between them: "06/20/2023" is {6, 20, 2023} and "//".
struct Groups {
  std::array<int, 3> values = {};
  std::array<std::size_t, 3> sizes = {};
  std::array<char, 2> marks = {};
  std::size_t count = 0;
  std::string_view rest = {};  // what follows the last group
};

Groups split_groups(std::string_view token) {
  Groups groups;
  while (groups.count < groups.values.size() && !token.empty() && is_digit(token.front())) {
    const char* end = token.data() + token.size();
    const auto read = std::from_chars(token.data(), end, groups.values[groups.count]);
    if (read.ec != std::errc()) return {};
    const auto size = static_cast<std::size_t>(read.ptr - token.data());
    groups.sizes[groups.count++] = size;
    token.remove_prefix(size);
    if (groups.count == 3 || token.size() < 2 || !is_digit(token[1])) break;
    groups.marks[groups.count - 1] = token.front();
    token.remove_prefix(1);
  }
  groups.rest = token;
  return groups;
}

// "1,234,567.8": commas only between groups of three. Nothing when it is no such number.
std::optional<double> plain_number(std::string_view token) {
  double number = 0;
  std::size_t since_comma = 0;
  bool commas = false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (is_digit(token[i])) {
      number = number * 10 + (token[i] - '0');
      ++since_comma;
    } else if (token[i] == ',' && since_comma <= 3 && (!commas || since_comma == 3)) {
      commas = true;
      since_comma = 0;
    } else if (token[i] == '.' && i + 1 < token.size() && (!commas || since_comma == 3)) {
      double decimals = 0;
      double place = 1;
      for (++i; i < token.size(); ++i) {
        if (!is_digit(token[i])) return std::nullopt;
        decimals = decimals * 10 + (token[i] - '0');
        place *= 10;
      }
      return number + decimals / place;
    } else {
      return std::nullopt;
    }
  }
  if (commas && since_comma != 3) return std::nullopt;
  return number;
}

int full_year(int year, std::size_t digits) {
  if (digits != 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

// Year first, or month and day in either order; the month comes first when both are possible.
std::optional<int> date_of(const Groups& g) {
  if (g.count != 3 || g.marks[0] != g.marks[1] || !g.rest.empty()) return std::nullopt;
  if (g.marks[0] != '/' && g.marks[0] != '-' && g.marks[0] != '.') return std::nullopt;
  auto [year, month, day] = g.values;
  if (g.sizes[0] != 4) {
    if (g.sizes[2] != 4 && g.sizes[2] != 2) return std::nullopt;
    year = full_year(g.values[2], g.sizes[2]);
    month = g.values[0];
    day = g.values[1];
    if (month > 12 || g.marks[0] == '.') std::swap(month, day);
  }
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1000) return std::nullopt;
  return year * 10000 + month * 100 + day;
}

std::optional<int> clock_of(const Groups& g) {
  if (g.count < 2 || g.marks[0] != ':' || !g.rest.empty()) return std::nullopt;
  if (g.count == 3 && g.marks[1] != ':') return std::nullopt;
  if (g.sizes[0] > 2 || g.sizes[1] != 2 || g.values[0] > 24 || g.values[1] > 59)
    return std::nullopt;
  return g.values[0] * 3600 + g.values[1] * 60 + (g.count == 3 ? g.values[2] : 0);
}

DigitToken as(WordClass c, double number) {
  DigitToken token;
  token.symbols.add(c);
  token.number = number;
  return token;
}

// A number in digits only is also a year, a day or a clock time ("0830"), by its size.
DigitToken whole_number(int value, std::size_t digits) {
  DigitToken token = as(WordClass::number, value);
  if (digits == 4 && value >= 1000 && value < 2100) token.symbols.add(WordClass::year);
  if (digits == 4 && value / 100 < 25 && value % 100 < 60) {
    token.symbols.add(WordClass::clock_digits);
  }
  if (digits <= 2 && value >= 1 && value <= 31) token.symbols.add(WordClass::day);
  if (digits == 2) token.symbols.add(WordClass::two_digits);
  return token;
}
}  // namespace

std::optional<DigitToken> read_digits(std::string_view token) {
  const bool apostrophe = token.size() > 1 && token.front() == '\'';
  if (apostrophe) token.remove_prefix(1);
  if (token.size() == 2 && token[0] == 'q' && token[1] >= '1' && token[1] <= '4') {
    return as(WordClass::quarter_code, token[1] - '0');
  }
  if (token.empty() || !is_digit(token.front()) || token.size() > 24) return std::nullopt;
  const Groups groups = split_groups(token);
  if (groups.count == 1 && (groups.rest == "s" || groups.rest == "'s") &&
      groups.values[0] % 10 == 0 && (groups.sizes[0] == 2 || groups.sizes[0] == 4)) {
    return as(WordClass::decade, groups.values[0]);
  }
  if (apostrophe) return std::nullopt;
  if (groups.count == 1 && groups.rest.empty()) {
    return whole_number(groups.values[0], groups.sizes[0]);
  }
  if (groups.count == 1 && (groups.rest == "st" || groups.rest == "nd" || groups.rest == "rd" ||
                            groups.rest == "th" || groups.rest == "d")) {
    return as(WordClass::ordinal, groups.values[0]);
  }
  if (const auto date = date_of(groups)) return as(WordClass::date_digits, *date);
  if (const auto clock = clock_of(groups)) return as(WordClass::clock, *clock);
  if (const auto number = plain_number(token)) return as(WordClass::number, *number);
  return std::nullopt;
}

}  // namespace sayso
