// Quotation marks among the tokens -> quotations, and the side each mark is on.
//
// A mark's neighbours say which side it is on; what is open says the rest. A mark that
// is missing costs at most a paragraph, never the report.
#pragma once

#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "read/segment/layout.h"
#include "read/segment/tokenize.h"

namespace sayso {

// By span.begin. Sets `side` of the notes of the marks used.
std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Block>& blocks,
                                       const std::vector<Token>& tokens,
                                       std::vector<TokenNote>& notes);

}  // namespace sayso
