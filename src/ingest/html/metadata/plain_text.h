// Text as it stands in attributes and JSON -> text as a reader sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso {

// Bytes: titles, names and descriptions are shorter, and what is behind is left out.
inline constexpr std::size_t kLongestPlainText = std::size_t{256} << 10U;

// Tags and zero-width characters are dropped, character references resolved (once more, since
// many pages escape twice), white space and no-break spaces become single blanks, none at the ends.
std::string plain_text(std::string_view text);

}  // namespace sayso
