#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

// Clock times stand on the day last told until a day beside them is found (times.cc).
Point default_day(const Anchor& a) {
  Point day;
  if (a.narrative && a.narrative->grain >= Grain::day) {
    day = *a.narrative;
  } else if (a.published) {
    day = *a.published;
  } else {
    day.unknown = Unknown::week;
  }
  day.grain = Grain::day;
  return day;
}

// Without any day to stand on, only the time of day is known.
TimeValue on_day(Point point) {
  TimeValue value = time_value(point);
  if (point.unknown == Unknown::week) {
    value.value.replace(0, value.value.find('T'), "XXXX-XX-XX");
  }
  return value;
}
TimeValue at_minute(const Anchor& a, int minute) {
  Point point = default_day(a);
  point.grain = Grain::minute;
  point.minute = minute;
  TimeValue value = on_day(point);
  value.needs_day = true;
  return value;
}
TimeValue in_part(Point day, int part) {
  day.grain = Grain::day_part;
  day.part = static_cast<DayPart>(part);
  return on_day(day);
}
Point published_day(const Anchor& a, int days_from_it) {
  Point day{.unknown = Unknown::week};
  if (a.published) day = shift(*a.published, days_from_it, Unit::day);
  return day;
}

Reads hour_with_half(const PatternMatch& m, const Anchor& a) {
  const bool on_clock = m.has(W::clock);
  const int minute = on_clock ? m.value(W::clock) / 60 : m.value(W::number) * 60;
  if (minute < 60 || minute >= 13 * 60 || m.number(W::number) > 12) return std::nullopt;
  return at_minute(a, minute % 720 + m.value(W::am_pm) * 60);
}
Reads clock_with_zone(const PatternMatch& m, const Anchor& a) {
  return at_minute(a, m.value(W::clock) / 60);
}
// "5:30" alone may be a score or a verse.
Reads clock_alone(const PatternMatch& m, const Anchor& a) {
  const bool governed = is_one_of(
      key_before(m, a), {"at"_word, "by"_word, "until"_word, "till"_word, "around"_word,
                         "about"_word, "since"_word, "after"_word, "before"_word, "from"_word});
  if (!governed) return std::nullopt;
  return clock_with_zone(m, a);
}
Reads clock_in_digits(const PatternMatch& m, const Anchor& a) {
  const int digits = m.value(W::clock_digits);
  return at_minute(a, digits / 100 * 60 + digits % 100);
}
// "at 2130", "between 0200 and 0300": four digits alone are a time of day after "at", or with a
// leading nought that no count has.
Reads clock_in_digits_alone(const PatternMatch& m, const Anchor& a) {
  const WordKey before = key_before(m, a);
  const bool nought = m.value(W::clock_digits) < 1000;
  const bool governed =
      nought ? is_one_of(before, {"by"_word, "of"_word, "between"_word, "and"_word, "until"_word,
                                  "since"_word, "from"_word, "to"_word, "about"_word})
             : false;
  if (!governed && before != "at"_word) return std::nullopt;
  if (is_noun(tag_after(m, a))) return std::nullopt;
  return clock_in_digits(m, a);
}
Reads hour(const PatternMatch& m, const Anchor& a) {
  const int hour = m.value(W::number);
  if (hour < 0 || hour > 24) return std::nullopt;
  return at_minute(a, hour * 60);
}
// "8:30 in the evening": the part of the day tells which half of it.
Reads hour_in_part(const PatternMatch& m, const Anchor& a) {
  int minute = m.has(W::clock) ? m.value(W::clock) / 60 : m.value(W::number) * 60;
  if (minute <= 0 || minute > 24 * 60) return std::nullopt;
  if (m.value(W::daypart) >= static_cast<int>(DayPart::afternoon) && minute < 720) minute += 720;
  return at_minute(a, minute);
}
Reads noon(const PatternMatch& m, const Anchor& a) { return at_minute(a, m.value(W::noon)); }

