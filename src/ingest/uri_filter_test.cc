#include "ingest/uri_filter.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(UriFilter, WantsAddressesThatHoldThePattern) {
  const auto filter = UriFilter::compile("/world/.*\\.html$");
  ASSERT_TRUE(filter);
  EXPECT_TRUE(filter->wants("https://herald.example/world/2023/raid.html"));
  EXPECT_FALSE(filter->wants("https://herald.example/sport/raid.html"));
  EXPECT_FALSE(filter->wants("https://herald.example/world/raid.html?print=1"));
}

TEST(UriFilter, WantsEverythingWithoutAPattern) {
  EXPECT_TRUE(UriFilter().wants_all());
  EXPECT_TRUE(UriFilter().wants(""));
}

TEST(UriFilter, SaysWhatIsWrongWithAPattern) {
  for (const char* pattern : {"(", "[a", "a**", "\\8"}) {
    const auto filter = UriFilter::compile(pattern);
    ASSERT_FALSE(filter) << pattern;
    EXPECT_NE(filter.error().message.find(pattern), std::string::npos) << filter.error().message;
  }
}

}  // namespace
}  // namespace sayso
