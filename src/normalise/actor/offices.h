// StateOffices: the bodies and offices that most states have ("interior ministry", "police").
//
// From lexicons/actor_offices.tsv, whose comments explain the fields.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/lexicon.h"

namespace sayso {

struct Office {
  std::string_view id = {};       // "interior-ministry"; empty where the words don't say which
  std::string_view sector = {};   // PLOVER
  std::string_view body = {};     // of an office that a person holds: "presidency"
  std::string_view country = {};  // alpha-2, where only one country has it
};

class StateOffices {
 public:
  static StateOffices load();

  struct Match {
    const Office* office = nullptr;
    TokenRange tokens = {};
  };
  // The longest phrase that begins at `first` and ends by `end`.
  std::optional<Match> find(std::span<const Token> tokens, TokenIndex first, TokenIndex end) const;

 private:
  std::vector<Office> offices_ = {};
  PhraseTable phrases_ = {};
};

}  // namespace sayso
