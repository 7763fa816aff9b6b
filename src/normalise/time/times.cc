#include "normalise/time/times.h"

#include <utility>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using W = WordClass;

std::optional<Point> publication_day(const Report& report) {
  if (report.published) {
    if (auto day = parse_day(*report.published)) return day;
  }
  if (report.dateline && report.dateline->date) return parse_day(*report.dateline->date);
  return std::nullopt;
}

bool is_clock(const TimeValue& value) {
  return value.needs_day && value.point && value.point->grain == Grain::minute;
}
bool has_day(const TimeValue& value) {
  return value.point && !value.needs_day && value.type != TimexType::set &&
         (value.point->grain == Grain::day || value.point->grain == Grain::day_part);
}

bool is_count(std::string_view rule) {
  return rule.starts_with("relative.") || rule.starts_with("duration.");
}

// "a year earlier", "the year-ago quarter": what is told is compared with it, and goes on where it
// was.
bool compares(std::string_view rule) {
  return rule == "relative.ago" || rule == "period.year_earlier" ||
         rule == "period.year_of_quarter";
}

// The clock time or part of the day `time` on the day `day`.
TimeValue on_day(const TimeValue& time, const Point& day) {
  Point point = *time.point;
  point.first = day.first;
  point.unknown = day.unknown;
  TimeValue value = time_value(point);
  value.mod = time.mod;
  return value;
}
}  // namespace

TimeGrammar::TimeGrammar(Words& words) {
  for (const auto table : {calendar_rules(), clock_rules(), relative_rules(), period_rules(),
                           duration_rules(), set_rules()}) {
    for (const TimeRule& rule : table) {
      patterns_.add(rule.pattern, static_cast<std::uint32_t>(rules_.size()), words);
      rules_.push_back(&rule);
    }
  }
  for (const TimeModifier& modifier : time_modifiers()) {
    const std::size_t number = rules_.size() + modifiers_.size();
    patterns_.add(modifier.pattern, static_cast<std::uint32_t>(number), words);
    modifiers_.push_back(&modifier);
  }
  patterns_.finish();
}

TimeReader::TimeReader(const Report& report, const Analysis& analysis, const TimeGrammar& grammar)
    : analysis_(analysis),
      grammar_(grammar),
      published_(publication_day(report)),
      narrative_(published_),
      day_told_(published_) {}

void TimeReader::read(std::span<const Item> items, std::vector<Timex>& times) {
  for (std::size_t at = 0; at < items.size();) {
    if (!grammar_.patterns().begins(items[at])) {
      ++at;
      continue;
    }
    auto found = find_at(items, at);
    if (!found) {
      ++at;
      continue;
    }
    if (!compares(found->rule)) tell(found->value);
    const TokenRange tokens = {items[found->first].tokens.first,
                               items[found->last - 1].tokens.last};
    times.push_back({.span = analysis_.span_of(tokens),
                     .type = found->value.type,
                     .value = std::move(found->value.value),
                     .mod = found->value.mod,
                     .origin = {.made_by = found->rule}});
    at = found->last;
  }
}

// Words behind an expression that belong to it.
void TimeReader::take_suffix(std::span<const Item> items, Found& found) const {
  const auto word = [&](std::size_t at) {
    return at < items.size() ? analysis_.tokens[items[at].tokens.first].key : WordKey{0};
  };
  const WordKey first = word(found.last), second = word(found.last + 1);
  const char* mod = nullptr;
  if (first == "or"_word && second == "so"_word) mod = "APPROX";
  if (first == "or"_word && second == "later"_word) mod = "ON_OR_AFTER";
  if (first == "or"_word && second == "earlier"_word) mod = "ON_OR_BEFORE";
  if (first == "and"_word && second == "beyond"_word) mod = "ON_OR_AFTER";
  if (mod == nullptr) return;
  found.value.mod = mod;
  found.last += 2;
}

// The longest expression that begins at `first`, modifiers before it included.
std::optional<TimeReader::Found> TimeReader::find_at(std::span<const Item> items,
                                                     std::size_t first) {
  auto best = find_linked(items, first);
  grammar_.patterns().match(items, first, matches_);
  for (const PatternMatch& match : matches_) {
    const TimeModifier* modifier = grammar_.modifier(match.rule);
    if (modifier == nullptr) continue;
    auto modified = find_linked(items, match.last);
    if (!modified || !modifies(*modifier, items, *modified)) continue;
    if (best && best->last >= modified->last) continue;
    best = std::move(modified);
    best->first = first;
    if (*modifier->mod != '\0') best->value.mod = modifier->mod;
  }
  if (best && !are_whole_tokens(items, best->first, best->last)) return std::nullopt;
  if (best &&
      in_longer_name({items[best->first].tokens.first, items[best->last - 1].tokens.last})) {
    return std::nullopt;
  }
  return best;
}

