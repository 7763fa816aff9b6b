// Toponyms and the words around them -> how likely each is a place, and in what way.
//
// Every clue is a row with a weight in log odds; what they add up to decides, together with what
// the report's other mentions of the same name have for them.
#pragma once

#include <string_view>
#include <vector>

#include "normalise/place/place_cues.h"
#include "normalise/place/toponym.h"

namespace sayso {

struct PlaceContext {
  std::string_view text = {};
  const Analysis& analysis;
  const Gazetteer& gazetteer;
  const PlaceCues& cues;
  bool has_names = false;  // the reader's names model ran: a token without a kind is no name
};

// Joins "Lirana, Ostland" and "Lirana Province", then fills evidence, rule and kind of each.
void weigh_toponyms(const PlaceContext& context, std::vector<Toponym>& toponyms);

}  // namespace sayso
