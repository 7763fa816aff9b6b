#include <cmath>

#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

Unit unit_of(const PatternMatch& m) {
  return static_cast<Unit>(m.value(m.has(W::units) ? W::units : W::unit));
}

// Halves are told in the next smaller unit: "two and a half years" is P2Y6M.
TimeValue counted(double count, Unit unit) {
  const double whole = std::floor(count);
  if (count - whole == 0.5) {
    const std::string head = whole == 0 ? "P" : to_duration(whole, unit);
    const bool clock = head.find('T') != std::string::npos;
    const char* half = nullptr;
    if (unit == Unit::year) half = "6M";
    if (unit == Unit::hour) half = clock ? "30M" : "T30M";
    if (unit == Unit::minute) half = clock ? "30S" : "T30S";
    if (unit == Unit::day) half = "T12H";
    if (half != nullptr) {
      TimeValue value = duration_value(count, unit);
      value.value = head + half;
      return value;
    }
    if (unit == Unit::decade) return duration_value(count * 10, Unit::year);
    if (unit == Unit::century) return duration_value(count * 100, Unit::year);
  }
  return duration_value(count, unit);
}

bool is_age(const PatternMatch& m, const Anchor& a) {
  const WordKey next = key_after(m, a);
  if (next == "old"_word || next == "older"_word) return true;
  const std::size_t after = m.last + 1;
  return next == "-"_word && after < m.items.size() &&
         a.tokens[m.items[after].tokens.first].key == "old"_word;
}

Reads number_of_units(const PatternMatch& m, const Anchor& a) {
  // "three quarters of the votes" is a fraction, "the 1990 year" a name.
  if (unit_of(m) == Unit::quarter && key_after(m, a) == "of"_word) return std::nullopt;
  const double number = m.number(W::number);
  if (m.has(W::unit) && number > 1000) return std::nullopt;
  // An age is no time: "34 years old".
  if (is_age(m, a)) return std::nullopt;
  return counted(number, unit_of(m));
}
Reads range_of_units(const PatternMatch& m, const Anchor&) {
  if (m.number(W::number) > m.number(W::number, 1)) return std::nullopt;
  return counted(m.number(W::number), unit_of(m));
}
// "a week": after a count ("$5 a day", "100 barrels a day") it is a rate and no duration.
Reads one_unit(const PatternMatch& m, const Anchor& a) {
  const Unit unit = unit_of(m);
  const Item* before = m.before();
  if (unit == Unit::second || unit == Unit::quarter || unit == Unit::weekend) return std::nullopt;
  if (is_noun(tag_after(m, a)) && key_after(m, a) != 0) return std::nullopt;
  const bool rate = before != nullptr &&
                    (before->is(W::number) || before->is(W::percent) || is_noun(tag_before(m, a)));
  if (rate) return std::nullopt;
  return duration_value(1, unit);
}
Reads half_unit(const PatternMatch& m, const Anchor&) { return counted(0.5, unit_of(m)); }
Reads unit_and_half(const PatternMatch& m, const Anchor&) { return counted(1.5, unit_of(m)); }
Reads some_units(const PatternMatch& m, const Anchor&) {
  if (unit_of(m) == Unit::second && m.has(W::unit)) return std::nullopt;
  if (m.has(W::couple)) {
    TimeValue two = duration_value(2, unit_of(m));
    two.mod = "APPROX";
    return two;
  }
  return duration_value(std::nullopt, unit_of(m));
}
// "for weeks", "days of protest", "hours after the raid".
Reads bare_units(const PatternMatch& m, const Anchor& a) {
  const bool governed = is_one_of(
      key_before(m, a), {"for"_word, "after"_word, "within"_word, "over"_word, "through"_word,
                         "during"_word, "in"_word, "lasted"_word, "took"_word, "last"_word});
  const bool governs = is_one_of(key_after(m, a), {"of"_word, "after"_word, "before"_word,
                                                   "later"_word, "earlier"_word, "into"_word});
  if (!governed && !governs) return std::nullopt;
  if (unit_of(m) == Unit::quarter || unit_of(m) == Unit::weekend) return std::nullopt;
  return some_units(m, a);
}
Reads counted_span(const PatternMatch& m, const Anchor& a) {
  if (!m.has(W::number)) return some_units(m, a);
  if (m.number(W::number) > 1000) return std::nullopt;
  return counted(m.number(W::number), unit_of(m));
}
Reads range_span(const PatternMatch& m, const Anchor&) {
  return duration_value(std::nullopt, unit_of(m));
}

