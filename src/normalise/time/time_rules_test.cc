// The examples of every time rule, and longer phrases in a corpus file.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "normalise/testing/examples.h"
#include "normalise/time/time_rules.h"
#include "normalise/time/times.h"

namespace sayso {
namespace {
// "2023-06-20 START": the value and modifier of the expression that covers the example's span.
std::string read_time(const testing::Example& example) {
  const Values values = testing::read_values(example);
  for (const Timex& timex : values.times) {
    if (timex.span != example.span) continue;
    std::string value = timex.value;
    if (!timex.mod.empty()) value += ' ' + timex.mod;
    return value;
  }
  std::string found = "nothing there";
  for (const Timex& timex : values.times) {
    found += "; but '" + std::string(slice(example.built.report.text, timex.span)) +
             "' = " + timex.value;
  }
  return found;
}

template <typename Rules>
void check_examples(const Rules& rules) {
  for (const auto& rule : rules) {
    for (const testing::Example& example : testing::split_examples(rule.reads)) {
      EXPECT_EQ(read_time(example), example.value) << rule.name << ": " << example.words;
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
