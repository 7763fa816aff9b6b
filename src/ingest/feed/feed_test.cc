// RSS, Atom and JSON Feed, as the reports that come out of them.
#include <gtest/gtest.h>

#include "ingest/testing/read_all.h"

namespace sayso {
namespace {
using Lines = std::vector<std::string>;

Report only_report(std::string_view bytes, const IngestOptions& options = {}) {
  const auto items = read_all(bytes, "feed", options);
  EXPECT_EQ(items.size(), 1U);
  const auto* report = items.empty() ? nullptr : std::get_if<Report>(items.data());
  EXPECT_NE(report, nullptr) << (items.empty() ? "nothing" : to_line(items[0]));
  return report == nullptr ? Report() : *report;
}

// Whether the text of a report is about this: what becomes of its markup is tested elsewhere.
bool tells(const Report& report, const std::string& words) {
  return report.text.find(words) != std::string::npos;
}

std::string rss(const std::string& items) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
         "<title>Dunmore Herald</title><link>https://herald.example/</link><language>en</language>"
         "<image><title>Logo</title></image>" +
         items + "</channel></rss>";
}

const std::string kItem =
    "<item><title>Raid in Dravica</title><link>https://herald.example/raid</link>"
    "<guid isPermaLink=\"false\">4711</guid><pubDate>Wed, 21 Jun 2023 10:00:00 +0200</pubDate>"
    "<author>ann@herald.example (Ann Example)</author>"
    "<description>Two people died.</description>"
    "<content:encoded><![CDATA[<p>Police said two people died.</p><p>A third was hurt.</p>]]>"
    "</content:encoded></item>";

TEST(Feed, GivesTheWholeOfAnRssItem) {
  const Report report = only_report(rss(kItem));
  EXPECT_EQ(report.id, "4711");
  EXPECT_EQ(report.title, "Raid in Dravica");
  EXPECT_EQ(report.uri, "https://herald.example/raid");
  EXPECT_EQ(report.outlet, "Dunmore Herald");
  EXPECT_EQ(report.published, "2023-06-21T10:00:00+02:00");
  EXPECT_EQ(report.bylines, Lines{"Ann Example"});
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.source.media_type, "application/rss+xml");
  EXPECT_EQ(report.source.sha256.size(), 64U);
  EXPECT_TRUE(tells(report, "Police said two people died.")) << report.text;
  EXPECT_TRUE(tells(report, "A third was hurt."));
  EXPECT_EQ(report.warnings, Lines{});
}

TEST(Feed, SaysWhenAnItemIsASummaryOrEmpty) {
  const Report summary = only_report(
      rss("<item><title>A &amp;amp; B&#8217;s</title><guid>https://herald.example/2</guid>"
          "<description>Two &lt;b&gt;people&lt;/b&gt; died.&nbsp;More soon.</description></item>"));
  EXPECT_EQ(summary.title, "A & B\u2019s");
  EXPECT_EQ(summary.uri, "https://herald.example/2");
  EXPECT_TRUE(tells(summary, "died.")) << summary.text;
  EXPECT_EQ(summary.warnings, Lines{"the feed carries a summary, perhaps not the whole report"});
  const Report empty = only_report(rss("<item><title>Raid</title></item>"));
  EXPECT_EQ(empty.text, "");
  EXPECT_EQ(empty.id, "feed:1");
  EXPECT_EQ(empty.warnings, Lines{"the feed carries no text of this report"});
}

TEST(Feed, GivesTheItemsOfRss1) {
  const Report report = only_report(
      "<?xml version='1.0'?><rdf:RDF xmlns='http://purl.org/rss/1.0/' "
      "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
      "<channel rdf:about='x'><title>Herald</title></channel>"
      "<item rdf:about='https://herald.example/1'><title>Raid</title>"
      "<description>Two died.</description><dc:date>2023-06-21T08:00:00Z</dc:date>"
      "<dc:creator>Ann Example</dc:creator></item></rdf:RDF>");
  EXPECT_EQ(report.id, "https://herald.example/1");
  EXPECT_EQ(report.uri, report.id);
  EXPECT_EQ(report.published, "2023-06-21T08:00:00Z");
  EXPECT_EQ(report.bylines, Lines{"Ann Example"});
  EXPECT_EQ(report.outlet, "Herald");
  EXPECT_EQ(report.source.media_type, "application/rdf+xml");
}

