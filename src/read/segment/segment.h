// segment: Report -> the sentences, tokens and quotations of its Analysis.
//
// Made for scraped text: paragraph breaks may be lost ("Manez.Following"), quotation marks
// missing, lines wrapped, letters all capitals. Furniture has no tokens; every other word of
// the text is in exactly one sentence.
#pragma once

#include "core/analysis.h"
#include "core/report.h"
#include "read/segment/abbreviations.h"

namespace sayso {

// Fills `analysis.sentences`, `.tokens` (all but what `tag` adds) and `.quotations`; linear in the
// size of the text.
void segment(const Report& report, const Abbreviations& abbreviations, Analysis& analysis);

}  // namespace sayso
