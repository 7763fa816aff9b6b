#include "normalise/match/items.h"

#include <gtest/gtest.h>

#include "core/resource.h"
#include "core/testing/analysis_builder.h"
#include "normalise/match/digits.h"
#include "normalise/match/patterns.h"

namespace sayso {
namespace {
const Words& number_words() {
  static const Words words = [] {
    Words made;
    made.add_lexicon(resource("lexicons/numbers.tsv"));
    return made;
  }();
  return words;
}

std::vector<Item> items_of(const Analysis& analysis) {
  std::vector<Item> items;
  read_items(analysis, analysis.sentences.front().tokens, number_words(), items);
  return items;
}

TEST(Items, PutNumbersTogetherFromTheirWords) {
  struct Row {
    const char* words;
    double number;
  };
  for (const Row& row :
       {Row{"seventeen thousand", 17000}, Row{"1.2 million", 1.2e6}, Row{"twenty - four", 24},
        Row{"twenty-four", 24}, Row{"two hundred and ten", 210}, Row{"a dozen", 12},
        Row{"half a million", 5e5}, Row{"two and a half", 2.5}, Row{"17,000", 17000},
        Row{"three million two hundred thousand", 3.2e6}, Row{"ninety nine", 99}}) {
    const auto built = build_analysis(row.words);
    const auto items = items_of(built.analysis);
    ASSERT_EQ(items.size(), 1U) << row.words;
    EXPECT_TRUE(items[0].is(WordClass::number)) << row.words;
    EXPECT_EQ(items[0].number, row.number) << row.words;
  }
}

TEST(Items, KeepNumbersApartThatAreNotOne) {
  for (const char* words : {"nineteen ninety", "two three", "20 2023", "two twenty"}) {
    const auto built = build_analysis(words);
    EXPECT_EQ(items_of(built.analysis).size(), 2U) << words;
  }
}

TEST(Items, TakeAPhraseOfTheLexiconAsOneItem) {
  const auto built = build_analysis("at least 12");
  const auto items = items_of(built.analysis);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_TRUE(items[0].is(WordClass::at_least));
}

TEST(Items, ReadTheEndsOfTensAsOrdinals) {
  const auto built = build_analysis("twenty - first");
  const auto items = items_of(built.analysis);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(items[0].is(WordClass::ordinal));
  EXPECT_EQ(items[0].value(WordClass::ordinal), 21);
}

TEST(Digits, TellDatesClocksDecadesAndNumbersApart) {
  struct Row {
    const char* token;
    WordClass word_class;
    double number;
  };
  for (const Row& row :
       {Row{"1,234,567", WordClass::number, 1234567}, Row{"1.5", WordClass::number, 1.5},
        Row{"1979", WordClass::year, 1979}, Row{"31", WordClass::day, 31},
        Row{"20th", WordClass::ordinal, 20}, Row{"1990s", WordClass::decade, 1990},
        Row{"'80s", WordClass::decade, 80}, Row{"5:30", WordClass::clock, 19800},
        Row{"06/20/2023", WordClass::date_digits, 20230620},
        Row{"20/06/2023", WordClass::date_digits, 20230620},
        Row{"2023-06-20", WordClass::date_digits, 20230620},
        Row{"20.06.2023", WordClass::date_digits, 20230620}, Row{"q3", WordClass::quarter_code, 3},
        Row{"0830", WordClass::clock_digits, 830}}) {
    const auto read = read_digits(row.token);
    ASSERT_TRUE(read) << row.token;
    EXPECT_TRUE(read->symbols.has(row.word_class)) << row.token;
    EXPECT_EQ(read->number, row.number) << row.token;
  }
}

TEST(Digits, RefuseWhatIsNeither) {
  for (const char* token : {"", "'", "12a", "1,23", "99/99/2023", "25:00", "1.2.3.4.5", "q5",
                            "99999999999999999999999999", "5pm"}) {
    EXPECT_FALSE(read_digits(token)) << token;
  }
}

TEST(Patterns, PreferTheLongestMatchAndThenTheEarlierRule) {
  Words words;
  PatternSet patterns;
  patterns.add("a (b | c)?", 0, words);
  patterns.add("a b", 1, words);
  patterns.add("a b c d", 2, words);
  patterns.finish();
  const auto built = build_analysis("a b c");
  std::vector<Item> items;
  read_items(built.analysis, built.analysis.sentences.front().tokens, words, items);
  std::vector<PatternMatch> found;
  patterns.match(items, 0, found);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].rule, 0U);
  EXPECT_EQ(found[0].last, 2U);
  EXPECT_EQ(found[1].rule, 1U);
  EXPECT_EQ(found[2].last, 1U);
}
}  // namespace
}  // namespace sayso
