#include "ingest/html/article/article.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
const std::string kFirst =
    "The harbour bridge was closed on Tuesday after a lorry hit one of its pillars, the port said.";
const std::string kSecond =
    "\"We had no warning,\" said Amal Haddad, who runs the ferry, \"and people waited for hours.\"";
const std::string kThird =
    "Engineers will look at the damage this week, and the bridge may open again on Monday.";
const std::string kComment =
    "I have been saying for years that this bridge is far too old for all those heavy lorries.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }
std::string text_of_page(const std::string& body, const ArticleHints& hints = {}) {
  return find_article(Dom("<!doctype html><title>Bridge closed</title><body>" + body), hints).text;
}
const std::string kStory = p(kFirst) + p(kSecond) + p(kThird);
const std::string kText = kFirst + "\n\n" + kSecond + "\n\n" + kThird;

TEST(Article, IsTheProseOfThePage) {
  EXPECT_EQ(text_of_page("<nav><a href=/>Home</a></nav><div><h1>Bridge closed</h1>" + kStory +
                         "</div><footer>The Harbour Post, Pier Street 1</footer>"),
            kText);
}

TEST(Article, LeavesOutWhatStandsBesideIt) {
  struct Row {
    const char *before, *behind;
  };
  for (const Row& row : {
           Row{"<aside>", "</aside>"},
           Row{"<div class=related-articles>", "</div>"},
           Row{"<div class='c-newsletter-box'>", "</div>"},
           Row{"<div id=cookie-consent>", "</div>"},
           Row{"<figure><img src=a><figcaption>", "</figcaption></figure>"},
           Row{"<p class=caption>", "</p>"},
           Row{"<div style='display: none'>", "</div>"},
           Row{"<div hidden>", "</div>"},
           Row{"<form>", "</form>"},
           Row{"<button>", "</button>"},
           Row{"<p><a href=x>", "</a></p>"},
           Row{"<p>Read more: ", "</p>"},
       }) {
    EXPECT_EQ(text_of_page("<article>" + p(kFirst) + row.before +
                           "Bridge closed again, in pictures: see them all here and now" +
                           row.behind + p(kSecond) + p(kThird) + "</article>"),
              kText)
        << row.before;
  }
}

TEST(Article, LeavesOutCommentsLongerThanItself) {
  std::string comments;
  for (int i = 0; i < 20; ++i) comments += p(std::to_string(i) + " " + kComment);
  EXPECT_EQ(
      text_of_page("<div><div>" + kStory + "</div><div id=comments>" + comments + "</div></div>"),
      kText);
}

TEST(Article, BelievesProseMoreThanNames) {
  EXPECT_EQ(text_of_page("<div class='sidebar-right share'>" + kStory + "</div>"), kText);
}

TEST(Article, IsWhereThePageMarksIt) {
  std::string teasers;
  for (int i = 0; i < 3; ++i) teasers += p(std::to_string(i) + " " + kComment);
  EXPECT_EQ(
      text_of_page("<div>" + teasers + "<div itemprop=articleBody>" + kStory + "</div></div>"),
      kText);
}

TEST(Article, LeavesOutItsHead) {
  EXPECT_EQ(text_of_page("<article><p>Harbour</p><h1>Bridge closed</h1><p>By Jo Brandt</p>"
                         "<p>12 June 2019, 10:15</p>" +
                         kStory + "</article>"),
            kText);
}

TEST(Article, KeepsItsStandfirst) {
  EXPECT_EQ(text_of_page("<article><h1>Bridge closed</h1><p class=standfirst>" + kComment +
                         "</p><div class=article-body>" + kStory + "</div></article>"),
            kComment + "\n\n" + kText);
}

TEST(Article, LeavesOutItsEnd) {
  EXPECT_EQ(text_of_page("<article>" + kStory +
                         "<h3>Related</h3><ul><li><a href=a>Ferry late again</a></ul>"
                         "<p>Follow us on Twitter</p><p>Harbour Post</p></article>"),
            kText);
}

TEST(Article, KeepsHeadingsListsAndQuotations) {
  EXPECT_EQ(text_of_page("<article>" + p(kFirst) +
                         "<h2>What is known</h2><ul><li>One pillar is cracked.<li>Nobody is hurt."
                         "</ul><blockquote>" +
                         kSecond + "</blockquote>" + p(kThird) + "</article>"),
            kFirst + "\n\nWhat is known\n\nOne pillar is cracked.\nNobody is hurt.\n\n" + kSecond +
                "\n\n" + kThird);
}

TEST(Article, KeepsQuotedPosts) {
  EXPECT_EQ(text_of_page("<article>" + p(kFirst) +
                         "<div class=social-embed><blockquote class=twitter-tweet><p>" + kSecond +
                         "</p></blockquote></div>" + p(kThird) + "</article>"),
            kText);
}

TEST(Article, PartsParagraphsAtTwoBreaks) {
  EXPECT_EQ(
      text_of_page("<div>" + kFirst + "<br><br>" + kSecond + "<br>\n<br/>" + kThird + "</div>"),
      kText);
}