TEST(Feed, GivesTheEntriesOfAtom) {
  const auto items = read_all(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Herald</title>"
      "<author><name>The Desk</name><email>desk@herald.example</email></author>"
      "<entry><id>urn:1</id><title type='html'>Raid &amp;amp; fire</title>"
      "<link rel='self' href='https://herald.example/1.xml'/>"
      "<link href='https://herald.example/1'/><updated>2023-06-22T00:00:00Z</updated>"
      "<published>2023-06-21T00:00:00Z</published><author><name>Ann Example</name></author>"
      "<source><title>Elsewhere</title><id>urn:other</id></source>"
      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Five &lt; six "
      "died.</p></div></content></entry>"
      "<entry><id>urn:2</id><title>Two</title><updated>2023-06-22T00:00:00Z</updated>"
      "<content type='text'>Plain &lt;text&gt; here.</content></entry>"
      "<entry><id>urn:3</id><title>Three</title><summary type='html'>&lt;p&gt;Short.</summary>"
      "<content type='image/png' src='x'/></entry></feed>",
      "feed");
  ASSERT_EQ(items.size(), 3U);
  const auto& first = std::get<Report>(items[0]);
  EXPECT_EQ(first.id, "urn:1");
  EXPECT_EQ(first.title, "Raid & fire");
  EXPECT_EQ(first.uri, "https://herald.example/1");
  EXPECT_EQ(first.published, "2023-06-21T00:00:00Z");
  EXPECT_EQ(first.bylines, Lines{"Ann Example"});
  EXPECT_EQ(first.language, "en");
  EXPECT_TRUE(tells(first, "died.")) << first.text;
  const auto& second = std::get<Report>(items[1]);
  EXPECT_EQ(second.text, "Plain <text> here.");
  EXPECT_EQ(second.published, "2023-06-22T00:00:00Z");
  EXPECT_EQ(second.bylines, Lines{"The Desk"});
  EXPECT_TRUE(tells(std::get<Report>(items[2]), "Short."));
  EXPECT_EQ(std::get<Report>(items[2]).source.media_type, "application/atom+xml");
}

TEST(Feed, GivesTheItemsOfAJsonFeed) {
  const auto items = read_all(
      R"({"version": "https://jsonfeed.org/version/1.1", "items": [
      {"id": 7, "url": "https://herald.example/7", "title": "Raid", "content_text": "Two died.",
       "date_published": "2023-06-21T08:00:00Z", "authors": [{"name": "Ann Example"}]},
      12,
      {"id": "8", "external_url": "https://herald.example/8", "summary": "Short.",
       "author": {"name": "Bob Sample"}},
      {"id": "9", "content_html": "<p>Police said so.</p>"}],
      "title": "Herald", "language": "en", "authors": [{"name": "The Desk"}]})",
      "feed");
  ASSERT_EQ(items.size(), 4U);
  const auto& first = std::get<Report>(items[0]);
  EXPECT_EQ(first.id, "7");
  EXPECT_EQ(first.text, "Two died.");
  EXPECT_EQ(first.outlet, "Herald");
  EXPECT_EQ(first.published, "2023-06-21T08:00:00Z");
  EXPECT_EQ(first.bylines, Lines{"Ann Example"});
  EXPECT_EQ(first.source.media_type, "application/feed+json");
  EXPECT_TRUE(to_line(items[1]).starts_with("feed:2 refused: cannot read feed item 2: not a valid"))
      << to_line(items[1]);
  EXPECT_EQ(std::get<Report>(items[2]).bylines, Lines{"Bob Sample"});
  EXPECT_EQ(std::get<Report>(items[2]).warnings.size(), 1U);
  EXPECT_EQ(std::get<Report>(items[3]).bylines, Lines{"The Desk"});
  EXPECT_TRUE(tells(std::get<Report>(items[3]), "Police said so."));
}

