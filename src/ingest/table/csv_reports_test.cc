#include <gtest/gtest.h>

#include "ingest/testing/read_all.h"

namespace sayso {
namespace {
using Lines = std::vector<std::string>;

TEST(CsvReports, ReadsColumnsByTheirNames) {
  const auto items = read_all(
      "Language,more,title,uri,text,published,id,outlet\n"
      "en,x,Bridge closed,https://d.example/1,The council met.,21 June 2023,a,Dunmore Herald\n",
      "r.csv");
  ASSERT_EQ(items.size(), 1U);
  const Report& report = std::get<Report>(items[0]);
  EXPECT_EQ(report.id, "a");
  EXPECT_EQ(report.outlet, "Dunmore Herald");
  EXPECT_EQ(report.title, "Bridge closed");
  EXPECT_EQ(report.published, "2023-06-21");
  EXPECT_EQ(report.uri, "https://d.example/1");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.media_type, "text/csv");
}

TEST(CsvReports, ReadsQuotingAsRfc4180HasIt) {
  EXPECT_EQ(lines_of("id,text\r\n"
                     "a,\"one, \"\"two\"\"\r\nthree\"\r\n"
                     "\r\n"
                     "b,plain \"inside\"\r\n"
                     "c,\"ends in CR\r\"\r\n"
                     "d,\"\"\r\n"
                     "e,last",
                     "r.csv"),
            (Lines{"a: one, \"two\"\r\nthree", "b: plain \"inside\"", "c: ends in CR\r",
                   "d: ", "e: last"}));
}

TEST(CsvReports, TellsTheSeparatorByTheHeader) {
  EXPECT_EQ(lines_of("id\ttext\na\tone, two; three\n", "r"), Lines{"a: one, two; three"});
  EXPECT_EQ(lines_of("id;text\na;one, two\n", "r"), Lines{"a: one, two"});
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"
                     "id,text\na,one\n",
                     "r"),
            Lines{"a: one"});
  EXPECT_EQ(lines_of("text\none\n", "r.csv"), Lines{"r.csv:1: one"});
}

TEST(CsvReports, RefusesABadRowAndReadsOn) {
  EXPECT_EQ(
      lines_of("id,text\n"
               "a\n"
               "b,caf\xE9\n"
               "c," +
                   std::string(100, 'x') +
                   "\n"
                   "d,two\n"
                   "e,\"never closed\nf,three\n",
               "r.csv", {.max_report_bytes = 50}),
      (Lines{"a refused: cannot read r.csv line 2: the record has no text",
             "b refused: cannot read r.csv line 3: not UTF-8 at byte 3: looks like ISO-8859-1; "
             "convert it with iconv -f ISO-8859-1 -t UTF-8",
             "c refused: cannot read r.csv line 4: over the limit of 50 bytes a report", "d: two",
             "e refused: cannot read r.csv line 6: a quotation mark that opens in this row "
             "is never closed"}));
}

TEST(CsvReports, KeepsMemoryWithinTheLimit) {
  const std::string separators(1'000'000, ',');
  EXPECT_EQ(
      lines_of("id,text\n" + separators + "\nb,two\n", "r.csv", {.max_report_bytes = 1000}).back(),
      "b: two");
}

TEST(CsvReports, LeavesProseWithCommasToThePlainTextReader) {
  EXPECT_EQ(lines_of("Text, and more of it\nid\n", "r").size(), 1U);
  EXPECT_EQ(lines_of("Once, a text\n", "r.txt"), Lines{"r.txt: Once, a text\n"});
}
}  // namespace
}  // namespace sayso
