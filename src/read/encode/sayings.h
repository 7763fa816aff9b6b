// Scores of cues and roles -> who said what.
#pragma once

#include <vector>

#include "core/analysis.h"
#include "read/encode/bio.h"
#include "read/encode/heads.h"
#include "read/encode/windows.h"

namespace sayso {

// What the decoding of one window after the other needs.
struct SayingDecoder {
  BioDecoder labels = {};
  std::vector<bool> paragraph_begins = {};  // at each token of the window
};

// Appends a Saying for every cue that begins in the window's own tokens, in text order. Source and
// content may stand anywhere in the window. A source has one piece, and no piece goes on into the
// next paragraph: so it is in all but one in three hundred of the training reports.
void find_sayings(const Heads& heads, const Heads::Scores& scores, const Window& window,
                  SayingDecoder& decoder, std::vector<Saying>& sayings);

}  // namespace sayso
