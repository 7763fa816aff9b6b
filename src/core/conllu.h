// Reading -> CoNLL-U: its tokens in the ten columns that treebank tools read.
// (https://universaldependencies.org/format.html)
//
// A line of CoNLL-U has no room for what a report may hold: white space and control characters in
// a row are one blank here, and Unicode is composed (NFC). MISC has the way back to the text.
#pragma once

#include <string>

#include "core/reading.h"

namespace sayso {

// Appends one block a sentence; nothing for a reading without sentences. What the reader doesn't
// know is "_". In MISC: Name=B-person, Offset=12:18 (code points of the text), SpaceAfter=No.
void to_conllu(const Reading& reading, std::string& out);

}  // namespace sayso
