#include "attribute/content.h"

#include <gtest/gtest.h>

#include <string>

#include "attribute/hypothesis.h"
#include "attribute/make_attribution.h"
#include "attribute/testing/scene.h"

namespace sayso {
namespace {
struct Framed {
  TaggedScene s;
  Context context;
  Frame frame;

  // The frame of the cue `word`, with the nearest phrase on its left as its source.
  explicit Framed(std::string_view words, std::string_view cue_word)
      : s(scene(words)), context(s.report, s.analysis) {
    Cue cue;
    cue.head = s.at(cue_word);
    cue.group = context.verb_group(cue.head);
    cue.tokens = cue.group->tokens;
    const SourceOptions options = find_source_options(context, cue);
    frame = make_frame(context, cue, options.all()[1]);
  }
};

std::string at_each(const Framed& f, std::span<const TokenIndex> positions) {
  std::string out;
  for (const TokenIndex i : positions) {
    out +=
        i < f.context.size() ? std::string(slice(f.s.report.text, f.context.token(i).span)) : "$";
    out += ' ';
  }
  return out;
}

TEST(Frame, PartsTheSentenceAroundCueAndSource) {
  const Framed f(
      "[ It/PRP ] { rained/VBD/rain } ,/, [ Soto/NNP ] { said/VBD/say } ,/, again/RB ./.", "said");
  EXPECT_EQ(f.s.words(f.frame.left), "It rained");
  EXPECT_EQ(f.s.words(f.frame.block), "Soto said");
  EXPECT_EQ(f.s.words(f.frame.right), "again.");
}

TEST(Content, MayBeginAfterWhomItIsToldOrAtItsConjunction) {
  const Framed f(
      "[ Soto/NNP ] { told/VBD/tell } [ reporters/NNS ] in/IN [ Vel/NNP ] that/IN [ it/PRP ] "
      "{ rained/VBD/rain } ./.",
      "told");
  const std::string begins = at_each(f, right_begins(f.context, f.frame).all());
  EXPECT_NE(begins.find("reporters "), std::string::npos);
  EXPECT_NE(begins.find("in "), std::string::npos);
  EXPECT_NE(begins.find("that "), std::string::npos);
}

TEST(Content, EndsBeforeTheFullStopOrAtABorder) {
  const Framed f(
      "[ Soto/NNP ] { said/VBD/say } [ it/PRP ] { rained/VBD/rain } ,/, but/CC [ Ivo/NNP ] "
      "{ left/VBD/leave } ./.",
      "said");
  const std::string ends = at_each(f, right_ends(f.context, f.frame, f.s.at("it")).all());
  EXPECT_EQ(ends.substr(0, 2), ". ");
  EXPECT_NE(ends.find(", "), std::string::npos);
  EXPECT_NE(ends.find("but "), std::string::npos);
}

TEST(Content, ToldInsideAQuotationLeavesItsMarksOut) {
  const Framed f(
      "“/`` [ We/PRP ] { believe/VBP } [ it/PRP ] { rained/VBD/rain } ./. ”/'' "
      "[ Soto/NNP ] { left/VBD/leave }",
      "believe");
  const Framed g("“/`` [ We/PRP ] { believe/VBP } [ it/PRP ] { rained/VBD/rain } ./. ”/''",
                 "believe");
  EXPECT_EQ(right_ends(g.context, g.frame, g.s.at("it")).all()[0], g.s.at("."));
  EXPECT_NE(right_ends(f.context, f.frame, f.s.at("it")).all()[0], f.s.at("."));
}

TEST(Content, ThatIsAQuotationTakesInAllOfIt) {
  Framed f(
      "“/`` [ It/PRP ] { rained/VBD/rain } ./.\n[ We/PRP ] { left/VBD/leave } ,/, ”/'' "
      "[ Soto/NNP ] { said/VBD/say } ./.",
      "said");
  Hypothesis h{.frame = f.frame};
  h.left = f.frame.left;
  complete_quotations(f.context, h);
  EXPECT_EQ(f.s.words(h.left), "“ It rained.\nWe left, ”");
}

TEST(Content, InPiecesThatOnlyMarksPartIsOneSpan) {
  const Framed f("[ It/PRP ] { rained/VBD/rain } ./. [ We/PRP ] { left/VBD/leave } then/RB",
                 "left");
  Hypothesis h;
  h.left = {0, 2};
  h.right = {3, 5};
  EXPECT_EQ(content_spans(f.context, content_of(h)).size(), 1U);
  h.right = {4, 5};
  EXPECT_EQ(content_spans(f.context, content_of(h)).size(), 2U);
}

TEST(Carry, GoesToTheNextSentencesThatAQuotationTies) {
  Framed f(
      "[ Soto/NNP ] { said/VBD/say } so/RB ./.\n“/`` [ It/PRP ] { rained/VBD/rain } ./.\n"
      "[ We/PRP ] { left/VBD/leave } ./. ”/''\n[ Ivo/NNP ] { slept/VBD/sleep } ./.",
      "said");
  Hypothesis h{.frame = f.frame};
  h.right = {2, 3};
  Carry carry;
  ASSERT_TRUE(find_carry(f.context, h, carry));
  EXPECT_EQ(f.s.words(carry.tokens), "“ It rained.\nWe left. ”");
  take_carry(f.context, h, carry);
  EXPECT_EQ(h.carried, 2U);
  ASSERT_TRUE(find_carry(f.context, h, carry));
  EXPECT_EQ(f.s.words(carry.tokens), "Ivo slept.");
}
}  // namespace
}  // namespace sayso
