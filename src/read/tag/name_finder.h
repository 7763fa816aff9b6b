// NameFinder: tagged tokens -> which of them are names of persons, organisations, places, others.
//
// Titles ("President") and words for peoples ("Iranians", "Albanian") are no part of a name. The
// model file (models/names.bin, card models/fast.md) is used in place.
#pragma once

#include <optional>
#include <string_view>

#include "core/analysis.h"
#include "read/tag/key_table.h"
#include "read/tag/linear_model.h"

namespace sayso {

class NameFinder {
 public:
  // Sections: word list; filter, table and weights of the model. Nothing when the file is not such
  // a model.
  static std::optional<NameFinder> in(std::string_view file);

  // Sets `name` and `name_begins` of every token.
  void find(Analysis& analysis) const;

  const LinearModel& model() const { return model_; }

 private:
  KeyTable words_ = {};
  LinearModel model_ = {};
};

}  // namespace sayso
