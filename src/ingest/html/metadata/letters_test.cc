#include "ingest/html/metadata/letters.h"

#include <gtest/gtest.h>

#include "ingest/html/metadata/page_words.h"
#include "ingest/html/metadata/plain_text.h"

namespace sayso {
namespace {
TEST(Letters, EndAtMarksOfAnyScript) {
  EXPECT_EQ(match_letters("März 2020"), 5U);
  EXPECT_EQ(match_letters("\xC2\xA0x"), 0U);      // a no-break space
  EXPECT_EQ(match_letters("\xE2\x80\x93x"), 0U);  // a dash
  EXPECT_EQ(match_letters("октября 2019"), 14U);
  EXPECT_EQ(match_letters("\xC3"), 0U);  // cut off
}

TEST(Letters, AreLoweredInEveryScript) {
  EXPECT_EQ(lower_case("ÄRGER Ñu"), "ärger ñu");
  EXPECT_EQ(lower_case("ОКТЯБРЯ"), "октября");
  EXPECT_EQ(lower_case("ŞUBAT İki"), "şubat iki");
  EXPECT_EQ(lower_case("ŁÓDŹ Ÿ"), "łódź Ÿ");
  EXPECT_EQ(lower_case("ΑΘΗΝΑ ×"), "αθηνα ×");
}

TEST(PlainText, DropsTagsAndResolvesReferences) {
  EXPECT_EQ(plain_text("  Storm &amp;amp;\n <em>flood</em> "), "Storm &amp; flood");
  EXPECT_EQ(plain_text("5 < 6 &#39;x&#x27; &nbsp;&auml;"), "5 < 6 'x' ä");
  // What is no character is U+FFFD, as HTML says.
  EXPECT_EQ(plain_text("a&unknown;b &#0; &"), "a&unknown;b \xEF\xBF\xBD &");
  EXPECT_EQ(plain_text("<b>a</b> <c"), "a <c");
  EXPECT_EQ(plain_text("zero\xE2\x80\x8Bwidth"), "zerowidth");
}

TEST(PageWords, AreReadInsideClasses) {
  EXPECT_TRUE(read_class("article-meta publishDate").published);
  EXPECT_TRUE(read_class("article__author-name").author);
  EXPECT_TRUE(read_class("post_updated").modified);
  EXPECT_TRUE(read_class("related-teasers").outside);
  EXPECT_FALSE(read_class("candidate authority updates-x").any());
  EXPECT_TRUE(read_cue("Veröffentlicht am").published);
  EXPECT_TRUE(read_cue("Обновлено:").modified);
}
}  // namespace
}  // namespace sayso
