#include "normalise/time/other_calendars.h"
#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

const Token& token_of(const PatternMatch& m, const Anchor& a, W c) {
  return a.tokens[m.find(c)->tokens.first];
}
bool is_capital(const Token& token) {
  return token.shape == WordShape::capitalized || token.shape == WordShape::upper ||
         token.shape == WordShape::mixed;  // "mid-May"
}

// The number next to a month as a day of it, in digits or as an ordinal.
int day_number(const PatternMatch& m) {
  return m.has(W::day) ? m.value(W::day) : m.value(W::ordinal);
}
// "nineteen ninety-six": a century and the year in it; 0 when two numbers are no year.
int year_in_words(const PatternMatch& m) {
  const Item* century = m.find(W::number);
  const Item* rest = m.find(W::number, 1);
  if (century == nullptr || rest == nullptr || century->in_digits || rest->in_digits) return 0;
  if (century->number < 11 || century->number > 20 || rest->number < 10 || rest->number > 99) {
    return 0;
  }
  return static_cast<int>(century->number * 100 + rest->number);
}

// "90" after "12 JAN" is 1990; two digits are read within 70 years before 2030.
int year_number(const PatternMatch& m) {
  if (m.has(W::year)) return m.value(W::year);
  const int two = m.value(W::two_digits);
  return two < 40 ? 2000 + two : 1900 + two;
}

Reads month_day(const PatternMatch& m, const Anchor& a) {
  // "may 20 people": a month without a capital is none.
  if (!is_capital(token_of(m, a, W::month))) return std::nullopt;
  const auto day = m.has(W::year) || m.has(W::two_digits)
                       ? make_day(year_number(m), m.value(W::month), day_number(m))
                       : resolve_month_day(m.value(W::month), day_number(m), a);
  if (!day) return std::nullopt;
  return date_value(*day);
}

// One end of a range that says its month once: "between [3] and 5 May", "May 3 to [5]".
Reads day_of_range(const PatternMatch& m, const Anchor& a) {
  const auto is = [&](std::size_t i, W c) { return i < m.items.size() && m.items[i].is(c); };
  const auto links = [&](std::size_t i) {
    return i < m.items.size() &&
           is_one_of(a.tokens[m.items[i].tokens.first].key,
                     {"and"_word, "to"_word, "-"_word, "until"_word, "through"_word});
  };
  const Item* month = nullptr;
  std::size_t after = 0;  // where a year may stand
  int other = 0;
  const int day = m.value(W::day);
  if (links(m.last) && is(m.last + 1, W::day) && is(m.last + 2, W::month)) {
    month = &m.items[m.last + 2];
    other = static_cast<int>(m.items[m.last + 1].value(W::day));
    if (day >= other) return std::nullopt;
    after = m.last + 3;
  } else if (m.first >= 3 && links(m.first - 1) && is(m.first - 2, W::day) &&
             is(m.first - 3, W::month) && !is_noun(tag_after(m, a))) {
    month = &m.items[m.first - 3];
    other = static_cast<int>(m.items[m.first - 2].value(W::day));
    if (day <= other) return std::nullopt;
    after = m.last;
  }
  if (month == nullptr || !is_capital(a.tokens[month->tokens.first])) return std::nullopt;
  if (!is(after, W::year) && after < m.items.size() &&
      a.tokens[m.items[after].tokens.first].key == ","_word) {
    ++after;
  }
  const int number = static_cast<int>(month->value(W::month));
  const auto point = is(after, W::year)
                         ? make_day(static_cast<int>(m.items[after].value(W::year)), number, day)
                         : resolve_month_day(number, day, a);
  return point ? Reads(date_value(*point)) : std::nullopt;
}

// "12 Jan 90" but not "12 Jan 30 people": the year in two digits ends a dateline or a phrase.
Reads short_year(const PatternMatch& m, const Anchor& a) {
  if (is_noun(tag_after(m, a)) || m.value(W::two_digits) < 40) return std::nullopt;
  return month_day(m, a);
}

