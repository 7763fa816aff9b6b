// The sayings of the full reader, and what the rules find inside them -> Attributions.
//
// The model was taught on reports in which only the outermost attribution is marked, and finds
// those better than the rules; what is said within another's words only the rules know.
#pragma once

#include <vector>

#include "attribute/context.h"
#include "attribute/cue_lexicon.h"
#include "attribute/hypothesis.h"
#include "core/attribution.h"

namespace sayso {

// By their first span; `within` points at the innermost that encloses.
std::vector<Attribution> join_sayings(const Context& context, const CueLexicon& lexicon,
                                      const std::vector<Hypothesis>& hypotheses);

}  // namespace sayso
