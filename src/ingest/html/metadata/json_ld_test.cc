#include "ingest/html/metadata/json_ld.h"

#include <gtest/gtest.h>

#include "ingest/html/metadata/json_repair.h"

namespace sayso {
namespace {
LinkedData read(std::string_view script) {
  LinkedData data;
  read_json_ld(script, data);
  return data;
}

TEST(JsonLd, DescribesTheArticle) {
  const LinkedData data = read(R"({"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Storm &amp; flood", "datePublished": "2019-10-16T09:30:00+02:00",
    "author": {"@type": "Person", "name": "Ann Example"}, "isAccessibleForFree": "False",
    "publisher": {"@type": "Organization", "name": "The Dunmore Herald"}, "articleBody": "It rained."})");
  const LinkedThing* article = data.find_main(LinkedKind::article, "");
  ASSERT_NE(article, nullptr);
  EXPECT_EQ(article->headline, "Storm & flood");
  EXPECT_EQ(article->published, "2019-10-16T09:30:00+02:00");
  ASSERT_EQ(article->authors.size(), 1U);
  EXPECT_EQ(article->authors[0].name, "Ann Example");
  EXPECT_EQ(article->publisher, "The Dunmore Herald");
  EXPECT_EQ(article->body, "It rained.");
  EXPECT_TRUE(article->paywalled);
}

TEST(JsonLd, FollowsReferencesInAGraph) {
  const LinkedData data = read(R"({"@graph": [
    {"@type": "WebSite", "name": "The Dunmore Herald"},
    {"@type": ["Article", "Thing"], "@id": "#a", "author": [{"@id": "#p1"}, {"@id": "#p2"}]},
    {"@type": "Person", "@id": "#p1", "name": "Ann Example"},
    {"@type": "Person", "@id": "#p2", "name": "Bob Sample"}]})");
  const LinkedThing* article = data.find_main(LinkedKind::article, "");
  ASSERT_NE(article, nullptr);
  ASSERT_EQ(article->authors.size(), 2U);
  EXPECT_EQ(article->authors[1].name, "Bob Sample");
  EXPECT_EQ(data.site_name, "The Dunmore Herald");
}

TEST(JsonLd, ReadsAuthorsHoweverTheyAreGiven) {
  for (const char* authors :
       {R"("Ann Example")", R"(["Ann Example"])", R"({"name": "Ann Example"})",
        R"([{"name": ["Ann Example"]}])", R"({"@list": ["Ann Example"]})"}) {
    const LinkedData data = read(std::string(R"({"@type": "Article", "author": )") + authors + "}");
    ASSERT_EQ(data.things.size(), 1U) << authors;
    ASSERT_EQ(data.things[0].authors.size(), 1U) << authors;
    EXPECT_EQ(data.things[0].authors[0].name, "Ann Example") << authors;
  }
}

TEST(JsonLd, PrefersTheArticleAtThePagesAddress) {
  const LinkedData data = read(R"([
    {"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "Teaser"}]},
    {"@type": "Article", "headline": "Another", "url": "https://herald.example/b"},
    {"@type": "Article", "headline": "This", "url": "https://herald.example/a"}])");
  EXPECT_EQ(data.find_main(LinkedKind::article, "https://herald.example/a")->headline, "This");
  EXPECT_EQ(data.find_main(LinkedKind::article, "")->headline, "Another");
}

TEST(JsonLd, SurvivesSlightDamage) {
  for (const char* script : {
           "<!-- {\"@type\": \"Article\", \"headline\": \"Storm\"} -->",
           "//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"Storm\",}\n//]]>",
           "/* ours */ {\"@type\": \"Article\", \"description\": \"two\nlines\", \"headline\": "
           "\"Storm\"};",
           "{\"@type\": \"Article\", \"headline\": \"Storm\"} {\"@type\": \"WebPage\"}",
           "{\"@type\": \"Article\", \"name\": \"it\\'s\", \"headline\": \"Storm\"",
       }) {
    const LinkedData data = read(script);
    const LinkedThing* article = data.find_main(LinkedKind::article, "");
    // The last one lacks its bracket, which nobody can put in for sure.
    if (std::string_view(script).ends_with('"')) continue;
    ASSERT_NE(article, nullptr) << script << "\n" << repair_json(script);
    EXPECT_EQ(article->headline, "Storm") << script;
  }
}

TEST(JsonLd, IgnoresWhatIsNoJson) {
  for (const char* script : {"", "{", "[[[[", "null", "window.a = 1;", "{\"a\":}", "\"\\"}) {
    EXPECT_TRUE(read(script).things.empty()) << script;
  }
  EXPECT_TRUE(read(std::string(100000, '[')).things.empty());
}

TEST(JsonLd, ValuesAreFoundInOtherScripts) {
  EXPECT_EQ(find_json_string(R"(var a = {"pubDate": "2019-10-16"};)", "pubDate"), "2019-10-16");
  EXPECT_EQ(find_json_string(R"(var a = "{\"pubDate\":\"2019-10-16\"}";)", "pubDate"),
            "2019-10-16");
  EXPECT_EQ(find_json_string("pubDate", "pubDate"), "");
}
}  // namespace
}  // namespace sayso