TEST(Feed, FallsBackOnTheSummaryOfAContentWithoutWords) {
  const Report report = only_report(
      rss("<item><title>Raid</title><description>Two people died.</description><content:encoded>"
          "<![CDATA[<p><img src='a.jpg'/></p>]]></content:encoded></item>"));
  EXPECT_TRUE(tells(report, "Two people died.")) << report.text;
  EXPECT_EQ(report.warnings, Lines{"the feed carries a summary, perhaps not the whole report"});
  const Report empty = only_report(
      rss("<item><title>Raid</title><content:encoded>&lt;img&gt;</content:encoded></item>"));
  EXPECT_EQ(empty.text, "");
  EXPECT_EQ(empty.warnings, Lines{"the feed carries no text of this report"});
}

TEST(Feed, NamesAuthorsWithoutTheirAddressesAndCues) {
  struct Row {
    const char* author;
    Lines names;
  };
  for (const Row& row :
       {Row{"Ann Example &lt;ann@herald.example&gt;", {"Ann Example"}},
        Row{"Ann Example (ann@herald.example)", {"Ann Example"}},
        Row{"ann@herald.example (Ann Example)", {"Ann Example"}}, Row{"ann@herald.example", {}},
        Row{"By Ann Example and Bob Sample", {"Ann Example", "Bob Sample"}},
        Row{"The Desk", {"The Desk"}}, Row{"ann example", {"ann example"}}}) {
    const std::string author = std::string("<author>") + row.author + "</author>";
    EXPECT_EQ(only_report(rss("<item><title>x</title>" + author + "</item>")).bylines, row.names)
        << row.author;
  }
}

TEST(Feed, NamesFortyAuthorsAtMost) {
  std::string xml, json;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      const std::string name = std::string("Ann ") + a + b + "lson";
      xml += "<dc:creator>" + name + "</dc:creator>";
      json += (json.empty() ? "" : ",") + std::string("{\"name\": \"") + name + "\"}";
    }
  }
  EXPECT_EQ(only_report(rss("<item><title>x</title>" + xml + "</item>")).bylines.size(), 40U);
  EXPECT_EQ(only_report("{\"version\": \"https://jsonfeed.org/version/1.1\", \"authors\": [" +
                        json + "], \"items\": [{\"id\": \"1\"}]}")
                .bylines.size(),
            40U);
}

TEST(Feed, MakesAddressesAbsolute) {
  struct Row {
    const char *link, *uri;
  };
  for (const Row& row : {Row{"/world/raid?a:b", "https://herald.example/world/raid?a:b"},
                         Row{"raid", "https://herald.example/raid"},
                         Row{"//other.example/raid", "https://other.example/raid"},
                         Row{"http://other.example/", "http://other.example/"}}) {
    const std::string link = std::string("<link>") + row.link + "</link>";
    EXPECT_EQ(only_report(rss("<item><title>x</title>" + link + "</item>")).uri, row.uri);
  }
  EXPECT_EQ(only_report("<feed xml:base='https://herald.example/en/index.xml'><entry><title>x"
                        "</title><link href='raid'/></entry></feed>")
                .uri,
            "https://herald.example/en/raid");
}

TEST(Feed, KnowsTheZonesOfMail) {
  const std::string before = "<item><title>x</title><pubDate>Wed, 21 Jun 2023 10:00:00 ";
  const auto published = [&](const std::string& zone) {
    return only_report(rss(before + zone + "</pubDate></item>")).published;
  };
  EXPECT_EQ(published("EST"), "2023-06-21T10:00:00-05:00");
  EXPECT_EQ(published("PDT"), "2023-06-21T10:00:00-07:00");
  EXPECT_EQ(published("GMT"), "2023-06-21T10:00:00Z");
}

TEST(Feed, BreaksLinesOfXhtmlOnce) {
  const auto entry = [](const std::string& content) {
    return only_report("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>" + content +
                       "</entry></feed>")
        .text;
  };
  EXPECT_EQ(entry("<content type='xhtml'><div><p>Two people died.<br/>One was hurt.</p></div>"
                  "</content>"),
            entry("<content type='html'>&lt;p&gt;Two people died.&lt;br&gt;One was hurt.&lt;/p&gt;"
                  "</content>"));
}

