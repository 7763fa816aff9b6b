#include "attribute/join_sayings.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "attribute/attribute.h"
#include "attribute/testing/scene.h"
#include "core/resource.h"

namespace sayso {
namespace {
const CueLexicon& lexicon() {
  static const CueLexicon loaded(resource("lexicons/cues.tsv"));
  return loaded;
}

// What the model would mark, in the words of the scene.
struct Marked {
  const char* cue = "";
  std::vector<const char*> source = {}, content = {};
};

// The tokens of the first place where the scene's text has `words`.
TokenRange tokens_of(const TaggedScene& s, std::string_view words) {
  const auto begin = static_cast<std::uint32_t>(s.report.text.find(words));
  EXPECT_LT(begin, s.report.text.size()) << words;
  const auto end = static_cast<std::uint32_t>(begin + words.size());
  TokenRange range;
  while (s.analysis.tokens[range.first].span.begin < begin) ++range.first;
  range.last = range.first;
  while (range.last < s.analysis.tokens.size() && s.analysis.tokens[range.last].span.end <= end) {
    ++range.last;
  }
  return range;
}

TaggedScene full_scene(std::string_view marked_words, const std::vector<Marked>& sayings) {
  TaggedScene s = scene(marked_words);
  s.analysis.dependencies.resize(s.analysis.tokens.size());
  for (const Marked& marked : sayings) {
    Saying saying{.cue = tokens_of(s, marked.cue), .confidence = 0.9F};
    for (const char* words : marked.source) saying.source.push_back(tokens_of(s, words));
    for (const char* words : marked.content) saying.content.push_back(tokens_of(s, words));
    s.analysis.sayings.push_back(std::move(saying));
  }
  return s;
}

std::vector<Attribution> join(const TaggedScene& s, const std::vector<Hypothesis>& rules = {}) {
  return join_sayings(s.context(), lexicon(), rules);
}

std::string words(const TaggedScene& s, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    out += (out.empty() ? "" : "; ") + std::string(slice(s.report.text, span));
  }
  return out.empty() ? "-" : out;
}

// "source | cue | content" for each attribution, with "<n" where it stands within another; a line
// each.
std::string said(const TaggedScene& s, const std::vector<Hypothesis>& rules = {}) {
  std::string out;
  for (const Attribution& a : join(s, rules)) {
    out += words(s, a.source) + " | " + words(s, a.cue) + " | " + words(s, a.content);
    out += (a.within ? " <" + std::to_string(*a.within) : "") + "\n";
  }
  return out;
}

TEST(JoinSayings, CompletesQuotations) {
  struct Row {
    const char* words;
    Marked marked;
    const char* said;
  };
  for (const Row& row : {
           Row{"“/`` [ We/PRP ] { left/VBD/leave } [ the/DT pier/NN ] ,/, ”/'' [ Soto/NNP ] "
               "{ said/VBD/say } ./.",
               {"said", {"Soto"}, {"left the"}},
               "Soto | said | “ We left the pier, ”\n"},
           Row{"[ Soto/NNP ] { said/VBD/say } [ it/PRP ] “/`` { rained/VBD/rain } all/DT day/NN "
               "”/'' there/RB ./.",
               {"said", {"Soto"}, {"it “ rained"}},
               "Soto | said | it “ rained all day ”\n"},
           Row{"“/`` [ We/PRP ] { left/VBD/leave } ,/, ”/'' { said/VBD/say } [ Soto/NNP ] ,/, "
               "“/`` on/IN time/NN ./. ”/''",
               {"said", {"Soto"}, {"left", "time"}},
               "Soto | said | “ We left, ”; “ on time. ”\n"},
       }) {
    EXPECT_EQ(said(full_scene(row.words, {row.marked})), row.said) << row.words;
  }
}

TEST(JoinSayings, CompletesQuotationsOfSeveralParagraphs) {
  TaggedScene s = full_scene(
      "[ Soto/NNP ] { said/VBD/say } :/: “/`` [ We/PRP ] { left/VBD/leave } ./.\n"
      "“/`` [ It/PRP ] { rained/VBD/rain } ./. ”/''",
      {{"said", {"Soto"}, {"We left"}}});
  s.analysis.quotations[0].tokens = {3, 7};  // open to the end of its paragraph
  s.analysis.quotations[1].continues = true;
  EXPECT_EQ(said(s), "Soto | said | “ We left.\n“ It rained. ”\n");
}

TEST(JoinSayings, LeaveTheQuotationAroundTheirCueAlone) {
  struct Row {
    const char* words;
    Marked marked;
    const char* said;
  };
  for (const Row& row : {
           Row{"“/`` [ Ivo/NNP ] { said/VBD/say } [ it/PRP ] { rained/VBD/rain } ./. [ We/PRP ] "
               "{ left/VBD/leave } ./. ”/''",
               {"said", {"Ivo"}, {"it rained"}},
               "Ivo | said | it rained\n"},
           Row{"“/`` [ We/PRP ] { left/VBD/leave } ./. [ It/PRP ] { rained/VBD/rain } ,/, "
               "[ Ivo/NNP ] { said/VBD/say } ./. ”/''",
               {"said", {"Ivo"}, {"It rained"}},
               "Ivo | said | It rained\n"},
       }) {
    EXPECT_EQ(said(full_scene(row.words, {row.marked})), row.said) << row.words;
  }
}

TEST(JoinSayings, GiveWordsThatTwoCuesTookToTheNearer) {
  constexpr const char* kWords =
      "[ Rhea/NNP ] { said/VBD/say } [ it/PRP ] { rained/VBD/rain } ,/, [ Ivo/NNP ] "
      "{ confirmed/VBD/confirm } [ the/DT flood/NN ] ./.";
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"Rhea"}, {"it rained"}},
                                     {"confirmed", {"Ivo"}, {"it rained", "the flood"}}})),
            "Rhea | said | it rained\nIvo | confirmed | the flood\n");
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"Rhea"}, {"it rained", "the flood"}},
                                     {"confirmed", {"Ivo"}, {"the flood"}}})),
            "Rhea | said | it rained\nIvo | confirmed | the flood\n");
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"Rhea"}, {"it rained"}},
                                     {"confirmed", {"Ivo"}, {"it rained"}}})),
            "Rhea | said | it rained\n")
      << "nothing is left for the other";
}

