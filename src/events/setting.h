// Draft -> when and where it happened, as far as its own sentence tells.
#pragma once

#include "events/scene.h"

namespace sayso {

// Sets time and place of the event. A time outside the content it stands in is the time of saying
// it and goes into `report_time`.
void find_setting(const Scene& scene, Draft& draft);

}  // namespace sayso
