#include "cli/terminal.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(Terminal, WrapsAtWhiteSpaceAndIndentsEveryLine) {
  EXPECT_EQ(wrap("one two three four", 9, 2), "  one two\n  three\n  four");
  EXPECT_EQ(wrap("  runs \n of\tspace ", 80, 0), "runs of space");
  EXPECT_EQ(wrap("unbreakableword x", 5, 0), "unbreakableword\nx");
  EXPECT_EQ(wrap("", 80, 3), "   ");
}

TEST(Terminal, CountsColumnsNotBytes) {
  EXPECT_EQ(columns("Manëz"), 5U);
  EXPECT_EQ(columns("e\u0301"), 1U);
  EXPECT_EQ(columns("東京"), 4U);
}

TEST(Terminal, NeverPassesControlCharactersOn) {
  EXPECT_EQ(wrap("a\033[2Jb\x07", 80, 0), "a\uFFFD[2Jb\uFFFD");
  EXPECT_EQ(wrap("\u202Eabc", 80, 0), "\uFFFDabc");
}

TEST(Terminal, ShowsNoCodesWithoutColour) {
  EXPECT_EQ(begin_ink(Ink::voice, {.color = false}), "");
  EXPECT_EQ(end_ink(Ink::voice, {.color = false}), "");
  EXPECT_NE(begin_ink(Ink::voice, {.color = true}), "");
}

}  // namespace
}  // namespace sayso
