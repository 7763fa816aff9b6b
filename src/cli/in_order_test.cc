#include "cli/in_order.h"

#include <gtest/gtest.h>

#include <chrono>
#include <numeric>

namespace sayso {
namespace {

std::vector<std::string> run(unsigned threads, int jobs) {
  std::vector<std::string> written;
  InOrder in_order(threads, [&](const std::string& result) { written.push_back(result); });
  for (int i = 0; i < jobs; ++i) {
    in_order.submit([i] {
      // Later jobs finish sooner, so that only the ordering puts them right.
      std::this_thread::sleep_for(std::chrono::microseconds(i % 7 == 0 ? 700 : 10));
      return std::to_string(i);
    });
  }
  in_order.finish();
  return written;
}

TEST(InOrder, HandsResultsOverInTheOrderOfTheJobs) {
  std::vector<std::string> expected;
  expected.reserve(200);
  for (int i = 0; i < 200; ++i) expected.push_back(std::to_string(i));
  for (const unsigned threads : {1U, 2U, 4U}) EXPECT_EQ(run(threads, 200), expected) << threads;
}

TEST(InOrder, FinishesWithoutJobs) { EXPECT_TRUE(run(3, 0).empty()); }

TEST(InOrder, StopsWhenAbandonedHalfway) {
  int written = 0;
  {
    InOrder in_order(2, [&](const std::string&) { ++written; });
    for (int i = 0; i < 5; ++i) in_order.submit([] { return std::string("x"); });
  }
  EXPECT_LE(written, 5);
}

}  // namespace
}  // namespace sayso
