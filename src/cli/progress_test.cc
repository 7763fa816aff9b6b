#include "cli/progress.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(Progress, SaysHowFarHowFastAndHowLongStill) {
  EXPECT_EQ(progress_line(25'000'000, 100'000'000, 4200, 5.0),
            "[######..................]  25%  25.0 MB  4200 reports  5.0 MB/s  0:15 left");
}

TEST(Progress, LeavesOutWhatItCannotKnow) {
  EXPECT_EQ(progress_line(500'000, 0, 10, 1.0), "500 kB  10 reports  500 kB/s");
}

TEST(Progress, NeverShowsMoreThanAll) {
  EXPECT_EQ(progress_line(120, 100, 1, 0.0),
            "[########################] 100%  0 kB  1 reports  0 kB/s  0:00 left");
}

}  // namespace
}  // namespace sayso
