// Hypotheses -> the ones that stand, without contradictions, and which stands within which.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "attribute/context.h"
#include "attribute/hypothesis.h"

namespace sayso {

struct Selection {
  std::uint32_t hypothesis = 0;         // index
  std::optional<std::uint32_t> within;  // index of a selection before or after this one
};

// Scores (see Weights) that a hypothesis needs to stand: in the outlet's own voice, and within
// another's words, where the training reports have no marks to learn from.
// Chosen on held-out training reports: train/README.md says how.
struct SelectOptions {
  std::int32_t keep = -Weights::kOne / 2;
  std::int32_t keep_nested = Weights::kOne;
};

// `hypotheses` are in the order of their cues.
std::vector<Selection> select(const Context& context, const std::vector<Hypothesis>& hypotheses,
                              const SelectOptions& options = {});

// Whether the content of `outer` takes in the whole of `inner`'s cue.
bool encloses(const Hypothesis& outer, const Hypothesis& inner);

}  // namespace sayso