// "30 Khordad 1402", "15 Ramadan": without a year the latest one, or of the future the next.
Reads day_of_other_calendar(const PatternMatch& m, const Anchor& a) {
  const bool hijri = m.has(W::islamic_month);
  const W month_class = hijri ? W::islamic_month : W::solar_month;
  if (!is_capital(token_of(m, a, month_class))) return std::nullopt;
  const auto calendar = hijri ? OtherCalendar::hijri : OtherCalendar::solar_hijri;
  const auto day_of = [&](int year) {
    return day_in(calendar, year, m.value(month_class), day_number(m));
  };
  constexpr int kLastYear = 1700;  // a Gregorian year has no such month
  if (m.has(W::year)) {
    if (m.value(W::year) > kLastYear) return std::nullopt;
    const auto day = day_of(m.value(W::year));
    return day ? Reads(date_value(*day)) : std::nullopt;
  }
  if (!a.published) return std::nullopt;
  const int year = year_in(calendar, *a.published);
  auto day = day_of(year);
  const bool future = a.tense == Tense::future;
  if (day && future && day->first < a.published->first) day = day_of(year + 1);
  if (day && !future && day->first > a.published->first) day = day_of(year - 1);
  return day ? Reads(date_value(*day)) : std::nullopt;
}

Reads month_year(const PatternMatch& m, const Anchor& a) {
  if (!is_capital(token_of(m, a, W::month))) return std::nullopt;
  return date_value(make_month(m.value(W::year), m.value(W::month)));
}

// A month's name alone. "May" and "March" are words of other kinds too, short forms are names.
Reads month_alone(const PatternMatch& m, const Anchor& a) {
  const Token& token = token_of(m, a, W::month);
  if (!is_capital(token)) return std::nullopt;
  if (!is_proper(token.tag) && token.shape != WordShape::mixed) return std::nullopt;
  const bool doubtful = is_one_of(token.key, {"may"_word, "march"_word, "mar"_word, "jan"_word,
                                              "dec"_word, "sep"_word, "april"_word, "june"_word});
  const bool governed = is_one_of(
      key_before(m, a),
      {"in"_word,     "since"_word, "of"_word,   "by"_word,   "until"_word,   "till"_word,
       "last"_word,   "next"_word,  "this"_word, "from"_word, "through"_word, "to"_word,
       "and"_word,    "early"_word, "late"_word, "mid"_word,  "-"_word,       "during"_word,
       "before"_word, "after"_word, "for"_word,  "'s"_word,   "the"_word,     "between"_word,
       "a"_word,      "around"_word});
  if (doubtful && !governed) return std::nullopt;
  // "the March offensive", but "the March to the sea"
  if (doubtful && is_one_of(key_before(m, a), {"the"_word, "a"_word}) &&
      !is_noun(tag_after(m, a))) {
    return std::nullopt;
  }
  return date_value(resolve_month(m.value(W::month), a));
}

// "last April", "next June", "this September": strictly before or after, or of this year.
Reads month_beyond(const PatternMatch& m, const Anchor& a) {
  if (!is_capital(token_of(m, a, W::month))) return std::nullopt;
  if (!a.published) return date_value(resolve_month(m.value(W::month), a));
  const int month = m.value(W::month);
  const int now = static_cast<int>(a.published->month());
  int year = a.published->year();
  if (m.has(W::last) && month >= now) --year;
  if (m.has(W::next) && month <= now) ++year;
  return date_value(make_month(year, month));
}

Reads month_of_relative_year(const PatternMatch& m, const Anchor& a) {
  if (!a.published) return date_value(resolve_month(m.value(W::month), a));
  const int year = a.published->year() + (m.has(W::last) ? -1 : m.has(W::next) ? 1 : 0);
  if (!m.has(W::day)) return date_value(make_month(year, m.value(W::month)));
  const auto day = make_day(year, m.value(W::month), m.value(W::day));
  if (!day) return std::nullopt;
  return date_value(*day);
}

Reads numeric_date(const PatternMatch& m, const Anchor&) {
  const int date = m.value(W::date_digits);
  const auto day = make_day(date / 10000, date / 100 % 100, date % 100);
  if (!day) return std::nullopt;
  return date_value(*day);
}
Reads split_iso_date(const PatternMatch& m, const Anchor&) {
  for (std::size_t i = m.first + 1; i < m.last; ++i) {
    if (!m.items[i].joined) return std::nullopt;
  }
  const auto day = make_day(m.value(W::year), m.value(W::two_digits), m.value(W::two_digits, 1));
  if (!day) return std::nullopt;
  return date_value(*day);
}

