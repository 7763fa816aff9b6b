#include "events/accidents.h"

#include <algorithm>

#include "events/roles.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

bool Accidents::explain(const Harm& harm) const {
  constexpr TokenIndex kReach = 40;
  const auto is_fire = [this](PhraseIndex p) {
    return scene_.token(scene_.syntax.phrase(p).head).lemma_key == "fire"_word;
  };
  if (harm.verb && any(scene_.syntax.subjects(*harm.verb), is_fire)) return true;
  TokenRange around = scene_.syntax.sentence_of(harm.tokens.first);
  if (harm.tokens.first > around.first + kReach) around.first = harm.tokens.first - kReach;
  around.last = std::min(around.last, harm.tokens.last + kReach);
  return are_named(around);
}

bool Accidents::are_told_before(std::uint32_t sentence, std::uint32_t reach) {
  for (std::uint32_t i = sentence > reach ? sentence - reach : 0; i < sentence; ++i) {
    if (are_told_in(i)) return true;
  }
  return false;
}

bool Accidents::are_told_in(std::uint32_t sentence) {
  constexpr TokenIndex kReach = 60;
  if (told_.empty()) told_.assign(scene_.analysis.sentences.size(), Told::unknown);
  Told& told = told_[sentence];
  if (told == Told::unknown) {
    TokenRange tokens = scene_.analysis.sentences[sentence].tokens;
    tokens.last = std::min(tokens.last, tokens.first + kReach);
    told = are_named(tokens) ? Told::yes : Told::no;
  }
  return told == Told::yes;
}

bool Accidents::are_named(TokenRange tokens) const {
  for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
    if (is_noun(scene_.token(i).tag) && scene_.find(kAccidents, i, tokens.last)) return true;
  }
  return false;
}

}  // namespace sayso
