// The examples of every time rule and modifier.
#include <gtest/gtest.h>

#include <algorithm>

#include "normalise/testing/examples.h"
#include "normalise/time/time_rules.h"

namespace sayso {
namespace {
template <typename Rules>
void check_examples(const Rules& rules) {
  for (const auto& rule : rules) {
    for (const testing::Example& example : testing::split_examples(rule.reads)) {
      EXPECT_EQ(testing::time_at(example), example.value) << rule.name << ": " << example.words;
    }
    for (const testing::Example& example : testing::split_examples(rule.refuses)) {
      const Values values = testing::read_values(example);
      const bool read =
          std::any_of(values.times.begin(), values.times.end(), [&](const Timex& timex) {
            return std::string_view(timex.origin.made_by) == rule.name ||
                   timex.span == example.span;
          });
      EXPECT_FALSE(read) << rule.name << " reads " << example.words;
    }
  }
}

TEST(TimeRules, ReadTheirExamplesAndRefuseTheOthers) {
  for (const auto table : {calendar_rules(), clock_rules(), relative_rules(), period_rules(),
                           duration_rules(), set_rules()}) {
    check_examples(table);
  }
}
TEST(TimeRules, HaveModifiersThatReadTheirExamples) { check_examples(time_modifiers()); }
}  // namespace
}  // namespace sayso
