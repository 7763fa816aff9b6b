// Trigger -> a Draft of its event: which sense of the words holds, who did it to whom with what.
#pragma once

#include <optional>

#include "events/scene.h"

namespace sayso {

// Nothing when no sense fits, or the words tell of no particular event ("attacks are a crime").
std::optional<Draft> draft_event(const Scene& scene, const Trigger& trigger);

}  // namespace sayso
