// For tests: tagged words -> the layers that events reads, and the events it makes of them, in
// words.
//
// The layers are rough: phrases from tags alone, an entity for every noun of a small list of people
// and things and for every name, counts from numbers, two toy places ("Vel", "Oste") and weekdays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/event.h"
#include "core/report.h"
#include "core/values.h"

namespace sayso {

struct ToldScene {
  Report report = {};
  Analysis analysis = {};
  std::vector<Attribution> attributions = {};
  Values values = {};

  // Words of the text that are said by `source`, which is not looked up.
  void attribute(std::string_view source, Act act, std::string_view content);
  Events events() const;
  // One line an event: type/mode "trigger" actor=... target=..., casualties as effect=count.
  std::string told() const;
};

ToldScene told_scene(std::string_view tagged_words);
// told_scene(tagged_words).told()
std::string told(std::string_view tagged_words);

}  // namespace sayso
