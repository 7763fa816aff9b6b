#include "ingest/text/head.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
Report read(std::string text, Report known = {}) {
  known.text = std::move(text);
  find_head(known);
  return known;
}

std::string furniture_of(const Report& report) {
  std::string out;
  for (const Span span : report.furniture) out += "<" + std::string(slice(report.text, span)) + ">";
  return out;
}

TEST(Head, ReadsAPrefixThatAScraperLeft) {
  const Report report = read(" date 2023-06-21 Dunmore Times - The council met.The mayor left.");
  EXPECT_EQ(report.outlet, "Dunmore Times");
  EXPECT_EQ(report.published, "2023-06-21");
  EXPECT_EQ(furniture_of(report), "<date 2023-06-21 Dunmore Times ->");
}

TEST(Head, ReadsTitleBylineDateAndDatelineInTheirOrder) {
  const Report report = read(
      "Bridge over Korva closed\n\nBy Ann Example\nJune 21, 2023\n\nSAN TELMO, Jun 20 (EFE) -- The "
      "council closed the bridge on Monday.\n");
  EXPECT_EQ(report.title, "Bridge over Korva closed");
  ASSERT_TRUE(report.title_span);
  EXPECT_EQ(slice(report.text, *report.title_span), *report.title);
  EXPECT_EQ(report.bylines, std::vector<std::string>{"Ann Example"});
  EXPECT_EQ(report.published, "2023-06-21");
  EXPECT_EQ(report.outlet, "EFE");
  EXPECT_EQ(report.dateline->place, "SAN TELMO");
  EXPECT_EQ(report.dateline->date, "2023-06-20");
  EXPECT_EQ(furniture_of(report), "<By Ann Example><June 21, 2023><SAN TELMO, Jun 20 (EFE) -->");
}

TEST(Head, ReadsOldWireCopy) {
  const Report report = read(
      "   SAN TELMO, 12 JAN 90 (RADIO ALTURA) -- [COMMUNIQUE] [HIGH COMMAND]\n[TEXT] THE ARMY "
      "HAS LEFT THE TOWN.\n");
  EXPECT_EQ(report.outlet, "RADIO ALTURA");
  EXPECT_EQ(report.published, "1990-01-12");
  EXPECT_EQ(report.dateline->date, "1990-01-12");
  EXPECT_EQ(report.title, std::nullopt);
  EXPECT_EQ(furniture_of(report),
            "<SAN TELMO, 12 JAN 90 (RADIO ALTURA) -- [COMMUNIQUE] [HIGH COMMAND]\n[TEXT]>");
}

TEST(Head, LeavesTheDateOpenWithoutAYear) {
  const Report report = read("KORVA, Jun 29 (MNA) - The council met.");
  EXPECT_EQ(report.dateline->place, "KORVA");
  EXPECT_EQ(report.dateline->date, std::nullopt);
  EXPECT_EQ(report.published, std::nullopt);
}

TEST(Head, LetsWhatIsGivenWin) {
  const Report report = read("KORVA, Jun 29 (MNA) - The council met.",
                             {.outlet = "Dunmore Herald", .published = "2023-07-01"});
  EXPECT_EQ(report.outlet, "Dunmore Herald");
  EXPECT_EQ(report.published, "2023-07-01");
  EXPECT_EQ(report.dateline->date, "2023-06-29");
}

TEST(Head, FindsTheGivenTitle) {
  const Report report = read("Bridge closed; \nno date set.\n\nThe council met.",
                             {.title = "Bridge closed; no date set"});
  ASSERT_TRUE(report.title_span);
  EXPECT_EQ(slice(report.text, *report.title_span), "Bridge closed; \nno date set.");
}

TEST(Head, FindsADatelineBehindAStandfirst) {
  const Report report = read("The bridge is closed for good.\n\nKORVA (AP) - The council met.");
  EXPECT_EQ(report.dateline->place, "KORVA");
  EXPECT_EQ(furniture_of(report), "<KORVA (AP) ->");
}

TEST(Head, SetsAByteOrderMarkAside) {
  const Report report = read("\xEF\xBB\xBFKORVA (AP) - The council met.");
  EXPECT_EQ(report.furniture.front(), (Span{0, 3}));
  EXPECT_EQ(report.dateline->place, "KORVA");
}

TEST(Head, FindsNothingInPlainProse) {
  for (const char* text : {"", " ", "\n\n", "The council met on May 3 - a Sunday - and left.",
                           "Two people were hurt, the AP reported.\n\nBy Monday all were well."}) {
    const Report report = read(text);
    EXPECT_TRUE(report.furniture.empty()) << text;
    EXPECT_FALSE(report.dateline || report.title || report.outlet || report.published) << text;
  }
}
}  // namespace
}  // namespace sayso
