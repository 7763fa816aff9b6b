// Drafts of one report -> incidents: which of them tell of the same happening.
//
// Two events are one when their types fit, time and place do not disagree, and something ties
// them: "the clashes" told of before, the same sides, a casualty no other event explains. An event
// without a time or a place takes its incident's, and is less sure for it.
#pragma once

#include <vector>

#include "events/scene.h"

namespace sayso {

// Fills in times and places of `drafts`; the incidents' events are indices into `drafts`.
std::vector<Incident> find_incidents(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sayso
