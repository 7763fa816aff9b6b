#include "attribute/attribute.h"

#include <gtest/gtest.h>

#include <string>

#include "attribute/testing/scene.h"

namespace sayso {
namespace {
const Cues& cues() {
  static const Cues loaded = std::move(*Cues::load());
  return loaded;
}

std::string words(const TaggedScene& s, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    out += (out.empty() ? "" : "; ") + std::string(slice(s.report.text, span));
  }
  return out.empty() ? "-" : out;
}

// "source | cue | content" for each attribution, one a line.
std::string said(const TaggedScene& s) {
  std::string out;
  for (const Attribution& a : find_attributions(s.report, s.analysis, cues())) {
    out += words(s, a.source) + " | " + words(s, a.cue) + " | " + words(s, a.content) + "\n";
  }
  return out;
}

TEST(Attributions, AreFoundInTheUsualForms) {
  struct Row {
    const char *words, *said;
  };
  for (const Row& row : {
           Row{"[ The/DT ministry/NN ] { said/VBD/say } that/IN [ the/DT road/NN ] "
               "{ was/VBD/be closed/VBN/close } ./.",
               "The ministry | said | that the road was closed\n"},
           Row{"[ The/DT road/NN ] { was/VBD/be closed/VBN/close } ,/, according/VBG/accord to/IN "
               "[ the/DT ministry/NN ] ./.",
               "the ministry | according to | The road was closed\n"},
           Row{"“/`` [ The/DT road/NN ] { is/VBZ/be closed/VBN/close } ,/, ”/'' "
               "[ Rhea/NNP Soto/NNP ] { said/VBD/say } ./.",
               "Rhea Soto | said | “ The road is closed, ”\n"},
           Row{"“/`` [ We/PRP ] { had/VBD/have } [ no/DT warning/NN ] ,/, ”/'' "
               "{ said/VBD/say } [ Rhea/NNP Soto/NNP ] ,/, “/`` none/NN at/IN all/DT ./. ”/''",
               "Rhea Soto | said | “ We had no warning, ”; “ none at all. ”\n"},
           Row{"[ The/DT group/NN ] { issued/VBD/issue } [ a/DT statement/NN ] < saying/VBG/say > "
               "that/IN [ it/PRP ] { won/VBD/win } ./.",
               "The group | issued a statement; saying | that it won\n"},
           Row{"[ No/DT fewer/JJR than/IN ten/CD doctors/NNS ] { said/VBD/say } that/IN "
               "[ it/PRP ] { rained/VBD/rain } ./.",
               "No fewer than ten doctors | said | that it rained\n"},
           Row{"[ Soto/NNP ] { vowed/VBD/vow } < to/TO return/VB > ./.",
               "Soto | vowed | to return\n"},
       }) {
    EXPECT_EQ(said(scene(row.words)), row.said) << row.words;
  }
}

TEST(Attributions, AreNotFoundWhereTheOutletSpeaks) {
  for (const char* words : {
           "[ The/DT bus/NN ] { left/VBD/leave } [ the/DT road/NN ] ./.",
           "[ Its/PRP$ members/NNS ] { fled/VBD/flee } [ Vel/NNP ] in/IN [ 1986/CD ] ./.",
           "[ The/DT army/NN ] { has/VBZ/have carried/VBN/carry } out/RP [ raids/NNS ] ./.",
           "[ No/DT group/NN ] { has/VBZ/have claimed/VBN/claim } [ responsibility/NN ] for/IN "
           "[ the/DT attack/NN ] ./.",
           "[ No/DT one/NN ] { said/VBD/say } that/IN [ the/DT road/NN ] "
           "{ was/VBD/be closed/VBN/close } ./.",
           "[ None/NN ] of/IN [ them/PRP ] { said/VBD/say } that/IN [ it/PRP ] "
           "{ rained/VBD/rain } ./.",
           "",
       }) {
    EXPECT_EQ(said(scene(words)), "") << words;
  }
}

TEST(Attributions, AreDirectIndirectOrMixed) {
  const auto kind = [](std::string_view marked_words) {
    const TaggedScene s = scene(marked_words);
    const auto found = find_attributions(s.report, s.analysis, cues());
    return found.empty() ? std::string() : std::string(to_text(found[0].kind));
  };
  EXPECT_EQ(kind("“/`` [ It/PRP ] { rained/VBD/rain } ,/, ”/'' [ Soto/NNP ] { said/VBD/say } ./."),
            "direct");
  EXPECT_EQ(kind("[ Soto/NNP ] { said/VBD/say } that/IN [ it/PRP ] { rained/VBD/rain } ./."),
            "indirect");
  EXPECT_EQ(
      kind("[ Soto/NNP ] { said/VBD/say } that/IN [ it/PRP ] { rained/VBD/rain } “/`` cats/NNS "
           "and/CC dogs/NNS ”/'' ./."),
      "mixed");
}

TEST(Attributions, OfADocumentNameWhoMadeIt) {
  TaggedScene s =
      scene("[ The/DT statement/NN ] { said/VBD/say } that/IN [ it/PRP ] { rained/VBD/rain } ./.");
  s.analysis.mentions.push_back({.tokens = {0, 2}, .head = 1, .entity = 0});
  s.analysis.entities.push_back({.type = EntityType::document, .speaks_for = 1});
  s.analysis.entities.push_back({.type = EntityType::organization, .name = "Ministry of Roads"});
  const auto found = find_attributions(s.report, s.analysis, cues());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].source_entity, EntityIndex{1});
}

TEST(Attributions, OfALoopOfDocumentsEnd) {
  TaggedScene s =
      scene("[ The/DT statement/NN ] { said/VBD/say } that/IN [ it/PRP ] { rained/VBD/rain } ./.");
  s.analysis.mentions.push_back({.tokens = {0, 2}, .head = 1, .entity = 0});
  s.analysis.entities.push_back({.type = EntityType::document, .speaks_for = 0});
  EXPECT_EQ(find_attributions(s.report, s.analysis, cues()).at(0).source_entity, EntityIndex{0});
}

TEST(Attributions, OfALongSentenceTakeLinearTime) {
  // 20,000 cues in one sentence: seconds if anything looked at all of it for each.
  std::string marked;
  for (int i = 0; i < 20'000; ++i) marked += "[ Soto/NNP ] { said/VBD/say } that/IN ";
  const TaggedScene s = scene(marked);
  EXPECT_LE(find_attributions(s.report, s.analysis, cues()).size(), 20'000U);
}
}  // namespace
}  // namespace sayso
