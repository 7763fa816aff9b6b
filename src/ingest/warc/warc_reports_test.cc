#include "ingest/warc/warc_reports.h"

#include <gtest/gtest.h>

#include "ingest/sha256.h"
#include "ingest/testing/pack.h"
#include "ingest/testing/read_all.h"
#include "ingest/warc/testing/warc_builder.h"

namespace sayso {
namespace {
using testing::gzip;
using testing::http_message;
using testing::news_page;
using testing::warc_info;
using testing::warc_page;
using testing::warc_record;

const std::string kPage = news_page("Raid in Dravica", "Police said two people died on Tuesday.");

// The addresses of the reports, or why there is none.
std::vector<std::string> read(std::string_view bytes, const IngestOptions& options = {}) {
  std::vector<std::string> out;
  for (const auto& item : read_all(bytes, "a.warc.gz", options)) {
    const auto* report = std::get_if<Report>(&item);
    out.push_back(report != nullptr ? report->uri.value_or("") : to_line(item));
  }
  return out;
}

TEST(WarcReports, AreHtmlPagesThatTheServerGave) {
  const auto response = [](std::string_view uri, const std::string& message) {
    return gzip(warc_record("response", uri, "application/http; msgtype=response", message));
  };
  const std::string file =
      gzip(warc_info()) + gzip(warc_page("http://a.example/1", kPage)) +
      gzip(warc_record("request", "http://a.example/1", "application/http", "GET / HTTP/1.1\r\n")) +
      response("http://a.example/gone", http_message(kPage, "", "404 Not Found")) +
      response("http://a.example/image", http_message("\x89PNG", "", "200 OK", "image/png")) +
      gzip(warc_record("resource", "file:///2", "text/html", kPage)) +
      gzip(warc_record("conversion", "http://a.example/3", "text/html", kPage)) +
      response("http://a.example/4", "HTTP/1.0 200\r\n\r\n" + kPage) +
      response("http://a.example/5", "HTTP/1.0 200\r\n\r\nno page");
  EXPECT_EQ(read(file),
            (std::vector<std::string>{"http://a.example/1", "file:///2", "http://a.example/4"}));
}

TEST(WarcReports, SayWhereTheyWereFound) {
  const std::string info = gzip(warc_info());
  const auto items = read_all(info + gzip(warc_page("http://a.example/1", kPage)), "a.warc.gz");
  ASSERT_EQ(items.size(), 1U);
  const Report& report = std::get<Report>(items[0]);
  EXPECT_EQ(report.source.media_type, "application/warc");
  EXPECT_EQ(report.source.offset, info.size());
  EXPECT_EQ(report.source.sha256, sha256_hex(kPage));
  EXPECT_EQ(report.id, "a.warc.gz:" + std::to_string(info.size()));
}

TEST(WarcReports, AreCalledByTheirRecords) {
  const auto items =
      read_all(warc_record("resource", "file:///2", "text/html", kPage,
                           "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Truncated: length\r\n"),
               "a.warc");
  const Report& report = std::get<Report>(items.at(0));
  EXPECT_EQ(report.id, "urn:uuid:1");
  ASSERT_FALSE(report.warnings.empty());
  EXPECT_EQ(report.warnings.back(), "the crawler cut the page short (WARC-Truncated: length)");
}

TEST(WarcReports, AreChosenByTheirAddress) {
  const std::string file =
      warc_page("http://a.example/world/1", kPage) + warc_page("http://a.example/sport/2", kPage);
  EXPECT_EQ(read(file, {.uris = *UriFilter::compile("/sport/")}),
            std::vector<std::string>{"http://a.example/sport/2"});
}

TEST(WarcReports, AreRefusedWhereTheyStand) {
  const std::string good = warc_page("http://a.example/1", kPage);
  const std::string large = warc_page("http://a.example/2", std::string(200'000, ' ') + kPage);
  const std::string br = warc_page("http://a.example/3", "\x1b\x01", "Content-Encoding: br\r\n");
  const std::string damaged = "WARC/1.0\r\n\r\n";
  const std::string offset_of_br = std::to_string(good.size() + large.size());
  const auto found = read(good + large + br + damaged + good, {.max_report_bytes = 10'000});
  ASSERT_EQ(found.size(), 5U) << ::testing::PrintToString(found);
  EXPECT_EQ(found[1], "a.warc.gz:" + std::to_string(good.size()) +
                          " refused: cannot read a.warc.gz at offset " +
                          std::to_string(good.size()) +
                          " (http://a.example/2): over the limit of 10000 bytes a report");
  EXPECT_TRUE(found[2].ends_with("at offset " + offset_of_br +
                                 " (http://a.example/3): its Content-Encoding \"br\" is not read, "
                                 "only gzip, deflate and zstd"))
      << found[2];
  EXPECT_TRUE(found[3].ends_with("its header has no valid Content-Length")) << found[3];
  EXPECT_EQ(found[4], "http://a.example/1");
}

TEST(WarcReports, PassOverLargeRecordsThatAreNoPages) {
  const std::string film =
      warc_record("response", "http://a.example/film", "application/http",
                  http_message(std::string(3'000'000, 'x'), "", "200 OK", "video/mp4"));
  EXPECT_EQ(read(gzip(film) + gzip(warc_page("http://a.example/1", kPage)),
                 {.max_report_bytes = 100'000}),
            std::vector<std::string>{"http://a.example/1"});
}

}  // namespace
}  // namespace sayso
