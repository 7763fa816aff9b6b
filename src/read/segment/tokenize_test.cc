#include "read/segment/tokenize.h"

#include <gtest/gtest.h>

#include "read/segment/testing.h"

namespace sayso {
namespace {
using testing::segmented;
using testing::tokens_of;

struct Row {
  const char *text, *tokens;
};

TEST(Tokenize, SplitsCliticsFromTheirWord) {
  for (const Row& row : {
           Row{"They've left", "They|'ve|left"},
           Row{"Iran’s port", "Iran|’s|port"},
           Row{"I don't, can't, won’t", "I|do|n't|,|ca|n't|,|wo|n’t"},
           Row{"DON'T GO", "DO|N'T|GO"},
           Row{"the workers' base", "the|workers|'|base"},
           Row{"O'Neill of L'Aquila", "O'Neill|of|L'Aquila"},
           Row{"Shi'ite clerics at 5 o'clock", "Shi'ite|clerics|at|5|o'clock"},
           Row{"We cannot; gonna", "We|can|not|;|gon|na"},
           Row{"tell 'em it's the '90s", "tell|'em|it|'s|the|'90s"},
           Row{"the 1990's and 1980s", "the|1990's|and|1980s"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, KeepsAbbreviationsWithTheirStop) {
  for (const Row& row : {
           Row{"Mr. Orlan of the U.S. Army", "Mr.|Orlan|of|the|U.S.|Army"},
           Row{"Lt. Col. J.K. Varro", "Lt.|Col.|J.K.|Varro"},
           Row{"at 5 p.m. on Jan. 3", "at|5|p.m.|on|Jan.|3"},
           Row{"No. 7, but no. Then", "No.|7|,|but|no|.|Then"},
           Row{"Bray, Ill., is ill. She", "Bray|,|Ill.|,|is|ill|.|She"},
           Row{"a Ph.D. at Orr Inc. v. Lund", "a|Ph.D.|at|Orr|Inc.|v.|Lund"},
           Row{"Mr.Smith of Ltd.", "Mr.|Smith|of|Ltd."},
           Row{"the sun. We sat. Mar", "the|sun|.|We|sat|.|Mar"},
           Row{"So do I. He left", "So|do|I|.|He|left"},
           Row{"I. M. Pel came", "I.|M.|Pel|came"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, KeepsNumbersWhole) {
  for (const Row& row : {
           Row{"3.5 of 200,000", "3.5|of|200,000"},
           Row{"$5m, €3bn, US$20", "$|5|m|,|€|3|bn|,|US$|20"},
           Row{"20% by 7:30pm", "20|%|by|7:30|pm"},
           Row{"9/11 and 2023-06-21", "9/11|and|2023-06-21"},
           Row{"call 555-0143", "call|555-0143"},
           Row{"won 3-2 in 13,14", "won|3|-|2|in|13|,|14"},
           Row{"the 21st G20", "the|21st|G20"},
           Row{"a .45 pistol, +44 1", "a|.45|pistol|,|+44|1"},
           Row{"1,00,000 people", "1,00,000|people"},
           Row{"7p.m. sharp", "7|p.m.|sharp"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, SplitsCompoundsButNotPrefixes) {
  for (const Row& row : {
           Row{"a 14-year-old well-known", "a|14|-|year|-|old|well|-|known"},
           Row{"anti-war, e-mail, co-founder", "anti-war|,|e-mail|,|co-founder"},
           Row{"al-Marra's non-U.S. base", "al|-|Marra|'s|non|-|U.S.|base"},
           Row{"Sazman-e Nur here", "Sazman-e|Nur|here"},
           Row{"north–south—and--so", "north|–|south|—|and|--|so"},
           Row{"and/or R&D, c/o", "and|/|or|R&D|,|c/o"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, ComesApartAtDamagedJoins) {
  for (const Row& row : {
           Row{"in Manez.Following that", "in|Manez|.|Following|that"},
           Row{"he said.\"He left", "he|said|.|\"|He|left"},
           Row{"the end.”The men", "the|end|.|”|The|men"},
           Row{"in 2014.The men", "in|2014|.|The|men"},
           Row{"the law.6 people", "the|law|.|6|people"},
           Row{"the U.S.A and U.S.Forces", "the|U.S.A|and|U.S.|Forces"},
           Row{"see example.com.Then", "see|example.com|.|Then"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, KeepsAddressesAndTagsWhole) {
  for (const Row& row : {
           Row{"see https://example.org/a?b=1, now", "see|https://example.org/a?b=1|,|now"},
           Row{"(www.example.net).", "(|www.example.net|)|."},
           Row{"a.haddad-x@example.org said", "a.haddad-x@example.org|said"},
           Row{"@orlan_daily on #Varro", "@orlan_daily|on|#Varro"},
           Row{"a <b>bold</b> <a href=\"x y\">claim</a>",
               "a|<b>|bold|</b>|<a href=\"x y\">|claim|</a>"},
           Row{"if a <b and c> d", "if|a|<|b|and|c|>|d"},
           Row{"fish &amp; bread &c", "fish|&amp;|bread|&|c"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, TakesRunsOfMarksAsOne) {
  for (const Row& row : {
           Row{"Well... no?! Yes….", "Well|...|no|?!|Yes|…."},
           Row{"''We won,'' he said", "''|We|won|,|''|he|said"},
           Row{"``We won'' ‘‘So’’", "``|We|won|''|‘‘|So|’’"},
           Row{"==== so :) it", "====|so|:)|it"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, LeavesOutWhatIsNotSeen) {
  for (const Row& row : {
           Row{"a\u00A0b\u2009c\u3000d", "a|b|c|d"},
           Row{"\uFEFFThe\u200B end\u200B.", "The|end|."},
           Row{"co\u00ADworker", "co\u00ADworker"},
       }) {
    EXPECT_EQ(tokens_of(row.text), row.tokens) << row.text;
  }
}

TEST(Tokenize, KnowsSpellingShapeAndBlank) {
  const auto made = segmented("\u00C9cole ПРИВЕТ ΑΘΗΝΑ “co\u00ADop’s” 12th McKay — \u0130zmir");
  struct Want {
    const char* lower;
    WordShape shape;
    bool space_before;
  };
  const Want wants[] = {
      {"\u00E9cole", WordShape::capitalized, true},
      {"привет", WordShape::upper, true},
      {"αθηνα", WordShape::upper, true},
      {"\"", WordShape::punctuation, true},
      {"coop", WordShape::lower, false},
      {"'s", WordShape::lower, false},
      {"\"", WordShape::punctuation, false},
      {"12th", WordShape::lower, true},
      {"mckay", WordShape::mixed, true},
      {"--", WordShape::punctuation, true},
      {"izmir", WordShape::capitalized, true},
  };
  ASSERT_EQ(made.analysis.tokens.size(), std::size(wants));
  for (std::size_t i = 0; i < std::size(wants); ++i) {
    const Token& token = made.analysis.tokens[i];
    EXPECT_EQ(made.analysis.lower(token), wants[i].lower);
    EXPECT_EQ(token.shape, wants[i].shape) << wants[i].lower;
    EXPECT_EQ(token.space_before, wants[i].space_before) << wants[i].lower;
    EXPECT_EQ(token.key, word_key(wants[i].lower)) << wants[i].lower;
  }
}

}  // namespace
}  // namespace sayso
