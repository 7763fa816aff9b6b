// The examples in examples/: every kind of input a user may have, small and made up.
#include <gtest/gtest.h>

#include "program.h"

namespace sayso::testing {
namespace {

TEST(Examples, AreRead) {
  struct Row {
    const char *file, *media_type;
    std::size_t reports;
  };
  const std::string folder = std::string(SAYSO_SOURCE_DIR) + "/examples/reports/";
  for (const Row& row : {Row{"dravica.html", "text/html", 1},
                         Row{"avn.warc.gz", "application/warc", 2},
                         Row{"herald.xml", "application/rss+xml", 2}}) {
    const Outcome ran = run_sayso({"read", folder + row.file});
    EXPECT_EQ(ran.status, 0) << ran.err;
    const auto out = lines(ran.out);
    ASSERT_EQ(out.size(), row.reports) << row.file;
    for (const std::string& reading : out) {
      EXPECT_TRUE(has(reading, std::string("\"source\":{\"media_type\":\"") + row.media_type))
          << reading;
      EXPECT_FALSE(has(reading, "\"attributions\":[]")) << reading;
      EXPECT_FALSE(has(reading, "\"published\":null")) << reading;
    }
  }
}

}  // namespace
}  // namespace sayso::testing