std::optional<TimeReader::Found> TimeReader::find_core(std::span<const Item> items,
                                                       std::size_t first) {
  if (first >= items.size() || !grammar_.patterns().begins(items[first])) return std::nullopt;
  grammar_.patterns().match(items, first, core_matches_);
  for (const PatternMatch& match : core_matches_) {
    const TimeRule* rule = grammar_.rule(match.rule);
    if (rule == nullptr) continue;
    if (auto value = rule->read(match, anchor_at(match))) {
      return Found{std::move(*value), first, match.last, rule->name};
    }
  }
  return std::nullopt;
}

// A core with the day or the time of day that goes with it: "8 p.m. on Friday", "Tuesday night".
std::optional<TimeReader::Found> TimeReader::find_linked(std::span<const Item> items,
                                                         std::size_t first) {
  auto found = find_core(items, first);
  if (!found) return std::nullopt;
  if (found->value.needs_day) {
    link_day(items, *found);
  } else if (has_day(found->value) && found->value.point->grain == Grain::day) {
    link_day_part(items, *found) || link_clock(items, *found);
  }
  take_suffix(items, *found);
  return found;
}

bool TimeReader::link_day_part(std::span<const Item> items, Found& found) const {
  if (found.last >= items.size() || !items[found.last].is(W::daypart)) return false;
  Point part = *found.value.point;
  part.grain = Grain::day_part;
  part.part = static_cast<DayPart>(static_cast<int>(items[found.last].value(W::daypart)));
  found.value = time_value(part);
  ++found.last;
  return true;
}

bool TimeReader::link_clock(std::span<const Item> items, Found& day) {
  std::size_t at = day.last;
  if (at >= items.size()) return false;
  const WordKey word = analysis_.tokens[items[at].tokens.first].key;
  if (word == "at"_word || word == ","_word) ++at;
  const auto clock = find_core(items, at);
  if (!clock || !is_clock(clock->value)) return false;
  day.value = on_day(clock->value, *day.value.point);
  day.last = clock->last;
  day.rule = clock->rule;
  return true;
}

bool TimeReader::link_day(std::span<const Item> items, Found& clock) {
  std::size_t at = clock.last;
  if (at >= items.size()) return false;
  const WordKey word = analysis_.tokens[items[at].tokens.first].key;
  if (word == "on"_word || word == "of"_word || (word == ","_word && is_clock(clock.value))) ++at;
  auto day = find_core(items, at);
  if (!day || !has_day(day->value)) return false;
  clock.last = day->last;
  // "8 p.m. Tuesday night"
  if (day->value.point->grain == Grain::day) link_day_part(items, *day);
  clock.last = day->last;
  clock.value = on_day(clock.value, *day->value.point);
  return true;
}

bool TimeReader::modifies(const TimeModifier& modifier, std::span<const Item> items,
                          const Found& found) const {
  const Item& begin = items[found.first];
  const WordKey word = analysis_.tokens[begin.tokens.first].key;
  const TimeValue& value = found.value;
  const bool counts =
      begin.is(W::article) || word == "half"_word || (begin.is(W::number) && !begin.is(W::year));
  const bool clock = value.point && value.point->grain == Grain::minute;
  switch (modifier.modifies) {
    case Modifies::counts: return counts && is_count(found.rule);
    case Modifies::points:
      return !clock && (value.type == TimexType::date || value.type == TimexType::time) &&
             (!counts || begin.is(W::day)) && !value.value.ends_with("_REF");
    case Modifies::clocks: return clock;
    case Modifies::dates: return clock || (value.point && value.type == TimexType::date && !counts);
  }
  return false;
}

// "Friday Night Lights", "Black September": words of a name that goes on beyond them.
bool TimeReader::in_longer_name(TokenRange range) const {
  const Token& first = analysis_.tokens[range.first];
  const Token& last = analysis_.tokens[range.last - 1];
  if (range.size() == 1 && first.name == NameKind::person) return true;
  const bool goes_back = first.name != NameKind::none && !first.name_begins && range.first > 0;
  const bool goes_on = last.name != NameKind::none && range.last < analysis_.tokens.size() &&
                       analysis_.tokens[range.last].name == last.name &&
                       !analysis_.tokens[range.last].name_begins;
  return goes_back || goes_on;
}

Anchor TimeReader::anchor_at(const PatternMatch& match) const {
  return {.published = published_,
          .narrative = narrative_,
          .day_told = day_told_,
          .tense = tense_at(analysis_, match.tokens()),
          .tokens = analysis_.tokens};
}

// What was told last is what "the next day" goes on from.
void TimeReader::tell(const TimeValue& value) {
  if (!value.point || value.type == TimexType::set || value.point->unknown != Unknown::nothing) {
    return;
  }
  narrative_ = value.point;
  if (value.point->grain >= Grain::day) {
    day_told_ = widen(*value.point, Grain::day);
    day_told_->grain = Grain::day;
  }
}

}  // namespace sayso