TEST(JoinSayings, StandWithinTheInnermostThatHoldsTheirCue) {
  EXPECT_EQ(said(full_scene("[ Rhea/NNP ] { said/VBD/say } [ Ivo/NNP ] { claimed/VBD/claim } "
                            "[ Kai/NNP ] { thinks/VBZ/think } [ it/PRP ] { rained/VBD/rain } ./.",
                            {{"said", {"Rhea"}, {"Ivo claimed Kai thinks it rained"}},
                             {"claimed", {"Ivo"}, {"Kai thinks it rained"}},
                             {"thinks", {"Kai"}, {"it rained"}}})),
            "Rhea | said | Ivo claimed Kai thinks it rained\n"
            "Ivo | claimed | Kai thinks it rained <0\n"
            "Kai | thinks | it rained <1\n");
}

// Each of three holds the next one's cue: whatever is made of that, a chain of voices must end.
TEST(JoinSayings, StandWithinNothingThatStandsWithinThem) {
  const TaggedScene s = full_scene(
      "said/VBD/say it/PRP claimed/VBD/claim it/PRP denied/VBD/deny it/PRP ./.",
      {{"said", {}, {"denied"}}, {"claimed", {}, {"said"}}, {"denied", {}, {"claimed"}}});
  const auto found = join(s);
  ASSERT_EQ(found.size(), 3U);
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::size_t steps = 0;
    for (auto at = found[i].within; at; at = found[*at].within) ASSERT_LT(steps++, found.size());
  }
}

