#include "ingest/html/page.h"

#include <gtest/gtest.h>

#include <string>

#include "core/utf8.h"

namespace sayso {
namespace {
const std::string kBody =
    "<article><h1>Bridge closed</h1><p>The harbour bridge was closed on Tuesday after a lorry hit "
    "one of its pillars, the port said in a statement.</p><p>Engineers will look at the damage "
    "this week, and the bridge may open again on Monday.</p></article>";
const std::string kPage =
    "<!doctype html><html lang=en-GB><head><title>Bridge closed</title>"
    "<meta property=og:title content='Bridge closed'>"
    "<meta property=og:site_name content='The Harbour Post'>"
    "<meta property=article:published_time content='2019-06-12T10:15:00+02:00'>"
    "<meta property=article:modified_time content='2019-06-13T08:00:00+02:00'></head><body>" +
    kBody;

Report read(const std::string& bytes, PageSource source = {}) {
  auto report = report_from_page(bytes, std::move(source), {});
  EXPECT_TRUE(report) << (report ? "" : report.error().message);
  return report ? std::move(*report) : Report{};
}

bool warns(const Report& report, std::string_view words) {
  for (const std::string& warning : report.warnings) {
    if (warning.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST(Page, BecomesAReport) {
  const Report report = read(kPage, {.uri = "https://harbour.example/bridge", .id = "a.html"});
  EXPECT_EQ(report.id, "a.html");
  EXPECT_TRUE(report.text.starts_with("The harbour bridge was closed"));
  EXPECT_TRUE(report.text.ends_with("on Monday."));
  EXPECT_EQ(report.title, "Bridge closed");
  EXPECT_EQ(report.outlet, "The Harbour Post");
  EXPECT_EQ(report.published, "2019-06-12T10:15:00+02:00");
  EXPECT_EQ(report.modified, "2019-06-13T08:00:00+02:00");
  EXPECT_EQ(report.uri, "https://harbour.example/bridge");
  EXPECT_EQ(report.language, "en-GB");
  EXPECT_EQ(report.media_type, "text/html");
  EXPECT_EQ(report.sha256.size(), 64U);
  EXPECT_EQ(report.source.sha256.size(), 64U);
  EXPECT_NE(report.source.sha256, report.sha256);
  EXPECT_TRUE(report.warnings.empty());
}

TEST(Page, IsInTheLanguageOfItsText) {
  std::string page = kPage;
  page.replace(page.find("en-GB"), 5, "de-DE");
  EXPECT_EQ(read(page).language, "en");
}

TEST(Page, FindsTheDatelineOfItsText) {
  std::string page = kPage;
  page.replace(page.find("The harbour"), 3, "LIMA, 12 JAN 90 (EFE) -- The");
  const Report report = read(page);
  ASSERT_TRUE(report.dateline);
  EXPECT_EQ(report.dateline->place, "LIMA");
  EXPECT_FALSE(report.furniture.empty());
}

TEST(Page, WarnsOfDamage) {
  EXPECT_TRUE(warns(read(kPage + "éééééééééé éééé \xFF"), "not valid utf-8"));
}

TEST(Page, WarnsOfAPaywall) {
  EXPECT_TRUE(warns(read(kPage + "<div class=paywall>Subscribe</div>"), "beginning only"));
}

TEST(Page, WithoutTextKeepsWhatIsKnownOfIt) {
  for (const char* page : {"", "<html></html>", "<ul><li><a href=a>Harbour</a></ul>"}) {
    const Report report = read(page, {.uri = "https://harbour.example/"});
    EXPECT_EQ(report.text, "") << page;
    EXPECT_EQ(report.uri, "https://harbour.example/") << page;
    EXPECT_TRUE(warns(report, "no article text")) << page;
  }
}

TEST(Page, OverTheLimitIsAnError) {
  const auto report = report_from_page(kPage, {}, {.max_report_bytes = 100});
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::too_large);
}

TEST(Page, MayHoldAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) bytes += static_cast<char>(i * 7 + i / 256);
  for (const std::string& page :
       {kPage + bytes, bytes + kPage, std::string(100000, '\0') + kPage}) {
    const auto report = report_from_page(page, {}, {});
    if (report) {
      EXPECT_FALSE(find_invalid_utf8(report->text));
    }
  }
}

TEST(Fragment, IsAllText) {
  const auto report = report_from_fragment(
      "<p>The harbour bridge was closed on Tuesday.</p><p>More &amp; more to come.</p>",
      {.id = "1", .title = "Bridge closed"}, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->text, "The harbour bridge was closed on Tuesday.\n\nMore & more to come.");
  EXPECT_EQ(report->title, "Bridge closed");
}
}  // namespace
}  // namespace sayso