// Whether a number of four digits is a year: not one that counts something or is a name.
bool is_year(const PatternMatch& m, const Anchor& a) {
  const int year = m.value(W::year);
  const Item* before = m.before();
  const Item* after = m.after();
  if (before != nullptr &&
      (before->is(W::currency) || before->is(W::numbered) || before->is(W::more_than) ||
       before->is(W::at_least) || before->is(W::up_to) || before->is(W::nearly) ||
       before->is(W::number) || before->is(W::at_most))) {
    return false;
  }
  if (after != nullptr && (after->is(W::percent) || after->is(W::money) || after->is(W::measure) ||
                           after->is(W::units) || after->is(W::scale))) {
    return false;
  }
  const WordKey word = key_before(m, a);
  const bool dated =
      is_one_of(word, {"in"_word, "since"_word, "until"_word, "by"_word, "from"_word, "during"_word,
                       "before"_word, "after"_word, "of"_word, "year"_word, "circa"_word});
  const bool counts = tag_after(m, a) == Tag::NNS && (year % 100 == 0 || year < 1900);
  if (year < 1700) return dated && !counts && tag_after(m, a) != Tag::NNS;
  if (counts) return false;
  if (year > 2049 || year < 1850) return dated;
  const bool about = before != nullptr && before->is(W::about);
  return !about || !is_noun(tag_after(m, a));
}

Reads year_alone(const PatternMatch& m, const Anchor& a) {
  if (!is_year(m, a)) return std::nullopt;
  return date_value(make_year(m.value(W::year)));
}
Reads named_year(const PatternMatch& m, const Anchor&) {
  const int year = m.value(m.has(W::year) ? W::year : W::number);
  if (year < 1 || year > 2999) return std::nullopt;
  return date_value(make_year(year));
}
Reads spelled_year(const PatternMatch& m, const Anchor&) {
  const int year = year_in_words(m);
  if (year == 0) return std::nullopt;
  if (m.has(W::month)) return date_value(make_month(year, m.value(W::month)));
  if (m.has(W::season)) return date_value(make_season(year, m.value(W::season)));
  return date_value(make_year(year));
}

// "the 1990s", "the nineties": of this century only when that decade has begun.
Reads decade(const PatternMatch& m, const Anchor& a) {
  int first = m.value(W::decade);
  if (first < 100) {
    const int now = a.published ? a.published->year() : 2000;
    first += now / 100 * 100;
    if (first > now) first -= 100;
  }
  return date_value(make_decade(first));
}
// "his forties", "the twenties" are ages or amounts.
Reads decade_in_words(const PatternMatch& m, const Anchor& a) {
  if (m.value(W::decade) < 100 && tag_before(m, a) == Tag::PRPS) return std::nullopt;
  return decade(m, a);
}
Reads century(const PatternMatch& m, const Anchor&) {
  const int ordinal = m.value(W::ordinal);
  if (ordinal < 1 || ordinal > 30) return std::nullopt;
  return date_value(make_century(ordinal * 100 - 100));
}

Reads season_of_year(const PatternMatch& m, const Anchor&) {
  return date_value(make_season(m.value(W::year), m.value(W::season)));
}
Reads season(const PatternMatch& m, const Anchor& a) {
  const int year = a.published ? a.published->year() : 2000;
  return date_value(resolve_part(make_season(year, m.value(W::season)), a));
}
// "last fall", "next spring", "this summer".
Reads season_beyond(const PatternMatch& m, const Anchor& a) {
  if (!a.published) return season(m, a);
  Point point = make_season(a.published->year(), m.value(W::season));
  if (m.has(W::last)) {
    while (point.past_last() > a.published->first) point = shift(point, -1, Unit::year, false);
  } else if (m.has(W::next)) {
    while (point.first <= a.published->first) point = shift(point, 1, Unit::year, false);
  }
  return date_value(point);
}

Reads holiday_of_year(const PatternMatch& m, const Anchor& a) {
  const int code = m.value(W::holiday);
  if (m.has(W::year)) return date_value(holiday(code, m.value(W::year)));
  if (!a.published) {
    if (code > 2000) return unknown_date(Grain::day);
    return date_value(resolve_month_day(code / 100, code % 100, a).value_or(Point{}));
  }
  const int now = a.published->year();
  const Point this_year = holiday(code, now);
  if (a.tense == Tense::future) {
    return date_value(this_year.first < a.published->first ? holiday(code, now + 1) : this_year);
  }
  const auto soon = a.published->first + std::chrono::days(60);
  return date_value(this_year.first > soon ? holiday(code, now - 1) : this_year);
}

