// The first lines of a text -> whether the first is its title.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso {

// `line` is the first line that is no furniture, `after` the text that follows it. A title has no
// full stop and is followed by a body; the first line of a hard-wrapped paragraph is none.
bool is_title(std::string_view line, std::string_view after);

// Whether a line reads like a heading, whatever follows it.
bool is_heading(std::string_view line);

// The size of a known title at the start of `text`, whatever its white space, quotation marks
// aside and with a full stop or without, or 0.
std::size_t match_title(std::string_view text, std::string_view title);

}  // namespace sayso
