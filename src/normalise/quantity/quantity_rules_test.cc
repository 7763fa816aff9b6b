// The examples of every rule of quantities.
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "normalise/quantity/quantity_rules.h"
#include "normalise/testing/examples.h"

namespace sayso {
namespace {
// "~24..", "12..12[percent] voters".
std::string to_text(const Quantity& quantity, std::string_view text) {
  std::ostringstream out;
  out.precision(12);
  out << (quantity.approximate ? "~" : "");
  if (quantity.min) out << *quantity.min;
  out << "..";
  if (quantity.max) out << *quantity.max;
  if (!quantity.unit.empty()) out << '[' << quantity.unit << ']';
  if (quantity.of) out << ' ' << slice(text, *quantity.of);
  return out.str();
}

// An example without brackets shows the quantity with what it counts.
const Quantity* find_quantity(const Values& values, Span span) {
  const auto at = std::find_if(
      values.quantities.begin(), values.quantities.end(), [span](const Quantity& quantity) {
        return quantity.span == span || (quantity.of && join(quantity.span, *quantity.of) == span);
      });
  return at == values.quantities.end() ? nullptr : &*at;
}

template <typename Rules>
void check_reads(const Rules& rules) {
  for (const auto& rule : rules) {
    for (const testing::Example& example : testing::split_examples(rule.reads)) {
      const Values values = testing::read_values(example);
      const Quantity* found = find_quantity(values, example.span);
      EXPECT_EQ(found == nullptr ? "nothing" : to_text(*found, example.built.report.text),
                example.value)
          << rule.name << ": " << example.words;
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
