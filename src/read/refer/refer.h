// refer: names and noun phrases -> mentions, and the entities they speak of.
//
// One pass over the report. A name is taken to be what the report taught before: the same name, an
// alias ("the Front for Example (FFE)"), a surname, a short form. A described thing ("the Albanian
// ministry") is what was last described in words that these repeat or shorten; a pronoun what it
// agrees with. In doubt a mention begins an entity of its own, and a pronoun is left out: a wrong
// link is worse than a missing one.
#pragma once

#include "core/analysis.h"
#include "core/report.h"
#include "read/refer/lexicon.h"

namespace sayso {

// Fills `analysis.mentions` and `analysis.entities` from its tokens, tags, name tags, noun phrases
// and verb groups; linear in the number of tokens.
void find_entities(const Report& report, const ReferLexicon& lexicon, Analysis& analysis);

}  // namespace sayso
