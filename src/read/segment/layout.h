// A report's text -> its blocks: stretches of lines that belong together.
//
// A line end is a paragraph's end in most texts, but not where lines are wrapped at a width, as
// wire copy is. Furniture (dateline, byline) lies in no block; a title is a block of its own.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "core/report.h"

namespace sayso {

struct Block {
  Span span = {};          // no white space at its edges, never empty
  TokenRange tokens = {};  // by segment()
  bool title = false;
  bool list_item = false;
  bool one_line = true;
  bool lines_around = false;  // other blocks stand on other lines: it may be a heading
  bool new_paragraph = true;  // false: carries on after furniture in the same line
};

std::vector<Block> find_blocks(const Report& report);

}  // namespace sayso
