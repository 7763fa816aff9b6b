// For tests: tagged words with their phrases marked -> a Report and its Analysis, and what
// attribute finds in them, in words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/context.h"
#include "core/analysis.h"
#include "core/report.h"

namespace sayso {

struct TaggedScene {
  Report report = {};
  Analysis analysis = {};

  Context context() const { return {report, analysis}; }
  std::string words(TokenRange tokens) const;
  // The token spelled `word`, the `nth` of them counting from 0; the test is wrong if there is
  // none.
  TokenIndex at(std::string_view word, int nth = 0) const;
};

// "[ The/DT ministry/NN ] { said/VBD/say } “/`` No/UH ”/'' ./.": as build_analysis reads it, with
// noun phrases in [ ], finite verb groups in { }, others in < >, and quotations between tokens
// tagged `` and ''. A line is a sentence and a paragraph.
TaggedScene scene(std::string_view marked_words);

}  // namespace sayso
