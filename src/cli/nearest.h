// The word a user probably meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// The word with the smallest edit distance (Damerau-Levenshtein, adjacent transpositions) to
// `given`, if that is at most a third of its length; the first of equals.
std::optional<std::string> nearest(std::string_view given, const std::vector<std::string>& words);

}  // namespace sayso
