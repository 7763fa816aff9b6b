#include "read/tag/bytes.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string file_with(std::initializer_list<std::uint32_t> numbers, std::string_view rest) {
  std::string file(kModelMagic);
  for (const std::uint32_t n : numbers) {
    file.append(reinterpret_cast<const char*>(&n), sizeof(n));
  }
  return file.append(rest);
}

TEST(ModelSections, AreTheBytesTheHeaderNames) {
  const std::string file = file_with({1, 2, 32, 3, 35, 2}, "abcde");
  const auto sections = model_sections(file);
  ASSERT_TRUE(sections);
  EXPECT_EQ(*sections, (std::vector<std::string_view>{"abc", "de"}));
}

TEST(ModelSections, RefuseADamagedFile) {
  EXPECT_FALSE(model_sections(""));
  EXPECT_FALSE(model_sections("something else, long enough to hold a header"));
  EXPECT_FALSE(model_sections(file_with({2, 0}, "")));               // another format
  EXPECT_FALSE(model_sections(file_with({1, 1, 24, 4}, "abc")));     // cut short
  EXPECT_FALSE(model_sections(file_with({1, 1000, 24, 3}, "abc")));  // header cut short
}
}  // namespace
}  // namespace sayso
