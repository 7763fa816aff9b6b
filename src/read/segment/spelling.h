// The letters of a token -> its lower-case spelling and its shape.
#pragma once

#include <string>
#include <string_view>

#include "core/analysis.h"

namespace sayso {

// Replaces `lower` by the lower-case spelling of `form`: typographic quotation marks and dashes as
// ASCII, ignorable characters left out. Returns how the letters of `form` are cased.
WordShape spell(std::string_view form, std::string& lower);

}  // namespace sayso
