#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

int quarter_of(const PatternMatch& m) {
  return m.has(W::quarter_code) ? m.value(W::quarter_code) : m.value(W::ordinal);
}
bool is_quarter(const PatternMatch& m) { return quarter_of(m) >= 1 && quarter_of(m) <= 4; }

Reads quarter(const PatternMatch& m, const Anchor& a) {
  if (!is_quarter(m)) return std::nullopt;
  const int year = a.published ? a.published->year() : 2000;
  const Point told = make_quarter(year, quarter_of(m));
  // Figures of a quarter come out in the months after it: "will report third-quarter results".
  Anchor as_told = a;
  const auto half_a_year = std::chrono::days(183);
  if (a.published && told.past_last() + half_a_year > a.published->first) {
    as_told.tense = Tense::past;
  }
  return date_value(resolve_part(told, as_told));
}
Reads quarter_of_year(const PatternMatch& m, const Anchor&) {
  if (!is_quarter(m)) return std::nullopt;
  return date_value(make_quarter(m.value(W::year), quarter_of(m)));
}
std::optional<int> relative_year(const PatternMatch& m, const Anchor& a) {
  if (!a.published) return std::nullopt;
  return a.published->year() + (m.has(W::last) ? -1 : m.has(W::next) ? 1 : 0);
}
Reads quarter_of_relative_year(const PatternMatch& m, const Anchor& a) {
  const auto year = relative_year(m, a);
  if (!is_quarter(m) || !year) return quarter(m, a);
  return date_value(make_quarter(*year, quarter_of(m)));
}

std::optional<Point> quarter_told(const Anchor& a) {
  if (a.narrative && a.narrative->grain == Grain::quarter) return a.narrative;
  return std::nullopt;
}
// "the quarter": the one told of, or the last one that is over.
Reads the_quarter(const PatternMatch& m, const Anchor& a) {
  if (key_after(m, a) == "-"_word) return std::nullopt;  // "quarter-to-quarter"
  if (const auto told = quarter_told(a)) return date_value(*told);
  return shifted(a.published, -1, Unit::quarter);
}
// "the latest period": it only tells of time where a quarter was told of.
Reads the_period(const PatternMatch& m, const Anchor& a) {
  if (!quarter_told(a)) return std::nullopt;
  return the_quarter(m, a);
}
Reads quarter_a_year_earlier(const PatternMatch& m, const Anchor& a) {
  if (m.has(W::ordinal) && is_quarter(m)) {
    Anchor past = a;
    past.tense = Tense::past;
    Reads told = quarter(m, past);
    if (!told || !told->point) return told;
    return date_value(shift(*told->point, -1, Unit::year, false));
  }
  if (const auto told = quarter_told(a)) return date_value(shift(*told, -1, Unit::year, false));
  return shifted(a.published, -1, Unit::year);
}
Reads quarter_told_in_year(const PatternMatch& m, const Anchor& a) {
  const int year = m.value(W::year);
  const auto told = quarter_told(a);
  if (!told) return date_value(make_year(year));
  return date_value(shift(*told, year - told->year(), Unit::year, false));
}

Reads half_of_year(const PatternMatch& m, const Anchor& a) {
  const auto year = m.has(W::year) ? std::optional<int>(m.value(W::year)) : relative_year(m, a);
  const bool first = m.value(W::ordinal) == 1;
  const bool second = m.has(W::last) || !m.has(W::ordinal) || m.value(W::ordinal) == 2;
  if (!year || (!first && !second)) return std::nullopt;
  return date_value(make_half(*year, first ? 1 : 2));
}

Reads fiscal_year(const PatternMatch& m, const Anchor& a) {
  if (m.has(W::year)) return date_value(make_year(m.value(W::year)));
  if (is_one_of(key_after(m, a), {"ended"_word, "ending"_word})) {
    return duration_value(1, Unit::year);
  }
  const auto year = relative_year(m, a);
  return year ? date_value(make_year(*year)) : unknown_date(Grain::year);
}
Reads year_end(const PatternMatch&, const Anchor& a) {
  TimeValue value = shifted(a.published, 0, Unit::year);
  value.mod = "END";
  return value;
}

constexpr TimeRule kRules[] = {
    {"period.quarter", "the? (fiscal -?)? ORDINAL -? quarter", quarter,
     "the third quarter = 2022-Q3 ; second - quarter = 2023-Q2 ; fiscal first quarter = 2023-Q1",
     "the fifth quarter"},
    {"period.quarter_code", "QUARTER_CODE", quarter, "Q1 = 2023-Q1", "Q5"},
    {"period.quarter_of_year",
     "(the? (fiscal -?)? ORDINAL -? quarter ,? of? fiscal? YEAR | the YEAR ORDINAL -? quarter | "
     "QUARTER_CODE of? YEAR)",
     quarter_of_year,
     "the third quarter of 1984 = 1984-Q3 ; the 1988 second quarter = 1988-Q2 ; "
     "Q3 2014 = 2014-Q3",
     ""},
    {"period.quarter_of_relative_year",
     "(the? (fiscal -?)? ORDINAL -? quarter of? (THIS | LAST | NEXT) year | "
     "(THIS | LAST | NEXT) year 's ORDINAL -? quarter)",
     quarter_of_relative_year,
     "next year 's first quarter = 2024-Q1 ; the third quarter last year = 2022-Q3", ""},
    {"period.the_quarter", "(the | the LAST) quarter", the_quarter, "the quarter = 2023-Q1", ""},
    {"period.the_period", "the LAST period", the_period, "", "the latest period"},
    {"period.year_earlier",
     "(year - (AGO | EARLIER) | the? year - (AGO | EARLIER) (ORDINAL? -? quarter | period))",
     quarter_a_year_earlier, "year - earlier = 2022 ; the year - ago third quarter = 2021-Q3", ""},
    {"period.year_of_quarter", "the YEAR (quarter | period)", quarter_told_in_year,
     "the 1988 period = 1988", ""},
    {"period.half_of_year",
     "the? (ORDINAL | LAST | latter | back) half (of? YEAR | of? (THIS | LAST | NEXT) year)",
     half_of_year,
     "the first half of 2014 = 2014-H1 ; the second half of this year = 2023-H2 ; "
     "the last half of 1989 = 1989-H2",
     "the third half of 2014"},
    {"period.fiscal_year",
     "(fiscal YEAR | fiscal year YEAR | (the | the? (THIS | LAST | NEXT)) fiscal year)",
     fiscal_year, "fiscal 1989 = 1989 ; the current fiscal year = 2023 ; fiscal year 2017 = 2017",
     ""},
    {"period.year_end", "(year -? end | year 's END)", year_end, "year - end = 2023 END", ""},
};
}  // namespace

std::span<const TimeRule> period_rules() { return kRules; }

}  // namespace sayso
