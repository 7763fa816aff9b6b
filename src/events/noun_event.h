// Noun trigger -> a Draft: "the army's raid on the camp", "launched an attack", "clashes broke
// out".
//
// A noun tells of an event less surely than a verb does: it must name a party, or a verb must say
// that it was done or came about, or an article must point at one happening.
#pragma once

#include <optional>

#include "events/scene.h"

namespace sayso {

std::optional<Draft> draft_noun(const Scene& scene, const Trigger& trigger);

}  // namespace sayso
