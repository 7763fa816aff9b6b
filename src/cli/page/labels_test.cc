#include "cli/page/labels.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
constexpr Box kSheet{0, 0, 1000, 600};

std::string anchor(const std::optional<MapLabel>& label) { return label ? label->anchor : "none"; }

TEST(MapLabels, StandOnTheRightWhereThereIsRoom) {
  const std::vector<MapMark> marks = {
      {{500, 300}, 8, 10}, {{990, 300}, 8, 10}, {{500, 100}, 8, 99}};
  const auto labels = place_labels(marks, kSheet);
  EXPECT_EQ(anchor(labels[0]), "start");
  EXPECT_EQ(anchor(labels[1]), "end");
  EXPECT_EQ(anchor(labels[2]), "none") << "wider than the map";
}

TEST(MapLabels, HideNothing) {
  const std::vector<MapMark> marks = {{{500, 300}, 8, 10}, {{520, 300}, 8, 10}};
  const auto labels = place_labels(marks, kSheet);
  EXPECT_EQ(anchor(labels[0]), "end") << "on the right it would hide the other mark";
  EXPECT_EQ(anchor(labels[1]), "start");
}

TEST(MapLabels, AreLeftOutWhereTheyWouldSeemToBeAnothers) {
  std::vector<MapMark> marks;
  for (int i = 0; i < 3; ++i) {
    for (int j = 0; j < 3; ++j) marks.push_back({{480.0 + 20 * i, 280.0 + 20 * j}, 8, 10});
  }
  EXPECT_EQ(anchor(place_labels(marks, kSheet)[4]), "none");
}

}  // namespace
}  // namespace sayso
