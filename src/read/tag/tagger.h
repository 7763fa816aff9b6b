// Tagger: tokens -> their Penn Treebank tags.
//
// Most words take one tag wherever they stand and are read off a lexicon; the others are decided
// left to right by a linear model over the word, its neighbours and the tags before it. The model
// file (models/tags.bin, card models/fast.md) is used in place.
#pragma once

#include <optional>
#include <string_view>

#include "core/analysis.h"
#include "read/tag/key_table.h"
#include "read/tag/linear_model.h"

namespace sayso {

class Tagger {
 public:
  // Sections: lexicon; filter, table and weights of the model. Nothing when the file is not such a
  // model.
  static std::optional<Tagger> in(std::string_view file);

  // Sets `tag` of every token.
  void tag(Analysis& analysis) const;

  const LinearModel& model() const { return model_; }

 private:
  KeyTable lexicon_ = {};
  LinearModel model_ = {};
};

}  // namespace sayso
