#include "normalise/time/time_rules.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

Unit unit_of(const PatternMatch& m) {
  return static_cast<Unit>(m.value(m.has(W::units) ? W::units : W::unit));
}
int direction_of(const PatternMatch& m) {
  if (m.has(W::last) || m.has(W::previous)) return -1;
  return m.has(W::next) || m.has(W::following) ? 1 : 0;
}

Reads day_from_published(const PatternMatch& m, const Anchor& a) {
  return shifted(a.published, m.value(W::today), Unit::day);
}
// "USA Today" is a name.
Reads today(const PatternMatch& m, const Anchor& a) {
  const Token& token = a.tokens[m.items[m.first].tokens.first];
  if (token.shape == WordShape::capitalized && is_proper(tag_before(m, a))) return std::nullopt;
  return day_from_published(m, a);
}
Reads day_before_yesterday(const PatternMatch& m, const Anchor& a) {
  return shifted(a.published, 2 * m.value(W::today), Unit::day);
}

Reads unit_from_published(const PatternMatch& m, const Anchor& a) {
  const Unit unit = unit_of(m);
  if (unit <= Unit::hour) return std::nullopt;
  // "This Week" is a programme.
  const Token& token = a.tokens[m.find(W::unit)->tokens.first];
  if (token.shape == WordShape::capitalized) return std::nullopt;
  if (unit == Unit::day) {
    if (!m.has(W::next)) return std::nullopt;
    return shifted(told(a, Unit::day), 1, Unit::day);
  }
  return shifted(a.published, direction_of(m), unit);
}
Reads unit_from_narrative(const PatternMatch& m, const Anchor& a) {
  if (unit_of(m) <= Unit::hour) return std::nullopt;
  return shifted(told(a, unit_of(m)), direction_of(m), unit_of(m));
}
// "the day before": but not "the day before the vote", whose day is another's.
Reads unit_beside_narrative(const PatternMatch& m, const Anchor& a) {
  const Tag after = tag_after(m, a);
  const bool ends = is_punctuation(after) || is_verb(after) || after == Tag::CC;
  if (!ends || after == Tag::VBG || unit_of(m) <= Unit::hour) return std::nullopt;
  const bool before = is_one_of(a.tokens[m.tokens().last - 1].key, {"before"_word, "earlier"_word});
  return shifted(told(a, unit_of(m)), before ? -1 : 1, unit_of(m));
}

// What "two years ago" and "a week later" move: a count of units, from a day.
Reads moved(const PatternMatch& m, const std::optional<Point>& from, int sign) {
  const Unit unit = unit_of(m);
  if (m.has(W::few) || m.has(W::couple))
    return text_value(TimexType::date, sign < 0 ? "PAST_REF" : "FUTURE_REF");
  const double count = m.has(W::number) ? m.number(W::number) : 1;
  if (count > 10000) return std::nullopt;
  if (unit <= Unit::hour) {
    if (!from) return unknown_date(Grain::minute);
    return text_value(TimexType::time, to_value(widen(*from, Grain::day)) + "TXX:XX");
  }
  const int whole = static_cast<int>(count);
  if (count != whole && unit == Unit::year) {
    return shifted(from, sign * static_cast<int>(count * 12), Unit::month);
  }
  // A quarter is compared with the same quarter of another year.
  if (from && from->grain == Grain::quarter && unit == Unit::year) {
    return date_value(shift(*from, sign * whole, Unit::year, false));
  }
  // From a day, weeks lead to a day again.
  if (from && from->unknown == Unknown::nothing && from->grain >= Grain::day &&
      unit == Unit::week) {
    return date_value(shift(widen(*from, Grain::day), 7 * sign * whole, Unit::day));
  }
  return shifted(from, sign * whole, unit);
}
Reads ago(const PatternMatch& m, const Anchor& a) {
  const bool in_quarter = a.narrative && a.narrative->grain == Grain::quarter;
  if (unit_of(m) == Unit::year && in_quarter) return moved(m, a.narrative, -1);
  if (unit_of(m) == Unit::week && !m.has(W::few) && !m.has(W::couple)) {
    return shifted(a.published, m.has(W::number) ? -m.value(W::number) : -1, Unit::week);
  }
  return moved(m, a.published, -1);
}
Reads from_now(const PatternMatch& m, const Anchor& a) { return moved(m, a.published, 1); }
Reads earlier(const PatternMatch& m, const Anchor& a) { return moved(m, told(a, unit_of(m)), -1); }
Reads later(const PatternMatch& m, const Anchor& a) { return moved(m, told(a, unit_of(m)), 1); }
// "two years before": counted from the narrative only when nothing else is named.
Reads before(const PatternMatch& m, const Anchor& a) {
  if (!is_punctuation(tag_after(m, a))) return std::nullopt;
  return earlier(m, a);
}

