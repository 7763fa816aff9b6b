// The rules of time expressions, by kind; each file holds one table.
#pragma once

#include <span>

#include "normalise/time/time_value.h"

namespace sayso {

std::span<const TimeRule> calendar_rules();  // "June 20, 2023", "the 1990s", "2014"
std::span<const TimeRule> clock_rules();     // "8 p.m.", "this morning", "Tuesday night"
std::span<const TimeRule> relative_rules();  // "last week", "two years ago", "now"
std::span<const TimeRule> period_rules();    // quarters and halves of years, fiscal years
std::span<const TimeRule> duration_rules();  // "an hour", "two-week", "the past few months"
std::span<const TimeRule> set_rules();       // "every Tuesday", "twice a week"
std::span<const TimeModifier> time_modifiers();

}  // namespace sayso
