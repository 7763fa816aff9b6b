// The examples of every rule of quantities.
#include <gtest/gtest.h>

#include "normalise/quantity/quantity_rules.h"
#include "normalise/testing/examples.h"

namespace sayso {
namespace {
template <typename Rules>
void check_reads(const Rules& rules) {
  for (const auto& rule : rules) {
    for (const testing::Example& example : testing::split_examples(rule.reads)) {
      EXPECT_EQ(testing::quantity_at(example), example.value) << rule.name << ": " << example.words;
    }
  }
}

TEST(QuantityRules, ReadTheirExamples) {
  check_reads(amount_rules());
  check_reads(bound_rules());
}

TEST(QuantityRules, RefuseWhatIsNoAmount) {
  for (const AmountRule& rule : amount_rules()) {
    for (const testing::Example& example : testing::split_examples(rule.refuses)) {
      for (const Quantity& quantity : testing::read_values(example).quantities) {
        EXPECT_STRNE(quantity.origin.made_by, rule.name) << example.words;
      }
    }
  }
}
}  // namespace
}  // namespace sayso
