#include "ingest/html/article/script_text.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
const std::string kFirst =
    "The harbour bridge was closed on Tuesday after a lorry hit one of its pillars, the port said.";
const std::string kSecond =
    "Engineers will look at the damage this week, and ferries carry passengers across until then.";

std::string paragraphs(const std::string& key, const std::string& quote) {
  std::string json;
  for (int i = 0; i < 3; ++i) {
    for (const std::string& text : {kFirst, kSecond}) {
      json +=
          "{" + quote + key + quote + ":" + quote + std::to_string(i) + " " + text + quote + "},";
    }
  }
  return json;
}

TEST(ScriptText, IsTheMostProseUnderOneKey) {
  const Dom dom("<script id=__NEXT_DATA__ type=application/json>{\"title\":\"" + kFirst +
                "\",\"blocks\":[" + paragraphs("text", "\"") + "{}]}</script>");
  const std::string html = find_script_text(dom);
  EXPECT_NE(html.find("<p>0 " + kFirst), std::string::npos);
  EXPECT_LT(html.find("0 " + kSecond), html.find("1 " + kFirst));
}

TEST(ScriptText, IsFoundInStringsInStrings) {
  const Dom dom("<script>self.push([1,\"{\\\"blocks\\\":[" + paragraphs("text", "\\\"") +
                "]}\"])</script>");
  EXPECT_NE(find_script_text(dom).find(kFirst), std::string::npos);
}

TEST(ScriptText, ResolvesEscapes) {
  const Dom dom("<script>x = {\"body\": \"\\u003cp\\u003eCaf\\u00e9 \\ud83d\\ude00 " + kFirst +
                kSecond + kFirst + kSecond + kFirst + "\\u003c/p\\u003e\"}</script>");
  EXPECT_NE(find_script_text(dom).find("<p>Café 😀 The harbour"), std::string::npos);
}

TEST(ScriptText, IsEmptyForCode) {
  std::string code = "<script>";
  for (int i = 0; i < 100; ++i) {
    code +=
        "if (a[\"some key\"] === \"https://harbour.example/a b c d e f g h i j k l m n o p q r "
        "s t u v w x y z\") { f(\"x = y; z = { a: b }; return a == b || c == d; x = y; z = w\"); "
        "}\n";
  }
  EXPECT_EQ(find_script_text(Dom(code + "</script>")), "");
}

TEST(ScriptText, SurvivesStringsWithoutAnEnd) {
  EXPECT_EQ(find_script_text(Dom("<script>" + std::string(500000, '"') + "\\\"</script>")), "");
}
}  // namespace
}  // namespace sayso
