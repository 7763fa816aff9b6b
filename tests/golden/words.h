// A reading in words, one fact a line, so that a person can review it without counting offsets:
//
//   attribution | source the interior ministry | cue said | content Four people died | indirect say
#pragma once

#include <string>
#include <vector>

#include "core/reading.h"

namespace sayso::testing {

// In the order of the JSON's layers; within a layer in text order.
std::vector<std::string> reading_in_words(const Reading& reading);

}  // namespace sayso::testing
