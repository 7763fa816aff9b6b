#include "ingest/html/encoding.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
std::string utf16(std::string_view ascii, bool big_endian) {
  std::string out;
  for (const char c : ascii) {
    if (big_endian) out += '\0';
    out += c;
    if (!big_endian) out += '\0';
  }
  return out;
}

TEST(Encoding, TakesValidUtf8AsItIs) {
  const DecodedPage page = decode_page("<meta charset=windows-1252>Café", std::nullopt);
  EXPECT_EQ(page.text, "<meta charset=windows-1252>Café");
  EXPECT_EQ(page.encoding, "utf-8");
}

TEST(Encoding, FollowsTheByteOrderMark) {
  EXPECT_EQ(decode_page("\xEF\xBB\xBFx", std::nullopt).text, "x");
  EXPECT_EQ(decode_page("\xFF\xFE" + utf16("<p>x", false), std::nullopt).text, "<p>x");
  EXPECT_EQ(decode_page("\xFE\xFF" + utf16("<p>x", true), std::nullopt).text, "<p>x");
}

TEST(Encoding, SeesUtf16WithoutAMark) {
  const std::string page = "<html><body><p>No mark</p></body></html>";
  EXPECT_EQ(decode_page(utf16(page, false), std::nullopt).text, page);
  EXPECT_EQ(decode_page(utf16(page, true), std::nullopt).text, page);
}

TEST(Encoding, FollowsWhatIsDeclared) {
  struct Row {
    const char *http, *bytes, *text;
  };
  for (const Row& row : {
           Row{"", "<meta charset=\"iso-8859-1\">\x93 caf\xE9\x94", "“ café”"},
           Row{"", "<meta http-equiv=a content='text/html; charset=windows-1251'>\xCC\xE8\xF0",
               "Мир"},
           Row{"", "<?xml version='1.0' encoding='iso-8859-2'?>\xB3", "ł"},
           Row{"Shift_JIS", "\x93\xFA\x96{", "日本"},
           Row{"EUC-KR", "\xC7\xD1", "한"},
           Row{"gb2312", "\xD6\xD0\xB9\xFA", "中国"},
           Row{"windows-1250", "<meta charset=iso-8859-1>\xB3", "ł"},
           Row{" ISO-8859-9 ", "\xFE", "ş"},
       }) {
    const std::optional<std::string> http =
        *row.http == '\0' ? std::nullopt : std::optional<std::string>(row.http);
    const std::string text = decode_page(row.bytes, http).text;
    EXPECT_TRUE(text.ends_with(row.text)) << row.http << ' ' << text;
  }
}

TEST(Encoding, IgnoresADeclarationInAComment) {
  const DecodedPage page =
      decode_page("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>\xCC", std::nullopt);
  EXPECT_TRUE(page.text.ends_with("М"));
}

TEST(Encoding, DetectsWhatNobodyDeclared) {
  const std::string russian =
      "\xCC\xE8\xED\xE8\xF1\xF2\xF0 \xF1\xEA\xE0\xE7\xE0\xEB, \xF7\xF2\xEE "
      "\xEC\xEE\xF1\xF2 \xE1\xF3\xE4\xE5\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE "
      "\xEA\xEE\xED\xF6\xE0 \xE3\xEE\xE4\xE0.";
  EXPECT_EQ(decode_page(russian, std::nullopt).text,
            "Министр сказал, что мост будет закрыт до конца года.");
}

TEST(Encoding, RepairsDamagedUtf8AndCountsTheDamage) {
  const DecodedPage page =
      decode_page("éééééééééééé \xC3 ü \xE2\x82 ж \xED\xA0\x80 ééééééééééééééééééé", "utf-8");
  EXPECT_EQ(page.text,
            "éééééééééééé \xEF\xBF\xBD ü \xEF\xBF\xBD ж \xEF\xBF\xBD ééééééééééééééééééé");
  EXPECT_EQ(page.replaced, 3U);
}

TEST(Encoding, SurvivesAnyBytes) {
  std::string bytes;
  for (int i = 0; i < 70000; ++i) bytes += static_cast<char>(i * 7 + i / 256);
  EXPECT_FALSE(decode_page(bytes, std::nullopt).text.empty());
  EXPECT_FALSE(decode_page(bytes, "no-such-encoding").text.empty());
  EXPECT_TRUE(decode_page("", std::nullopt).text.empty());
}
}  // namespace
}  // namespace sayso