// Weekdays without a capital, or short and not beside a date, are no days.
bool is_weekday(const PatternMatch& m, const Anchor& a) {
  const Token& token = token_of(m, a, W::weekday);
  return is_capital(token) && token.lower_size >= 6;
}
Reads weekday(const PatternMatch& m, const Anchor& a) {
  if (!is_weekday(m, a)) return std::nullopt;
  return date_value(resolve_weekday(m.value(W::weekday), a));
}
Reads weekday_from_published(const PatternMatch& m, const Anchor& a) {
  if (!is_weekday(m, a)) return std::nullopt;
  const int day = m.value(W::weekday);
  if (!a.published || m.has(W::this_)) return date_value(resolve_weekday(day, a));
  return date_value(weekday_beyond(*a.published, day, m.has(W::last) ? -1 : 1));
}
Reads weekday_from_narrative(const PatternMatch& m, const Anchor& a) {
  if (!is_weekday(m, a)) return std::nullopt;
  const int day = m.value(W::weekday);
  if (!a.narrative) return date_value(resolve_weekday(day, a));
  return date_value(weekday_beyond(*a.narrative, day, m.has(W::previous) ? -1 : 1));
}
// "Tuesday last week": the day of that week.
Reads weekday_of_week(const PatternMatch& m, const Anchor& a) {
  if (!is_weekday(m, a) || m.value(W::unit) != static_cast<int>(Unit::week)) return std::nullopt;
  if (!a.published) return date_value(resolve_weekday(m.value(W::weekday), a));
  const int weeks = m.has(W::last) ? -1 : m.has(W::next) ? 1 : 0;
  Point day = shift(widen(*a.published, Grain::week), weeks, Unit::week);
  day.grain = Grain::day;
  day.first += std::chrono::days(m.value(W::weekday) - 1);
  return date_value(day);
}

