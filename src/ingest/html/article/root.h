// The blocks of a page -> the part of the page that is its article.
#pragma once

#include <vector>

#include "ingest/html/article/blocks.h"

namespace sayso {

struct ArticleRoot {
  NodeIndex begin = 0, end = 0;
  bool marked = false;  // the page itself says so
};

// For each region, whether what is in it stays out of the article.
std::vector<bool> find_junk_regions(const PageBlocks& page);
// The same, where names of elements are not believed: for pages with nothing else.
std::vector<bool> find_hidden_regions(const PageBlocks& page);

ArticleRoot find_article_root(const Dom& dom, const PageBlocks& page,
                              const std::vector<bool>& junk_regions);

}  // namespace sayso