Reads past_units(const PatternMatch&, const Anchor&) {
  return text_value(TimexType::date, "PAST_REF");
}
Reads future_units(const PatternMatch&, const Anchor&) {
  return text_value(TimexType::date, "FUTURE_REF");
}
Reads present(const PatternMatch&, const Anchor&) {
  return text_value(TimexType::date, "PRESENT_REF");
}
// "soon after", "as soon as" are relative to something else.
Reads reference(const PatternMatch& m, const Anchor& a) {
  const bool relative = is_one_of(key_after(m, a), {"after"_word, "as"_word, "before"_word});
  if (relative && m.value(W::reference) == 2) return std::nullopt;
  return text_value(TimexType::date, std::string(m.find(W::reference)->text(W::reference)));
}
// "the past" and "the future" as nouns.
bool ends_noun_phrase(const PatternMatch& m, const Anchor& a) {
  const Tag after = tag_after(m, a);
  return !is_noun(after) && !is_adjective(after) && after != Tag::CD && after != Tag::HYPH;
}
Reads the_past(const PatternMatch& m, const Anchor& a) {
  return ends_noun_phrase(m, a) ? past_units(m, a) : std::nullopt;
}
Reads the_future(const PatternMatch& m, const Anchor& a) {
  return ends_noun_phrase(m, a) ? future_units(m, a) : std::nullopt;
}

Reads weekend(const PatternMatch&, const Anchor& a) {
  if (!a.published) return unknown_date(Grain::weekend);
  const Point now = widen(*a.published, Grain::weekend);
  const bool over = now.first > a.published->first && a.tense != Tense::future;
  return date_value(shift(now, over ? -1 : 0, Unit::weekend));
}
// "the week", "the year": the one the report is in.
Reads the_unit(const PatternMatch& m, const Anchor& a) {
  const Unit unit = unit_of(m);
  if (unit != Unit::year && unit != Unit::month && unit != Unit::week && unit != Unit::day) {
    return std::nullopt;
  }
  // "the year ended June 30" is no calendar year.
  if (is_one_of(key_after(m, a), {"ended"_word, "ending"_word})) return duration_value(1, unit);
  const bool narrative_year =
      unit == Unit::year && a.narrative && a.narrative->grain <= Grain::year;
  if (!narrative_year &&
      !is_one_of(key_before(m, a), {"of"_word, "in"_word, "during"_word, "for"_word})) {
    return std::nullopt;
  }
  if (is_noun(tag_after(m, a)) || tag_after(m, a) == Tag::IN) return std::nullopt;
  return shifted(told(a, unit), 0, unit);
}

