// Whether a toll is of one incident or has been growing: "since 1979", "over the past ten years".
#pragma once

#include "events/harm.h"
#include "events/scene.h"

namespace sayso {

bool is_cumulative(const Scene& scene, const Harm& harm);

}  // namespace sayso
