// find_parts: what a report tells of some of those who came to harm, behind them.
#pragma once

#include <vector>

#include "events/victims.h"

namespace sayso {

struct Part {
  PhraseIndex victim = 0;
  TokenRange how = {};  // "critically", where that is all it says
  bool fatal = false;   // "fatally", of the wounded
  bool beside = false;  // no part, but told on: "killed 19 in Oste, seven in Vel"
};

// "12 people, including three children", "43 men, among them a minister", "three of them
// critically", "wounded, two seriously"; and those told on by a number and a place: "killed 19 in
// Oste, seven in Vel".
std::vector<Part> find_parts(const Scene& scene, const Victims& victims, const Harm& harm,
                             PhraseIndex whole);

// "fatally", "mortally"
bool is_fatal(const Token& token);

}  // namespace sayso
