// Tagged tokens -> the base noun phrase that begins at one of them; see parse.h for what that is.
#pragma once

#include <optional>
#include <vector>

#include "core/analysis.h"

namespace sayso {

// The phrase of `sentence` that begins at token `first`, if one does. Looks at a bounded number of
// tokens past those it returns.
std::optional<NounPhrase> noun_phrase_at(const std::vector<Token>& tokens, TokenRange sentence,
                                         TokenIndex first);

}  // namespace sayso
