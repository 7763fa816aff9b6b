// A page's tree -> the text of its article: paragraphs, headings, list items and quotations.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/html/dom.h"

namespace sayso {

// What the page's metadata say, as help to find the article.
struct ArticleHints {
  std::string_view title = {};
  std::string_view description = {};
  std::string_view body = {};  // articleBody of JSON-LD; plain text or HTML
};

struct Article {
  std::string text = {};  // paragraphs with a blank line between, list items a line each
  bool stub = false;      // short, on a page that asks for money to read on
};

// An empty text when there is none.
Article find_article(const Dom& dom, const ArticleHints& hints);

// Of a piece of HTML that is all article: an item of a feed.
Article find_fragment_text(const Dom& dom, const ArticleHints& hints);

}  // namespace sayso
