// Scores of cues and roles -> who said what.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "read/encode/bio.h"
#include "read/encode/heads.h"
#include "read/encode/windows.h"

namespace sayso {

// Appends a Saying for every cue that begins in the window's own tokens, in text order. Source and
// content may stand anywhere in the window.
void find_sayings(const Heads& heads, const Heads::Scores& scores, const Window& window,
                  BioDecoder& decoder, std::vector<Saying>& sayings);

}  // namespace sayso
