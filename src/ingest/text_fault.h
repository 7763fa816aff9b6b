// Bytes -> why they are no text, or nothing when they are.
#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"

namespace sayso {

// Text is valid UTF-8. NULs and control characters are kept, as long as they are few: more than
// kMaxControls of them and more than one byte in ten is binary data. The message has no name of
// the input; where the bytes look like another encoding, it says which and how to convert them.
std::optional<Error> find_text_fault(std::string_view bytes);

inline constexpr std::size_t kMaxControls = 16;

// `text` with U+FFFD for every byte that is not UTF-8: for file names, which may be anything.
std::string as_utf8(std::string_view text);

}  // namespace sayso
