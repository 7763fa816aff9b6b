// Tagged tokens -> the verb group that begins at one of them; see parse.h for what that is.
#pragma once

#include <optional>
#include <vector>

#include "core/analysis.h"

namespace sayso {

// The group of `sentence` that begins at token `first`, if one does. Looks at a bounded number of
// tokens past those it returns.
std::optional<VerbGroup> verb_group_at(const std::vector<Token>& tokens, TokenRange sentence,
                                       TokenIndex first);

// Gives the last group the features of the one before it when "and" or "or" alone stands between
// them and it has no auxiliary of its own: "was seized and destroyed".
void share_auxiliaries(Analysis& analysis);

}  // namespace sayso