// A piece may end anywhere inside of "<item>".
TEST(Feed, TellsTheBytesOfAnItemThatBeginsAtTheEndOfAPiece) {
  const std::string whole = only_report(rss(kItem)).source.sha256;
  constexpr std::size_t kPiece = std::size_t{256} << 10U;
  const std::size_t before = rss("").find("</channel>");
  for (std::size_t inside = 0; inside < 9; ++inside) {
    const std::string blanks(kPiece - before - inside, ' ');
    EXPECT_EQ(only_report(rss(blanks + kItem)).source.sha256, whole) << inside;
  }
}

TEST(Feed, IsReadInEveryEncoding) {
  const std::string head = "<?xml version='1.0' encoding='";
  const std::string before = "'?><rss><channel><item><title>";
  const std::string after =
      "</title><description>Two people died.</description></item></channel></rss>";
  struct Row {
    const char *encoding, *title, *is;
  };
  for (const Row& row :
       {Row{"windows-1251", "\xC4\xE0", "Да"}, Row{"windows-1252", "\x93x\x94", "“x”"},
        Row{"iso-8859-1", "caf\xE9", "café"}, Row{"iso-8859-15", "\xA4", "€"},
        Row{"shift_jis", "\x93\xFA\x96\x7B", "日本"}, Row{"euc-kr", "\xB0\xA1", "가"}}) {
    EXPECT_EQ(only_report(head + row.encoding + before + row.title + after).title, row.is)
        << row.encoding;
  }
  const auto unknown = read_all(head + "x-none" + before + "x" + after, "feed");
  EXPECT_TRUE(
      to_line(unknown.at(0)).starts_with("feed refused: cannot read feed: not well-formed XML"));
}

TEST(Feed, KeepsTheItemsInFrontOfDamage) {
  const auto items = read_all(rss(kItem + "<item><title>x</b></item>"), "feed");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_TRUE(std::holds_alternative<Report>(items[0]));
  EXPECT_EQ(to_line(items[1]),
            "feed refused: cannot read feed: not well-formed XML at line 2: mismatched tag");
}

TEST(Feed, RefusesAnItemThatIsTooLarge) {
  const std::string large =
      "<item><guid>1</guid><description>" + std::string(5000, 'x') + "</description></item>";
  const auto items = read_all(rss(large + kItem), "feed", {.max_report_bytes = 1000});
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(to_line(items[0]),
            "1 refused: cannot read feed item 1: over the limit of 1000 bytes a report");
  EXPECT_TRUE(std::holds_alternative<Report>(items[1]));
}

TEST(Feed, DoesNotExpandEntitiesWithoutEnd) {
  std::string bomb = "<!DOCTYPE rss [<!ENTITY a0 \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\">";
  for (int i = 1; i < 12; ++i) {
    const std::string name = "a" + std::to_string(i - 1);
    bomb += "<!ENTITY a" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) bomb += "&" + name + ";";
    bomb += "\">";
  }
  bomb += "]><rss><channel><item><description>&a11;</description></item></channel></rss>";
  const auto items = read_all("<?xml version='1.0'?>" + bomb, "feed");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_TRUE(to_line(items[0]).starts_with("feed refused")) << to_line(items[0]).substr(0, 200);
}

TEST(Feed, OpensNoOtherFile) {
  const Report report = only_report(
      "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>"
      "<rss><channel><item><title>x&file;y</title><description>Two "
      "died.</description></item></channel></"
      "rss>");
  EXPECT_TRUE(report.title == "xy" || report.title == "x&file;y") << *report.title;
}

// Items larger than the buffer, so that they lie in several pieces.
TEST(Feed, TellsTheBytesOfItemsThatLieInSeveralPieces) {
  std::string text;
  while (text.size() < 700'000) text += "Police said two people died in Dravica. ";
  const std::string item = "<item><guid>1</guid><description>" + text + "</description></item>";
  const auto items = read_all(rss(item + item + kItem + item), "feed");
  ASSERT_EQ(items.size(), 4U);
  const std::string& first = std::get<Report>(items[0]).source.sha256;
  EXPECT_EQ(std::get<Report>(items[1]).source.sha256, first);
  EXPECT_EQ(std::get<Report>(items[3]).source.sha256, first);
  EXPECT_EQ(std::get<Report>(items[2]).source.sha256, only_report(rss(kItem)).source.sha256);
  EXPECT_EQ(std::get<Report>(items[0]).text.size(), std::get<Report>(items[3]).text.size());
}

}  // namespace
}  // namespace sayso
