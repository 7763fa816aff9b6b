// Digits: a token that begins with digits -> the number, date or clock time it can be.
#pragma once

#include <optional>
#include <string_view>

#include "normalise/match/word_class.h"

namespace sayso {

struct DigitToken {
  SymbolSet symbols = {};
  // NUMBER: the number; CLOCK: seconds since midnight; DATE_DIGITS: year * 10000 + month * 100 +
  // day; DECADE: its first year, or its last two digits alone ("80s"); ORDINAL, YEAR: as read.
  double number = 0;
};

// `token` is lower-case: "1,200", "1.5", "20th", "1990s", "'80s", "5:30", "06/20/2023",
// "2023-06-20", "q3", "5pm" is none. Dates with a two-digit year are read around 2000.
std::optional<DigitToken> read_digits(std::string_view token);

}  // namespace sayso
