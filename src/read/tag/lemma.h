// Spelling and tag -> lemma: "seized" as a past tense is "seize", "injured" as an adjective stays.
//
// Endings are taken off by rule; words for which the rules fail are rows of lexicons/lemmas.tsv
// (made by train/train_lemmas.cc). Lemmas are in lower case, those of names, too.
#pragma once

#include <string>
#include <string_view>

#include "core/analysis.h"

namespace sayso {

// The lemma by rule alone, for a lower-case spelling.
std::string lemma_by_rule(std::string_view lower, Tag tag);

class Lemmas {
 public:
  // `exceptions` is a lexicon file, which must outlive this object: form, lemma, tags.
  explicit Lemmas(std::string_view exceptions = {});

  // Sets the lemma of every token from its spelling and tag.
  void set(Analysis& analysis) const;
  std::string lemma(std::string_view lower, Tag tag) const;

 private:
  std::string_view file_ = {};
  // A KeyTable from a word with its tag to its lemma's place in the file: offset << 8 | size.
  std::string table_ = {};
};

}  // namespace sayso
