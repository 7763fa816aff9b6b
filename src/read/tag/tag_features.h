// What the tag model looks at: a token, its neighbours, the tags already given -> features.
//
// The trainer (train/train_tags.cc) and the tagger share this file, so that what is learned and
// what is looked up cannot drift apart. Changing anything here means training again.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/analysis.h"
#include "read/tag/key_table.h"
#include "read/tag/word_view.h"

namespace sayso {

// What the lexicon knows of a word: the tags it takes, most frequent first, as one number (the
// trainer's numbering), and whether one of them settles the matter.
struct LexiconEntry {
  std::uint32_t value = 0;

  static constexpr std::uint32_t kUnknown = 0xFFFFFFFFU;
  bool known() const { return value != kUnknown; }
  std::uint32_t tags() const { return value >> 16U; }
  Tag first() const { return static_cast<Tag>((value >> 8U) & 0xFFU); }
  bool settled() const { return known() && (value & 1U) != 0; }
  bool frequent() const { return known() && (value & 2U) != 0; }
  static constexpr LexiconEntry of(std::uint32_t tags, Tag first, bool settled, bool frequent) {
    return {(tags << 16U) | (static_cast<std::uint32_t>(first) << 8U) | (frequent ? 2U : 0U) |
            (settled ? 1U : 0U)};
  }
};

// The lexicon holds a word as seen anywhere and, apart, as seen in lower case, capitalized and in
// capitals within prose: "may", "May"; "us", "US".
WordKey lexicon_key(WordKey word);
WordKey lexicon_key(WordKey word, CaseSign sign);  // of the word with this case
bool has_case_entry(CaseSign sign);

// A token as the features see it.
struct TagView {
  WordKey key = 0;
  std::uint64_t tags = 0;  // what the lexicon knows, or a guess from the ending
  CaseSign sign = CaseSign::none;
  bool settled = false;
  bool frequent = false;
  Tag tag = Tag::NN;  // when settled
};
// Views of a sentence's tokens, in a buffer that is used again for each.
void view_sentence(const Analysis& analysis, TokenRange tokens, const KeyTable& lexicon,
                   std::vector<TagView>& views);

struct TagFeatures {
  std::array<std::uint64_t, 24> seen;  // only the first `count` are ever read
  std::size_t count = 0;

  void add(std::uint64_t feature) { seen[count++] = feature; }
  std::span<const std::uint64_t> all() const { return {seen.data(), count}; }
};
// Features of views[i] spelled `lower`, after the tags `before` (nearest) and `before_that`.
TagFeatures tag_features(std::span<const TagView> views, std::size_t i, std::string_view lower,
                         Tag before, Tag before_that);
// Stands for the tag before the first token.
inline constexpr Tag kNoTag = static_cast<Tag>(kTagCount);

}  // namespace sayso
