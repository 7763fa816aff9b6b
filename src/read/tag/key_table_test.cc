#include "read/tag/key_table.h"

#include <gtest/gtest.h>

#include "core/word.h"

namespace sayso {
namespace {
TEST(KeyTable, FindsWhatItWasBuiltOf) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (std::uint32_t i = 0; i < 1000; ++i) entries.emplace_back(word_key(std::to_string(i)), i);
  const std::string bytes = KeyTable::build(entries);
  const auto table = KeyTable::in(bytes);
  ASSERT_TRUE(table);
  for (const auto& [key, value] : entries) EXPECT_EQ(table->find(key, 9999), value);
  EXPECT_EQ(table->find(word_key("absent"), 9999), 9999U);
}

TEST(KeyTable, KeepsTheFirstOfEqualKeys) {
  const std::string bytes = KeyTable::build({{7, 1}, {7, 2}});
  EXPECT_EQ(KeyTable::in(bytes)->find(7, 0), 1U);
}

TEST(KeyTable, HoldsNothingByDefault) { EXPECT_EQ(KeyTable().find(7, 3), 3U); }

TEST(KeyTable, RefusesBytesThatAreNoTable) {
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{24}, std::size_t{192}}) {
    EXPECT_FALSE(KeyTable::in(std::string(size, '\0'))) << size;
  }
}
}  // namespace
}  // namespace sayso
