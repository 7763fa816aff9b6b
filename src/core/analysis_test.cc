#include "core/analysis.h"

#include <gtest/gtest.h>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
// "the MKO group" is entity 0 by its name and as a phrase; "Doda" is entity 1.
Analysis two_entities() {
  Analysis analysis =
      build_analysis("the/DT MKO/NNP group/NN met/VBD minister/NN Doda/NNP").analysis;
  analysis.noun_phrases = {{{0, 3}, 2}, {{4, 6}, 5}};
  analysis.mentions = {{analysis.span_of({0, 3}), {0, 3}, 2, MentionKind::nominal, 0},
                       {analysis.span_of({1, 2}), {1, 2}, 1, MentionKind::name, 0},
                       {analysis.span_of({5, 6}), {5, 6}, 5, MentionKind::name, 1}};
  analysis.entities.resize(2);
  return analysis;
}

TEST(Mentions, AreFoundByTheirHead) {
  const Analysis analysis = two_entities();
  EXPECT_EQ(mention_headed_by(analysis, 2), 0U);
  EXPECT_EQ(mention_headed_by(analysis, 1), 1U);
  EXPECT_FALSE(mention_headed_by(analysis, 3));
}

TEST(Entities, AreFoundByThePhraseThatSpeaksOfThem) {
  const Analysis analysis = two_entities();
  EXPECT_EQ(entity_of(analysis, {0, 3}), 0U);
  EXPECT_EQ(entity_of(analysis, {4, 6}), 1U);
  EXPECT_FALSE(entity_of(analysis, {3, 4}));
}
}  // namespace
}  // namespace sayso
