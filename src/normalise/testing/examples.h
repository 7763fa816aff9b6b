// For tests: the examples that stand in a rule's row -> words, the span they speak of, its value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "core/testing/analysis_builder.h"
#include "core/values.h"

namespace sayso::testing {

struct Example {
  std::string words = {};  // without brackets
  std::string value = {};  // empty when the row gives none
  Span span = {};          // what the brackets hold, else all of it
  BuiltAnalysis built = {};
};

// "in [ 2014 ] = 2014 ; will/MD meet/VB on [ Tuesday ] = 2023-06-27": examples are separated by
// " ; ", words may be tagged as in core/testing/analysis_builder.h. Words that are not tagged get
// the tag a tagger would give the commonest ones; runs of verbs become verb groups.
std::vector<Example> split_examples(std::string_view row);

// The values of an example's report, with the lexicons and rules of the program.
Values read_values(const Example& example);

// What the program reads at an example's span, or "nothing": "2023-06-20 START" for a time,
// "~24.. others" or "12..12[percent] voters" for a quantity. A span may take in what is counted.
std::string time_at(const Example& example);
std::string quantity_at(const Example& example);

}  // namespace sayso::testing
