// Draft -> did it happen, and how sure does the text make it: polarity and reality.
//
// Read from the verb ("will attack", "did not attack"), from what stands before it ("planned to
// attack", "accused of attacking"), from hedges ("the alleged attack") and from the act of the
// voice around it (a denial, an allegation, a demand).
#pragma once

#include "events/scene.h"

namespace sayso {

// Told as what somebody does by habit or might do some day: "rebels kidnap people for money", "an
// excuse to attack". No happening at all.
bool is_habitual(const Scene& scene, const Draft& draft);

// Needs the draft's trigger, governor, voice and time.
void judge_reality(const Scene& scene, Draft& draft);

}  // namespace sayso
