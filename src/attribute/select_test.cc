#include "attribute/select.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attribute/testing/scene.h"

namespace sayso {
namespace {
const char* const kWords =
    "[ Rhea/NNP ] { said/VBD/say } that/IN [ Ivo/NNP ] { claimed/VBD/claim } [ he/PRP ] "
    "{ won/VBD/win } ./.\n“/`` [ I/PRP ] { think/VBP/think } so/RB ./. ”/''";

// A cue at `word`, with content from the word after it to the end of its sentence.
Hypothesis hypothesis(const TaggedScene& s, std::string_view word, std::int32_t score) {
  Hypothesis h;
  h.frame.cue.head = s.at(word);
  h.frame.cue.tokens = {h.frame.cue.head, h.frame.cue.head + 1};
  h.frame.cue.row.takes = kTakesClause;
  const auto sentence = s.analysis.tokens[h.frame.cue.head].sentence;
  h.right = {h.frame.cue.head + 1, s.analysis.sentences[sentence].tokens.last};
  h.score = score;
  return h;
}

std::string selected(const TaggedScene& s, const std::vector<Hypothesis>& hypotheses) {
  std::string out;
  for (const Selection& selection : select(s.context(), hypotheses)) {
    out += s.words(hypotheses[selection.hypothesis].frame.cue.tokens);
    out += selection.within ? "<" + std::to_string(*selection.within) + " " : " ";
  }
  return out;
}

constexpr std::int32_t kSure = 4 * Weights::kOne;

TEST(Select, KeepsWhatIsSureAndSaysWhatItStandsWithin) {
  const TaggedScene s = scene(kWords);
  EXPECT_EQ(selected(s, {hypothesis(s, "said", kSure), hypothesis(s, "claimed", kSure)}),
            "said claimed<0 ");
  EXPECT_EQ(selected(s, {hypothesis(s, "said", -kSure), hypothesis(s, "claimed", kSure)}),
            "claimed ");
  EXPECT_EQ(selected(s, {hypothesis(s, "said", kSure), hypothesis(s, "claimed", 0)}), "said ");
}

TEST(Select, KeepsTheSurerOfTwoThatShareTheirCueOrContent) {
  const TaggedScene s = scene(kWords);
  Hypothesis other = hypothesis(s, "said", kSure + 1);
  other.right.last -= 2;
  EXPECT_EQ(select(s.context(), {hypothesis(s, "said", kSure), other}).at(0).hypothesis, 1U);
  Hypothesis same = hypothesis(s, "claimed", kSure - 1);
  same.right = hypothesis(s, "said", kSure).right;
  EXPECT_EQ(selected(s, {hypothesis(s, "said", kSure), same}), "said ");
}

TEST(Select, LeavesOutQuotedWordsThatNobodyIsFoundToSay) {
  const TaggedScene s = scene(kWords);
  EXPECT_EQ(selected(s, {hypothesis(s, "think", kSure)}), "");
}

TEST(Select, LeavesOutWhatIsOnlyATopic) {
  const TaggedScene s = scene("[ Rhea/NNP ] { spoke/VBD/speak } over/IN [ the/DT raid/NN ] ./.");
  EXPECT_EQ(selected(s, {hypothesis(s, "spoke", kSure)}), "");
  Hypothesis takes = hypothesis(s, "spoke", kSure);
  takes.frame.cue.row.takes = kTakesNounPhrase;
  EXPECT_EQ(selected(s, {takes}), "spoke ");
}
}  // namespace
}  // namespace sayso
