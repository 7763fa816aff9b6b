// Phrases -> values, through all lexicons and rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "normalise/testing/examples.h"

namespace sayso {
namespace {
TEST(Corpus, HasTheValuesWrittenBesideItsPhrases) {
  std::ifstream file(std::string(SAYSO_SOURCE_DIR) + "/src/normalise/testing/corpus.txt");
  bool quantities = false;
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line == "[times]" || line == "[quantities]") {
      quantities = line == "[quantities]";
      continue;
    }
    const auto examples = testing::split_examples(line);
    ASSERT_EQ(examples.size(), 1U) << line;
    const auto& example = examples.front();
    EXPECT_EQ(quantities ? testing::quantity_at(example) : testing::time_at(example), example.value)
        << line;
    ++count;
  }
  EXPECT_GE(count, 200U);
}
}  // namespace
}  // namespace sayso
