#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(Nearest, FindsTheWordAUserMeant) {
  const std::vector<std::string> words = {"--format", "--pretty", "--threads", "read"};
  EXPECT_EQ(nearest("--formt", words), "--format");
  EXPECT_EQ(nearest("--perty", words), "--pretty");
  EXPECT_EQ(nearest("raed", words), "read");
}

TEST(Nearest, SaysNothingWhenNoWordIsNear) {
  EXPECT_EQ(nearest("--xyzzy", {"--format"}), std::nullopt);
  EXPECT_EQ(nearest("", {"a"}), std::nullopt);
  EXPECT_EQ(nearest(std::string(100'000, 'x'), {"--format"}), std::nullopt);
}

}  // namespace
}  // namespace sayso
