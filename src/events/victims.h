// Victims: which phrases can be those who came to harm, and which count of them is meant.
#pragma once

#include <optional>

#include "events/harm.h"
#include "events/scene.h"

namespace sayso {

class Victims {
 public:
  explicit Victims(const Scene& scene) : scene_(scene), syntax_(scene.syntax) {}

  // False for times, weapons, animals, corrected figures ("not 50") and, where the word needs
  // people beside it, for things.
  bool may_be(PhraseIndex phrase, const Harm& harm) const;
  // A number, or somebody in particular: "their teacher", "the chief surgeon", "Um Khaled".
  bool are_told(PhraseIndex phrase) const;
  // Somebody, or a bare number.
  bool is_person(PhraseIndex phrase) const;
  // "lawyers", without an article
  bool is_bare(PhraseIndex phrase) const;
  bool is_nobody(PhraseIndex phrase) const;
  // "None of the dead was armed" counts nobody: they are dead all the same.
  bool is_none_of(PhraseIndex outer, PhraseIndex p) const { return outer != p && is_nobody(outer); }
  bool counts(PhraseIndex phrase) const { return scene_.count_of(phrase).has_value(); }

  // "The number of people displaced has reached 1.2 million": the figure behind such a subject.
  std::optional<PhraseIndex> told_number(PhraseIndex phrase) const;
  // "the death toll rose to 12", "the toll now 17"
  std::optional<PhraseIndex> toll_value(PhraseIndex p) const;
  // Those in front of a subject that is only a part of them: "Fourteen civilians, eight of them
  // women, were killed", "41 people (17 children and 24 men)", "12 workers, eight from Oste and
  // four from Vel".
  std::optional<PhraseIndex> whole_before(PhraseIndex phrase) const;

 private:
  bool is_thing(PhraseIndex phrase) const;
  bool is_animal(PhraseIndex phrase) const;
  bool is_corrected(PhraseIndex phrase) const;
  TokenIndex opened_from(TokenIndex token) const;
  std::optional<PhraseIndex> counted_before(TokenIndex token) const;
  double exact(PhraseIndex phrase) const;

  const Scene& scene_;
  const Syntax& syntax_;
};

}  // namespace sayso
