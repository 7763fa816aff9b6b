#include "events/voices.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::vector<Attribution> with_contents(const std::vector<std::vector<Span>>& contents) {
  std::vector<Attribution> attributions;
  attributions.reserve(contents.size());
  for (const auto& content : contents) attributions.push_back({.content = content});
  return attributions;
}

TEST(Voices, AgreeWithVoiceOfOnEverySpan) {
  const auto attributions =
      with_contents({{{0, 40}}, {{10, 30}, {50, 60}}, {{12, 20}}, {{25, 35}}, {{50, 70}}, {}});
  const Voices voices(attributions);
  for (std::uint32_t begin = 0; begin < 72; ++begin) {
    for (std::uint32_t end = begin + 1; end < 74; ++end) {
      EXPECT_EQ(voices.of({begin, end}), voice_of({begin, end}, attributions))
          << begin << " " << end;
    }
  }
}

TEST(Voices, TellTheInnermostContent) {
  const auto attributions = with_contents({{{0, 40}}, {{10, 30}}});
  const Voices voices(attributions);
  EXPECT_EQ(voices.content_of({12, 14}), (Span{10, 30}));
  EXPECT_EQ(voices.content_of({2, 4}), (Span{0, 40}));
  EXPECT_EQ(voices.content_of({50, 54}), std::nullopt);
}
}  // namespace
}  // namespace sayso
