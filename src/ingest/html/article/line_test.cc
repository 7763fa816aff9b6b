#include "ingest/html/article/line.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
TEST(Line, EndsLikeASentenceInManyScripts) {
  for (const char* line : {"It is closed.", "\"Is it?\"", "He left (again.)", "橋は閉鎖された。",
                           "هل هو مغلق؟", "“Closed!”", "पुल बंद है।", "The port said:"}) {
    EXPECT_TRUE(ends_like_sentence(line)) << line;
  }
}

TEST(Line, DoesNotEndLikeASentence) {
  for (const char* line : {"", "Bridge closed", "Photo: J. Brandt", "\"\"", "12 June 2019"}) {
    EXPECT_FALSE(ends_like_sentence(line)) << line;
  }
}

TEST(Line, MayBeginWithATimeOfDay) {
  struct Row {
    const char* line;
    std::size_t size;
  };
  for (const Row& row :
       {Row{"20:15 The bridge", 5}, Row{"9.30", 4}, Row{"18h05", 5}, Row{"25:10", 0},
        Row{"20:75", 0}, Row{"2019", 0}, Row{"1:123", 0}, Row{"", 0}}) {
    EXPECT_EQ(match_clock(row.line), row.size) << row.line;
  }
  EXPECT_TRUE(has_clock("12 June 2019, 10:15"));
  EXPECT_FALSE(has_clock("12 June 2019"));
}
}  // namespace
}  // namespace sayso
