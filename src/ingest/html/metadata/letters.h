// Words of any script in UTF-8: where they end, and in lower case.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso {

// The size of the run of letters that `text` starts with; marks and blanks outside of ASCII
// (dashes, quotation marks, no-break spaces, CJK punctuation) are no letters.
std::size_t match_letters(std::string_view text);

// Writes `text` in lower case to `out`, which holds at least as many bytes, and returns the size.
// Latin, Greek and Cyrillic letters whose lower case is as long as they are change, others stay.
std::size_t to_lower(std::string_view text, char* out);
std::string lower_case(std::string_view text);

}  // namespace sayso
