#include "core/lexicon.h"

#include <gtest/gtest.h>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {

TEST(LexiconRows, LeaveOutCommentsAndBlankLines) {
  const auto rows =
      lexicon_rows("# Source: ours\n\nsaid\tverb\t 3 \r\n  \naccording to\tpreposition\n");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0], (std::vector<std::string_view>{"said", "verb", "3"}));
  EXPECT_EQ(rows[1], (std::vector<std::string_view>{"according to", "preposition"}));
}

TEST(LexiconRows, KeepEmptyFieldsInTheMiddle) {
  EXPECT_EQ(lexicon_rows("a\t\tc").front(), (std::vector<std::string_view>{"a", "", "c"}));
}

TEST(PhraseTable, FindsTheLongestPhrase) {
  PhraseTable table;
  table.add("interior", 1);
  table.add("interior ministry", 2);
  table.add("interior ministry of health and safety", 3);
  const BuiltAnalysis built = build_analysis("the interior ministry of justice");
  const auto& tokens = built.analysis.tokens;
  const auto match = table.longest(tokens, 1, 5);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->value, 2U);
  EXPECT_EQ(match->last, 3U);
  EXPECT_FALSE(table.longest(tokens, 0, 5));
  EXPECT_EQ(table.longest(tokens, 1, 2)->value, 1U) << "never reads past the end it is given";
}

TEST(PhraseTable, MatchesByLemmaWhenAsked) {
  PhraseTable table;
  table.add("issue a statement", 7);
  const BuiltAnalysis built = build_analysis("issued/VBD/issue a/DT statement/NN");
  EXPECT_FALSE(table.longest(built.analysis.tokens, 0, 3));
  EXPECT_EQ(table.longest(built.analysis.tokens, 0, 3, PhraseTable::By::lemma)->value, 7U);
}

TEST(PhraseTable, HoldsManyPhrasesAndKeepsTheLastValue) {
  PhraseTable table;
  for (std::uint32_t i = 0; i < 10'000; ++i) table.add("word" + std::to_string(i), i);
  table.add("word42", 7);
  EXPECT_EQ(table.size(), 10'000U);
  EXPECT_EQ(table.find(word_key("word42")), 7U);
  EXPECT_EQ(table.find(word_key("word9999")), 9999U);
  EXPECT_FALSE(table.find(word_key("word10000")));
}

}  // namespace
}  // namespace sayso
