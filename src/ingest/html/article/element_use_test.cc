#include "ingest/html/article/element_use.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {
// Of the first element inside the body.
ElementUse use_of(const std::string& html) {
  const Dom dom("<body>" + html);
  NodeIndex i = 0;
  while (dom[i].tag != HtmlTag::body) ++i;
  return use_of_element(dom, i + 1);
}

TEST(ElementUse, ComesFromTagsAndAttributes) {
  struct Row {
    const char* html;
    ElementUse use;
  };
  for (const Row& row : {
           Row{"<aside>", ElementUse::aside},
           Row{"<article>", ElementUse::article},
           Row{"<div itemprop=articleBody class=share>", ElementUse::body},
           Row{"<span itemprop='author name'>", ElementUse::aside},
           Row{"<div itemprop=comment>", ElementUse::outside},
           Row{"<div role=complementary>", ElementUse::aside},
           Row{"<p style='color: red; display : none'>", ElementUse::hidden},
           Row{"<p hidden>", ElementUse::hidden},
           Row{"<p aria-hidden=true>", ElementUse::hidden},
           Row{"<blockquote class=twitter-tweet>", ElementUse::embedded},
           Row{"<article class=comments>", ElementUse::outside},
           Row{"<amp-sidebar>", ElementUse::aside},
           Row{"<site-article-body>", ElementUse::body},
       }) {
    EXPECT_EQ(use_of(row.html), row.use) << row.html;
  }
}

TEST(ElementUse, IsUnknownWithoutASign) {
  for (const char* html : {"<div>", "<p style='display: block'>", "<p aria-hidden=false>",
                           "<blockquote class=wide>", "<div role=main>"}) {
    EXPECT_EQ(use_of(html), ElementUse::unknown) << html;
  }
}
}  // namespace
}  // namespace sayso
