// The examples in examples/: every kind of input a user may have, small and made up.
#include <gtest/gtest.h>

#include <sstream>

#include "program.h"

namespace sayso::testing {
namespace {

TEST(Examples, AreRead) {
  struct Row {
    const char *file, *media_type;
    std::size_t reports;
  };
  const std::string folder = std::string(SAYSO_SOURCE_DIR) + "/examples/reports/";
  for (const Row& row :
       {Row{"dravica.html", "text/html", 1}, Row{"avn.warc.gz", "application/warc", 2},
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

// "sayso extract examples/reports/dravica.html --format json", from the folder of the sources.
std::vector<std::string> arguments_of(const std::string& command) {
  std::vector<std::string> words;
  std::istringstream stream(command);
  for (std::string word; stream >> word;) {
    words.push_back(word.starts_with("examples/") ? std::string(SAYSO_SOURCE_DIR) + "/" + word
                                                  : word);
  }
  words.erase(words.begin());
  return words;
}

TEST(Examples, OfTheDocumentationRun) {
  std::size_t found = 0;
  for (const std::string& line :
       lines(contents(std::string(SAYSO_SOURCE_DIR) + "/docs/command-line.md"))) {
    if (!line.starts_with("sayso extract examples/")) continue;
    ++found;
    const Outcome ran = run_sayso(arguments_of(line));
    EXPECT_EQ(ran.status, 0) << line << ran.err;
    EXPECT_TRUE(has(ran.out, "Kastrel") || has(ran.out, "Dravica")) << line << ran.out;
  }
  EXPECT_EQ(found, 3U);
}

}  // namespace
}  // namespace sayso::testing
