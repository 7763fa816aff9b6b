#include "normalise/match/words.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace sayso {
namespace {
// Names for values that count from 0, by class; a value that is no name is a number.
constexpr std::string_view kUnits[] = {"second", "minute",  "hour", "day",    "week",   "weekend",
                                       "month",  "quarter", "year", "decade", "century"};
constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
constexpr std::string_view kDayParts[] = {"MO", "MI", "AF", "EV", "NI"};
constexpr std::string_view kReferences[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};

std::span<const std::string_view> names_of(WordClass c) {
  switch (c) {
    case WordClass::unit:
    case WordClass::units: return kUnits;
    case WordClass::season: return kSeasons;
    case WordClass::daypart: return kDayParts;
    case WordClass::reference: return kReferences;
    default: return {};
  }
}

ClassValue read_value(WordClass c, std::string_view text) {
  ClassValue value{c, 0, text};
  const auto names = names_of(c);
  const auto at = std::find(names.begin(), names.end(), text);
  if (at != names.end()) {
    value.number = static_cast<double>(at - names.begin());
  } else {
    std::from_chars(text.data(), text.data() + text.size(), value.number);
  }
  return value;
}
}  // namespace

Words::Entry& Words::entry_for(std::string_view phrase) {
  const auto [at, is_new] = index_.emplace(phrase, static_cast<std::uint32_t>(entries_.size()));
  if (is_new) {
    entries_.emplace_back();
    phrases_.add(phrase, at->second);
    const WordKey first = word_key(phrase.substr(0, phrase.find(' ')));
    first_words_[first / 64U % kFilterWords] |= std::uint64_t{1} << (first % 64U);
  }
  return entries_[at->second];
}

void Words::add_lexicon(std::string_view file) {
  for (const auto& row : lexicon_rows(file)) {
    assert(row.size() >= 2 && "a lexicon row is phrase, class and value");
    const auto word_class = parse_word_class(row[1]);
    assert(word_class && "no such class");
    Entry& entry = entry_for(row[0]);
    entry.symbols.add(*word_class);
    entry.values.push_back(read_value(*word_class, row.size() > 2 ? row[2] : ""));
  }
}

Symbol Words::literal(std::string_view word) {
  auto at = std::find(literals_.begin(), literals_.end(), word);
  if (at == literals_.end()) at = literals_.insert(at, word);
  const std::size_t symbol = kWordClassCount + static_cast<std::size_t>(at - literals_.begin());
  assert(symbol < kMaxSymbols && "patterns name too many words: give them a class");
  entry_for(word).symbols.add(static_cast<Symbol>(symbol));
  return static_cast<Symbol>(symbol);
}

std::optional<Words::Found> Words::look_up(std::span<const Token> tokens, TokenIndex first,
                                           TokenIndex end) const {
  const auto match = phrases_.longest(tokens, first, end);
  if (!match) return std::nullopt;
  return Found{&entries_[match->value], match->last};
}

}  // namespace sayso
