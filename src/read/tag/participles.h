// Tags -> the same, but what looks like a past tense or an adjective and is a participle is VBN,
// and what ends like a past tense and is tagged as a present is VBD.
//
// "Of the 12 people injured, three died", "a dozen wounded", "73 people perished": what events are
// found by, and what statistics of neighbouring words get wrong.
#pragma once

#include "core/analysis.h"

namespace sayso {

void mark_participles(Analysis& analysis);

}  // namespace sayso
