#include "read/tag/linear_model.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
// A model of three labels and features: 7 gives label 0 five and label 2 minus three; 9 gives
// label 1 one; 11, as a row, gives them two, minus four and six.
struct Built {
  std::string filter = FeatureFilter::build(
      std::vector<std::uint64_t>{feature(7, 0), feature(9, 0), feature(11, 0)});
  std::string table = KeyTable::build({{feature(7, 0), 0U << 8U | 2U},
                                       {feature(9, 0), 2U << 8U | 1U},
                                       {feature(11, 0), 3U << 8U | LinearModel::kRow}});
  std::string weights = std::string{0, 5, 2, -3, 1, 1, 2, -4, 6} + std::string(13, '\0');
  LinearModel model = *LinearModel::in(filter, table, weights);
};

TEST(LinearModel, AddsTheWeightsOfTheFeaturesItKnows) {
  const Built built;
  LabelScores<3> scores = {};
  const std::array<std::uint64_t, 5> seen = {feature(7, 0), feature(8, 0), feature(9, 0),
                                             feature(7, 0), feature(11, 0)};
  built.model.add_all(seen, scores);
  EXPECT_EQ(scores, (LabelScores<3>{12, -3, 0}));
}

TEST(LinearModel, IsSoundWhenLabelsAndOffsetsAreInside) {
  const Built built;
  EXPECT_TRUE(built.model.is_sound(3));
  EXPECT_FALSE(built.model.is_sound(2));
  for (const std::size_t size : {std::size_t{4}, built.weights.size() - 1}) {
    const std::string weights = built.weights.substr(0, size);
    EXPECT_FALSE(LinearModel::in(built.filter, built.table, weights)->is_sound(3));
  }
}

TEST(LinearModel, RefusesSectionsOfAnotherForm) {
  const Built built;
  EXPECT_FALSE(LinearModel::in("abc", built.table, built.weights));
  EXPECT_FALSE(LinearModel::in(built.filter, "abc", built.weights));
}

TEST(BestOf, IsTheFirstOfTheLargest) {
  EXPECT_EQ(best_of<4>(LabelScores<4>{-2, 7, 7, 0}), 1U);
  EXPECT_EQ(best_of<3>(LabelScores<3>{0, 0, 0}), 0U);
  EXPECT_EQ(best_of<3>(LabelScores<3>{-9, -8, -9}), 1U);
}
}  // namespace
}  // namespace sayso
