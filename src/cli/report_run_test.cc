#include "cli/report_run.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(ReportRun, ShowsNoControlCharactersInMessages) {
  EXPECT_EQ(without_controls("cannot read \033[2Ja\x07\n\u009B\u202Eb\x7F"),
            "cannot read \uFFFD[2Ja\uFFFD\uFFFD\uFFFD\uFFFDb\uFFFD");
  EXPECT_EQ(without_controls("a\x9B"
                             "b\xE6"),
            "a\uFFFDb\uFFFD");
  EXPECT_EQ(without_controls("cannot read Manëz  東京.txt: it is empty"),
            "cannot read Manëz  東京.txt: it is empty");
}

}  // namespace
}  // namespace sayso
