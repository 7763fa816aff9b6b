// The rules of quantities: what is counted or measured, and what bounds or blurs it.
//
// A count in the news is a claim about a range. Keeping the range lets "12 killed" agree with "at
// least 10 killed" without picking one number for both.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/analysis.h"
#include "normalise/match/patterns.h"

namespace sayso {

struct Amount {
  std::optional<double> min = {}, max = {};
  bool approximate = false;
  std::string unit = {};
};

// An amount: the first pattern that fits longest wins. Examples are as in time/time_value.h, a
// value being written "12..12 people" (range, a blank, what is counted) or "~24.. others", with the
// unit after the range in brackets: "30..30[percent] voters".
struct AmountRule {
  const char* name = "";
  const char* pattern = "";
  std::optional<Amount> (*read)(const PatternMatch& match, const Analysis& analysis) = nullptr;
  const char* reads = "";
  const char* refuses = "";
};

// Words before or behind an amount that bound or blur it: "at least", "nearly", "or more".
struct BoundRule {
  const char* name = "";
  const char* pattern = "";
  Amount (*bound)(const Amount& amount) = nullptr;
  bool behind = false;  // stands behind the amount
  const char* reads = "";
};

std::span<const AmountRule> amount_rules();
std::span<const BoundRule> bound_rules();

}  // namespace sayso
