// `sayso read` on pages, archives of pages and feeds; and the pages it writes: map and time line.
#include <gtest/gtest.h>

#include "ingest/testing/pack.h"
#include "ingest/warc/testing/warc_builder.h"
#include "program.h"

namespace sayso::testing {
namespace {
const std::string kPage =
    news_page("Raid in Dravica", "Police said on Tuesday that two people died in a raid.");

std::string utf16(const std::string& ascii) {
  std::string out;
  for (const char c : ascii) out += std::string{c, '\0'};
  return out;
}

TEST(ReadPage, SaysWhoSaysWhat) {
  const Outcome ran = run_sayso({"read", "--published", "2023-06-21", "-"}, kPage);
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_TRUE(has(ran.out, "\"media_type\":\"text/html\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "Police said on Tuesday that two people died in a raid.")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"value\":\"2023-06-20\"")) << ran.out;
  EXPECT_TRUE(has(ran.out, "\"act\":\"say\"")) << ran.out;
  EXPECT_FALSE(has(ran.out, "<p>")) << ran.out;
}

TEST(ReadPage, IsToldByContentInAnyEncodingAndPacking) {
  const Folder folder;
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"page.html", kPage},
           {"page", kPage},
           {"page.txt", kPage},
           {"page.html.gz", gzip(kPage)},
           {"page.zst", zstd(kPage)},
           {"wide.html", "\xFF\xFE" + utf16(kPage)},
           {"wide-unmarked.html", utf16(kPage)},
           {"page.xhtml", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + kPage},
           {"piece.html",
            "<article><p>Police said on Tuesday that two people died in a raid.</p>"
            "<p>Residents said they had heard shouting.</p></article>"}}) {
    const Outcome ran = run_sayso({"read", folder.file(name, bytes)});
    EXPECT_EQ(ran.status, 0) << name << ran.err;
    EXPECT_TRUE(has(ran.out, "\"media_type\":\"text/html\"")) << name << ran.out;
    EXPECT_TRUE(has(ran.out, "Police said on Tuesday that two people died")) << name << ran.out;
  }
}

TEST(ReadWarc, GivesThePagesInRecordOrder) {
  const Folder folder;
  std::string file = gzip(warc_info());
  std::vector<std::size_t> offsets;
  for (int i = 0; i < 20; ++i) {
    offsets.push_back(file.size());
    const std::string number = std::to_string(i);
    const std::string uri =
        "https://herald.example/" + std::string(i % 2 == 0 ? "world/" : "sport/") + number;
    file +=
        gzip(warc_page(uri, news_page("Raid number " + number, "Police said two people died.")));
    file += gzip(warc_record("request", uri, "application/http", "GET / HTTP/1.1\r\n\r\n"));
  }
  const std::string path = folder.file("crawl.warc.gz", file);
  const Outcome one = run_sayso({"read", "--threads", "1", path});
  EXPECT_EQ(one.status, 0) << one.err;
  const auto out = lines(one.out);
  ASSERT_EQ(out.size(), 20U);
  for (std::size_t i = 0; i < out.size(); ++i) {
    EXPECT_TRUE(has(out[i], "Raid number " + std::to_string(i) + "\"")) << out[i].substr(0, 300);
    EXPECT_TRUE(has(out[i], "\"file\":\"" + path + "\",\"offset\":" + std::to_string(offsets[i])))
        << out[i].substr(0, 800);
  }
  EXPECT_EQ(run_sayso({"read", "--threads", "4", path}).out, one.out);
  EXPECT_EQ(lines(run_sayso({"read", "--url-filter", "/sport/\\d+$", path}).out).size(), 10U);
}

TEST(ReadWarc, GoesOnBehindDamageAndNamesItsPlace) {
  const Folder folder;
  const std::string page = gzip(warc_page("https://herald.example/1", kPage));
  std::string broken = page;
  for (std::size_t i = 60; i < 80; ++i) broken[i] = static_cast<char>(~broken[i]);
  const Outcome ran = run_sayso(
      {"read", folder.file("a.warc.gz", page + broken + page + page.substr(0, page.size() / 2))});
  EXPECT_EQ(ran.status, 1);
  const auto out = lines(ran.out);
  ASSERT_EQ(out.size(), 4U) << ran.out;
  EXPECT_TRUE(has(out[1], "a.warc.gz at offset " + std::to_string(page.size()) + ": ")) << out[1];
  EXPECT_TRUE(has(out[2], "two people died")) << out[2];
  EXPECT_TRUE(has(
      out[3], "at offset " + std::to_string(3 * page.size()) + ": the file ends inside a record"))
      << out[3];
  EXPECT_EQ(lines(ran.err).size(), 2U) << ran.err;
}

