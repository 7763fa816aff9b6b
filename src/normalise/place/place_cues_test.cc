#include "normalise/place/place_cues.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
TEST(PlaceCues, KnowTheRolesOfAWord) {
  const auto cues = PlaceCues::read("in\tinside\nisland\tsettlement feature\n", "amal\tf\n");
  ASSERT_TRUE(cues);
  EXPECT_TRUE(cues->of(word_key("in")).has(PlaceCue::inside));
  EXPECT_TRUE(cues->of(word_key("island")).has(PlaceCue::settlement));
  EXPECT_TRUE(cues->of(word_key("island")).has(PlaceCue::feature));
  EXPECT_TRUE(cues->of(word_key("amal")).has(PlaceCue::first_name));
  EXPECT_TRUE(cues->of(word_key("out")).empty());
}

TEST(PlaceCues, RefuseARoleTheyDoNotKnow) { EXPECT_FALSE(PlaceCues::read("in\tinsight\n", "")); }

TEST(PlaceCues, FindEveryWordOfALongList) {
  std::string list;
  for (int i = 0; i < 3000; ++i) list += "word" + std::to_string(i) + "\tweak\n";
  const auto cues = PlaceCues::read(list, "");
  ASSERT_TRUE(cues);
  for (int i = 0; i < 3000; ++i) {
    EXPECT_TRUE(cues->of(word_key("word" + std::to_string(i))).has(PlaceCue::weak)) << i;
  }
  EXPECT_TRUE(cues->of(word_key("word3000")).empty());
}

TEST(PlaceCues, AreReadFromTheResources) { EXPECT_TRUE(PlaceCues::load()); }
}  // namespace
}  // namespace sayso
