#include "read/tag/lemma.h"

#include <gtest/gtest.h>

#include "core/resource.h"
#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
struct Row {
  const char* form;
  Tag tag;
  const char* lemma;
};

TEST(LemmaByRule, TakesEndingsOff) {
  for (const Row& row : {
           Row{"drones", Tag::NNS, "drone"},
           Row{"bodies", Tag::NNS, "body"},
           Row{"clashes", Tag::NNS, "clash"},
           Row{"gunmen", Tag::NNS, "gunman"},
           Row{"authorities", Tag::NNPS, "authority"},
           Row{"1980s", Tag::NNS, "1980s"},
           Row{"denies", Tag::VBZ, "deny"},
           Row{"says", Tag::VBZ, "say"},
           Row{"seized", Tag::VBN, "seize"},
           Row{"stopped", Tag::VBD, "stop"},
           Row{"killed", Tag::VBN, "kill"},
           Row{"controlled", Tag::VBN, "control"},
           Row{"hoped", Tag::VBD, "hope"},
           Row{"offered", Tag::VBD, "offer"},
           Row{"exploded", Tag::VBD, "explode"},
           Row{"treated", Tag::VBN, "treat"},
           Row{"carrying", Tag::VBG, "carry"},
           Row{"saying", Tag::VBG, "say"},
           Row{"bigger", Tag::JJR, "big"},
           Row{"heaviest", Tag::JJS, "heavy"},
       }) {
    EXPECT_EQ(lemma_by_rule(row.form, row.tag), row.lemma) << row.form;
  }
}

TEST(LemmaByRule, LeavesWordsThatAreTheirOwn) {
  for (const Row& row : {
           Row{"injured", Tag::JJ, "injured"},
           Row{"police", Tag::NNS, "police"},
           Row{"press", Tag::NN, "press"},
           Row{"bring", Tag::VBG, "bring"},
           Row{"", Tag::NNS, ""},
           Row{"s", Tag::NNS, "s"},
       }) {
    EXPECT_EQ(lemma_by_rule(row.form, row.tag), row.lemma) << row.form;
  }
}

TEST(Lemmas, KnowTheWordsTheRulesMiss) {
  const Lemmas lemmas(resource("lexicons/lemmas.tsv"));
  for (const Row& row : {
           Row{"was", Tag::VBD, "be"},
           Row{"n't", Tag::RB, "not"},
           Row{"shot", Tag::VBN, "shoot"},
           Row{"children", Tag::NNS, "child"},
           Row{"them", Tag::PRP, "they"},
           Row{"worst", Tag::JJS, "bad"},
           Row{"series", Tag::NNS, "series"},
           Row{"larger", Tag::JJR, "large"},
           Row{"it", Tag::PRP, "it"},
           Row{"people", Tag::NNS, "people"},
       }) {
    EXPECT_EQ(lemmas.lemma(row.form, row.tag), row.lemma) << row.form;
  }
}

TEST(Lemmas, AreSetOnEveryToken) {
  BuiltAnalysis built = build_analysis("MEN/NNS fled/VBD home/NN");
  Lemmas(resource("lexicons/lemmas.tsv")).set(built.analysis);
  const Analysis& analysis = built.analysis;
  EXPECT_EQ(analysis.lemma(analysis.tokens[0]), "man");
  EXPECT_EQ(analysis.lemma(analysis.tokens[1]), "flee");
  EXPECT_EQ(analysis.tokens[1].lemma_key, word_key("flee"));
  EXPECT_EQ(analysis.lemma(analysis.tokens[2]), "home");
}
}  // namespace
}  // namespace sayso
