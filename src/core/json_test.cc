#include "core/json.h"

#include <gtest/gtest.h>

#include <cmath>

namespace sayso {
namespace {

TEST(JsonWriter, SeparatesAndNestsValues) {
  std::string out = "before ";
  JsonWriter json(out);
  json.begin_object().key("a").begin_array().integer(1).integer(-2).end_array();
  json.key("b").begin_object().end_object().key("c").null().key("d").boolean(true);
  json.key("e").numbered('e', 12).end_object();
  EXPECT_EQ(out, R"(before {"a":[1,-2],"b":{},"c":null,"d":true,"e":"e12"})");
}

TEST(JsonWriter, IndentsWhenAsked) {
  std::string out;
  {
    JsonWriter json(out, true);
    json.begin_object().key("a").begin_array().integer(1).integer(2).end_array();
    json.key("b").begin_array().end_array().key("c").string("d").end_object();
  }
  EXPECT_EQ(out, "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": [],\n  \"c\": \"d\"\n}");
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  struct Row {
    std::string text, json;
  };
  for (const Row& row : {
           Row{"plain ë 🙂", "\"plain ë 🙂\""},
           Row{"\"quoted\" \\ back", R"("\"quoted\" \\ back")"},
           Row{"line\nend\ttab\r", R"("line\nend\ttab\r")"},
           Row{std::string("nul\0bell\a", 9), R"("nul\u0000bell\u0007")"},
           Row{"\x7f", R"("\u007f")"},
           Row{"1234567\"1234567890\\12345678", R"("1234567\"1234567890\\12345678")"},
           Row{"ëëëëëëëë\x1fëëëë", R"("ëëëëëëëë\u001fëëëë")"},
       }) {
    std::string out;
    JsonWriter(out).string(row.text);
    EXPECT_EQ(out, row.json);
  }
}

TEST(JsonWriter, WritesTheShortestNumberThatReadsBack) {
  struct Row {
    double value;
    const char* json;
  };
  for (const Row& row :
       {Row{0, "0"}, Row{24, "24"}, Row{-3, "-3"}, Row{0.1, "0.1"}, Row{41.43, "41.43"},
        Row{1e300, "1e+300"}, Row{std::nan(""), "null"}, Row{INFINITY, "null"}}) {
    std::string out;
    JsonWriter(out).number(row.value);
    EXPECT_EQ(out, row.json);
  }
}

TEST(JsonWriter, WritesHundredthsWithoutZerosAtTheEnd) {
  struct Row {
    std::uint32_t value;
    const char* json;
  };
  for (const Row& row :
       {Row{0, "0"}, Row{5, "0.05"}, Row{50, "0.5"}, Row{95, "0.95"}, Row{100, "1"}}) {
    std::string out;
    JsonWriter(out).hundredths(row.value);
    EXPECT_EQ(out, row.json);
  }
}

}  // namespace
}  // namespace sayso
