// find_actors: entities of a report -> actors of the registry, offices of states, countries.
//
// An entity is an actor by its names, by an office its words name ("the Albanian interior
// ministry"), or by the body it belongs to ("Hezbollah fighters"). What the report does not say is
// left out, but for a country: bodies of a state without one ("the police") get that of the places
// that the whole report is about, with less confidence.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/analysis.h"
#include "core/countries.h"
#include "core/report.h"
#include "core/result.h"
#include "core/values.h"
#include "normalise/actor/offices.h"
#include "normalise/actor/registry.h"

namespace sayso {

struct ActorResources {
  CountryWords countries = {};
  StateOffices offices = {};
  ActorRegistry registry = {};

  static Result<ActorResources> load(std::span<const std::string> files = {});
};

// At most one for each entity, in the order of the entities.
std::vector<Actor> find_actors(const Report& report, const Analysis& analysis,
                               std::span<const Place> places, const ActorResources& resources);

}  // namespace sayso