TEST(JoinSayings, LeaveOutWhatSaysNothing) {
  constexpr const char* kWords =
      "[ The/DT harbour/NN ] of/IN [ the/DT town/NN ] { flooded/VBD/flood } ,/, [ Soto/NNP ] "
      "{ said/VBD/say } ./.";
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"Soto"}, {"of the"}}})), "");
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"Soto"}, {","}}})), "");
  EXPECT_EQ(said(full_scene(kWords, {{"said", {"the", "Soto"}, {"The", "of", "flooded"}}})),
            "Soto | said | flooded\n");
}

TEST(JoinSayings, LeaveOutWhatNobodySays) {
  struct Row {
    const char *words, *source, *said;
  };
  for (const Row& row : {
           Row{"[ No/DT group/NN ] { claimed/VBD/claim } [ the/DT raid/NN ] ./.", "No group", ""},
           Row{"[ No/DT one/NN ] { claimed/VBD/claim } [ the/DT raid/NN ] ./.", "No one", ""},
           Row{"[ Nobody/NN ] { claimed/VBD/claim } [ the/DT raid/NN ] ./.", "Nobody", ""},
           Row{"[ None/NN ] of/IN [ them/PRP ] { claimed/VBD/claim } [ the/DT raid/NN ] ./.",
               "None of them", ""},
           Row{"[ No/DT fewer/JJR than/IN ten/CD men/NNS ] { claimed/VBD/claim } [ the/DT raid/NN "
               "] ./.",
               "No fewer than ten men", "No fewer than ten men | claimed | the raid\n"},
       }) {
    EXPECT_EQ(said(full_scene(row.words, {{"claimed", {row.source}, {"the raid"}}})), row.said)
        << row.words;
  }
}

TEST(JoinSayings, KeepToTheirItemOfAList) {
  TaggedScene s = full_scene(
      "[ A/DT clerk/NN ] ./.\n[ Soto/NNP ] { said/VBD/say } [ it/PRP ] { rained/VBD/rain }\n"
      "[ The/DT ferry/NN ] { left/VBD/leave } ./.",
      {{"said", {"A clerk", "Soto"}, {"it rained\nThe ferry left", "The ferry"}}});
  EXPECT_EQ(said(s), "A clerk; Soto | said | it rained\nThe ferry left\n") << "prose goes on";
  for (Sentence& sentence : s.analysis.sentences) sentence.kind = SentenceKind::list_item;
  EXPECT_EQ(said(s), "Soto | said | it rained\n");
}

TEST(JoinSayings, TakeTheActFromTheLexicon) {
  struct Row {
    const char *words, *cue, *act;
  };
  for (const Row& row : {
           Row{"{ said/VBD/say } x/NN", "said", "say"},
           Row{"{ denied/VBD/deny } x/NN", "denied", "deny"},
           Row{"{ claimed/VBD/claim } x/NN", "claimed", "allege"},
           Row{"{ refused/VBD/refuse to/TO confirm/VB } x/NN", "refused to confirm", "confirm"},
           Row{"{ issued/VBD/issue } [ a/DT claim/NN ] x/NN", "issued a claim", "say"},
           Row{"[ the/DT claim/NN ] x/NN", "the claim", "claim"},
           Row{"according/VBG/accord to/IN x/NN", "according to", "say"},
           Row{"{ hummed/VBD/hum along/RB } x/NN", "hummed along", "say"},
       }) {
    const auto found = join(full_scene(row.words, {{row.cue, {}, {"x"}}}));
    ASSERT_EQ(found.size(), 1U) << row.words;
    EXPECT_EQ(to_text(found[0].act), row.act) << row.words;
    EXPECT_EQ(found[0].origin.made_by, std::string_view("attribute.model"));
  }
}

