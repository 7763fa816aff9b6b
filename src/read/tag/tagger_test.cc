#include "read/tag/tagger.h"

#include <gtest/gtest.h>

#include "core/resource.h"
#include "core/testing/analysis_builder.h"
#include "read/tag/participles.h"

namespace sayso {
namespace {
// The tags of blank-separated words, participles marked, as one string.
std::string tags_of(std::string_view words) {
  static const auto tagger = Tagger::in(resource("models/tags.bin"));
  EXPECT_TRUE(tagger);
  BuiltAnalysis built = build_analysis(words);
  tagger->tag(built.analysis);
  mark_participles(built.analysis);
  std::string tags;
  for (const Token& token : built.analysis.tokens) {
    tags += (tags.empty() ? "" : " ") + std::string(to_text(token.tag));
  }
  return tags;
}

TEST(Tagger, ReadsNewsProse) {
  struct Row {
    const char *words, *tags;
  };
  for (const Row& row : {
           Row{"The ministry said on Monday that two soldiers were killed .",
               "DT NN VBD IN NNP IN CD NNS VBD VBN ."},
           Row{"Police have arrested him .", "NNS VBP VBN PRP ."},
           Row{"They may leave the town in May .", "PRP MD VB DT NN IN NNP ."},
           Row{"The US told us to wait .", "DT NNP VBD PRP TO VB ."},
       }) {
    EXPECT_EQ(tags_of(row.words), row.tags) << row.words;
  }
}

TEST(Tagger, ReadsTheVerbAfterThoseASentenceChoosesAmongAsAParticiple) {
  struct Row {
    const char* words;
    Tag verb;
    std::size_t at;
  };
  for (const Row& row : {
           Row{"Of the 40 dockers arrested , six were freed .", Tag::VBN, 4},
           Row{"Out of the nearly 900 Zorvans killed since spring , 30 were children .", Tag::VBN,
               6},
           Row{"Among the villagers injured was a teacher .", Tag::VBN, 3},
           Row{"The dockers arrested the thief .", Tag::VBD, 2},
           Row{"Of the two , Zorvan wanted to leave .", Tag::VBD, 5},
       }) {
    BuiltAnalysis built = build_analysis(row.words);
    Tagger::in(resource("models/tags.bin"))->tag(built.analysis);
    mark_participles(built.analysis);
    EXPECT_EQ(built.analysis.tokens[row.at].tag, row.verb) << row.words;
  }
}

TEST(Tagger, ReadsWhatFollowsItsNounAsAParticiple) {
  EXPECT_EQ(tags_of("Four people were killed and a dozen wounded on Monday ."),
            "CD NNS VBD VBN CC DT NN VBN IN NNP .");
  EXPECT_EQ(tags_of("One was killed and three others injured ."), "CD VBD VBN CC CD NNS VBN .");
}

TEST(Tagger, ReadsWireCopyInCapitals) {
  EXPECT_EQ(tags_of("THE SOLDIERS SAID THAT TWO PEASANTS WERE KILLED ."),
            "DT NNS VBD IN CD NNS VBD VBN .");
}

TEST(Tagger, ReadsNoTokensAndStrangeOnes) {
  EXPECT_EQ(tags_of(""), "");
  EXPECT_NE(tags_of("\x01 \xCC\x81 \xF0\x9F\x98\x80"), "");
}

TEST(Tagger, RefusesAnotherFile) { EXPECT_FALSE(Tagger::in("no model")); }

TEST(TagModel, IsSound) {
  const auto tagger = Tagger::in(resource("models/tags.bin"));
  ASSERT_TRUE(tagger);
  EXPECT_TRUE(tagger->model().is_sound(kTagCount));
}
}  // namespace
}  // namespace sayso