TEST(ReadFeed, GivesItemsInTheirOrder) {
  const std::string feed =
      "<?xml version=\"1.0\" encoding=\"windows-1252\"?><rss version=\"2.0\"><channel>"
      "<title>Dunmore Herald</title>"
      "<item><title>Raid</title><link>https://herald.example/1</link>"
      "<pubDate>Wed, 21 Jun 2023 10:00:00 GMT</pubDate><description>&lt;p&gt;Police said on "
      "Tuesday "
      "two people died in a caf\xE9.&lt;/p&gt;</description></item>"
      "<item><title>Fire</title><link>https://herald.example/2</link>"
      "<description>The ministry said a warehouse burned.</description></item>"
      "</channel></rss>";
  const Outcome ran = run_sayso({"read", "-"}, feed);
  EXPECT_EQ(ran.status, 0) << ran.err;
  const auto out = lines(ran.out);
  ASSERT_EQ(out.size(), 2U);
  EXPECT_TRUE(has(out[0], "two people died in a caf\u00E9.")) << out[0];
  EXPECT_TRUE(has(out[0], "\"uri\":\"https://herald.example/1\",\"outlet\":\"Dunmore Herald\""));
  EXPECT_TRUE(has(out[0], "\"published\":\"2023-06-21T10:00:00")) << out[0];
  EXPECT_TRUE(has(out[0], "\"value\":\"2023-06-20\"")) << out[0];
  EXPECT_TRUE(has(out[1], "The ministry said a warehouse burned.")) << out[1];
}

TEST(ReadFolder, TakesEveryFormatSideBySide) {
  const Folder folder;
  folder.file("1.html", kPage);
  folder.file("2.json",
              R"({"version": "https://jsonfeed.org/version/1.1", "title": "Herald", "items": [
                 {"id": "x", "content_text": "Police said two people died."}]})");
  folder.file("3.pdf", "%PDF-1.7\n");
  folder.file("4.warc", warc_page("https://herald.example/1", kPage));
  folder.file("5.txt", "Police said two people died.");
  const Outcome ran = run_sayso({"read", folder.path()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(lines(ran.out).size(), 5U) << ran.out;
  ASSERT_EQ(lines(ran.err).size(), 1U) << ran.err;
  EXPECT_TRUE(
      has(ran.err, "it is a PDF; sayso does not read PDF: convert it to text or HTML first"))
      << ran.err;
}

const std::string kPlacesAndDates =
    "Police said on Monday that two people were killed in Peshawar, Pakistan. Gunmen killed four "
    "people in Karachi in May 2023, officials said. Shops in Karachi were closed.";

Outcome read_fast(const std::string& format, const std::string& text) {
  return run_sayso(
      {"read", "--reader", "fast", "--published", "2023-06-21", "--format", format, "-"}, text);
}

TEST(WrittenPage, HasAMapThatNeedsNothingFromOutside) {
  const std::string html = read_fast("html", kPlacesAndDates).out;
  EXPECT_TRUE(has(html, "<svg viewBox=\"0 0 1000 ")) << html;
  EXPECT_TRUE(has(html, "<title>Karachi, Sindh, Pakistan: named 2 times")) << html;
  EXPECT_TRUE(has(html, "class=\"marker told\" data-of=\"p1\"")) << html;
  EXPECT_TRUE(has(html, "data-in=\"p1\"") || has(html, " p1\"")) << "the words light the marker";
  EXPECT_TRUE(has(html, "Borders: Natural Earth, public domain; drawing them endorses none."));
  EXPECT_FALSE(has(html, "http") || has(html, "src=") || has(html, "url("));
  EXPECT_LT(html.size(), 25'000U) << "only what lies within the frame";
}

TEST(WrittenPage, HasNoMapWhereNoPlaceIsKnown) {
  const std::string html = read_fast("html", "Police said two people died in a raid.").out;
  EXPECT_FALSE(has(html, "<svg") || has(html, "Natural Earth")) << html;
}

TEST(WrittenPage, HasATimeLineThatSaysWhoSaysIt) {
  const std::string html = read_fast("html", kPlacesAndDates).out;
  const std::size_t may = html.find("<span class=\"date\">May 2023</span>");
  const std::size_t monday = html.find("<span class=\"date\">Mon 19 June 2023</span>");
  const std::size_t published =
      html.find("<span class=\"date\">Wed 21 June 2023</span> &middot; the day of publication");
  ASSERT_NE(published, std::string::npos) << html;
  EXPECT_LT(may, monday);
  EXPECT_LT(monday, published);
  EXPECT_TRUE(has(html.substr(may, monday - may), "quoting officials (said)")) << html;
  EXPECT_FALSE(has(read_fast("html", "Police said two people died on Monday.").out, "Time line"));
}

TEST(WrittenPage, TellsPlacesAndDatesOnATerminal) {
  const std::string text = read_fast("text", kPlacesAndDates).out;
  for (const char* part :
       {"\nTIME LINE\n  May 2023          assault", "\n  Mon 19 June 2023  assault",
        "\n  Wed 21 June 2023  (the day of publication)\n",
        "\nPLACES\n  Karachi, Sindh, Pakistan, 24.86 N 67.01 E, 2 times\n",
        "when: Monday (2023-06-19)"}) {
    EXPECT_TRUE(has(text, part)) << part << text;
  }
}

}  // namespace
}  // namespace sayso::testing
