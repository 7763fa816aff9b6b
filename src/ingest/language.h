// Text -> the language it is in.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/span.h"

namespace sayso {

// The BCP 47 tag of the language of valid UTF-8, from its first thousand bytes without
// `furniture`; nothing when they are too few or too odd to tell.
std::optional<std::string> identify_language(std::string_view text,
                                             std::span<const Span> furniture);

// A language as people and programs write it ("EN", "eng", "en_GB", "English") -> its BCP 47 tag
// with the first part in lower case; others as they are.
std::string language_tag(std::string_view given);

}  // namespace sayso
