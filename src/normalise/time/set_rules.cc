#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

TimeValue set_value(std::string value) { return text_value(TimexType::set, std::move(value)); }

Reads every_unit(const PatternMatch& m, const Anchor&) {
  const double count = m.has(W::number) ? m.number(W::number) : 1;
  const auto unit = static_cast<Unit>(m.value(m.has(W::units) ? W::units : W::unit));
  return set_value(to_duration(count, unit));
}
Reads every_other_unit(const PatternMatch& m, const Anchor&) {
  return set_value(to_duration(2, static_cast<Unit>(m.value(W::unit))));
}
Reads every_weekday(const PatternMatch& m, const Anchor&) {
  Point day = *make_day(2001, 1, m.value(m.has(W::weekday) ? W::weekday : W::weekdays));
  day.unknown = Unknown::week;
  if (m.has(W::daypart)) {
    day.grain = Grain::day_part;
    day.part = static_cast<DayPart>(m.value(W::daypart));
  }
  return set_value(to_value(day));
}
// "Tuesday nights": the part of the day is told by its plural.
Reads weekday_parts(const PatternMatch& m, const Anchor& a) {
  Reads value = every_weekday(m, a);
  const WordKey part = a.tokens[m.tokens().last - 1].key;
  value->value += part == "nights"_word     ? "TNI"
                  : part == "mornings"_word ? "TMO"
                  : part == "evenings"_word ? "TEV"
                                            : "TAF";
  return value;
}
Reads once_a_unit(const PatternMatch& m, const Anchor&) {
  return set_value(to_duration(1, static_cast<Unit>(m.value(W::unit))));
}
Reads every_month(const PatternMatch& m, const Anchor&) {
  Point month = make_month(2000, m.value(W::month));
  month.unknown = Unknown::year;
  return set_value(to_value(month));
}
Reads every_season(const PatternMatch& m, const Anchor&) {
  Point season = make_season(2000, m.value(W::season));
  season.unknown = Unknown::year;
  return set_value(to_value(season));
}
Reads every_part(const PatternMatch& m, const Anchor&) {
  Point part{.grain = Grain::day_part};
  part.part = static_cast<DayPart>(m.value(W::daypart));
  return set_value("XXXX-XX-XX" + to_value(part).substr(10));
}
// "the Daily Herald" is a name.
Reads frequency(const PatternMatch& m, const Anchor& a) {
  if (a.tokens[m.items[m.first].tokens.first].shape != WordShape::lower) return std::nullopt;
  return set_value(std::string(m.find(W::frequency)->text(W::frequency)));
}

constexpr TimeRule kRules[] = {
    {"set.every_unit", "EVERY (NUMBER UNITS | single? UNIT)", every_unit,
     "every month = P1M ; each year = P1Y ; every two weeks = P2W", ""},
    {"set.every_other", "every other UNIT", every_other_unit, "every other day = P2D", ""},
    {"set.every_weekday", "(EVERY WEEKDAY DAYPART? | WEEKDAYS)", every_weekday,
     "every Tuesday = XXXX-WXX-2 ; Mondays = XXXX-WXX-1 ; each Friday night = XXXX-WXX-5TNI", ""},
    {"set.weekday_parts", "WEEKDAY (nights | mornings | evenings | afternoons)", weekday_parts,
     "Tuesday nights = XXXX-WXX-2TNI", ""},
    {"set.every_month", "EVERY MONTH", every_month, "each July = XXXX-07", ""},
    {"set.every_season", "EVERY SEASON", every_season, "every summer = XXXX-SU", ""},
    {"set.every_part", "EVERY DAYPART", every_part, "every night = XXXX-XX-XXTNI", ""},
    {"set.frequency", "FREQUENCY", frequency, "daily = XXXX-XX-XX ; monthly = P1M",
     "the Daily Herald"},
    {"set.times", "(TIMES | NUMBER times) (ARTICLE | per | EVERY) UNIT", once_a_unit,
     "twice a week = P1W ; once a year = P1Y ; three times a day = P1D", ""},
};
}  // namespace

std::span<const TimeRule> set_rules() { return kRules; }

}  // namespace sayso
