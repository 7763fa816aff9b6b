// ReferWords before a head -> its description.
#pragma once

#include <span>

#include "core/analysis.h"
#include "read/refer/candidate.h"
#include "read/refer/names.h"
#include "read/refer/words.h"

namespace sayso {

// Describes the head by the words of `range` other than the head itself. ReferWords of `names` are
// left out, but for the country they name; articles, numbers, titles and labels always are.
Description describe(const ReferWords& words, TokenRange range, TokenIndex head,
                     std::span<const FoundName> names);

// Whether `words` speak of something the reader is taken to know ("the", "this", "its").
Definiteness definiteness_of(const Analysis& analysis, TokenRange words);

// "no minister", "every minister", "another minister": does not speak of one in particular.
bool speaks_of_nobody(const Analysis& analysis, TokenRange words);

}  // namespace sayso
