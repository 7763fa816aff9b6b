#include <gtest/gtest.h>

#include "ingest/testing/read_all.h"

namespace sayso {
namespace {
using Lines = std::vector<std::string>;

Report only_report(std::string_view bytes) {
  const auto items = read_all(bytes, "r.jsonl");
  EXPECT_EQ(items.size(), 1U);
  return std::get<Report>(items.at(0));
}

TEST(JsonReports, ReadsEveryFieldOfALine) {
  const Report report = only_report(
      R"({"id": "a", "outlet": "Dunmore Herald", "title": "Bridge closed", "published":)"
      R"( "12 January 1990", "uri": "https://d.example/1", "language": "EN", "authors":)"
      R"( ["Ann Example"], "text": "The council met.", "more": {"text": [1, {"id": null}]}})");
  EXPECT_EQ(report.id, "a");
  EXPECT_EQ(report.outlet, "Dunmore Herald");
  EXPECT_EQ(report.title, "Bridge closed");
  EXPECT_EQ(report.published, "1990-01-12");
  EXPECT_EQ(report.uri, "https://d.example/1");
  EXPECT_EQ(report.language, "en");
  EXPECT_EQ(report.bylines, Lines{"Ann Example"});
  EXPECT_EQ(report.text, "The council met.");
  EXPECT_EQ(report.media_type, "application/json");
}

TEST(JsonReports, ReadsAReadingAgain) {
  const Report report = only_report(
      R"({"schema": "sayso.reading/1", "report": {"id": "a", "published": "2023-06-21"}, "text": "x"})");
  EXPECT_EQ(report.id, "a");
  EXPECT_EQ(report.published, "2023-06-21");
}

TEST(JsonReports, RefusesABadLineAndReadsOn) {
  EXPECT_EQ(
      lines_of("{\"id\": 7, \"text\": \"one\"}\n"
               "\n"
               "{broken}\n"
               "{\"id\": \"b\"}\r\n"
               "{\"id\": \"c\", \"text\": 5}\n"
               "{\"id\": \"d\", \"text\": \"half \\ud83d\"}\n"
               "{\"id\": \"e\", \"text\": \"a\\x\"}\n"
               "{\"id\": \"f\", \"text\": \"two\"} and more\n"
               "[\"g\"]\n"
               "{\"text\": \"\"}",
               "r.jsonl"),
      (Lines{"7: one",
             "r.jsonl:2 refused: cannot read r.jsonl line 3: not JSON: commas, colons, braces or "
             "keys are missing or misplaced",
             "b refused: cannot read r.jsonl line 4: the record has no text",
             "c refused: cannot read r.jsonl line 5: \"text\" is no string",
             "d refused: cannot read r.jsonl line 6: half of a surrogate pair, \\ud83d, stands "
             "alone at character 5 of \"text\"",
             "e refused: cannot read r.jsonl line 7: not JSON: no such escape as \\x at "
             "character 1 of \"text\"",
             "r.jsonl:7 refused: cannot read r.jsonl line 8: not JSON: not closed, or something "
             "stands behind the object",
             "r.jsonl:8 refused: cannot read r.jsonl line 9: the JSON is no object",
             "r.jsonl:9: "}));
}

TEST(JsonReports, DecodesSurrogatePairs) {
  EXPECT_EQ(only_report(R"({"text": "\ud83d\ude00"})").text, "\xF0\x9F\x98\x80");
}

TEST(JsonReports, IgnoresFieldsOfTheWrongKindWithAWarning) {
  const Report report =
      only_report(R"({"text": "x", "title": ["y"], "uri": null, "published": "soon"})");
  EXPECT_EQ(report.warnings, (Lines{"the field \"title\" is no string: ignored",
                                    "cannot read the publication date \"soon\": ignored"}));
}

TEST(JsonReports, ReadsObjectsThatRunOverLines) {
  const Lines expected = {"a: one", "b: two"};
  EXPECT_EQ(lines_of("[\n {\n  \"id\": \"a\", \"text\": \"one\"\n },\n {\"id\": \"b\", \"text\": "
                     "\"two\"}\n]\n",
                     "r.json"),
            expected);
  EXPECT_EQ(
      lines_of("{\n \"id\": \"a\",\n \"text\": \"one\"\n}\n{\n \"id\": \"b\", \"text\": \"two\"\n}",
               "r.json"),
      expected);
  EXPECT_EQ(lines_of("[1, {\"id\": \"a\", \"text\": \"one\"}]", "r.json").size(), 1U);
}

TEST(JsonReports, NamesTheLineAnObjectBeginsOn) {
  EXPECT_EQ(
      lines_of("[\n{\"text\": \"one\"},\n\n{\"id\": \"b\"}]", "r.json"),
      (Lines{"r.json:1: one", "b refused: cannot read r.json line 4: the record has no text"}));
}

TEST(JsonReports, RefusesARecordOverTheLimitAndReadsOn) {
  const std::string big(100'000, 'x');
  const Lines lines =
      lines_of("{\"id\": \"a\", \"text\": \"" + big + "\"}\n{\"id\": \"b\", \"text\": \"two\"}\n",
               "r.jsonl", {.max_report_bytes = 1000});
  EXPECT_EQ(lines,
            (Lines{"r.jsonl:1 refused: cannot read r.jsonl line 1: over the limit of 1000 bytes "
                   "a report",
                   "b: two"}));
}

TEST(JsonReports, SurvivesAnyDepth) {
  std::string deep = "{\"text\": \"x\", \"more\": ";
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":[";
  EXPECT_EQ(lines_of(deep + "\n{\"id\": \"b\", \"text\": \"two\"}", "r.jsonl").back(), "b: two");
  for (int i = 0; i < 100'000; ++i) deep += "]}";
  EXPECT_EQ(lines_of(deep + "}", "r.jsonl").size(), 1U);
  EXPECT_EQ(lines_of(std::string(100'000, '['), "r.jsonl").size(), 1U);
}

TEST(JsonReports, SaysWhichLineIsNotUtf8) {
  EXPECT_EQ(
      lines_of("{\"text\": \"caf\xE9\"}\n{\"id\": \"b\", \"text\": \"two\"}", "r.jsonl"),
      (Lines{"r.jsonl:1 refused: cannot read r.jsonl line 1: not UTF-8 at byte 13: looks like "
             "ISO-8859-1; convert it with iconv -f ISO-8859-1 -t UTF-8",
             "b: two"}));
}

TEST(JsonReports, ReadsABrokenFirstLineByTheNameOfItsFile) {
  EXPECT_EQ(lines_of("oops\n{\"id\": \"b\", \"text\": \"two\"}", "r.jsonl").back(), "b: two");
  EXPECT_EQ(
      lines_of("{\"id\": \"a\", \"text\": \"one\n{\"id\": \"b\", \"text\": \"two\"}", "-").back(),
      "b: two");
}
}  // namespace
}  // namespace sayso
