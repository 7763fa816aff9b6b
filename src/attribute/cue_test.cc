#include "attribute/cue.h"

#include <gtest/gtest.h>

#include <string>

#include "attribute/testing/scene.h"

namespace sayso {
namespace {
constexpr std::string_view kFile =
    "say\tverb\tsay\tqpc\t97\n"
    "confirm\tverb\tconfirm\tcn\t80\n"
    "call for\tverb\tdemand\tn\t80\n"
    "claim\tnoun\tclaim\tcn\t30\n"
    "according to\tpreposition\tsay\tpcn\t90\n";

std::string cues(std::string_view marked_words) {
  const TaggedScene s = scene(marked_words);
  const Context context = s.context();
  std::string out;
  for (const Cue& cue : find_cues(context, CueLexicon(kFile))) out += s.words(cue.tokens) + "; ";
  return out;
}

TEST(Cue, ReachesOverItsVerbGroupAndAColon) {
  struct Row {
    const char *words, *cues;
  };
  for (const Row& row : {
           Row{"[ Soto/NNP ] { has/VBZ/have not/RB confirmed/VBN/confirm } it/PRP",
               "has not confirmed; "},
           Row{"[ Soto/NNP ] { said/VBD/say } :/: “/`` No/UH ./. ”/''", "said:; "},
           Row{"[ Soto/NNP ] { is/VBZ/be calling/VBG/call } for/IN [ calm/NN ]",
               "is calling for; "},
           Row{"[ the/DT claim/NN ] that/IN [ it/PRP ] { rained/VBD/rain }", "claim; "},
           Row{"according/VBG/accord to/IN [ Soto/NNP ]", "according to; "},
       }) {
    EXPECT_EQ(cues(row.words), row.cues) << row.words;
  }
}

TEST(Cue, IsAColonAfterAShortPhraseThatBeginsASentence) {
  struct Row {
    const char *words, *cues;
  };
  for (const Row& row : {
           Row{"[ Ministry/NNP spokesman/NN ] :/: [ no/DT ransom/NN ] { paid/VBD/pay }", ":; "},
           Row{"[ It/PRP ] { rained/VBD/rain } :/: [ a/DT lot/NN ]", ""},
           Row{":/: [ a/DT lot/NN ]", ""},
           Row{"“/`` [ Note/NN ] :/: [ rain/NN ] ”/''", ""},
       }) {
    EXPECT_EQ(cues(row.words), row.cues) << row.words;
  }
}

TEST(Cue, FeaturesStayInsideTheSentence) {
  const TaggedScene s = scene("{ said/VBD/say }");
  const Context context = s.context();
  Features features;
  for (const Cue& cue : find_cues(context, CueLexicon(kFile))) {
    add_cue_features(context, cue, features);
  }
  EXPECT_FALSE(features.hashes().empty());
}
}  // namespace
}  // namespace sayso
