// What was found -> Attribution: spans, the entity that speaks, how much of it is quoted.
#pragma once

#include <span>
#include <vector>

#include "attribute/context.h"
#include "attribute/hypothesis.h"
#include "core/attribution.h"

namespace sayso {

// Both leave `within` open.
Attribution make_attribution(const Context& context, const Hypothesis& hypothesis);
Attribution make_attribution(const Context& context, const Saying& saying, Act act);

// The pieces as spans; pieces that only punctuation or white space parts are one.
std::vector<Span> content_spans(const Context& context, std::span<const TokenRange> content);

}  // namespace sayso
