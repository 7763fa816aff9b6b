// Events -> what they are about: the PLOVER contexts named near them.
#pragma once

#include <vector>

#include "events/scene.h"

namespace sayso {

// Sets `context` from the words of each event's sentence, the four nearest contexts at most, in
// PLOVER's order.
void find_contexts(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sayso
