// Word classes: what a word can be in a time or a quantity ("month", "unit", "bound").
//
// Rules are patterns over these classes and over plain words, so that one row reads "last week",
// "next month" and "this year". A word may belong to several classes ("second", "may").
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso {

// The first line are classes of tokens written in digits or of numbers put together from words;
// the others are given to words by the lexicons (time_words.tsv, numbers.tsv, units.tsv).
// clang-format off
enum class WordClass : std::uint8_t {
  number, ordinal, year, day, two_digits, clock, clock_digits, date_digits, decade, quarter_code,
  ones, teens, tens, scale, half, article, few, couple, multiple, handful, person, numbered, nobody, both,
  month, solar_month, islamic_month, weekday, weekdays, season, daypart, noon, am_pm, zone, holiday,
  unit, units, more, every, frequency, times,
  today, tonight, reference, recent, this_, last, next, previous, following, same, ago, earlier,
  later, begin, middle, end,
  at_least, more_than, at_most, less_than, about, nearly, between, up_to,
  percent, currency, money, measure,
};
// clang-format on
inline constexpr std::size_t kWordClassCount = static_cast<std::size_t>(WordClass::measure) + 1;

// "MONTH", "AM_PM": as lexicons and patterns write it.
std::optional<WordClass> parse_word_class(std::string_view name);

// A symbol is what a pattern's element compares: a class, or a plain word named in some pattern.
using Symbol = std::uint8_t;
inline constexpr std::size_t kMaxSymbols = 192;
constexpr Symbol symbol(WordClass c) { return static_cast<Symbol>(c); }

// The symbols a word answers to.
class SymbolSet {
 public:
  constexpr void add(Symbol s) { bits_[s / 64U] |= std::uint64_t{1} << (s % 64U); }
  constexpr void add(WordClass c) { add(symbol(c)); }
  constexpr void remove(WordClass c) {
    bits_[symbol(c) / 64U] &= ~(std::uint64_t{1} << (symbol(c) % 64U));
  }
  constexpr bool has(Symbol s) const { return (bits_[s / 64U] >> (s % 64U) & 1U) != 0; }
  constexpr bool has(WordClass c) const { return has(symbol(c)); }
  constexpr bool empty() const { return (bits_[0] | bits_[1] | bits_[2]) == 0; }
  constexpr bool meets(const SymbolSet& other) const {
    return ((bits_[0] & other.bits_[0]) | (bits_[1] & other.bits_[1]) |
            (bits_[2] & other.bits_[2])) != 0;
  }
  // Calls `use(symbol)` for each symbol in both sets, in order.
  template <typename Use>
  constexpr void for_each_common(const SymbolSet& other, Use use) const {
    for (unsigned word = 0; word < 3; ++word) {
      for (std::uint64_t bits = bits_[word] & other.bits_[word]; bits != 0; bits &= bits - 1) {
        use(static_cast<Symbol>(word * 64U + static_cast<unsigned>(std::countr_zero(bits))));
      }
    }
  }
  // How many of its symbols are lower than `s`.
  constexpr std::uint32_t rank(Symbol s) const {
    int below = 0;
    for (unsigned word = 0; word < s / 64U; ++word) below += std::popcount(bits_[word]);
    below += std::popcount(bits_[s / 64U] & ((std::uint64_t{1} << (s % 64U)) - 1));
    return static_cast<std::uint32_t>(below);
  }
  constexpr SymbolSet& operator|=(const SymbolSet& other) {
    for (unsigned word = 0; word < 3; ++word) bits_[word] |= other.bits_[word];
    return *this;
  }

 private:
  std::uint64_t bits_[3] = {};
};

}  // namespace sayso
