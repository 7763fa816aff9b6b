// Character references in HTML ("&eacute;", "&#8217;") -> the characters they stand for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sayso {

// Writes `raw` to `out` with its references resolved and returns the size, which is never more
// than that of `raw`. In attributes, "&copy=1" is not one. Rare names (mathematics) stay as they
// are.
std::size_t resolve_references(std::string_view raw, bool in_attribute, char* out);
std::string resolve_references(std::string_view raw, bool in_attribute);

}  // namespace sayso
