// Tagged tokens -> base noun phrases and verb groups, in one pass without a model.
//
// A noun phrase is
//   - a personal pronoun: "they", "himself";
//   - a noun or name with everything before it that belongs to it: determiner, numbers ("at least
//     12"), adjectives ("large, heavily armed"; "political and cyber"), participles, other nouns,
//     titles ("former interior minister Arben Doda"), hyphenated words ("Mujahedin-e Khalq"), and
//     possessors, however many: "the country's interior ministry" is one phrase, its head
//     "ministry"; a number after a name belongs to it: "June 21", "Flight 12";
//   - "the" and an adjective or participle that stands for a noun: "the injured", "the poorest";
//   - a number or a determiner alone: "6", "several", "those".
// What follows the head is another phrase: "6 of the injured", "the base of the group" are two, and
// so are nouns joined by "and" or a comma. "Tuesday" is one, and never the end of another: "the
// attack Tuesday" is two. Relative and question words, "there" and foreign words are none.
//
// A verb group is a main verb with the auxiliaries before it, the adverbs between them, and "not"
// or "never" at either end: "has not yet been confirmed". "to" begins a group of its own: "is
// reported" + "to have been killed". Particles and leading adverbs stay outside. A participle
// before its noun ("the injured men") belongs to the noun phrase; one after it is a group that is
// not finite ("an order issued by", "a statement saying"). A verb that shares its auxiliaries with
// the one before it has their features, too: "was seized and destroyed" is two passive groups.
//   tense: that of the first verb; "will" and "shall" are future, "would", "could" and "might" past
//   modality: may might could -> possible, must should ought -> necessary, would -> conditional
#pragma once

#include "core/analysis.h"

namespace sayso {

// Fills noun_phrases and verb_groups from the tokens' tags and spellings.
void parse(Analysis& analysis);

}  // namespace sayso
