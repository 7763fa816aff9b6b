#include "ingest/html/metadata/metadata.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
PageMetadata read(std::string html, const PageContext& context = {.fetched = "2024-06-01"}) {
  const Dom dom(std::move(html));
  return find_metadata(dom, context);
}

TEST(Metadata, SaysWhereEachAnswerCameFrom) {
  const PageMetadata page = read(R"(<html lang="en-GB"><head>
    <title>Storm floods Dunmore | The Dunmore Herald</title>
    <meta property="og:site_name" content="The Dunmore Herald">
    <meta property="article:published_time" content="2019-10-16T09:30:00+02:00">
    <meta property="article:modified_time" content="2019-10-17T10:00:00+02:00">
    <meta name="description" content="Rain &amp; wind.">
    <link rel="canonical" href="https://herald.example/storm"></head>
    <body><h1>Storm floods Dunmore</h1><a rel="author">Ann Example</a><p>It rained.</p></body></html>)");
  EXPECT_EQ(page.title, "Storm floods Dunmore");
  EXPECT_STREQ(page.origins.title, "h1");
  EXPECT_EQ(page.authors, std::vector<std::string>{"Ann Example"});
  EXPECT_STREQ(page.origins.authors, "rel.author");
  EXPECT_EQ(page.outlet, "The Dunmore Herald");
  EXPECT_EQ(page.published, "2019-10-16T09:30:00+02:00");
  EXPECT_STREQ(page.origins.published, "meta.article:published_time");
  EXPECT_EQ(page.modified, "2019-10-17T10:00:00+02:00");
  EXPECT_EQ(page.canonical_uri, "https://herald.example/storm");
  EXPECT_EQ(page.language, "en-GB");
  EXPECT_EQ(page.description, "Rain & wind.");
  EXPECT_FALSE(page.paywalled);
}

TEST(Metadata, IsEmptyForAnEmptyPage) {
  const PageMetadata page = read("");
  EXPECT_FALSE(page.title || page.outlet || page.published || page.modified || page.language);
  EXPECT_TRUE(page.authors.empty());
}

TEST(Metadata, CutsTheOutletOffATitle) {
  EXPECT_EQ(read("<title>Storm floods Dunmore - Dunmore Herald</title>",
                 {.uri = "https://www.dunmore-herald.example/storm"})
                .title,
            "Storm floods Dunmore");
}

TEST(Metadata, LeavesKickersOutOfHeadings) {
  EXPECT_EQ(read(R"(<h1><span class="kicker">Weather:</span> Storm floods Dunmore</h1>)").title,
            "Storm floods Dunmore");
}

TEST(Metadata, PassesOverAHeadingThatNamesTheSite) {
  EXPECT_EQ(read(R"(<title>Storm floods Dunmore</title><h1>Dunmore Herald</h1>
                    <h2>Storm floods Dunmore</h2><p>It rained.</p>)")
                .title,
            "Storm floods Dunmore");
}

TEST(Metadata, ReadsVisibleDatesAndBylines) {
  const PageMetadata page = read(R"(<html lang="de"><h1>Sturm über Dunmar</h1>
    <p>Von Ann Beispiel</p><p>Veröffentlicht am 16. Oktober 2019, 9:30 Uhr</p>
    <p>Aktualisiert: 17.10.2019</p><p>Es regnete.</p></html>)");
  EXPECT_EQ(page.published, "2019-10-16T09:30:00");
  EXPECT_EQ(page.modified, "2019-10-17");
  EXPECT_EQ(page.authors, std::vector<std::string>{"Ann Beispiel"});
}

TEST(Metadata, PrefersTheDateBesideTheHeading) {
  const PageMetadata page = read(R"(<div class="related"><span class="date">1.1.2020</span></div>
    <h1>Sturm über Dunmar</h1><span class="date">16.10.2019</span><p>Es regnete.</p>
    <footer>&copy; 2021, gedruckt am 2.2.2021</footer>)");
  EXPECT_EQ(page.published, "2019-10-16");
}

TEST(Metadata, RefusesDatesThatCannotBe) {
  const PageMetadata page = read(R"(<meta property="article:published_time" content="2031-01-01">
    <meta name="dc.date" content="1970-01-01"><h1>Storm</h1><time datetime="2019-10-16"></time>)");
  EXPECT_EQ(page.published, "2019-10-16");
}

TEST(Metadata, GivesUtcTimesTheOutletsOwnDay) {
  const PageMetadata page = read(R"(<meta property="article:published_time"
    content="2019-10-16T23:05:00Z"><h1>Sturm</h1><p>17.10.2019, 01:05 Uhr</p>)");
  EXPECT_EQ(page.published, "2019-10-17T01:05:00+02:00");
}

TEST(Metadata, TakesTheOutletAsAuthorOnlyWhereNobodyElseIsNamed) {
  const std::string head = R"(<meta property="og:site_name" content="Dunmore Herald">
    <script type="application/ld+json">{"@type": "Article", "author": "Dunmore Herald"}</script>)";
  EXPECT_EQ(read(head + "<h1>Storm</h1>").authors, std::vector<std::string>{"Dunmore Herald"});
  EXPECT_EQ(read(head + "<h1>Storm</h1><p>By Ann Example</p>").authors,
            std::vector<std::string>{"Ann Example"});
}

TEST(Metadata, KnowsPaidPagesAndTextsInJsonLd) {
  const PageMetadata page = read(R"(<script type="application/ld+json">{"@type": "NewsArticle",
    "isAccessibleForFree": false, "articleBody": "It rained."}</script>)");
  EXPECT_TRUE(page.paywalled);
  EXPECT_EQ(page.body, "It rained.");
}

TEST(Metadata, MakesCanonicalAddressesAbsolute) {
  const std::string html = R"(<link rel="canonical" href="/storm">)";
  EXPECT_EQ(read(html, {.uri = "https://herald.example/a?b"}).canonical_uri,
            "https://herald.example/storm");
  EXPECT_FALSE(read(html).canonical_uri);
}

TEST(Metadata, ReadsAuthorsFromLabelledCards) {
  EXPECT_EQ(read(R"(<meta name="twitter:label1" content="Written by">
                    <meta name="twitter:data1" content="Ann Example">)")
                .authors,
            std::vector<std::string>{"Ann Example"});
}

TEST(Metadata, LooksIntoScriptsWhereNothingElseIsDated) {
  EXPECT_EQ(
      read(R"(<h1>Storm</h1><script>let page = {"publishedAt": "2019-10-16"};</script>)").published,
      "2019-10-16");
}

TEST(Metadata, ReadsLongValuesInLinearTime) {
  std::string tags, headings;
  for (int i = 0; i < 1'000'000; ++i) tags += "<a ";
  for (int i = 0; i < 40; ++i) headings += "<h1>" + std::string(399, 'a') + "b</h1>";
  const PageMetadata page =
      read("<meta property=og:description content='" + tags +
           "'><meta property=og:title content=" + std::string(8'000'000, 'a') + ">" + headings);
  EXPECT_LE(page.description.value_or("").size(), std::size_t{1} << 20U);
}

TEST(Metadata, ReadsManyElementsInLinearTime) {
  std::string html = "<h1>Storm</h1>";
  for (int i = 0; i < 200000; ++i) html += "<span class=author><h1 class=date>1.1.2019</h1>";
  EXPECT_EQ(read(std::move(html)).published, "2019-01-01");
}
}  // namespace
}  // namespace sayso