constexpr TimeRule kRules[] = {
    {"date.iso", "DATE_DIGITS", numeric_date,
     "2023-06-20 = 2023-06-20 ; 06-20-2023 = 2023-06-20 ; 20-06-2023 = 2023-06-20 ; "
     "20.06.2023 = 2023-06-20 ; 6-5-99 = 1999-06-05",
     "555-1234"},
    {"date.split_iso", "YEAR - TWO_DIGITS - TWO_DIGITS", split_iso_date, "", "2023 - 06 - 20 - 1"},
    {"date.month_day_year", "(WEEKDAY ,?)? the? MONTH (DAY | the? ORDINAL) (,? YEAR)?", month_day,
     "June 20 , 2023 = 2023-06-20 ; June 20 = 2023-06-20 ; Tuesday , June 20 = 2023-06-20 ; "
     "Dec. 15 = 2023-12-15 ; March eighth = 2023-03-08 ; May 1 1998 = 1998-05-01 ; "
     "Feb. 29 , 2020 = 2020-02-29",
     "may/MD 20 people/NNS ; Feb. 30 , 2020"},
    {"date.day_month_year", "(WEEKDAY ,?)? the? (DAY | ORDINAL) (of? MONTH | - MONTH) (,? YEAR)?",
     month_day,
     "20 June 2023 = 2023-06-20 ; the 20th of June = 2023-06-20 ; 30 APRIL = 2023-04-30 ; "
     "Tuesday , 20 June = 2023-06-20 ; 1 April = 2023-04-01",
     "20 march/VBP ; the second may/MD"},
    {"date.of_range", "DAY", day_of_range,
     "between [ 3 ] and 5 May = 2023-05-03 ; from [ 12 ] to 14 June 2022 = 2022-06-12 ; "
     "May 3 to [ 5 ] = 2023-05-05 ; June 12 - [ 14 ] , 2022 = 2022-06-14",
     "3 people/NNS and 5 May ; May 3 and 5 people/NNS"},
    {"date.other_calendar",
     "(the? (DAY | ORDINAL) of? (SOLAR_MONTH | ISLAMIC_MONTH) | (SOLAR_MONTH | ISLAMIC_MONTH) (DAY "
     "| "
     "ORDINAL)) (,? YEAR)?",
     day_of_other_calendar,
     "30 Khordad 1402 = 2023-06-20 ; Khordad 30 , 1402 = 2023-06-20 ; 30 Khordad = 2023-06-20 ; "
     "22 Bahman = 2023-02-11 ; the 9th of Ramadan = 2023-03-31 ; 10 Muharram 1445 = 2023-07-28 ; "
     "1 Shawwal 1444 = 2023-04-21 ; will/MD begin/VB on [ 10 Muharram ] = 2023-07-28",
     "31 Bahman 1401 ; 9 mehr/NN"},
    {"date.day_month_short_year", "(DAY MONTH | MONTH DAY) TWO_DIGITS", short_year,
     "12 JAN 90 = 1990-01-12", ""},
    {"date.month_day_relative", "MONTH DAY (of? | ,?) (THIS | LAST | NEXT) year",
     month_of_relative_year, "June 30 this year = 2023-06-30 ; May 2 of last year = 2022-05-02",
     ""},
    {"date.month_year", "MONTH (,? | of) YEAR", month_year,
     "March 1996 = 1996-03 ; October , 1984 = 1984-10 ; May of 1998 = 1998-05", "may/MD 2000"},
    {"date.month_of_relative_year", "MONTH (of? | ,?) (THIS | LAST | NEXT) year",
     month_of_relative_year, "June last year = 2022-06 ; January this year = 2023-01", ""},
    {"date.month", "MONTH", month_alone,
     "in [ January/NNP ] = 2023-01 ; in [ May/NNP ] = 2023-05 ; since [ August/NNP ] = 2023-08",
     "they may/MD go ; May/NNP ; march/VB ; April/NNP Voss/NNP"},
    {"date.month_beyond", "this? (THIS | LAST | NEXT) MONTH", month_beyond,
     "last April = 2023-04 ; last August = 2022-08 ; next March = 2024-03 ; "
     "this September = 2023-09",
     "this may/MD be"},
    {"date.year", "YEAR", year_alone,
     "in [ 2014 ] = 2014 ; the [ 1979 ] victory = 1979 ; by [ 1850 ] = 1850 ; [ 1990 ] = 1990",
     "$ 1990 ; flight 1990 ; 2000 people/NNS ; 1990 miles ; at least 1950 ; 1066"},
    {"date.named_year", "the year (YEAR | NUMBER)", named_year,
     "the year 2000 = 2000 ; the year two thousand = 2000", ""},
    {"date.year_in_words", "(MONTH | the? SEASON of?)? NUMBER NUMBER", spelled_year,
     "nineteen ninety - six = 1996 ; nineteen seventy - nine = 1979 ; twenty ten = 2010 ; "
     "the winter of nineteen ninety-four = 1994-WI",
     "twenty - two - year notes ; two ten"},
    {"date.decade", "(the | THIS)? DECADE", decade_in_words,
     "the 1990s = 199 ; 1980s = 198 ; the nineties = 199 ; the '80s = 198 ; the 2020s = 202",
     "in his/PRP$ forties"},
    {"date.century", "the? ORDINAL -? century", century,
     "the 20th century = 19 ; 11th century = 10 ; the twenty - first century = 20", ""},
    {"date.season", "the SEASON", season, "the summer = 2023-SU ; the winter = 2022-WI",
     "spring ; fall/VB"},
    {"date.season_beyond", "this? (THIS | LAST | NEXT) SEASON", season_beyond,
     "last fall = 2022-FA ; this summer = 2023-SU ; next spring = 2024-SP ; "
     "this past spring = 2023-SP",
     ""},
    {"date.season_of_year", "the? SEASON (,? | of) YEAR", season_of_year,
     "the winter of 1994 = 1994-WI ; summer 2016 = 2016-SU", ""},
    {"date.holiday", "HOLIDAY ((,? | of) YEAR)?", holiday_of_year,
     "Christmas = 2022-12-25 ; Easter 2019 = 2019-04-21 ; Thanksgiving = 2022-11-24 ; "
     "New Year 's Eve = 2022-12-31 ; Good Friday = 2023-04-07 ; Eid al-Fitr = 2023-04-21 ; "
     "Nowruz 2022 = 2022-03-21 ; Ashura 2023 = 2023-07-28",
     ""},
    {"date.weekday", "WEEKDAY", weekday,
     "on [ Tuesday ] = 2023-06-20 ; [ Wednesday ] = 2023-06-21 ; "
     "will/MD meet/VB on [ Tuesday ] = 2023-06-27",
     "Sat ; sun ; a mon"},
    {"date.weekday_from_published", "this? (THIS | LAST | NEXT) WEEKDAY", weekday_from_published,
     "last Wednesday = 2023-06-14 ; last Tuesday = 2023-06-20 ; next Tuesday = 2023-06-27", ""},
    {"date.weekday_from_narrative", "the (PREVIOUS | FOLLOWING | NEXT) WEEKDAY",
     weekday_from_narrative,
     "the previous Wednesday = 2023-06-14 ; the following Monday = 2023-06-26", ""},
    {"date.weekday_of_week", "WEEKDAY of? (THIS | LAST | NEXT) UNIT", weekday_of_week,
     "Tuesday last week = 2023-06-13 ; Friday of next week = 2023-06-30", "Friday last year 's"},
};
}  // namespace

std::span<const TimeRule> calendar_rules() { return kRules; }

}  // namespace sayso
