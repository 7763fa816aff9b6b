// Reading: everything sayso found in one report. The JSON object of docs/json.md.
#pragma once

#include <string>
#include <vector>

#include "core/analysis.h"
#include "core/attribution.h"
#include "core/event.h"
#include "core/report.h"
#include "core/values.h"

namespace sayso {

struct Reading {
  Report report = {};
  Analysis analysis = {};
  std::vector<Attribution> attributions = {};  // by their first span in the text
  Values values = {};
  std::vector<Event> events = {};
  std::vector<Label> labels = {};
  std::vector<Incident> incidents = {};
  std::vector<std::string> warnings = {};  // the report's own and the reader's
  std::string reader = "fast";             // which reader made it
};

}  // namespace sayso