TEST(Article, WritesARowOfATableOnALine) {
  EXPECT_EQ(
      text_of_page("<article>" + p(kFirst) +
                   "<table><tr><th>Pier</th><th>Ferries</th></tr><tr><td>North<td>12</table>" +
                   p(kThird) + "</article>"),
      kFirst + "\n\nPier Ferries\nNorth 12\n\n" + kThird);
}

TEST(Article, SaysTheSameOnlyOnce) {
  EXPECT_EQ(text_of_page("<article>" + p(kFirst) + kStory + "</article>"), kText);
}

TEST(Article, LeavesOutNoticesThatComeAgainAndAgain) {
  const std::string notice = "<p>This content is not available</p>";
  EXPECT_EQ(text_of_page("<article>" + p(kFirst) + notice + p(kSecond) + notice + notice +
                         p(kThird) + "</article>"),
            kText);
}

TEST(Article, DropsInvisibleMarks) {
  EXPECT_EQ(text_of_page("<article><p>The har&shy;bour\xE2\x80\x8B bridge\xC2\xA0 was closed on "
                         "Tuesday, and nobody knows until when.</p></article>"),
            "The harbour bridge was closed on Tuesday, and nobody knows until when.");
}

TEST(Article, ReadsAcceleratedMobilePages) {
  EXPECT_EQ(text_of_page("<amp-sidebar><ul><li>Harbour</ul></amp-sidebar><article><h1>Bridge "
                         "closed</h1><amp-img src=a><noscript><img src=a></noscript></amp-img>"
                         "<div class='article-body'>" +
                         kStory +
                         "<amp-ad>An advert that has some words of its own</amp-ad></div>"
                         "</article>"),
            kText);
}

TEST(Article, IsNoLiveBlogForItsTeasersDates) {
  std::string page = "<article>" + kStory;
  for (int i = 1; i < 7; ++i) {
    page += "<div class=teaser><time>" + std::to_string(i) + " June 2019</time><p>" +
            std::to_string(i) + " " + kComment + "</p></div>";
  }
  EXPECT_EQ(text_of_page(page + "</article>").find("June"), std::string::npos);
}

TEST(Article, KeepsTheTimesOfALiveBlog) {
  std::string page = "<main>", text;
  for (int i = 10; i < 15; ++i) {
    const std::string entry = std::to_string(i) + " ferries. " + kFirst;
    page += "<div class=entry><div class=meta><time>" + std::to_string(i) +
            ":05</time></div><h3>Update</h3>" + p(entry) + "</div>";
    text += (text.empty() ? "" : "\n\n") + std::to_string(i) + ":05\n\nUpdate\n\n" + entry;
  }
  EXPECT_EQ(text_of_page(page + "</main>"), text);
}

TEST(Article, TakesTheTimesOfALiveBlogFromItsDates) {
  for (const char* shown : {"2 hours ago", "16 October", "<b>vor 2 Stunden</b>"}) {
    std::string page = "<main>", text;
    for (int i = 10; i < 15; ++i) {
      const std::string entry = std::to_string(i) + " ferries. " + kFirst;
      const std::string clock = std::to_string(i) + ":05";
      page += "<div class=entry><div><time datetime=2019-10-16T" + clock + ":00+02:00>" + shown +
              "</time></div>" + p(entry) + "</div>";
      text += (text.empty() ? "" : "\n\n") + clock + "\n\n" + entry;
    }
    EXPECT_EQ(text_of_page(page + "</main>"), text) << shown;
  }
}

TEST(Article, LooksForRepeatedTextInLinearTime) {
  const std::string a(2'000'000, 'a');
  EXPECT_EQ(text_of_page("<article>" + p(a + "b.") + p(a + a) + "</article>").size(),
            3 * a.size() + 4);
}

TEST(Article, MayBeInTheMetadataAlone) {
  const std::string body = kFirst + "\n" + kSecond + "\n" + kThird + "\n" + kComment;
  EXPECT_EQ(text_of_page("<div id=app></div>", {.body = body}), kText + "\n\n" + kComment);
}

TEST(Article, MayBeInAScriptAlone) {
  const std::string json = "{\"content\":\"<p>" + kFirst + "</p><p>" + kThird + "</p><p>" +
                           kComment + "</p><p>" + kFirst + " Again.</p><p>" + kThird +
                           " Again.</p>\"}";
  EXPECT_TRUE(text_of_page("<div id=app></div><script type=application/json>" + json + "</script>")
                  .starts_with(kFirst + "\n\n" + kThird));
}

TEST(Article, IsAStubBehindAPaywall) {
  const Dom stub("<article>" + p(kFirst) + "<div class=paywall>Subscribe</div></article>");
  EXPECT_TRUE(find_article(stub, {}).stub);
  const Dom free("<article>" + p(kFirst) + "</article>");
  EXPECT_FALSE(find_article(free, {}).stub);
}

TEST(Article, IsEmptyWithoutProse) {
  EXPECT_EQ(text_of_page(""), "");
  EXPECT_EQ(text_of_page("<ul><li><a href=a>Harbour</a><li><a href=b>Ferries</a></ul>"), "");
}
}  // namespace
}  // namespace sayso
