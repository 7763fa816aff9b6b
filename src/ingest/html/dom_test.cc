#include "ingest/html/dom.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sayso {
namespace {
// "html(head body(p("Hi")))"
std::string to_text(const Dom& dom) {
  std::string out;
  std::vector<NodeIndex> ends;
  for (NodeIndex i = 0; i < dom.nodes().size(); ++i) {
    while (!ends.empty() && ends.back() <= i) {
      out += ')';
      ends.pop_back();
    }
    if (!out.empty() && out.back() != '(') out += ' ';
    const DomNode& node = dom[i];
    if (node.is_text()) {
      out.append("\"").append(node.text).append("\"");
      continue;
    }
    out += node.name;
    if (node.end == i + 1) continue;
    out += '(';
    ends.push_back(node.end);
  }
  return out + std::string(ends.size(), ')');
}

std::string tree_of(std::string html) { return to_text(Dom(std::move(html))); }

NodeIndex find(const Dom& dom, HtmlTag tag) {
  for (NodeIndex i = 0; i < dom.nodes().size(); ++i) {
    if (dom[i].tag == tag) return i;
  }
  return kNoNode;
}

TEST(Dom, FollowsTheRulesOfHtml5) {
  struct Row {
    const char *html, *tree;
  };
  for (const Row& row : {
           Row{"", "html(head body)"},
           Row{"<p>Hi", R"(html(head body(p("Hi"))))"},
           Row{"<ul><li>a<li>b</ul>", R"(html(head body(ul(li("a") li("b")))))"},
           Row{"<table><td>x</table>", R"(html(head body(table(tbody(tr(td("x")))))))"},
           Row{"<b>x<p>y</b>z</p>", R"(html(head body(b("x") p(b("y") "z"))))"},
           Row{"<table>x<tr><td>y</table>", R"(html(head body("x" table(tbody(tr(td("y")))))))"},
           Row{"<title>a<b></title>", R"(html(head(title("a<b>")) body))"},
           Row{"x<!-- <p> -->y", R"(html(head body("x" "y")))"},
           Row{"<my-Element>x</my-element>", R"(html(head body(my-element("x"))))"},
           Row{"1 < 2 <3", R"(html(head body("1 < 2 <3")))"},
           Row{"a</>b<?php ?>c", R"(html(head body("a" "b" "c")))"},
           Row{"<svg><title>t</title><p>x", R"(html(head body(p("x"))))"},
       }) {
    EXPECT_EQ(tree_of(row.html), row.tree) << row.html;
  }
}

TEST(Dom, KeepsBlanksBetweenWordsOnly) {
  EXPECT_EQ(tree_of("<div> <b>a</b> <i>b</i> </div>\n<p> c"),
            R"(html(head body(div(b("a") " " i("b") " ") p(" c"))))");
}

TEST(Dom, ResolvesReferencesInTextsAndAttributes) {
  const Dom dom("<a href='/?a=1&amp;b=2&copy=3' TITLE=caf&eacute;>&lt;b&gt;</a>");
  const NodeIndex a = find(dom, HtmlTag::a);
  EXPECT_EQ(dom.attribute(a, "href"), "/?a=1&b=2&copy=3");
  EXPECT_EQ(dom.attribute(a, "title"), "café");
  EXPECT_FALSE(dom.attribute(a, "rel"));
  EXPECT_EQ(dom[a + 1].text, "<b>");
}

TEST(Dom, KeepsScriptsAsTheyAre) {
  const Dom dom("<script type=application/ld+json>{\"a\": \"&amp;<p>\"}</script>x");
  const NodeIndex script = find(dom, HtmlTag::script);
  EXPECT_EQ(dom[script].text, "{\"a\": \"&amp;<p>\"}");
  EXPECT_EQ(dom[script].end, script + 1);
}

TEST(Dom, EndsAScriptWhereBrowsersDo) {
  EXPECT_EQ(tree_of("<script><!-- <script> </script> --></script>x"),
            R"(html(head(script) body("x")))");
  EXPECT_EQ(tree_of("<script>'<!--'</script>x"), R"(html(head(script) body("x")))");
}

TEST(Dom, AddsAttributesOfALateTag) {
  const Dom dom("<p>x<body class=late lang=en>");
  EXPECT_EQ(dom.attribute(find(dom, HtmlTag::body), "class"), "late");
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// What follows the attack is still there, and the tree is no deeper than browsers make it.
TEST(Dom, SurvivesDepth) {
  for (const char* nested :
       {"<div>", "<b>", "<b><p>", "<foo><bar>", "<table><tr><td>", "<table><b>x", "<span></b>",
        "<div><table><tr><td></div>", "<span><div></span>", "<a><div>", "<ul><li>",
        "<select><option>", "<svg><g>", "<math><mi>", "<applet><object>", "<template><div>"}) {
    const Dom dom(repeat(nested, 100000) + "<p>The end");
    ASSERT_FALSE(dom.nodes().empty()) << nested;
    std::size_t depth = 0;
    for (NodeIndex i = static_cast<NodeIndex>(dom.nodes().size()) - 1; i != kNoNode;
         i = dom[i].parent) {
      ++depth;
    }
    EXPECT_LT(depth, 2000U) << nested;
  }
}

TEST(Dom, SurvivesNumbers) {
  EXPECT_TRUE(Dom(repeat("<div></div>", 1000000)).cut());
  EXPECT_FALSE(Dom("<p " + repeat("a=b ", 1000000) + ">x").cut());
  EXPECT_TRUE(Dom("<b><b><b><i><i><i><u><u><u>" + repeat("<p>x", 1000000)).cut());
  EXPECT_FALSE(Dom(repeat("<div>", 100000) + "<frameset>").cut());
}

TEST(Dom, GivesReopenedElementsFewAttributes) {
  const auto held = [](const std::string& attributes) {
    const Dom dom("<p><b " + attributes + ">" + repeat("<p>x", 1000));
    std::size_t sum = 0;
    for (const DomNode& node : dom.nodes()) sum += node.attribute_count;
    return sum;
  };
  EXPECT_EQ(held("class=late"), 1001U);
  EXPECT_EQ(held(repeat("a ", 5000)), 5000U);
}

TEST(Dom, SaysWhenAttributesAreMissing) {
  EXPECT_TRUE(Dom("<p " + repeat("a ", 1200000) + ">x").cut());
}

TEST(Dom, SurvivesWhatIsNeverClosed) {
  for (const char* open : {"<",          "<a",       "<a b",         "<a b=",     "<a b='",
                           "<!",         "<!-",      "<!--",         "<?",        "</",
                           "</a",        "<script>", "<script><!--", "<style>",   "<title>",
                           "<textarea>", "<svg>",    "<svg><!--",    "<![CDATA[", "&",
                           "&#",         "<!doctype"}) {
    const Dom dom(std::string("x") + open);
    EXPECT_FALSE(dom.nodes().empty()) << open;
  }
}
}  // namespace
}  // namespace sayso
