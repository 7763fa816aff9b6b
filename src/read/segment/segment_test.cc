#include "read/segment/segment.h"

#include <gtest/gtest.h>

#include <string>

#include "core/utf8.h"
#include "read/segment/character.h"
#include "read/segment/testing.h"

namespace sayso {
namespace {
using testing::segmented;

// What holds for every text: tokens in order, apart, with nothing seen left out; sentences that
// tile the tokens; quotations that lie in them.
void check_layers(const testing::Segmented& made, const std::string& name) {
  const std::string& text = made.report.text;
  const Analysis& analysis = made.analysis;
  std::uint32_t at = 0;
  const auto expect_unseen = [&](std::uint32_t until) {
    while (at < until) {
      const Character c = character_at(text, at);
      ASSERT_TRUE(c.cls == CharClass::space || c.cls == CharClass::ignorable) << name << " " << at;
      at += c.size;
    }
    ASSERT_EQ(at, until) << name;
  };
  for (const Token& token : analysis.tokens) {
    ASSERT_LT(token.span.begin, token.span.end) << name;
    expect_unseen(token.span.begin);
    at = token.span.end;
  }
  expect_unseen(static_cast<std::uint32_t>(text.size()));
  TokenIndex next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    ASSERT_EQ(sentence.tokens.first, next) << name;
    ASSERT_FALSE(sentence.tokens.empty()) << name;
    ASSERT_EQ(analysis.span_of(sentence.tokens), sentence.span) << name;
    next = sentence.tokens.last;
  }
  ASSERT_EQ(next, analysis.tokens.size()) << name;
  TokenIndex first = 0;
  for (const Quotation& quotation : analysis.quotations) {
    ASSERT_GE(quotation.tokens.first, first) << name;
    ASSERT_LE(quotation.tokens.last, analysis.tokens.size()) << name;
    ASSERT_EQ(analysis.span_of(quotation.tokens), quotation.span) << name;
    first = quotation.tokens.first;
  }
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += part;
  return out;
}

// A part that took quadratic time would not end within the test's limit: 1 MB of each.
TEST(Segment, KeepsItsPromisesOnHostileTexts) {
  constexpr std::size_t kBytes = 1'000'000;
  for (const std::string_view part : {"a",
                                      "A.",
                                      "a.",
                                      "a'",
                                      "1-",
                                      "1,",
                                      "a-",
                                      "9",
                                      "\"",
                                      "'",
                                      " '",
                                      " \"",
                                      "''",
                                      "“",
                                      "” ",
                                      "‘a ",
                                      "“a ‘b ",
                                      "‘a s’ b ",
                                      ".",
                                      "?",
                                      "...",
                                      ". . ",
                                      "(",
                                      "[1] ",
                                      "<a ",
                                      "<a x=",
                                      "<",
                                      "&a",
                                      "@a",
                                      "a@b.",
                                      "http://",
                                      "www.a ",
                                      "-",
                                      "—",
                                      "\n",
                                      "\r\n",
                                      "a\n",
                                      "- \n",
                                      "\xC2\xAD",
                                      "\xCC\x81",
                                      "e\xCC\x81",
                                      "\xE2\x80\x8B",
                                      "\xEF\xBB\xBF",
                                      "I. ",
                                      "U.S. ",
                                      "Mr. ",
                                      "No. ",
                                      "\xF0\x9F\x98\x80",
                                      "6'2\"",
                                      "x\" y ",
                                      "Why?\" He said ",
                                      "a.B",
                                      "1.A ",
                                      "é",
                                      "É.",
                                      "it's ",
                                      "n't",
                                      "a/",
                                      "A&",
                                      "US$",
                                      "\xC2\x85",
                                      "\xE2\x80\xA8",
                                      ":)",
                                      "…",
                                      "“\n\n",
                                      "\"a\n"}) {
    check_layers(segmented(repeated(part, kBytes)), std::string(part));
  }
}

TEST(Segment, TakesEveryByteOfAscii) {
  std::string text;
  for (int a = 0; a < 128; ++a) {
    for (int b = 0; b < 128; ++b) {
      text += {static_cast<char>(a), static_cast<char>(b), 'x', ' '};
    }
  }
  check_layers(segmented(text), "pairs");
}

TEST(Segment, TakesTextsOfRandomParts) {
  constexpr std::string_view kParts[] = {"\"",         "'",
                                         "“",          "”",
                                         "‘",          "’",
                                         ".",          "?",
                                         "...",        " ",
                                         " ",          " ",
                                         "\n",         "\n\n",
                                         "He",         "said",
                                         "a",          "U.S.",
                                         "12",         "-",
                                         "—",          "(",
                                         ")",          ",",
                                         "é",          "\xC2\xA0",
                                         "\xC2\xAD",   "<a x=\"",
                                         ">",          "@",
                                         "/",          "&",
                                         "n't",        "'s",
                                         "Mr.",        "[",
                                         "]",          "\xE2\x80\x8B",
                                         "$",          "1.5",
                                         "http://a.b", std::string_view("\0", 1)};
  std::uint64_t state = 20230621;
  for (int run = 0; run < 3000; ++run) {
    std::string text;
    for (int i = 0; i < 40; ++i) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      text += kParts[(state >> 33U) % std::size(kParts)];
    }
    check_layers(segmented(text), text);
  }
}

TEST(Segment, GivesNothingForNothing) {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "\xC2\xA0\xC2\xAD"}) {
    const auto made = segmented(text);
    EXPECT_TRUE(made.analysis.tokens.empty());
    EXPECT_TRUE(made.analysis.sentences.empty());
  }
}

TEST(Segment, TakesFurnitureOverTheWholeText) {
  Report report{.text = "ORLAN (OT) -"};
  report.furniture = {{0, 12}};
  EXPECT_TRUE(segmented(report).analysis.tokens.empty());
}

}  // namespace
}  // namespace sayso
