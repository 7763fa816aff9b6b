// What bad input gets: a row of the table in docs/command-line.md a test.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "program.h"

namespace sayso::testing {
namespace {
const std::string kGood =
    "{\"id\":\"good\",\"text\":\"Police said two people died in Dravica.\"}\n";

TEST(BadInput, NamesAMissingFileAndReadsTheOthers) {
  const Folder folder;
  const std::string good = folder.file("good.jsonl", kGood);
  const Outcome ran = run_sayso({"read", folder.path("none.txt"), good});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  EXPECT_TRUE(has(ran.err, "none.txt")) << ran.err;
  EXPECT_EQ(lines(ran.out).size(), 1U);
  EXPECT_TRUE(has(ran.out, "\"id\":\"good\""));
}

TEST(BadInput, NamesAnUnreadableFile) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read every file";
  const Folder folder;
  const std::string closed = folder.file("closed.txt", "A report.");
  chmod(closed.c_str(), 0);
  const Outcome ran = run_sayso({"read", closed});
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(has(ran.err, "closed.txt")) << ran.err;
}

TEST(BadInput, NamesAFolderWithoutReports) {
  const Folder folder;
  const Outcome ran = run_sayso({"read", folder.path()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  EXPECT_TRUE(has(ran.err, folder.path())) << ran.err;
  EXPECT_EQ(ran.out, "");
}

TEST(BadInput, SuggestsTheNearestOptionAndValue) {
  struct Row {
    std::vector<std::string> arguments;
    const char* suggestion;
  };
  for (const Row& row : {Row{{"read", "--formt", "json", "-"}, "--format"},
                         Row{{"read", "--format", "jsn", "-"}, "json"}, Row{{"raed", "x"}, "read"},
                         Row{{"--verson"}, "--version"}}) {
    const Outcome ran = run_sayso(row.arguments);
    EXPECT_EQ(ran.status, 2) << ran.err;
    EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
    EXPECT_TRUE(has(ran.err, std::string("did you mean ") + row.suggestion + "?")) << ran.err;
    EXPECT_EQ(ran.out, "");
  }
}

TEST(BadInput, RefusesWrongValues) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"read", "--threads", "0", "-"},
                                             {"read", "--threads", "many", "-"},
                                             {"read", "--format"},
                                             {"read", "--max-report-size", "huge", "-"},
                                             {"read", "--published", "yesterday", "-"}}) {
    const Outcome ran = run_sayso(arguments);
    EXPECT_EQ(ran.status, 2) << arguments[1];
    EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  }
}

// The refusal stands where the reading would have stood.
void expect_refused(const std::string& name, const std::string& bytes, const std::string& kind,
                    const std::vector<std::string>& options = {}) {
  const Folder folder;
  folder.file("1-before.txt", "Police said two people died.");
  folder.file("2-" + name, bytes);
  folder.file("3-after.txt", "Police said two people died.");
  std::vector<std::string> arguments = {"read", folder.path()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  const Outcome ran = run_sayso(arguments);
  EXPECT_EQ(ran.status, 1) << name;
  const auto out = lines(ran.out);
  ASSERT_EQ(out.size(), 3U) << name << "\n" << ran.out << ran.err;
  EXPECT_TRUE(has(out[0], "1-before.txt") && !has(out[0], "\"error\"")) << out[0];
  EXPECT_TRUE(has(out[1], "2-" + name) && has(out[1], "\"error\":{\"kind\":\"" + kind + "\""))
      << out[1];
  EXPECT_TRUE(has(out[2], "3-after.txt") && !has(out[2], "\"error\"")) << out[2];
  EXPECT_TRUE(has(ran.err, "2-" + name)) << ran.err;
}

TEST(BadInput, RefusesWhatIsNotText) {
  expect_refused("program.txt", std::string("\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0>\0", 20),
                 "not_text");
  expect_refused("latin1.txt", "Le pr\351sident a d\351clar\351 que la police", "not_text");
  expect_refused("utf16.txt", std::string("\xff\xfeP\0o\0l\0i\0\0\0", 12), "not_text");
  expect_refused("truncated.txt", "Police said \xe2\x80", "not_text");
}

TEST(BadInput, RefusesWhatIsTooLarge) {
  std::string large;
  while (large.size() < 3000) large += "Police said two people died. ";
  expect_refused("large.txt", large, "too_large", {"--max-report-size", "2kB"});
}

TEST(BadInput, KeepsTheReportsAroundADamagedLine) {
  for (const char* damaged : {"{\"id\":\"x\",\"text\":", "not json", "{\"id\":\"x\"}", "[1,2]",
                              R"({"id":"x","text":12})", R"({"id":"x","text":"a \ud800 b"})"}) {
    const auto input = std::string(kGood).append(damaged).append("\n").append(kGood);
    const Outcome ran = run_sayso({"read", "-"}, input);
    EXPECT_EQ(ran.status, 1) << damaged;
    const auto out = lines(ran.out);
    ASSERT_EQ(out.size(), 3U) << damaged << "\n" << ran.err;
    EXPECT_TRUE(has(out[1], "\"error\"")) << damaged;
    EXPECT_TRUE(has(out[2], "\"id\":\"good\"")) << damaged;
  }
}

TEST(BadInput, ReadsOnlyTheMetadataOfAnotherLanguage) {
  const Outcome ran = run_sayso(
      {"read", "-"},
      "La policía informó el martes de que dos personas murieron durante una redada en el mercado "
      "central de la ciudad, según un comunicado del ministerio del Interior publicado ayer.");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"language\":\"es\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"attributions\":[]")) << ran.out;
  EXPECT_FALSE(has(ran.out, "\"warnings\":[]")) << ran.out;
}

