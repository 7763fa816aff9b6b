#include "core/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {

TEST(Utf8, FindsTheFirstInvalidByte) {
  struct Row {
    std::string bytes;
    std::optional<std::size_t> invalid;
  };
  for (const Row& row : {
           Row{"", std::nullopt}, Row{"plain", std::nullopt},
           Row{"Manëz – “x” 🙂", std::nullopt}, Row{std::string("a\0b", 3), std::nullopt},
           Row{"ab\xff", 2}, Row{"\xc3", 0},  // cut short
           Row{"a\xc0\x80", 1},               // overlong
           Row{"\xed\xa0\x80", 0},            // a surrogate
           Row{"\xf4\x90\x80\x80", 0},        // above U+10FFFF
           Row{"caf\xe9 au lait", 3},         // Latin-1
       }) {
    EXPECT_EQ(find_invalid_utf8(row.bytes), row.invalid) << row.bytes;
  }
}

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t c : {U'a', U'\u00eb', U'\u2013', U'\uFFFD', U'\U0001F642', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    const CodePoint decoded = decode_utf8(text, 0);
    EXPECT_EQ(decoded.value, c);
    EXPECT_EQ(decoded.size, text.size());
  }
}

// The slow, obvious twin of CodePoints.
std::uint32_t count_before(std::string_view text, std::uint32_t byte) {
  std::uint32_t n = 0;
  for (std::uint32_t at = 0; at < byte; at += decode_utf8(text, at).size) ++n;
  return n;
}

TEST(CodePoints, AreCountedFromTheBeginningOfTheText) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Manëz – “said” 🙂 plain ascii words in between. ";
  for (const std::string& sample : {std::string(), std::string("ascii"), std::string("ë"), text}) {
    const CodePoints points(sample);
    for (std::uint32_t at = 0; at < sample.size(); at += decode_utf8(sample, at).size) {
      ASSERT_EQ(points.at(at), count_before(sample, at)) << at;
    }
    const auto size = static_cast<std::uint32_t>(sample.size());
    EXPECT_EQ(points.at(size), count_before(sample, size));
  }
}

}  // namespace
}  // namespace sayso
