#include "read/tag/participles.h"

#include <gtest/gtest.h>

#include <string>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
// The tags of the words, after the marking.
std::string tags(const char* words) {
  BuiltAnalysis built = build_analysis(words);
  mark_participles(built.analysis);
  std::string out;
  for (const Token& token : built.analysis.tokens) {
    out += (out.empty() ? "" : " ") + std::string(to_text(token.tag));
  }
  return out;
}

TEST(Participles, AreMarkedWhereTheyFollowTheirNoun) {
  EXPECT_EQ(tags("a/DT dozen/NN wounded/JJ on/IN Tuesday/NNP"), "DT NN VBN IN NNP");
  EXPECT_EQ(tags("seven/CD injured/JJ"), "CD VBN");
  EXPECT_EQ(tags("a/DT wounded/JJ man/NN"), "DT JJ NN");
  EXPECT_EQ(tags("the/DT market/NN wounded/JJ men/NNS"), "DT NN JJ NNS");
  EXPECT_EQ(tags("the/DT road/NN open/JJ"), "DT NN JJ");
}

TEST(Participles, AreMarkedAmongThoseASentenceChoosesFrom) {
  EXPECT_EQ(tags("Of/IN the/DT people/NNS injured/VBD ,/, three/CD died/VBD"),
            "IN DT NNS VBN , CD VBD");
  EXPECT_EQ(tags("The/DT people/NNS injured/VBD three/CD men/NNS"), "DT NNS VBD CD NNS");
}
}  // namespace
}  // namespace sayso