constexpr TimeRule kRules[] = {
    {"relative.day", "TODAY", today,
     "today = 2023-06-21 ; yesterday = 2023-06-20 ; tomorrow = 2023-06-22", "USA/NNP Today/NNP"},
    {"relative.day_before_yesterday", "the? day (before | after) TODAY", day_before_yesterday,
     "the day before yesterday = 2023-06-19 ; the day after tomorrow = 2023-06-23", ""},
    {"relative.unit", "the? this? (THIS | LAST | NEXT) UNIT", unit_from_published,
     "last week = 2023-W24 ; this month = 2023-06 ; next year = 2024 ; last weekend = 2023-W24-WE "
     "; "
     "the past year = 2022 ; the last decade = 201 ; this quarter = 2023-Q2 ; "
     "the current year = 2023 ; the next day = 2023-06-22 ; this coming week = 2023-W26",
     "last minute ; this second ; This Week"},
    {"relative.unit_of_narrative", "(that | the? (SAME | PREVIOUS | FOLLOWING)) UNIT",
     unit_from_narrative,
     "the same day = 2023-06-21 ; the following year = 2024 ; that month = 2023-06 ; "
     "the previous week = 2023-W24",
     "that minute"},
    {"relative.unit_beside", "(the | ARTICLE) UNIT (before | after)", unit_beside_narrative,
     "[ the day before ] , = 2023-06-20 ; [ the week after ] . = 2023-W26",
     "the day before the/DT vote"},
    {"relative.ago", "(NUMBER | ARTICLE | FEW of? | COUPLE of?) MORE? (UNIT | UNITS) AGO", ago,
     "a year ago = 2022 ; two weeks ago = 2023-W23 ; 10 days ago = 2023-06-11 ; "
     "five months ago = 2023-01 ; several years ago = PAST_REF ; two hours ago = 2023-06-21TXX:XX "
     "; "
     "a couple of years ago = PAST_REF ; a century ago = 19 ; two and a half years ago = 2020-12",
     "long ago"},
    {"relative.units_ago", "UNITS AGO", past_units, "years ago = PAST_REF", ""},
    {"relative.from_now", "(NUMBER | ARTICLE | FEW of?) (UNIT | UNITS) from (now | today)",
     from_now, "two years from now = 2025 ; a week from today = 2023-06-28", ""},
    {"relative.earlier", "(NUMBER | ARTICLE | FEW of? | COUPLE of?) (UNIT | UNITS) EARLIER",
     earlier, "a year earlier = 2022 ; two days earlier = 2023-06-19 ; a week earlier = 2023-06-14",
     ""},
    {"relative.before", "(NUMBER | ARTICLE) (UNIT | UNITS) before", before,
     "[ two years before ] . = 2021", "two days before the/DT vote"},
    {"relative.later", "(NUMBER | ARTICLE | FEW of? | COUPLE of?) (UNIT | UNITS) LATER", later,
     "a week later = 2023-06-28 ; two years later = 2025 ; three days later = 2023-06-24", ""},
    {"relative.recent", "the? RECENT UNITS", past_units,
     "recent weeks = PAST_REF ; in [ recent years ] = PAST_REF", ""},
    {"relative.past_units", "past UNITS", past_units, "past years = PAST_REF", ""},
    {"relative.coming", "the? (coming | upcoming | future) UNITS", future_units,
     "the coming months = FUTURE_REF ; coming weeks = FUTURE_REF", ""},
    {"relative.recent_adjective", "RECENT", past_units, "a [ recent ] raid = PAST_REF", ""},
    {"relative.reference", "REFERENCE", reference,
     "now = PRESENT_REF ; recently = PAST_REF ; currently = PRESENT_REF ; soon = FUTURE_REF", ""},
    {"relative.these_days", "(these days | at present | at this time)", present,
     "these days = PRESENT_REF", ""},
    {"relative.current", "current", present, "the [ current ] plan = PRESENT_REF", ""},
    {"relative.the_past", "the recent? past", the_past, "in [ the past ] = PAST_REF",
     "the past tense/NN"},
    {"relative.the_future", "the (near | foreseeable | distant)? future", the_future,
     "in [ the near future ] = FUTURE_REF ; the future = FUTURE_REF", "the future king/NN"},
    {"relative.the_term", "the (near | short | long) term", the_future,
     "in [ the short term ] = FUTURE_REF", ""},
    {"relative.weekend", "the weekend", weekend, "the weekend = 2023-W24-WE", ""},
    {"relative.the_unit", "the (full | MORE)? UNIT", the_unit,
     "in [ the year ] = 2023 ; of [ the month ] = 2023-06 ; for [ the year ] ended/VBN June 30 = "
     "P1Y",
     "the year ; the day ; the week of/IN"},
};
}  // namespace

std::span<const TimeRule> relative_rules() { return kRules; }

}  // namespace sayso
