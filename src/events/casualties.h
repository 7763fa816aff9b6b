// Drafts -> who was killed, injured, missing, detained or displaced by them.
//
// A casualty goes to the event that caused it: the verb itself ("killed"), the subject or an
// adjunct that names an event ("the blast wounded", "died in the raid"), or the assault told in
// the same sentence and voice. When none is told, the casualty makes an event of its own: an
// ASSAULT where its words, or those shortly before, tell of violence, else HARM, in an accident or
// not.
#pragma once

#include <vector>

#include "events/scene.h"

namespace sayso {

// Adds casualties to `drafts`, which are in text order and remain so.
void find_casualties(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sayso