Reads part_of_published(const PatternMatch& m, const Anchor& a) {
  return in_part(published_day(a, 0), m.value(W::daypart));
}
Reads last_night(const PatternMatch& m, const Anchor& a) {
  return in_part(published_day(a, -1), m.value(W::daypart));
}
Reads tonight(const PatternMatch&, const Anchor& a) {
  return in_part(published_day(a, 0), static_cast<int>(DayPart::night));
}
Reads overnight(const PatternMatch&, const Anchor& a) {
  return in_part(default_day(a), static_cast<int>(DayPart::night));
}
Reads part_of_narrative(const PatternMatch& m, const Anchor& a) {
  Point day = default_day(a);
  if (day.unknown == Unknown::nothing) {
    if (m.has(W::previous)) day = shift(day, -1, Unit::day);
    if (m.has(W::following) || m.has(W::next)) day = shift(day, 1, Unit::day);
  }
  TimeValue value = in_part(day, m.value(W::daypart));
  value.needs_day = !m.has(W::previous) && !m.has(W::following) && !m.has(W::next);
  return value;
}
// "mid-afternoon", "the early morning".
Reads part_of_part(const PatternMatch& m, const Anchor& a) {
  Reads value = part_of_narrative(m, a);
  for (TokenIndex i = m.tokens().first; i < m.tokens().last; ++i) {
    if (a.tokens[i].key == "early"_word) value->mod = "START";
    if (a.tokens[i].key == "late"_word) value->mod = "END";
    if (a.tokens[i].key == "mid"_word) value->mod = "MID";
  }
  return value;
}
// "the morning" but not "the morning show".
Reads part_alone(const PatternMatch& m, const Anchor& a) {
  if (is_noun(tag_after(m, a)) || is_adjective(tag_after(m, a))) return std::nullopt;
  return part_of_narrative(m, a);
}

constexpr TimeRule kRules[] = {
    {"time.clock_half", "(CLOCK | NUMBER) AM_PM ZONE?", hour_with_half,
     "8 p.m. = 2023-06-21T20:00 ; 5:30 a.m. EST = 2023-06-21T05:30 ; 12 a.m. = 2023-06-21T00:00 ; "
     "12:15 pm = 2023-06-21T12:15",
     "14 p.m. ; I am"},
    {"time.clock_zone", "CLOCK (ZONE | hours)", clock_with_zone, "17:45 GMT = 2023-06-21T17:45",
     ""},
    {"time.clock", "CLOCK", clock_alone, "at [ 5:30 ] = 2023-06-21T05:30", "won 3:16 ; 5:30"},
    {"time.clock_digits", "CLOCK_DIGITS (ZONE | hours)", clock_in_digits,
     "0830 GMT = 2023-06-21T08:30 ; 1600 hours = 2023-06-21T16:00", "0830 ; 2461 GMT"},
    {"time.clock_digits_alone", "CLOCK_DIGITS", clock_in_digits_alone,
     "at [ 2130 ] = 2023-06-21T21:30 ; as of [ 0700 ] = 2023-06-21T07:00",
     "at 1200 people/NNS ; 0700"},
    {"time.o_clock", "NUMBER (o'clock | o' clock)", hour, "three o'clock = 2023-06-21T03:00", ""},
    {"time.clock_in_part", "(CLOCK | NUMBER o'clock? | NUMBER AM_PM) in the DAYPART", hour_in_part,
     "8:30 in the evening = 2023-06-21T20:30 ; 3 in the morning = 2023-06-21T03:00", ""},
    {"time.noon", "NOON ZONE?", noon, "noon = 2023-06-21T12:00 ; midnight = 2023-06-21T24:00", ""},
    {"time.this_part", "THIS DAYPART", part_of_published,
     "this morning = 2023-06-21TMO ; this evening = 2023-06-21TEV", ""},
    {"time.last_night", "LAST DAYPART", last_night, "last night = 2023-06-20TNI", ""},
    {"time.tonight", "TONIGHT", tonight, "tonight = 2023-06-21TNI", ""},
    {"time.overnight", "overnight", overnight, "overnight = 2023-06-21TNI", ""},
    {"time.part_of_narrative", "(that | the (SAME | PREVIOUS | FOLLOWING | NEXT)) DAYPART",
     part_of_narrative, "that night = 2023-06-21TNI ; the previous evening = 2023-06-20TEV", ""},
    {"time.part_of_part", "the? (early | late | mid) -? DAYPART", part_of_part,
     "mid - afternoon = 2023-06-21TAF MID ; early morning = 2023-06-21TMO START", ""},
    {"time.part", "the DAYPART", part_alone, "in [ the morning ] = 2023-06-21TMO",
     "the morning show/NN ; morning"},
};
}  // namespace

std::span<const TimeRule> clock_rules() { return kRules; }

}  // namespace sayso