constexpr TimeRule kRules[] = {
    {"duration.number", "(the? NUMBER MORE? UNITS | NUMBER -? UNIT)", number_of_units,
     "two days = P2D ; two - year = P2Y ; 30 minutes = PT30M ; the nine months = P9M ; "
     "20 more years = P20Y ; two and a half hours = PT2H30M ; "
     "a hundred years = P100Y ; two decades = P2DE ; twenty - four hours = PT24H",
     "three quarters of/IN ; 1990 year ; 34 - year - old ; 52 years old"},
    {"duration.range", "NUMBER (to | or | - | and) NUMBER MORE? -? (UNITS | UNIT)", range_of_units,
     "two or three days = P2D ; 10 to 15 minutes = PT10M", "20 to 10 o'clock"},
    {"duration.one", "ARTICLE MORE? UNIT", one_unit,
     "an hour = PT1H ; for [ a week ] = P1W ; a full day = P1D",
     "a second ; a day trip/NN ; 100 barrels/NNS a day"},
    {"duration.half", "(half ARTICLE UNIT | ARTICLE half -? UNIT)", half_unit,
     "half an hour = PT30M ; a half - hour = PT30M ; half a century = P50Y", ""},
    {"duration.and_half", "ARTICLE UNIT and a half", unit_and_half,
     "a minute and a half = PT1M30S ; a year and a half = P1Y6M", ""},
    {"duration.few", "(FEW | COUPLE) of? MORE? UNITS", some_units,
     "several years = PXY ; a few days = PXD ; a couple of months = P2M APPROX ; a number of weeks "
     "= PXW",
     ""},
    {"duration.several", "FEW - UNIT", some_units, "several - year = PXY", ""},
    {"duration.bare", "UNITS ((or | and) UNITS)?", bare_units,
     "for [ weeks ] = PXW ; [ days ] of protest = PXD ; for [ weeks or months ] = PXW",
     "weeks ; years"},
    {"duration.long", "(UNITS | UNIT) - long", some_units, "months - long = PXM", ""},
    {"duration.number_long", "NUMBER - UNIT - long", number_of_units, "two - week - long = P2W",
     ""},
    {"duration.span",
     "the? (LAST | NEXT | PREVIOUS | FOLLOWING | ORDINAL | final | opening) "
     "(NUMBER | FEW of? | COUPLE of?) MORE? UNITS",
     counted_span,
     "the past two years = P2Y ; the last few months = PXM ; the first nine months = P9M ; "
     "next four years = P4Y ; the last twenty four hours = PT24H",
     ""},
    {"duration.first_units", "the (LAST | ORDINAL | final | opening | early) UNITS", some_units,
     "the first hours = PTXH ; the last days = PXD", ""},
    {"duration.year_earlier", "the? year - (AGO | EARLIER) NUMBER UNITS", counted_span,
     "the year - earlier nine months = P9M", ""},
    {"duration.span_range",
     "the? (LAST | NEXT | PREVIOUS | FOLLOWING | ORDINAL) NUMBER (to | or | -) NUMBER UNITS",
     range_span, "the next 12 to 18 months = PXM", ""},
};
}  // namespace

std::span<const TimeRule> duration_rules() { return kRules; }

}  // namespace sayso
