// Quantities: a sentence's items -> what it counts and measures.
#pragma once

#include <span>
#include <vector>

#include "core/analysis.h"
#include "core/values.h"
#include "normalise/match/patterns.h"
#include "normalise/quantity/quantity_rules.h"

namespace sayso {

// The amounts and bounds, compiled together.
class QuantityGrammar {
 public:
  explicit QuantityGrammar(Words& words);

  const PatternSet& patterns() const { return patterns_; }
  const AmountRule* amount(std::uint32_t number) const;
  const BoundRule* bound(std::uint32_t number) const;  // nothing when it is an amount

 private:
  PatternSet patterns_;
};

// Appends the quantities among the items of one sentence. Numbers that are part of `times` (the
// sentence's own) are none.
void read_quantities(const Analysis& analysis, std::span<const Item> items,
                     std::span<const Timex> times, const QuantityGrammar& grammar,
                     std::vector<Quantity>& quantities);

}  // namespace sayso
