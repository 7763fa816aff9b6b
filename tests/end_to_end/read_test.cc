// `sayso read` on good input.
#include <gtest/gtest.h>

#include "ingest/testing/pack.h"
#include "program.h"

namespace sayso::testing {
namespace {
const std::string kSample = std::string(SAYSO_SOURCE_DIR) + "/examples/reports/dravica.txt";

TEST(Read, WritesOneObjectALineInAPipe) {
  const Outcome ran = run_sayso({"read", kSample, kSample});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  const auto out = lines(ran.out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0], out[1]);
  EXPECT_TRUE(out[0].starts_with("{\"schema\":\"sayso.reading/1\"")) << out[0];
  EXPECT_TRUE(has(out[0], "\"id\":\"dravica.txt\""));
}

// Where a report was found is all that may differ between a CSV and a JSON Lines input.
std::string without_source(std::string reading) {
  const std::size_t begin = reading.find("\"media_type\"");
  return reading.erase(begin, reading.find('}', begin) - begin);
}

TEST(Read, TakesTheSameReportsFromEveryKindOfInput) {
  const std::string text = "Police said two people died in Dravica on Tuesday.";
  const std::string json =
      "{\"id\":\"r1\",\"text\":\"" + text + "\",\"outlet\":\"AVN\",\"published\":\"2023-03-15\"}\n";
  const std::string csv = "published,id,outlet,text\r\n2023-03-15,r1,AVN,\"" + text + "\"\r\n";
  const Folder folder;
  const std::string expected = run_sayso({"read", "-"}, json).out;
  EXPECT_TRUE(has(expected, "\"outlet\":\"AVN\"")) << expected;
  EXPECT_TRUE(has(expected, "\"published\":\"2023-03-15\"")) << expected;
  EXPECT_TRUE(has(expected, "2023-03-14")) << "Tuesday is counted from the day of publication";
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.jsonl", json},
           {"a.jsonl.gz", gzip(json)},
           {"two.gz", gzip(json.substr(0, 30)) + gzip(json.substr(30))},
           {"a.jsonl.zst", zstd(json)},
           {"a.csv", csv},
           {"a.csv.gz", gzip(csv)},
           {"no-extension", json}}) {
    const Outcome ran = run_sayso({"read", folder.file(name, bytes)});
    EXPECT_EQ(ran.status, 0) << name << ran.err;
    EXPECT_EQ(without_source(ran.out), without_source(expected)) << name;
  }
}

TEST(Read, TakesAFolderInTheOrderOfItsNames) {
  const Folder folder;
  folder.file("b.txt", "Police said b.");
  folder.file("a/2.txt", "Police said a2.");
  folder.file("a/10.txt", "Police said a10.");
  folder.file(".hidden", "Police said nothing.");
  const auto out = lines(run_sayso({"read", folder.path()}).out);
  ASSERT_EQ(out.size(), 3U);
  EXPECT_TRUE(has(out[0], "Police said a10."));
  EXPECT_TRUE(has(out[1], "Police said a2."));
  EXPECT_TRUE(has(out[2], "Police said b."));
}

TEST(Read, GivesTheSameBytesWithAnyNumberOfThreads) {
  std::string input;
  const std::string body = contents(kSample);
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (const char c : body.substr(0, 200 + static_cast<std::size_t>(i) * 20)) {
      if (c == '"') text += '\\';
      text += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    input += "{\"id\":\"" + std::to_string(i) + "\",\"text\":\"" + text + "\"}\n";
    if (i % 20 == 7) input += "damaged\n";
  }
  const Outcome one = run_sayso({"read", "--threads", "1", "-"}, input);
  EXPECT_EQ(lines(one.out).size(), 63U);
  for (const char* threads : {"2", "4"}) {
    const Outcome many = run_sayso({"read", "--threads", threads, "-"}, input);
    EXPECT_EQ(many.out, one.out) << threads;
    EXPECT_EQ(many.err, one.err) << threads;
  }
}

