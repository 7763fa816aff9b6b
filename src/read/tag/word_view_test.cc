#include "read/tag/word_view.h"

#include <gtest/gtest.h>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
CaseStyle style_of(std::string_view words) {
  return case_style(build_analysis(words).analysis.tokens);
}

TEST(CaseStyle, IsHowASentenceUsesCapitals) {
  EXPECT_EQ(style_of("The minister left Telvara on Monday ."), CaseStyle::prose);
  EXPECT_EQ(style_of("Two Soldiers Held After Border Clash in Telvara"), CaseStyle::title);
  EXPECT_EQ(style_of("TWO SOLDIERS WERE HELD IN TELVARA ."), CaseStyle::upper);
  EXPECT_EQ(style_of("two soldiers were held"), CaseStyle::lower);
  EXPECT_EQ(style_of("NATO said so ."), CaseStyle::prose);
  EXPECT_EQ(style_of(""), CaseStyle::prose);
}

TEST(CaseSign, ReadsAWordsCaseByItsSentences) {
  const BuiltAnalysis prose = build_analysis("Talks in Telvara , NATO says .");
  const std::vector<Token>& tokens = prose.analysis.tokens;
  EXPECT_EQ(case_sign(tokens, 0, CaseStyle::prose, true), CaseSign::first);
  EXPECT_EQ(case_sign(tokens, 1, CaseStyle::prose, false), CaseSign::lower);
  EXPECT_EQ(case_sign(tokens, 2, CaseStyle::prose, false), CaseSign::capital);
  EXPECT_EQ(case_sign(tokens, 2, CaseStyle::title, false), CaseSign::title_capital);
  EXPECT_EQ(case_sign(tokens, 2, CaseStyle::upper, false), CaseSign::in_upper);
  EXPECT_EQ(case_sign(tokens, 3, CaseStyle::prose, false), CaseSign::punctuation);
  EXPECT_EQ(case_sign(tokens, 4, CaseStyle::prose, false), CaseSign::acronym);
}

TEST(CaseSign, TellsADashFromAHyphen) {
  const BuiltAnalysis dash = build_analysis("Lurania - Telvara");
  EXPECT_EQ(case_sign(dash.analysis.tokens, 1, CaseStyle::prose, false), CaseSign::free_mark);
}

TEST(StillOpens, UntilTheFirstWord) {
  EXPECT_TRUE(still_opens(true, CaseSign::punctuation, word_key("\"")));
  EXPECT_TRUE(still_opens(false, CaseSign::punctuation, word_key(":")));
  EXPECT_FALSE(still_opens(true, CaseSign::first, word_key("the")));
  EXPECT_FALSE(still_opens(false, CaseSign::punctuation, word_key(",")));
}
}  // namespace
}  // namespace sayso
