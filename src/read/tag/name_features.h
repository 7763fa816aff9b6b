// What the name model looks at: a word that may be in a name, its run of capitals, its neighbours,
// and what the rest of the report shows of the same word -> features.
//
// Names of the world's news are mostly new to any model, so the features lean on shape, context
// and the report itself: a word seen once after "President" is a person's wherever it stands.
// The trainer (train/train_names.cc) shares this file; changing it means training again.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/analysis.h"
#include "read/tag/key_table.h"
#include "read/tag/tag_features.h"
#include "read/tag/word_view.h"

namespace sayso {

// The model's labels; the values never change meaning.
enum class NameLabel : std::uint8_t {
  outside,
  begin_person,
  begin_organization,
  begin_place,
  begin_other,
  in_person,
  in_organization,
  in_place,
  in_other
};
inline constexpr std::size_t kNameLabels = 9;
NameKind kind_of(NameLabel label);
constexpr bool begins(NameLabel label) {
  return label >= NameLabel::begin_person && label <= NameLabel::begin_other;
}
NameLabel label_of(NameKind kind, bool begins);

// What the word list of the model knows of a word: a set of these.
enum WordTrait : std::uint32_t {
  kFirstName = 1,
  kLastName = 2,
  kTitle = 4,
  kOrganizationHead = 8,
  kPlaceHead = 16,
  kCountry = 32,
  kDemonym = 64,
  kTown = 128,
  kCalendar = 256,
  kCommonWord = 512,
  kOrganization = 1024,
};

// What the report shows of a capitalized word, over all its places: a set of these.
enum Evidence : std::uint32_t {
  kSeen = 1,
  kAfterTitle = 2,
  kAfterFirstName = 4,
  kBeforeOrganizationHead = 8,
  kAfterIn = 16,
  kSpeaks = 32,
  kInsideSentence = 64,
  kInLowerCase = 128,
  kInBrackets = 256,
};

struct NameView {
  WordKey key = 0;
  std::uint32_t traits = 0;
  std::uint32_t evidence = 0;
  std::uint64_t ending = 0;
  CaseSign sign = CaseSign::none;
  Tag tag = Tag::NN;
  bool candidate = false;                     // may be in a name
  std::uint32_t run_first = 0, run_last = 0;  // the run of candidates it is in
};

// Small words that stand inside names: "Bank of Lurania", "Ali bin Hadi", "Vale do Sol".
bool is_joint(WordKey word);

// The views of all sentences of a report, one after the other like its tokens.
std::vector<NameView> view_names(const Analysis& analysis, const KeyTable& words);

struct NameFeatures {
  std::array<std::uint64_t, 36> seen;  // only the first `count` are ever read
  std::size_t count = 0;

  void add(std::uint64_t feature) { seen[count++] = feature; }
  std::span<const std::uint64_t> all() const { return {seen.data(), count}; }
};
// Features of token `i` of a sentence whose views these are.
NameFeatures name_features(std::span<const NameView> sentence, std::size_t i, NameLabel before,
                           NameLabel before_that);
// Whether the model is to be asked: else the token is outside every name.
bool may_name(std::span<const NameView> sentence, std::size_t i, NameLabel before);

// The label with the best score of those that may follow `before`: a name goes on as it began.
template <typename Scores>
NameLabel best_label(const Scores& scores, NameLabel before) {
  auto best = NameLabel::outside;
  const auto consider = [&](NameLabel label) {
    if (scores[static_cast<std::size_t>(label)] > scores[static_cast<std::size_t>(best)])
      best = label;
  };
  for (std::size_t l = 1; l <= 4; ++l) consider(static_cast<NameLabel>(l));
  if (before != NameLabel::outside) consider(label_of(kind_of(before), false));
  return best;
}

}  // namespace sayso
