#include "read/segment/sentences.h"

#include <gtest/gtest.h>

#include "read/segment/testing.h"

namespace sayso {
namespace {
using testing::segmented;
using testing::sentences_of;

struct Row {
  const char *text, *sentences;
};

void expect_all(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(sentences_of(segmented(row.text)), row.sentences) << row.text;
  }
}

TEST(Sentences, EndAtStopsAndOtherMarks) {
  expect_all({
      {"He left. She stayed! Why? No.", "He left.|She stayed!|Why?|No."},
      {"He paid 3.5 million. 6 people saw it.", "He paid 3.5 million.|6 people saw it."},
      {"(He left. She stayed.) Then rain.", "(He left.|She stayed.)|Then rain."},
      {"He left [3]. It rained.[4] So.", "He left [3].|It rained.[4]|So."},
  });
}

TEST(Sentences, SurviveLostBreaks) {
  expect_all({
      {"a base in Manez.Following the clash, one died.6 people fled.",
       "a base in Manez.|Following the clash, one died.|6 people fled."},
      {"\"We won,\" he said.\"He lost.\"She wept.", "\"We won,\" he said.|\"He lost.\"|She wept."},
      {"This is the end.”The men left.", "This is the end.”|The men left."},
  });
}

TEST(Sentences, GoOnAfterAbbreviations) {
  for (const char* text : {
           "Gen. Orlan met Mr. Varro and Lt. Col. J. K. Lund.",
           "The U.S. Army came on Jan. 5 at 5 p.m. Tuesday from Bray, Ill., it said.",
           "Orr Inc. officials and the St. Lund church vs. Varro.",
           "Pp. 3 and No. 7 of the E.U. Parliament.",
           "Roe v. Lund was cited, e.g. Orr et al. in Bray.",
           "Yahoo! News said so.",
       }) {
    EXPECT_EQ(segmented(text).analysis.sentences.size(), 1U) << text;
  }
}

TEST(Sentences, EndAtAbbreviationsWhenOneBeginsAfterThem) {
  expect_all({
      {"He lives in the U.S. The army left.", "He lives in the U.S.|The army left."},
      {"It ended at 5 p.m. Varro left.", "It ended at 5 p.m.|Varro left."},
      {"They sued Orr Inc. He won.", "They sued Orr Inc.|He won."},
      {"It was plan B. They knew.", "It was plan B.|They knew."},
      {"So do I. He left.", "So do I.|He left."},
  });
}

TEST(Sentences, KeepTheClosingMark) {
  expect_all({
      {"\"We won. They lost,\" he said. \"So.\" He left.",
       "\"We won.|They lost,\" he said.|\"So.\"|He left."},
      {"“Why?” he asked. “Who knows?” Varro said. “Stop!” The man ran.",
       "“Why?” he asked.|“Who knows?” Varro said.|“Stop!”|The man ran."},
      {"''It ended.'' ''It did not.''", "''It ended.''|''It did not.''"},
      {"He said: ‘It ended.’ Then he left.", "He said: ‘It ended.’|Then he left."},
  });
}

TEST(Sentences, GoOnAfterMostEllipses) {
  expect_all({
      {"It was ... a long day. Then rain.", "It was ... a long day.|Then rain."},
      {"Well ... I think so.", "Well ... I think so."},
      {"\"It ended ... The rest is known.\"", "\"It ended ...|The rest is known.\""},
      {"“... and so it went.”", "“... and so it went.”"},
  });
}

TEST(Sentences, OfLinesAndLists) {
  const auto made = segmented(
      "Bridge falls in Orlan\n\nA bridge fell. Two died.\n\nWhat we know\n\n- One man fled.\n"
      "2. It rained. A lot.\n\n• Three");
  EXPECT_EQ(sentences_of(made),
            "Bridge falls in Orlan|A bridge fell.|Two died.|What we know|- One man fled.|"
            "2. It rained.|A lot.|• Three");
  const SentenceKind kinds[] = {SentenceKind::heading,   SentenceKind::prose,
                                SentenceKind::prose,     SentenceKind::heading,
                                SentenceKind::list_item, SentenceKind::list_item,
                                SentenceKind::list_item, SentenceKind::list_item};
  const std::uint32_t paragraphs[] = {0, 1, 1, 2, 3, 4, 4, 5};
  for (std::size_t i = 0; i < std::size(kinds); ++i) {
    EXPECT_EQ(made.analysis.sentences[i].kind, kinds[i]) << i;
    EXPECT_EQ(made.analysis.sentences[i].paragraph, paragraphs[i]) << i;
  }
}

TEST(Sentences, OfWrappedCapitals) {
  expect_all(
      {{"   THE ARMED FORCES OF ORLAN SAID TODAY THAT GEN.  VARRO LUND HAD\n"
        "LEFT THE PORT OF BRAY.  THE U.S. EMBASSY THERE DECLINED TO COMMENT\n"
        "ON HIS ROUTE.  HIS PARTY IS SAID TO HAVE CROSSED THE NARROW PASS IN\n"
        "THE NIGHT.\n\n"
        "   A SPOKESMAN SAID THE ROAD WAS OPEN AGAIN AND THAT THE TOWN HAD\n"
        "BEEN CALM.\n",
        "THE ARMED FORCES OF ORLAN SAID TODAY THAT GEN.  VARRO LUND HAD\n"
        "LEFT THE PORT OF BRAY.|THE U.S. EMBASSY THERE DECLINED TO COMMENT\n"
        "ON HIS ROUTE.|HIS PARTY IS SAID TO HAVE CROSSED THE NARROW PASS IN\n"
        "THE NIGHT.|A SPOKESMAN SAID THE ROAD WAS OPEN AGAIN AND THAT THE TOWN HAD\n"
        "BEEN CALM."}});
}

TEST(Sentences, BeginAfterFurniture) {
  Report report{.text = " date 2023-06-21 Orlan Times - A bridge fell.ORLAN (OT) - Two died."};
  report.furniture = {{0, 31}, {45, 57}};
  EXPECT_EQ(sentences_of(segmented(report)), "A bridge fell.|Two died.");
}

TEST(Sentences, TakeTheTitleApart) {
  Report report{.text = "Dr. No. 2? He fell in Orlan today A bridge fell."};
  report.title_span = Span{0, 33};
  const auto made = segmented(report);
  EXPECT_EQ(sentences_of(made), "Dr. No. 2? He fell in Orlan today|A bridge fell.");
  EXPECT_EQ(made.analysis.sentences[0].kind, SentenceKind::heading);
}

TEST(Sentences, NumberParagraphsThroughDamage) {
  const auto made = segmented("He left. She stayed.They met.\n\nThey parted.");
  const std::uint32_t paragraphs[] = {0, 0, 1, 2};
  ASSERT_EQ(made.analysis.sentences.size(), std::size(paragraphs));
  for (std::size_t i = 0; i < std::size(paragraphs); ++i) {
    EXPECT_EQ(made.analysis.sentences[i].paragraph, paragraphs[i]) << i;
  }
}

}  // namespace
}  // namespace sayso
