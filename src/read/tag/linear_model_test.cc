#include "read/tag/linear_model.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
// A model of two features: 7 gives label 0 five and label 2 minus three; 9 gives label 1 one.
struct Built {
  std::string filter =
      FeatureFilter::build(std::vector<std::uint64_t>{feature(7, 0), feature(9, 0)});
  std::string table =
      KeyTable::build({{feature(7, 0), 0U << 8U | 2U}, {feature(9, 0), 2U << 8U | 1U}});
  std::string weights = {0, 5, 2, -3, 1, 1};
  LinearModel model = *LinearModel::in(filter, table, weights);
};

TEST(LinearModel, AddsTheWeightsOfTheFeaturesItKnows) {
  const Built built;
  std::array<Score, 3> scores = {};
  const std::array<std::uint64_t, 4> seen = {feature(7, 0), feature(8, 0), feature(9, 0),
                                             feature(7, 0)};
  built.model.add_all(seen, scores.data());
  EXPECT_EQ(scores, (std::array<Score, 3>{10, 1, -6}));
}

TEST(LinearModel, IsSoundWhenLabelsAndOffsetsAreInside) {
  const Built built;
  EXPECT_TRUE(built.model.is_sound(3));
  EXPECT_FALSE(built.model.is_sound(2));
  const std::string weights = built.weights.substr(0, 4);
  EXPECT_FALSE(LinearModel::in(built.filter, built.table, weights)->is_sound(3));
}

TEST(LinearModel, RefusesSectionsOfAnotherForm) {
  const Built built;
  EXPECT_FALSE(LinearModel::in("abc", built.table, built.weights));
  EXPECT_FALSE(LinearModel::in(built.filter, "abc", built.weights));
}

TEST(BestOf, IsTheFirstOfTheLargest) {
  EXPECT_EQ(best_of(std::array<Score, 4>{-2, 7, 7, 0}), 1U);
  EXPECT_EQ(best_of(std::array<Score, 3>{0, 0, 0}), 0U);
  EXPECT_EQ(best_of(std::array<Score, 3>{-9, -8, -9}), 1U);
}
}  // namespace
}  // namespace sayso
