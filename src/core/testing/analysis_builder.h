// For tests: tagged words -> a Report and its Analysis, without a model.
#pragma once

#include <string_view>

#include "core/analysis.h"
#include "core/report.h"

namespace sayso {

struct BuiltAnalysis {
  Report report = {};
  Analysis analysis = {};
};

// "The/DT ministry/NN said/VBD/say ./. \n They/PRP left/VBD/leave": word/TAG or word/TAG/lemma,
// separated by blanks; a word alone is tagged NN; a line end starts a new sentence (and paragraph).
// The text is the words with one blank between them (none before . , ; : ? !).
// Fills sentences and tokens (spans, spellings, lemmas, tags, shapes); the other layers are empty.
// The publication day is 2023-06-21, a Wednesday, for every test that needs one.
BuiltAnalysis build_analysis(std::string_view tagged_words);

}  // namespace sayso
