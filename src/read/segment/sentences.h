// Blocks, tokens and the sides of quotation marks -> sentences.
#pragma once

#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "read/segment/layout.h"
#include "read/segment/tokenize.h"

namespace sayso {

// Fills `analysis.sentences` and `Token::sentence`.
void find_sentences(std::string_view text, const std::vector<Block>& blocks,
                    const std::vector<TokenNote>& notes, Analysis& analysis);

}  // namespace sayso
