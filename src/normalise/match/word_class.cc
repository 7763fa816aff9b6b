#include "normalise/match/word_class.h"

#include <algorithm>
#include <iterator>

namespace sayso {
namespace {
// In the order of the enum.
// clang-format off
constexpr std::string_view kNames[] = {
    "NUMBER", "ORDINAL", "YEAR", "DAY", "TWO_DIGITS", "CLOCK", "CLOCK_DIGITS", "DATE_DIGITS",
    "DECADE", "QUARTER_CODE",
    "ONES", "TEENS", "TENS", "SCALE", "HALF", "ARTICLE", "FEW", "COUPLE", "MULTIPLE", "HANDFUL", "PERSON",
    "NUMBERED", "NOBODY", "BOTH",
    "MONTH", "SOLAR_MONTH", "ISLAMIC_MONTH", "WEEKDAY", "WEEKDAYS", "SEASON", "DAYPART", "NOON", "AM_PM", "ZONE", "HOLIDAY",
    "UNIT", "UNITS", "MORE", "EVERY", "FREQUENCY", "TIMES",
    "TODAY", "TONIGHT", "REFERENCE", "RECENT", "THIS", "LAST", "NEXT", "PREVIOUS", "FOLLOWING",
    "SAME", "AGO", "EARLIER", "LATER", "BEGIN", "MIDDLE", "END",
    "AT_LEAST", "MORE_THAN", "AT_MOST", "LESS_THAN", "ABOUT", "NEARLY", "BETWEEN", "UP_TO",
    "PERCENT", "CURRENCY", "MONEY", "MEASURE"};
// clang-format on
static_assert(std::size(kNames) == kWordClassCount);
}  // namespace

std::optional<WordClass> parse_word_class(std::string_view name) {
  const auto* at = std::find(std::begin(kNames), std::end(kNames), name);
  if (at == std::end(kNames)) return std::nullopt;
  return static_cast<WordClass>(at - std::begin(kNames));
}

}  // namespace sayso
