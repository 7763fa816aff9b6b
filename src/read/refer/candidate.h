// Candidate: words that may speak of somebody or something, and how they describe it.
//
// Between finding mentions and deciding what each refers to; lives only inside `refer`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/analysis.h"
#include "read/refer/lexicon.h"

namespace sayso {

inline constexpr std::uint32_t kNone = ~std::uint32_t{0};

// "the Albanian interior ministry": head "ministry", words {"interior"}, country Albania.
// Titles, articles, numbers and labels are no part of a description.
struct Description {
  static constexpr std::size_t kMaxWords = 6;

  const HeadWord* kind = nullptr;
  WordKey head = 0;  // lemma; 0 when nothing is described
  std::array<WordKey, kMaxWords> words = {};
  std::uint8_t word_count = 0;
  bool plural = false;
  CountryId country = 0;
  WordKey label = 0;  // the loaded word among them, if any
  bool head_is_label = false;
  std::uint32_t owner = kNone;  // the candidate that says whose: "MKO" in "MKO forces"

  std::span<const WordKey> modifiers() const { return {words.data(), word_count}; }
  void add(WordKey word) {
    if (word_count < kMaxWords) words[word_count++] = word;
  }
};

enum class Definiteness : std::uint8_t {
  bare,        // "protesters", "Albanian police"
  definite,    // "the", "this", "its", "the country's"
  indefinite,  // "a", "some", "several", "another", "12"
};

struct Candidate {
  TokenRange tokens = {};  // of the mention
  TokenRange phrase = {};  // with titles before it and what is tied to it: "minister X of Y"
  TokenIndex head = 0;
  MentionKind kind = MentionKind::nominal;
  NameKind name = NameKind::none;
  Gender gender = Gender::unknown;  // from a title or a pronoun
  Definiteness definiteness = Definiteness::bare;
  Description description = {};
  CountryId country = 0;  // the country that a name is
  std::uint32_t same_as =
      kNone;                   // an earlier candidate that is certainly the same: "the MKO group"
  std::uint32_t verb = kNone;  // the verb group whose subject it is
  std::uint32_t quotation = kNone;  // the one it stands in
  bool counted = false;             // "two ministers"
  bool people = false;              // "Albanians"
  bool nobody = false;              // "no minister", "every minister": not to be taken up again
  bool narrowed = false;            // "the minister who": the words that follow say which
};

}  // namespace sayso
