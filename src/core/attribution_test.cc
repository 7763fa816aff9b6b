#include "core/attribution.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(VoiceOf, IsTheChainFromTheOutermostIn) {
  // 0: a whole sentence; 1: a part of it, listed first although it is the inner one.
  const std::vector<Attribution> attributions = {
      {.content = {{40, 80}}}, {.content = {{10, 90}}}, {.content = {{100, 120}, {140, 160}}}};
  EXPECT_EQ(voice_of({50, 60}, attributions), (std::vector<AttributionIndex>{1, 0}));
  EXPECT_EQ(voice_of({12, 20}, attributions), (std::vector<AttributionIndex>{1}));
  EXPECT_EQ(voice_of({145, 150}, attributions), (std::vector<AttributionIndex>{2}));
  EXPECT_TRUE(voice_of({125, 130}, attributions).empty()) << "between two fragments";
  EXPECT_TRUE(voice_of({85, 95}, attributions).empty()) << "half outside";
}

TEST(Act, ReadsBackItsName) {
  for (int i = 0; i <= static_cast<int>(Act::criticize); ++i) {
    const auto act = static_cast<Act>(i);
    EXPECT_EQ(parse_act(to_text(act)), act);
  }
  EXPECT_FALSE(parse_act("shout"));
}

}  // namespace
}  // namespace sayso
