// Noun phrases and names -> candidates, in the order in which they can be resolved.
//
// What says whose something is comes before it: "the country" before "the country's interior
// ministry", "Albania" before "the interior ministry of Albania".
#pragma once

#include <vector>

#include "core/analysis.h"
#include "read/refer/candidate.h"
#include "read/refer/words.h"

namespace sayso {

std::vector<Candidate> find_candidates(const ReferWords& words);

}  // namespace sayso
