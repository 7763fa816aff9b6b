// Times: a sentence's items -> its time expressions with their TIMEX3 values.
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "core/report.h"
#include "core/values.h"
#include "normalise/match/patterns.h"
#include "normalise/time/time_rules.h"

namespace sayso {

// The rules of all tables, compiled together.
class TimeGrammar {
 public:
  explicit TimeGrammar(Words& words);

  const PatternSet& patterns() const { return patterns_; }
  // The rule with a pattern's number, or the modifier, when it is one.
  const TimeRule* rule(std::uint32_t number) const {
    return number < rules_.size() ? rules_[number] : nullptr;
  }
  const TimeModifier* modifier(std::uint32_t number) const {
    return number < rules_.size() ? nullptr : modifiers_[number - rules_.size()];
  }

 private:
  PatternSet patterns_;
  std::vector<const TimeRule*> rules_;
  std::vector<const TimeModifier*> modifiers_;
};

// Reads the sentences of one report in order, and keeps what they are told relative to.
class TimeReader {
 public:
  TimeReader(const Report& report, const Analysis& analysis, const TimeGrammar& grammar);

  // Appends the time expressions among the items of one sentence.
  void read(std::span<const Item> items, std::vector<Timex>& times);

 private:
  struct Found {
    TimeValue value = {};
    std::size_t first = 0, last = 0;  // items
    const char* rule = "";
  };
  std::optional<Found> find_at(std::span<const Item> items, std::size_t first);
  std::optional<Found> find_core(std::span<const Item> items, std::size_t first);
  std::optional<Found> find_linked(std::span<const Item> items, std::size_t first);
  bool link_day_part(std::span<const Item> items, Found& found) const;
  bool link_clock(std::span<const Item> items, Found& day);
  bool link_day(std::span<const Item> items, Found& clock);
  void take_suffix(std::span<const Item> items, Found& found) const;
  bool modifies(const TimeModifier& modifier, std::span<const Item> items,
                const Found& found) const;
  bool in_longer_name(TokenRange range) const;
  Anchor anchor_at(const PatternMatch& match) const;
  void tell(const TimeValue& value);

  const Analysis& analysis_;
  const TimeGrammar& grammar_;
  std::optional<Point> published_;
  std::optional<Point> narrative_, day_told_;
  std::vector<PatternMatch> matches_, core_matches_;  // kept for their storage
};

// The tense that a phrase of tokens `range` stands in: that of the verb it goes with, "future" for
// what is planned, wanted or possible.
Tense tense_at(const Analysis& analysis, TokenRange range);

}  // namespace sayso
