// TIMEX3 values of dates and clock times -> words, and their order in time.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "core/values.h"

namespace sayso {

struct DateInWords {
  // Where it begins, in days; of two that begin on one day, the longer is first.
  struct Order {
    long first_day = 0;
    int shortness = 0;
    auto operator<=>(const Order&) const = default;
  };
  Order order = {};
  std::string date = {};   // "Tue 20 June 2023", "early June 2023", "the week of 19 June 2023"
  std::string clock = {};  // "10:30", "evening"; empty where only the date is told
};

// Nothing for a value that has no place in time: durations, sets, "PAST_REF", "XXXX-06-20".
std::optional<DateInWords> date_in_words(const Timex& time);

// The same for a day as reports have it, with or without a time: "2023-06-21T10:00:00Z".
std::optional<DateInWords> day_in_words(std::string_view day);

// The value, in words where it would be a code: "2023-06-20", "2023-06-20 10:30", "summer 2023".
std::string value_in_words(const Timex& time);

}  // namespace sayso
