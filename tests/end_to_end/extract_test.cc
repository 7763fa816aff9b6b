// `sayso extract`: text and metadata alone.
#include <gtest/gtest.h>
#include <simdjson.h>

#include "ingest/warc/testing/warc_builder.h"
#include "program.h"

namespace sayso::testing {
namespace {
const std::string kPage = news_page("Raid *in* Dravica", "Police said two people died.");

TEST(Extract, WritesTheTextInAPipe) {
  const Outcome ran =
      run_sayso({"extract", "--outlet", "AVN", "--published", "2023-06-21", "-"}, kPage);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto out = lines(ran.out);
  ASSERT_GE(out.size(), 4U) << ran.out;
  EXPECT_EQ(out[0], "Raid *in* Dravica");
  EXPECT_EQ(out[1], "AVN | 2023-06-21");
  EXPECT_EQ(out[2], "");
  EXPECT_TRUE(has(ran.out, "\nPolice said two people died.\n")) << ran.out;
  EXPECT_FALSE(has(ran.out, "<")) << ran.out;
}

TEST(Extract, WritesJsonWithoutAnalysis) {
  const Outcome ran = run_sayso({"extract", "--format", "json", "-"}, kPage + "\n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  ASSERT_EQ(lines(ran.out).size(), 1U);
  simdjson::dom::parser parser;
  simdjson::dom::element object;
  ASSERT_EQ(parser.parse(ran.out).get(object), simdjson::SUCCESS);
  EXPECT_EQ(std::string_view(object["schema"]), "sayso.report/1");
  EXPECT_EQ(std::string_view(object["report"]["title"]), "Raid *in* Dravica");
  EXPECT_TRUE(has(std::string(std::string_view(object["text"])), "Police said two people died."));
  EXPECT_NE(object["sentences"].error(), simdjson::SUCCESS);
  EXPECT_NE(object["events"].error(), simdjson::SUCCESS);
}

// What extract writes, read takes: the text and what was known of it stay the same.
TEST(Extract, WritesWhatReadTakes) {
  const Outcome once = run_sayso({"extract", "--format", "json", "-"}, kPage);
  const Outcome again = run_sayso({"extract", "--format", "json", "-"}, once.out);
  EXPECT_EQ(again.status, 0) << again.err;
  const auto text = [](const std::string& json) { return json.substr(json.find("\"text\":")); };
  EXPECT_EQ(text(again.out), text(once.out));
  EXPECT_TRUE(has(again.out, "\"title\":\"Raid *in* Dravica\"")) << again.out;
}

TEST(Extract, WritesMarkdownThatShowsTheTextAsItIs) {
  const Outcome ran = run_sayso(
      {"extract", "--format", "markdown", "-"},
      R"({"id": "1", "title": "A \"raid\"", "bylines": ["Ann", "Bob"], "text": "# 1 died\n2. Two *more* <b>\n- item"})");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out,
            "---\nid: \"1\"\ntitle: \"A \\\"raid\\\"\"\nauthors: [\"Ann\", \"Bob\"]\nlanguage: "
            "\"en\"\n---\n\n"
            "# A \"raid\"\n\n\\# 1 died\n2\\. Two \\*more\\* \\<b>\n- item\n");
}

TEST(Extract, TreatsBadInputAsReadDoes) {
  const Folder folder;
  folder.file("1.html", kPage);
  folder.file("2.pdf", "%PDF-1.7");
  folder.file("3.html", kPage);
  for (const char* format : {"text", "json", "markdown"}) {
    const Outcome ran =
        run_sayso({"extract", "--format", format, folder.path(), folder.path("none")});
    EXPECT_EQ(ran.status, 1) << format;
    EXPECT_EQ(lines(ran.err).size(), 2U) << ran.err;
    const std::size_t refused = ran.out.find("it is a PDF");
    EXPECT_LT(ran.out.find("two people died"), refused) << format << ran.out;
    EXPECT_GT(ran.out.rfind("two people died"), refused) << format << ran.out;
  }
  EXPECT_EQ(run_sayso({"extract", "--format", "jsn", "-"}).status, 2);
  EXPECT_TRUE(has(run_sayso({"extract", "--format", "jsn", "-"}).err, "did you mean json?"));
}

TEST(Extract, TakesOnlyWantedAddresses) {
  const std::string input =
      "{\"id\":\"a\",\"text\":\"One.\",\"uri\":\"https://herald.example/world/1\"}\n"
      "{\"id\":\"b\",\"text\":\"Two.\",\"uri\":\"https://herald.example/sport/2\"}\n";
  const Outcome ran =
      run_sayso({"extract", "--format", "json", "--url-filter", "world", "-"}, input);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(lines(ran.out).size(), 1U);
  EXPECT_TRUE(has(ran.out, "\"id\":\"a\"")) << ran.out;
  for (const char* command : {"read", "extract"}) {
    const Outcome bad = run_sayso({command, "--url-filter", "(", "-"}, input);
    EXPECT_EQ(bad.status, 2);
    EXPECT_EQ(bad.out, "");
    EXPECT_EQ(lines(bad.err).size(), 1U) << bad.err;
    EXPECT_TRUE(has(bad.err, "'(' is no pattern: missing )")) << bad.err;
  }
}

TEST(Extract, HasHelpAndCompletion) {
  const Outcome help = run_sayso({"extract", "--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_TRUE(has(help.out, "sayso extract page.html")) << help.out;
  EXPECT_TRUE(has(run_sayso({"completion", "bash"}).out, "extract) ")) << "in bash";
  EXPECT_TRUE(has(run_sayso({"completion", "fish"}).out, "-l url-filter")) << "in fish";
}

}  // namespace
}  // namespace sayso::testing
