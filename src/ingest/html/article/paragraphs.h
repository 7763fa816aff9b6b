// The blocks of an article's part of the page -> its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/article/blocks.h"
#include "ingest/html/article/root.h"

namespace sayso {

// What of the page's metadata tells blocks apart.
struct KnownLines {
  std::string_view title = {};        // stays out
  std::string_view description = {};  // the standfirst
};

// Paragraphs with a blank line between, list items and rows of tables a line each.
std::string write_paragraphs(const Dom& dom, const PageBlocks& page,
                             const std::vector<bool>& junk_regions, ArticleRoot root,
                             const KnownLines& known);

}  // namespace sayso
