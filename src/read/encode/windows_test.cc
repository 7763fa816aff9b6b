#include "read/encode/windows.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
// Sentences of so many tokens of one piece -> "context|own" token ranges, one window a line.
std::string windows_of(const std::vector<std::uint32_t>& sizes, std::uint32_t limit) {
  std::vector<Sentence> sentences;
  TokenIndex at = 0;
  for (const std::uint32_t size : sizes) {
    sentences.push_back({{}, {at, at + size}});
    at += size;
  }
  const std::vector<std::uint8_t> pieces(at, 1);
  std::string out;
  for (const Window& w : make_windows(sentences, pieces, limit)) {
    out += std::to_string(w.tokens.first) + "|" + std::to_string(w.own.first) + "-" +
           std::to_string(w.own.last) + " ";
    EXPECT_EQ(w.tokens.last, w.own.last);
  }
  return out;
}

TEST(Windows, HoldWholeSentences) {
  EXPECT_EQ(windows_of({}, 20), "");
  EXPECT_EQ(windows_of({5}, 20), "0|0-5 ");
  EXPECT_EQ(windows_of({5, 6, 9}, 20), "0|0-20 ");
}

TEST(Windows, BeginWithTheShortSentenceBefore) {
  EXPECT_EQ(windows_of({12, 5, 10}, 20), "0|0-17 12|17-27 ");
  EXPECT_EQ(windows_of({12, 6, 10}, 20), "0|0-18 18|18-28 ");  // 6 are too many for context
}

TEST(Windows, CutOnlyWhatIsLongerThanOne) {
  EXPECT_EQ(windows_of({45, 3}, 20), "0|0-20 20|20-40 40|40-48 ");
  EXPECT_EQ(windows_of({4, 45}, 20), "0|0-4 4|4-24 24|24-44 44|44-49 ");
}

TEST(Windows, GiveEveryTokenToOne) {
  std::vector<std::uint32_t> sizes;
  for (std::uint32_t i = 0; i < 300; ++i) sizes.push_back(1 + i * 37 % 29);
  std::vector<Sentence> sentences;
  std::vector<std::uint8_t> pieces;
  for (const std::uint32_t size : sizes) {
    const auto at = static_cast<TokenIndex>(pieces.size());
    sentences.push_back({{}, {at, at + size}});
    for (std::uint32_t i = 0; i < size; ++i) {
      pieces.push_back(static_cast<std::uint8_t>(1 + i % 8));
    }
  }
  TokenIndex next = 0;
  for (const Window& w : make_windows(sentences, pieces, 60)) {
    EXPECT_EQ(w.own.first, next);
    std::uint32_t sum = 0;
    for (TokenIndex t = w.tokens.first; t < w.tokens.last; ++t) sum += pieces[t];
    EXPECT_LE(sum, 60U);
    next = w.own.last;
  }
  EXPECT_EQ(next, pieces.size());
}
}  // namespace
}  // namespace sayso
