// Inputs made to hurt: an answer in linear time and bounded memory. How fast, in a release build,
// is in docs/benchmarks.md; here the limits only catch what has become quadratic.
#include <gtest/gtest.h>

#include <chrono>

#include "ingest/testing/pack.h"
#include "ingest/warc/testing/warc_builder.h"
#include "program.h"

namespace sayso::testing {
namespace {
constexpr std::chrono::seconds kFarTooLong{30};
const std::string kPage = news_page("Raid in Dravica", "Police said two people died.");

std::string times(std::size_t n, const std::string& text) {
  std::string out;
  out.reserve(n * text.size());
  for (std::size_t i = 0; i < n; ++i) out += text;
  return out;
}

// A reading or a refusal for every report, and no crash.
Outcome expect_answer(const char* what, const std::string& input,
                      const std::vector<std::string>& options = {}) {
  std::vector<std::string> arguments = {"read"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back("-");
  const auto begin = std::chrono::steady_clock::now();
  Outcome ran = run_sayso(arguments, input);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, kFarTooLong) << what;
  EXPECT_LE(ran.status, 1) << what << ran.err;
  EXPECT_GE(lines(ran.out).size(), 1U) << what;
  return ran;
}

TEST(Hostile, PagesGetAnAnswer) {
  const std::string end = "<p>Police said two people died in Dravica on Tuesday.</p>";
  struct Row {
    const char* what;
    std::string html;
  };
  for (const Row& row :
       {Row{"nested", "<html>" + times(100'000, "<div>") + end},
        Row{"nested inline", "<html>" + times(100'000, "<b><i>") + end},
        Row{"nested tables", "<html>" + times(30'000, "<table><tr><td>") + end},
        Row{"siblings", "<html>" + times(1'000'000, "<div>").substr(0, 5'000'000) + end},
        Row{"closed siblings", "<html>" + times(1'000'000, "<div></div>") + end},
        Row{"attributes", "<html><p " + times(1'000'000, "data-x=\"y\" ") + ">" + end},
        Row{"other attributes", "<html>" + times(200'000, "<p a b c d e f>x")},
        Row{"one attribute", "<html><p title=\"" + std::string(10'000'000, 'x') + "\">" + end},
        Row{"unclosed", "<html><p " + std::string(5'000'000, '<')},
        Row{"unclosed script", "<html><script>" + std::string(5'000'000, 'x')},
        Row{"unclosed comment", "<html><!--" + std::string(5'000'000, '-')},
        Row{"entities", "<html><p>" + times(1'000'000, "&amp;&#0;") + end},
        Row{"forms", "<html>" + times(200'000, "<form><input>") + end},
        Row{"lists", "<html>" + times(300'000, "<li>x") + end}, Row{"nothing", "<html>"},
        Row{"zeros", "<html>" + std::string(1'000'000, '\0') + end}}) {
    expect_answer(row.what, row.html);
  }
}

TEST(Hostile, ManyPlacesAndDatesGetAPage) {
  const std::string towns = "Paris, Lima, Kazan, Suva, Gaza, Oslo, Nome and Ulan Bator";
  std::string text;
  for (int i = 1; i < 2'000; ++i) {
    text += "Police killed " + std::to_string(i) + " people and dozens of <b>others</b> in " +
            towns + " in " + std::to_string(i) + ".\n";
  }
  for (const char* format : {"html", "text"}) {
    const Outcome ran =
        expect_answer("places and dates", text, {"--reader", "fast", "--format", format});
    EXPECT_LT(ran.out.size(), 100 * text.size());
    EXPECT_FALSE(has(ran.out, "<b>") && format == std::string("html"));
  }
}

TEST(Hostile, PagesOverTheLimitAreRefused) {
  const Outcome ran =
      expect_answer("attributes", "<html><p " + times(5'000'000, "data-x=\"y\" ") + ">");
  EXPECT_TRUE(has(ran.out, "over the limit of 16 MiB")) << ran.out;
}

TEST(Hostile, WideTextGetsAnAnswer) {
  std::string wide;
  for (const char c : kPage) wide += std::string{c, '\0'};
  EXPECT_TRUE(has(expect_answer("UTF-16", wide).out, "two people died"));
  expect_answer("UTF-16 cut in a character", wide.substr(0, wide.size() - 1));
  expect_answer("UTF-16 of one page twice", wide + kPage);
}

TEST(Hostile, ArchivesGiveUpOnBombs) {
  const std::string spaces(60'000'000, ' ');
  const std::string bomb = gzip(warc_page("https://herald.example/bomb", spaces));
  const std::string good = gzip(warc_page("https://herald.example/good", kPage));
  const Outcome whole = expect_answer("a bomb for a record", bomb + good);
  EXPECT_TRUE(has(whole.out, "it expands to more than 25 times its size")) << whole.out;
  EXPECT_TRUE(has(whole.out, "two people died")) << whole.out;

  const std::string inner = gzip(spaces);
  const Outcome body = expect_answer(
      "a bomb for a body",
      gzip(warc_page("https://herald.example/bomb", inner, "Content-Encoding: gzip\r\n")) + good);
  EXPECT_TRUE(has(body.out, "over the limit of 16 MiB")) << body.out;
  EXPECT_TRUE(has(body.out, "two people died")) << body.out;

  const std::string small =
      gzip(warc_page("https://herald.example/bomb", std::string(15'000'000, ' ')));
  const Outcome many = expect_answer("many small bombs", times(300, small) + good);
  EXPECT_TRUE(has(lines(many.out).back(), "two people died")) << lines(many.out).back();
}

TEST(Hostile, ArchivesOfNonsenseGetAnAnswer) {
  const std::string good = gzip(warc_page("https://herald.example/good", kPage));
  std::string starts;  // member after member that begins well
  for (int i = 0; i < 20'000; ++i) starts += good.substr(0, 40);
  expect_answer("starts of members", good + starts);
  expect_answer("magic", good + times(300'000, std::string("\x1f\x8b\x08\0", 4)));
  expect_answer("headers", "WARC/1.0\r\n" + times(500'000, "A: b\r\n"));
  expect_answer("version lines", times(50'000, "WARC/1.0\r\n\r\n"));
  expect_answer("a length that lies", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n");
  expect_answer(
      "a long record",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\nHTTP/1.1 200");
}

TEST(Hostile, FeedsGetAnAnswer) {
  const auto rss = [](const std::string& items) {
    return "<?xml version=\"1.0\"?><rss><channel>" + items + "</channel></rss>";
  };
  expect_answer("nested", rss("<item><description>" + times(200'000, "<b>")));
  expect_answer("one tag", rss("<item a=\"" + std::string(40'000'000, 'x') + "\"/>"));
  expect_answer("attributes", rss("<item " + times(100'000, "a=\"b\" ") + "/>"));
  expect_answer("small items", rss(times(20'000, "<item/>")));
  expect_answer("text", rss("<item><description>" + std::string(30'000'000, 'x')));
  expect_answer("JSON", R"({"version":"https://jsonfeed.org/version/1","items":)" +
                            std::string(100'000, '['));
}

}  // namespace
}  // namespace sayso::testing
