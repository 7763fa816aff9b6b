#include "read/segment/quotations.h"

#include <gtest/gtest.h>

#include "read/segment/testing.h"

namespace sayso {
namespace {
using testing::quotations_of;

struct Row {
  const char *text, *quotations;
};

void expect_all(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(quotations_of(row.text), row.quotations) << row.text;
}

TEST(Quotations, AreFoundBetweenMarksOfEveryMake) {
  expect_all({
      {"\"We won,\" he said. \"All of it.\"", "\"We won,\"|\"All of it.\""},
      {"“We won,” he said.", "“We won,”"},
      {"He said: „Wir“ and «nous».", "„Wir“|«nous»"},
      {"''We won,'' he said. ''All.''", "''We won,''|''All.''"},
      {"``We won,'' he said.", "``We won,''"},
      {"It is “fine“ and ”fine”.", "“fine“|”fine”"},
  });
}

TEST(Quotations, WithSingleMarksAreToldFromApostrophes) {
  expect_all({
      {"‘We won,’ he said. The workers’ union won.", "‘We won,’"},
      {"Varro calls it 'a fair deal', isn't that so?", "'a fair deal'"},
      {"The workers' union and the '90s, rock 'n' roll", ""},
      {"He called it ‘the workers’ victory’ again.", "‘the workers’ victory’"},
      {"It's the ministers' plan, the teachers' pay.", ""},
  });
}

TEST(Quotations, Nest) {
  expect_all({
      {"“He told me, ‘Go home,’ twice,” she said.", "“He told me, ‘Go home,’ twice,”|[‘Go home,’]"},
      {"''She said 'no' to me.''", "''She said 'no' to me.''|['no']"},
      {"''They say, 'Go home,''' she said. ''So.''",
       "''They say, 'Go home,'''|['Go home,']|''So.''"},
      {"“‘Go home’ is what he said.”", "“‘Go home’ is what he said.”|[‘Go home’]"},
      {"‘He said “no” to me,’ she said.", "‘He said “no” to me,’|[“no”]"},
      {"“He said “no” to me,” she said.", "“He said “no” to me,”|[“no”]"},
      {"\"He said “no” to me,\" she said.", "\"He said “no” to me,\"|[“no”]"},
  });
}

TEST(Quotations, RunOverParagraphs) {
  expect_all({
      {"“We won.\n\n“All of it.\n\n“So we rest,” he said.",
       "“We won.+|+“All of it.+|+“So we rest,”"},
      {"\"We won.\n\"All of it,\" he said.", "\"We won.+|+\"All of it,\""},
  });
}

TEST(Quotations, WithoutTheirLastMarkEndInTheirParagraph) {
  expect_all({
      {"He said “we won.\n\nThey left. “So,” she said.", "“we won.+|“So,”"},
      {"\"We won, he said. They left. \"So,\" she said.", "\"We won, he said. They left.+|\"So,\""},
      {"We won,\" he said.\n\n\"So,\" she said.", "\"So,\""},
      {"He said \"we won.\n\nThey left.", "\"we won.+"},
      {"\"", ""},
      {"He left \" and came.", "\" and came.+"},
  });
}

TEST(Quotations, RunOverLinesThatAreNoParagraphs) {
  expect_all({
      {"He said: \"We won.\nIt was late.\nThen it rained,\" and left.",
       "\"We won.\nIt was late.\nThen it rained,\""},
      {"\"We won and it rained.\nAmal Haddad, mayor of Orlan.\"\n\nThey left.",
       "\"We won and it rained.+"},
      {"\"We won.\nThey \"lost\" it.", "\"We won.+|\"lost\""},
  });
}

TEST(Quotations, CloseAtAMarkWithItsBlankOnTheWrongSide) {
  expect_all({{"He said, \"We won. \"They left. She said, \"So.\"", "\"We won. \"|\"So.\""}});
}

TEST(Quotations, LeaveMeasuresAlone) {
  expect_all({
      {"He is 6'2\" tall. \"So,\" he said.", "\"So,\""},
      {"\"He is 6'2\" tall,\" she said.", "\"He is 6'2\" tall,\""},
      {"a 12\" gun", ""},
  });
}

TEST(Quotations, LeaveTagsAlone) {
  expect_all({{"<q cite=\"a b\">He said \"no\".</q>", "\"no\""},
              {"<q cite=\"a\n\">He said \"no\".</q>", "\"no\""}});
}

}  // namespace
}  // namespace sayso
