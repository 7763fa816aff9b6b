#include "ingest/text/title.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
constexpr const char* kBody =
    "\n\nThe bridge over the Korva was closed on Tuesday, the council said.";

TEST(Title, IsALineWithoutAFullStopBeforeABody) {
  for (const char* line : {"Bridge over Korva closed", "Who closed the bridge?",
                           "Council: bridge 'not safe' since May"}) {
    EXPECT_TRUE(is_title(line, kBody)) << line;
    EXPECT_FALSE(is_title(line, "")) << line;
    EXPECT_FALSE(is_title(line, "\n\nShort line")) << line;
  }
}

TEST(Title, IsNoSentenceCaptionOrOutlet) {
  for (const char* line :
       {"The bridge is closed.", "He said \"it is closed.\"", "Bridge closed",
        "the bridge is closed", "The bridge (Photo: Ann Example)", "Dunmore Valley News",
        "Please enable all scripts", "The council said:", ""}) {
    EXPECT_FALSE(is_title(line, kBody)) << line;
  }
}

TEST(Title, IsNoFirstLineOfAWrappedParagraph) {
  EXPECT_FALSE(
      is_title("The council of Korva closed the bridge over the river on Monday because",
               "\nof cracks in the third pillar, which had been known since the spring of"));
  EXPECT_FALSE(
      is_title("The council of Korva closed the old stone bridge on Monday after Mayor",
               "\nExample had found cracks in the third pillar, which had been known since\n"
               "spring."));
}

TEST(Title, IsFoundWhereItIsKnown) {
  EXPECT_EQ(match_title("Bridge closed.\n\nThe council", "Bridge closed"), 14U);
  EXPECT_EQ(match_title("Bridge closed; \nno date set\n\nThe", "Bridge closed; no date set"), 27U);
  EXPECT_EQ(match_title("Bridge closed", "Bridge closed"), 13U);
  EXPECT_EQ(match_title("Bridge closed on Monday by the council", "Bridge closed"), 0U);
  EXPECT_EQ(match_title("The bridge", "Bridge closed"), 0U);
  EXPECT_EQ(match_title("", "Bridge closed"), 0U);
}
}  // namespace
}  // namespace sayso