// A cue of the rules at `word`, with content from the word after it to the end of its sentence.
Hypothesis rule(const TaggedScene& s, std::string_view word, std::int32_t score) {
  Hypothesis h;
  h.frame.cue.head = s.at(word);
  h.frame.cue.tokens = {h.frame.cue.head, h.frame.cue.head + 1};
  h.frame.cue.row.takes = kTakesClause;
  const auto sentence = s.analysis.tokens[h.frame.cue.head].sentence;
  h.right = {h.frame.cue.head + 1, s.analysis.sentences[sentence].tokens.last - 1};
  h.score = score;
  return h;
}

TEST(JoinSayings, TakeFromTheRulesOnlyWhatIsSaidInside) {
  constexpr std::int32_t kSure = 4 * Weights::kOne;
  const TaggedScene s = full_scene(
      "[ Rhea/NNP ] { said/VBD/say } [ Ivo/NNP ] { claimed/VBD/claim } [ it/PRP ] "
      "{ rained/VBD/rain } ./.\n[ Kai/NNP ] { thinks/VBZ/think } [ it/PRP ] { snowed/VBD/snow } "
      "./.",
      {{"said", {"Rhea"}, {"Ivo claimed it rained"}}});
  const std::string outer = "Rhea | said | Ivo claimed it rained\n";
  EXPECT_EQ(said(s, {rule(s, "said", kSure), rule(s, "claimed", kSure)}),
            outer + "- | claimed | it rained <0\n");
  EXPECT_EQ(said(s, {rule(s, "said", kSure), rule(s, "claimed", 0)}), outer) << "not sure";
  EXPECT_EQ(said(s, {rule(s, "said", kSure), rule(s, "thinks", kSure)}), outer)
      << "in the outlet's own voice the model decides";
}

TEST(JoinSayings, AreInTheOrderOfTheirFirstWords) {
  EXPECT_EQ(said(full_scene("[ The/DT ferry/NN ] { sank/VBD/sink } ,/, [ Rhea/NNP ] "
                            "{ denied/VBD/deny } [ a/DT leak/NN ] ,/, [ Ivo/NNP ] "
                            "{ said/VBD/say } [ Kai/NNP ] { claimed/VBD/claim } [ so/RB ] ./.",
                            {{"denied", {"Rhea"}, {"a leak"}},
                             {"said", {"Ivo"}, {"The ferry sank", "Kai claimed so"}},
                             {"claimed", {"Kai"}, {"so"}}})),
            "Ivo | said | The ferry sank; Kai claimed so\n"
            "Rhea | denied | a leak\n"
            "Kai | claimed | so <0\n");
}

TEST(JoinSayings, AreWhatIsFoundWhereThereAreTrees) {
  constexpr const char* kWords =
      "[ Rhea/NNP ] { said/VBD/say } that/IN [ it/PRP ] { rained/VBD/rain } ./.";
  const Cues cues = std::move(*Cues::load());
  const TaggedScene silent = full_scene(kWords, {});
  EXPECT_TRUE(find_attributions(silent.report, silent.analysis, cues).empty());
  const TaggedScene s = full_scene(kWords, {{"said", {"Rhea"}, {"it rained"}}});
  const auto found = find_attributions(s.report, s.analysis, cues);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(words(s, found[0].content), "it rained");
}

TEST(JoinSayings, TakeLinearTime) {
  // 20,000 cues in one quotation: seconds if anything looked at all of it for each.
  std::string marked = "“/`` ";
  for (int i = 0; i < 20'000; ++i) marked += "[ Soto/NNP ] { said/VBD/say } [ it/PRP ] so/RB ./. ";
  TaggedScene s = scene(marked + "”/''");
  s.analysis.dependencies.resize(s.analysis.tokens.size());
  for (TokenIndex i = 0; i < 20'000; ++i) {
    const TokenIndex at = 1 + 5 * i;
    s.analysis.sayings.push_back({{at + 1, at + 2}, {{at, at + 1}}, {{at + 2, at + 4}}, 0.9F});
  }
  EXPECT_EQ(join(s).size(), 20'000U);
}
}  // namespace
}  // namespace sayso
