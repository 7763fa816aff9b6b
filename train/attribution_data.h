// Reports with the attributions that people marked in them.
#pragma once

#include <string>
#include <vector>

#include "core/analysis.h"
#include "core/report.h"
#include "core/span.h"

namespace sayso::train {

struct Gold {
  std::vector<Span> source = {}, cue = {}, content = {};
};

struct Marked {
  Report report = {};
  Analysis analysis = {};
  std::vector<Gold> gold = {};
  std::vector<Span> discard = {};
};

// PREFIX.jsonl and PREFIX.gold, as attribution_prepare.py writes them.
std::vector<Marked> load_marked(const std::string& prefix);

inline bool overlap(const std::vector<Span>& spans, Span span) {
  for (const Span s : spans) {
    if (s.overlaps(span)) return true;
  }
  return false;
}

}  // namespace sayso::train
