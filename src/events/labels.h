// Scene -> every loaded word (lexicons/labels.tsv), who used it and of whom.
//
// In a name or an official title it is no label: "the Counter-Terrorism Directorate".
#pragma once

#include <vector>

#include "events/scene.h"

namespace sayso {

std::vector<Label> find_labels(const Scene& scene);

}  // namespace sayso
