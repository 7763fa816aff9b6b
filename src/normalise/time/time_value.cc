#include "normalise/time/time_value.h"

#include <algorithm>
#include <utility>

namespace sayso {
namespace {
using days = std::chrono::days;

// The one of three years' candidates that lies within [`earliest`, `earliest` + a year) of `from`.
template <typename Candidate>
auto within_year(int year, std::chrono::sys_days earliest, Candidate candidate) {
  auto chosen = candidate(year - 1);
  for (const int y : {year, year + 1}) {
    if (!chosen || chosen->first < earliest) chosen = candidate(y);
  }
  return chosen;
}
}  // namespace

WordKey key_before(const PatternMatch& match, const Anchor& anchor) {
  const Item* item = match.before();
  return item == nullptr ? 0 : anchor.tokens[item->tokens.last - 1].key;
}
WordKey key_after(const PatternMatch& match, const Anchor& anchor) {
  const Item* item = match.after();
  return item == nullptr ? 0 : anchor.tokens[item->tokens.first].key;
}
Tag tag_before(const PatternMatch& match, const Anchor& anchor) {
  const Item* item = match.before();
  return item == nullptr ? Tag::period : anchor.tokens[item->tokens.last - 1].tag;
}
Tag tag_after(const PatternMatch& match, const Anchor& anchor) {
  const Item* item = match.after();
  return item == nullptr ? Tag::period : anchor.tokens[item->tokens.first].tag;
}
bool is_one_of(WordKey word, std::initializer_list<WordKey> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TimeValue date_value(const Point& point) {
  return {.type = TimexType::date, .value = to_value(point), .point = point};
}
TimeValue time_value(const Point& point) {
  return {.type = TimexType::time, .value = to_value(point), .point = point};
}
TimeValue duration_value(std::optional<double> count, Unit unit) {
  return {.type = TimexType::duration, .value = to_duration(count, unit), .unit = unit};
}
TimeValue text_value(TimexType type, std::string value) {
  return {.type = type, .value = std::move(value)};
}

TimeValue unknown_date(Grain grain) {
  switch (grain) {
    case Grain::century: return text_value(TimexType::date, "XX");
    case Grain::decade: return text_value(TimexType::date, "XXX");
    case Grain::year:
    case Grain::half:
    case Grain::season: return text_value(TimexType::date, "XXXX");
    case Grain::quarter: return text_value(TimexType::date, "XXXX-QX");
    case Grain::month: return text_value(TimexType::date, "XXXX-XX");
    case Grain::week: return text_value(TimexType::date, "XXXX-WXX");
    case Grain::weekend: return text_value(TimexType::date, "XXXX-WXX-WE");
    case Grain::day: return text_value(TimexType::date, "XXXX-XX-XX");
    case Grain::day_part:
    case Grain::minute: return text_value(TimexType::time, "XXXX-XX-XXTXX:XX");
  }
  return {};
}

std::optional<Point> told(const Anchor& anchor, Unit unit) {
  const bool coarser = anchor.narrative && anchor.narrative->grain < grain_of(unit);
  return coarser ? anchor.day_told : anchor.narrative;
}

TimeValue shifted(const std::optional<Point>& from, int count, Unit unit) {
  if (!from || from->unknown != Unknown::nothing) return unknown_date(grain_of(unit));
  const Point to = shift(*from, count, unit);
  return to.grain >= Grain::day_part ? time_value(to) : date_value(to);
}

Point weekday_beyond(const Point& from, int weekday, int direction) {
  const int now = static_cast<int>(from.weekday());
  const int ahead = ((weekday - now) * direction % 7 + 7) % 7;
  return {.grain = Grain::day, .first = from.first + days((ahead == 0 ? 7 : ahead) * direction)};
}

Point resolve_weekday(int weekday, const Anchor& anchor) {
  if (!anchor.published) {
    // 2001-01-01 was a Monday; only its day of the week is meant.
    auto day = make_day(2001, 1, weekday).value_or(Point{});
    day.unknown = Unknown::week;
    return day;
  }
  if (static_cast<int>(anchor.published->weekday()) == weekday) return *anchor.published;
  return weekday_beyond(*anchor.published, weekday, anchor.tense == Tense::future ? 1 : -1);
}

Point resolve_month(int month, const Anchor& anchor) {
  if (!anchor.published) {
    Point unknown = make_month(2000, month);
    unknown.unknown = Unknown::year;
    return unknown;
  }
  const Point now = widen(*anchor.published, Grain::month);
  // Months ahead that are read as ahead: none of the past, all of the future, else the nearer.
  int back = 6;
  if (anchor.tense == Tense::past) back = 11;
  if (anchor.tense == Tense::future) back = 0;
  const int ahead = (month - static_cast<int>(now.month()) + back + 12) % 12 - back;
  return shift(now, ahead, Unit::month);
}

std::optional<Point> resolve_month_day(int month, int day, const Anchor& anchor) {
  if (!anchor.published) {
    auto unknown = make_day(2000, month, day);
    if (unknown) unknown->unknown = Unknown::year;
    return unknown;
  }
  // News in the past tense also tells dates soon to come ("payable Dec. 15"), so a tense moves the
  // window and does not close it.
  int back = 182;
  if (anchor.tense == Tense::past) back = 290;
  if (anchor.tense == Tense::future) back = 60;
  return within_year(anchor.published->year(), anchor.published->first - days(back),
                     [=](int year) { return make_day(year, month, day); });
}

Point resolve_part(Point part, const Anchor& anchor) {
  if (!anchor.published) {
    part.unknown = Unknown::year;
    return part;
  }
  const auto now = anchor.published->first;
  if (anchor.tense == Tense::future) {
    return part.past_last() <= now ? shift(part, 1, Unit::year, false) : part;
  }
  return part.first > now ? shift(part, -1, Unit::year, false) : part;
}

}  // namespace sayso
