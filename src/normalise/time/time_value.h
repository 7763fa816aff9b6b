// TimeValue and Anchor: what a time rule makes of its match, and what it may look at to do so.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>

#include "core/analysis.h"
#include "core/values.h"
#include "normalise/match/patterns.h"
#include "normalise/time/calendar.h"

namespace sayso {

// What relative expressions are relative to.
struct Anchor {
  std::optional<Point> published = {};  // the day of publication
  std::optional<Point> narrative = {};  // the time last told, else the day of publication
  std::optional<Point> day_told = {};   // the day last told, else the day of publication
  Tense tense = Tense::none;            // of the verb group that governs the expression
  std::span<const Token> tokens = {};   // of the analysis
};

struct TimeValue {
  TimexType type = TimexType::date;
  std::string value = {};
  const char* mod = "";
  std::optional<Point> point = {};  // when it is a date or time whose place in time is known
  bool needs_day = false;           // a clock time whose day stands elsewhere
  std::optional<Unit> unit = {};    // of durations
};
using Reads = std::optional<TimeValue>;

TimeValue date_value(const Point& point);
TimeValue time_value(const Point& point);  // of a day part or a minute
TimeValue duration_value(std::optional<double> count, Unit unit);
TimeValue text_value(TimexType type, std::string value);
// A date of which only the grain is known: "XXXX-WXX".
TimeValue unknown_date(Grain grain);

// `from` moved by `count` units; unknown when there is no `from`.
TimeValue shifted(const std::optional<Point>& from, int count, Unit unit);
// What an expression counted in `unit` is relative to when it goes on with the story: the time last
// told, or the day last told when that is no period of the unit.
std::optional<Point> told(const Anchor& anchor, Unit unit);

// The day `weekday` (1 is Monday) means in a report: by tense the last one or the next one, the
// day of publication included.
Point resolve_weekday(int weekday, const Anchor& anchor);
// The last one before (`direction` -1) or the first one after (1) the day of `from`.
Point weekday_beyond(const Point& from, int weekday, int direction);
// A month or a day of the year without its year.
Point resolve_month(int month, const Anchor& anchor);
std::optional<Point> resolve_month_day(int month, int day, const Anchor& anchor);
// A part of a year (a quarter, season or holiday) told as that part of some year: the latest that
// has begun, or, of the future, the first that has not.
Point resolve_part(Point part, const Anchor& anchor);

// The word before a match or after it, as a key; 0 at the sentence's ends.
WordKey key_before(const PatternMatch& match, const Anchor& anchor);
WordKey key_after(const PatternMatch& match, const Anchor& anchor);
Tag tag_before(const PatternMatch& match, const Anchor& anchor);  // Tag::period at the ends
Tag tag_after(const PatternMatch& match, const Anchor& anchor);
bool is_one_of(WordKey word, std::initializer_list<WordKey> words);

// One time expression: what it looks like and what it means. The first pattern that fits longest
// wins. `reads` is a list of "words = value", `refuses` of words that are no time, both separated
// by " ; "; brackets mark the expression where it is not all the words. They run as tests, on a
// report of Wednesday 2023-06-21.
struct TimeRule {
  const char* name = "";
  const char* pattern = "";
  Reads (*read)(const PatternMatch& match, const Anchor& anchor) = nullptr;
  const char* reads = "";
  const char* refuses = "";
};

// What a modifier may stand before.
enum class Modifies : std::uint8_t {
  counts,  // a count of units: "about two years", "more than a week ago"
  points,  // a period: "early May", "the end of last year"
  clocks,  // a clock time: "about 8 p.m."
  dates,   // a day or a clock time: "around June 20"
};

// Words before an expression that belong to it: "early", "about", "more than", "the end of".
struct TimeModifier {
  const char* name = "";
  const char* pattern = "";
  const char* mod = "";  // TIMEX3
  Modifies modifies = Modifies::points;
  const char* reads = "";
  const char* refuses = "";
};

}  // namespace sayso
