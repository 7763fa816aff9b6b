// Capitalised words around a feature word -> toponyms no gazetteer lists: "Kanawa River",
// "Lake Velin", "Norra Street"; and what a report presents as a settlement: "the village of Velin".
//
// They get no entry of their own; what they lie in is looked for later.
#pragma once

#include <vector>

#include "normalise/place/evidence.h"
#include "normalise/place/toponym.h"

namespace sayso {

// Adds such names to the listed `toponyms`, in text order; a listed name that a longer one
// covers goes. Also takes a capitalised direction into a listed name: "North Lirana".
void add_unlisted(const PlaceContext& context, std::vector<Toponym>& toponyms);

}  // namespace sayso
