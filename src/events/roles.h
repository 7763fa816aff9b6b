// What stands around a trigger -> its event: who did it, to whom or what, with what.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "events/scene.h"

namespace sayso {

// What stands around a trigger, before a sense gives it roles.
struct Around {
  Phrases agent = {};    // who does it: a subject, or "by" of a passive
  Phrases patient = {};  // who or what undergoes it
  std::vector<Prepositional> prepositionals = {};
  bool passive = false;
  std::optional<EntityIndex> possessor = {}, premodifier = {};
};

// The event of a sense, or nothing when its needs do not hold.
std::optional<Event> read_sense(const Scene& scene, const Sense& sense, const Around& around);
// Gives the words around a trigger their roles in an event that has a sense already.
void fill_roles(const Scene& scene, const Sense& sense, const Around& around, Event& event);

// The agent of a passive: "by the police".
Phrases by_phrases(const std::vector<Prepositional>& prepositionals, const Scene& scene);
bool is_event_noun(const Scene& scene, PhraseIndex phrase);

// Types of mere words and dealings: without a party they are talk about talk.
bool is_verbal(EventType type);
bool is_people(EntityType type);
// Whether an entity of this type can do something.
bool can_act(EntityType type);

bool any(const Phrases& phrases, auto&& holds) {
  return std::any_of(phrases.begin(), phrases.end(), holds);
}

}  // namespace sayso
