// Scene -> the words that may tell of an event, in text order.
//
// A verb begins its phrase ("took control of", "take * hostage"); a noun is the head of its noun
// phrase, so that the "raid" of "the raid siren" and the "War" of "the War Office" are none.
#pragma once

#include <vector>

#include "events/scene.h"

namespace sayso {

std::vector<Trigger> find_triggers(const Scene& scene);

}  // namespace sayso
