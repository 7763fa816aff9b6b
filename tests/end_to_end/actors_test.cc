// Who is who: the registry inside the program, and the user's own rows.
#include <gtest/gtest.h>

#include "program.h"

namespace sayso::testing {
namespace {
const std::string kReport =
    "KASTREL - The River Council said on Tuesday that two of its members were detained by the "
    "Albanian police. Fighters of the River Council left Albania in May.";
const std::string kRow =
    "river-council\tRiver Council\tRC\tarmed group\tAL\t1998\t\tREB\twritten for a test\n";

TEST(Actors, AreKnownByTheWordsOfTheReport) {
  const Outcome ran = run_sayso({"read", "-"}, kReport);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, R"("registry":"AL/police")")) << ran.out;
  EXPECT_TRUE(has(ran.out, R"("code":"ALBCOP")")) << ran.out;
  EXPECT_FALSE(has(ran.out, "river-council")) << ran.out;
}

TEST(Actors, MayBeTheUsersOwn) {
  const Folder folder;
  const std::string file = folder.file("ours.tsv", kRow);
  const Outcome ran = run_sayso({"read", "--actors", file, "-"}, kReport);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, R"("registry":"river-council")")) << ran.out;
  EXPECT_TRUE(has(ran.out, R"("of":"river-council")")) << ran.out;
  EXPECT_TRUE(has(ran.out, R"("code":"ALBREB")")) << ran.out;
  const Outcome page = run_sayso({"read", "--actors", file, "--format", "text", "-"}, kReport);
  EXPECT_TRUE(has(page.out, "ACTORS")) << page.out;
  EXPECT_TRUE(has(page.out, "River Council, ALBREB")) << page.out;
}

TEST(Actors, OfSeveralFilesAreAllKnown) {
  const Folder folder;
  const Outcome ran = run_sayso({"read", "--actors", folder.file("a.tsv", "# none\n"), "--actors",
                                 folder.file("b.tsv", kRow), "-"},
                                kReport);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "river-council")) << ran.out;
}

TEST(Actors, ThatCannotBeUsedEndTheRunAndSayWhy) {
  const Folder folder;
  const std::string file = folder.file("ours.tsv", kRow + "lake-council\tLake Council\t\tclub\n");
  for (const std::string& bad : {file, folder.path("none.tsv")}) {
    const Outcome ran = run_sayso({"read", "--actors", bad, "-"}, kReport);
    EXPECT_EQ(ran.status, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
    EXPECT_TRUE(has(ran.err, bad)) << ran.err;
  }
  EXPECT_TRUE(has(run_sayso({"read", "--actors", file, "-"}, kReport).err,
                  "line 2: 'club' is no kind of actor"));
}
}  // namespace
}  // namespace sayso::testing
