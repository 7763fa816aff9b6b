#include "ingest/markup.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {

std::string utf16(std::string_view ascii, bool big, bool with_mark) {
  std::string out = with_mark ? (big ? "\xFE\xFF" : "\xFF\xFE") : "";
  for (const char c : ascii) out += big ? std::string{'\0', c} : std::string{c, '\0'};
  return out;
}

TEST(Markup, IsHtmlByItsFirstElement) {
  for (const char* text :
       {"<!DOCTYPE html>", "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">x",
        "\xEF\xBB\xBF \n<HTML lang=en>", "<!-- saved from a page --><html>", "<p>Two died.</p>",
        "<article class=\"x\">", "<h1>", "<br/>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\"><html>",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><html xmlns=\"x\">"}) {
    EXPECT_EQ(tell_markup(text), MarkupKind::html) << text;
  }
}

TEST(Markup, IsAFeedByItsFirstElement) {
  for (const char* text :
       {"<rss version=\"2.0\">", "<?xml version='1.0'?><rss>",
        "<?xml version='1.0'?><?xml-stylesheet href='a'?><!-- x --><feed xmlns='a'>",
        "<rdf:RDF xmlns:rdf='x'>", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss>"}) {
    EXPECT_EQ(tell_markup(text), MarkupKind::xml_feed) << text;
  }
}

TEST(Markup, IsToldInUtf16) {
  for (const bool big : {false, true}) {
    for (const bool with_mark : {false, true}) {
      EXPECT_EQ(tell_markup(utf16("<html><p>x", big, with_mark)), MarkupKind::html);
      EXPECT_EQ(tell_markup(utf16("<?xml version='1.0'?><rss>", big, with_mark)),
                MarkupKind::xml_feed);
    }
    EXPECT_EQ(tell_markup(utf16("Police said", big, true)), std::nullopt);
  }
}

TEST(Markup, IsNotEveryTextWithABracket) {
  for (const char* text :
       {"", "Police said <p>two</p> died", "<TEXT> of the statement", "<", "<>", "< p>",
        "<unknown> said", "<3", "<!--", "<!", "<?", "<-- up", "<pretty long name without an end"}) {
    EXPECT_EQ(tell_markup(text), std::nullopt) << text;
  }
  EXPECT_EQ(tell_markup("<?xml version='1.0'?><urlset>"), MarkupKind::other_xml);
}

}  // namespace
}  // namespace sayso
