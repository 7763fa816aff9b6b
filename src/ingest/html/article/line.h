// What a line of text looks like.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso {

// Whether it ends as sentences do, in any script; quotation marks and brackets may follow.
bool ends_like_sentence(std::string_view text);
// The time of day at its start ("20:15", "9.30", "18h05"): its size, or 0.
std::size_t match_clock(std::string_view text);
bool has_clock(std::string_view text);  // anywhere
bool has_digit(std::string_view text);

}  // namespace sayso
