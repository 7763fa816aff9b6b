// Scene -> the words that say somebody was killed, injured, missing, detained or displaced.
#pragma once

#include <optional>
#include <vector>

#include "events/scene.h"

namespace sayso {

// One telling of harm, before it is known which event caused it.
struct Harm {
  CasualtyWord word = {};
  TokenRange tokens = {};              // "fallen victim to", "wounded"
  TokenRange trigger = {};             // the same without victims inside: "lost" of "lost 3 men"
  std::optional<VerbIndex> verb = {};  // of a verb or of the "be" before a state
  std::optional<PhraseIndex> phrase = {};  // of a noun
  std::optional<PhraseIndex> victim = {};  // "dozens" of "dozens of the others"
  std::optional<PhraseIndex> whole = {};   // whom the victim is a part of: "12, three of them ..."
  bool negated = false;                    // "no one was hurt"
};

// In text order of their victims; a list of victims makes one each.
std::vector<Harm> find_harm(const Scene& scene);

}  // namespace sayso
