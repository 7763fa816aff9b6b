// Tokens -> windows that the encoder reads, whole sentences each.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis.h"

namespace sayso {

// Tokens read together. Of those before `own` only the context counts: the window before decides.
struct Window {
  TokenRange tokens = {};
  TokenRange own = {};
};

// `sizes`: pieces of each token, none above `limit`. A window holds at most `limit` pieces; it
// begins with the sentence before its own, where that is short. Only a sentence that is longer
// than a window is cut.
std::vector<Window> make_windows(const std::vector<Sentence>& sentences,
                                 std::span<const std::uint8_t> sizes, std::uint32_t limit);

}  // namespace sayso
