// The full reader's sayings -> the same, as they can stand.
//
// The model marks words one by one. Here quotations and phrases become whole, pieces without
// substance go, an item of a list keeps to itself, of two cues that took the same words the nearer
// keeps them, and what nobody says is dropped.
#pragma once

#include <vector>

#include "attribute/context.h"

namespace sayso {

// By their cues.
std::vector<Saying> sound_sayings(const Context& context);

}  // namespace sayso
