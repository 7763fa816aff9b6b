#include "read/encode/tree.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace sayso {
namespace {
using Heads = std::vector<std::uint32_t>;

double sum_of(const std::vector<float>& scores, const Heads& heads) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) sum += scores[w * (heads.size() + 1) + heads[w]];
  return sum;
}

// One word on the root, and every word below it.
bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == 0 ? 1U : 0U;
    std::size_t at = w + 1;
    std::size_t steps = 0;
    while (at != 0 && steps++ <= heads.size()) at = heads[at - 1];
    if (at != 0) return false;
  }
  return roots == 1;
}

// The best of all trees, by trying every choice of heads.
double best_sum(const std::vector<float>& scores, std::uint32_t words) {
  Heads heads(words, 0);
  double best = -std::numeric_limits<double>::infinity();
  for (;;) {
    if (is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t w = 0;
    while (w < words && ++heads[w] > words) heads[w++] = 0;
    if (w == words) return best;
  }
}

Heads find(TreeFinder& finder, const std::vector<float>& scores, std::uint32_t words) {
  const auto found = finder.find(scores, words);
  return {found.begin(), found.end()};
}

TEST(Trees, AreTheBestOfAll) {
  std::mt19937 random(5);
  std::uniform_real_distribution<float> score(-5, 5);
  TreeFinder finder;
  for (int round = 0; round < 400; ++round) {
    const std::uint32_t words = 1 + static_cast<std::uint32_t>(round) % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& s : scores) s = score(random);
    const Heads heads = find(finder, scores, words);
    ASSERT_TRUE(is_tree(heads)) << round;
    EXPECT_NEAR(sum_of(scores, heads), best_sum(scores, words), 1e-4) << round;
  }
}

TEST(Trees, AreTreesWhateverTheScores) {
  TreeFinder finder;
  for (const float score : {0.0F, 1e30F, -1e30F, std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity()}) {
    for (const std::uint32_t words : {1U, 2U, 3U, 254U}) {
      EXPECT_TRUE(is_tree(find(finder, std::vector<float>(words * (words + 1), score), words)))
          << score << ' ' << words;
    }
  }
}

// Each word's best head is the next, the last one's the first: one cycle of all.
TEST(Trees, OpenALongCycle) {
  constexpr std::uint32_t kWords = 254;
  std::vector<float> scores(kWords * (kWords + 1), 0.0F);
  for (std::uint32_t w = 0; w < kWords; ++w) {
    scores[w * (kWords + 1) + 1 + (w + 1) % kWords] = 5.0F;
  }
  scores[100 * (kWords + 1)] = 1.0F;
  TreeFinder finder;
  const Heads heads = find(finder, scores, kWords);
  EXPECT_TRUE(is_tree(heads));
  EXPECT_EQ(heads[100], 0U);
}
}  // namespace
}  // namespace sayso