TEST(BadInput, ReadsAnEmptyText) {
  for (const auto& [input, text] : std::vector<std::pair<std::string, std::string>>{
           {"{\"id\":\"empty\",\"text\":\"\"}\n", ""}, {" \n ", " \\n "}}) {
    const Outcome ran = run_sayso({"read", "-"}, input);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_TRUE(has(ran.out, "\"text\":\"" + text + "\"")) << ran.out;
    EXPECT_TRUE(has(ran.out, "\"events\":[]")) << ran.out;
    EXPECT_FALSE(has(ran.out, "\"warnings\":[]")) << ran.out;
  }
}

// Strange but valid text gets a reading, and the same text back.
TEST(BadInput, SurvivesStrangeText) {
  std::string quotes;
  for (int i = 0; i < 100'000; ++i) quotes += "\"";
  std::string brackets;
  for (int i = 0; i < 100'000; ++i) brackets += "(";
  std::string nested = "{\"id\":\"deep\",\"text\":\"x\",\"extra\":";
  nested += std::string(100'000, '[') + std::string(100'000, ']') + "}\n";
  const std::vector<std::string> texts = {std::string(1'000'000, 'x'),
                                          quotes,
                                          brackets,
                                          std::string(100'000, '\n'),
                                          "Police said\x01\x02 that two\x0b people died.",
                                          "e\u0301\u0301\u0301 \u202Eabc \u200B\uFEFF",
                                          nested};
  for (const std::string& text : texts) {
    const Outcome ran = run_sayso({"read", "-"}, text);
    EXPECT_LE(ran.status, 1) << text.substr(0, 40);
    EXPECT_EQ(lines(ran.out).size(), 1U) << text.substr(0, 40);
  }
}

TEST(BadInput, KeepsNulCharactersOfARecord) {
  const Outcome ran =
      run_sayso({"read", "-"}, "{\"id\":\"nul\",\"text\":\"Police said\\u0000 two died.\"}\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "Police said\\u0000 two died.")) << ran.out;
}

TEST(BadInput, SaysWhenTheOutputCannotBeWritten) {
  const Folder folder;
  const Outcome ran = run_sayso({"read", "-o", folder.path("no/such/folder/out.json"), "-"}, kGood);
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(has(ran.err, "no/such/folder/out.json")) << ran.err;
  if (access("/dev/full", W_OK) != 0) return;
  const Outcome full = run_sayso({"read", "-o", "/dev/full", "-"}, kGood);
  EXPECT_EQ(full.status, 1);
  EXPECT_TRUE(has(full.err, "No space left")) << full.err;
}

}  // namespace
}  // namespace sayso::testing