TEST(Read, ShowsAPageThatSaysOnWhoseSaySo) {
  const Outcome ran = run_sayso({"read", "--format", "text", kSample});
  EXPECT_EQ(ran.status, 0) << ran.err;
  for (const char* part :
       {"WHAT HAPPENED, AND ON WHOSE SAY-SO", "FIGURES", "LABELS, AND WHO USED THEM", "AVN quoting",
        "in its own voice", "killed: 4"}) {
    EXPECT_TRUE(has(ran.out, part)) << part << "\n" << ran.out;
  }
  EXPECT_FALSE(has(ran.out, "\033")) << "no colour in a pipe";
}

TEST(Read, KeepsToTheWidthItIsGiven) {
  const Outcome ran = run_sayso({"read", "--format", "text", kSample}, "", {"COLUMNS=50"});
  for (const std::string& line : lines(ran.out)) EXPECT_LE(line.size(), 60U) << line;
}

TEST(Read, HeedsTheColourConventions) {
  const std::vector<std::string> page = {"read", "--format", "text", kSample};
  EXPECT_TRUE(has(run_sayso(page, "", {"CLICOLOR_FORCE=1"}).out, "\033[1m"));
  EXPECT_FALSE(has(run_sayso(page, "", {"CLICOLOR_FORCE=1", "NO_COLOR=1"}).out, "\033"));
  EXPECT_TRUE(
      has(run_sayso({"read", "--format", "text", "--color", "always", kSample}).out, "\033[1m"));
}

TEST(Read, WritesOneSelfContainedHtmlPage) {
  const Folder folder;
  const std::string page = folder.path("page.html");
  EXPECT_EQ(run_sayso({"read", "--format", "html", "-o", page, kSample, kSample}).status, 0);
  const std::string html = contents(page);
  EXPECT_TRUE(html.starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(html.ends_with("</html>\n"));
  EXPECT_FALSE(has(html, "http://") || has(html, "https://") || has(html, "src="))
      << "needs nothing from outside";
  EXPECT_TRUE(has(html, "class=\"source\"")) << "spans are marked by role";
  EXPECT_TRUE(has(html, "id=\"r2-v1\"")) << "anchors of two reports differ";
}

TEST(Read, EscapesMarkupInAReport) {
  const Outcome ran =
      run_sayso({"read", "--format", "html", "-"}, "Police said <script>alert(1)</script> & more.");
  EXPECT_FALSE(has(ran.out, "<script>alert"));
  EXPECT_TRUE(has(ran.out, "&lt;script&gt;"));
}

TEST(Read, TakesWhatTheUserKnows) {
  const Outcome ran = run_sayso({"read", "--outlet", "AVN", "--published", "2023-03-15", "-"},
                                "Police said two died on Tuesday.");
  EXPECT_TRUE(has(ran.out, "\"outlet\":\"AVN\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"value\":\"2023-03-14\"")) << ran.out;
}

TEST(Help, BeginsWithWhatTheProgramDoesAndExamples) {
  for (const auto& arguments :
       std::vector<std::vector<std::string>>{{"--help"}, {"read", "--help"}}) {
    const Outcome ran = run_sayso(arguments);
    EXPECT_EQ(ran.status, 0);
    EXPECT_TRUE(has(ran.out, "Examples:"));
    EXPECT_LT(ran.out.find("Examples:"), ran.out.find("ptions:"));
  }
  EXPECT_EQ(run_sayso({}).status, 2);
  EXPECT_EQ(run_sayso({"--version"}).out, "sayso 0.1.0\n");
}

TEST(Completion, IsAScriptItsShellAccepts) {
  const Folder folder;
  const std::string script = folder.file("sayso.bash", run_sayso({"completion", "bash"}).out);
  for (const char* option : {"--format", "--layers"}) EXPECT_TRUE(has(contents(script), option));
  EXPECT_EQ(std::system(("bash -n " + script).c_str()), 0);
  EXPECT_TRUE(has(run_sayso({"completion", "fish"}).out, "complete -c sayso"));
}

TEST(Seed, IsReadCompletely) {
  if (shared_data().empty()) GTEST_SKIP() << "the development data is not here";
  const Folder folder;
  const std::string reading = folder.path("seed.json");
  ASSERT_EQ(
      run_sayso({"read", "--format", "json", "-o", reading, shared_data() + "/seed.txt"}).status,
      0);
  EXPECT_EQ(
      std::system(("python3 " + shared_data() + "/../bench/check_seed.py " + reading).c_str()), 0);
}

}  // namespace
}  // namespace sayso::testing
