// A token -> the values that CoNLL-U's columns and the tokens of the JSON share.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/analysis.h"

namespace sayso {

// "B-person" where a name begins, "I-person" where it goes on; empty outside names.
std::string_view name_column(const Token& token);

// The lemma, as far as it is kept (valid UTF-8, although a very long one is cut); that of a proper
// noun with the letters of the text, as UD English has it.
std::string_view lemma_column(std::string_view text, const Analysis& analysis, const Token& token);

// The number of a token's head in its sentence, from 1; 0 for the root.
std::uint32_t head_column(const Sentence& sentence, const Dependency& dependency, TokenIndex token);

}  // namespace sayso
