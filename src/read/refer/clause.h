// Clauses without a parse: which verb group a phrase is the subject of.
//
// Looks only at the words right after (and before) a phrase, so that it costs the same anywhere.
#pragma once

#include <cstdint>

#include "core/analysis.h"
#include "read/refer/words.h"

namespace sayso {

// The index of the finite verb group that `phrase` is the subject of, or kNone: "The ministry,
// which ..., SAID", "a spokesman in Tirana SAID", '"...," SAID the ministry'.
std::uint32_t verb_of_subject(const ReferWords& words, TokenRange phrase);

bool is_saying_verb(WordKey lemma);   // "say", "add"
bool is_issuing_verb(WordKey lemma);  // "issue", "publish": what one does with a statement

}  // namespace sayso
