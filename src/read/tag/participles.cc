#include "read/tag/participles.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

bool is_in_noun_phrase(Tag tag) {
  switch (tag) {
    case Tag::DT:
    case Tag::PRPS:
    case Tag::POS:
    case Tag::CD:
    case Tag::RB:
    case Tag::JJ:
    case Tag::HYPH: return true;
    default: return is_noun(tag);
  }
}

// "Of the 12 people injured, three died": those that a sentence begins by choosing among are not
// its subject, so the verb after them is a participle, which a look at the neighbours often misses.
void mark_chosen(const Analysis& analysis, std::span<Token> sentence) {
  constexpr std::size_t kLongest = 12;
  std::size_t at = !sentence.empty() && sentence[0].key == "out"_word ? 1 : 0;
  if (at >= sentence.size()) return;
  if (sentence[at].key != "of"_word && (at > 0 || sentence[at].key != "among"_word)) return;
  const std::size_t limit = std::min(sentence.size(), at + kLongest);
  for (++at; at < limit && is_in_noun_phrase(sentence[at].tag); ++at) {
  }
  if (at >= limit || sentence[at].tag != Tag::VBD || !is_noun(sentence[at - 1].tag)) return;
  if (analysis.lower(sentence[at]).ends_with("ed")) sentence[at].tag = Tag::VBN;
}

// "A dozen wounded", "three others injured in the blast": what follows its noun and leads to no
// other is no adjective.
void mark_following(const Analysis& analysis, std::span<Token> sentence) {
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    if (sentence[i].tag != Tag::JJ) continue;
    const Tag before = sentence[i - 1].tag;
    const Tag after = i + 1 < sentence.size() ? sentence[i + 1].tag : Tag::period;
    const bool leads = is_noun(after) || is_adjective(after) || after == Tag::HYPH;
    if ((!is_noun(before) && before != Tag::CD) || is_proper(before) || leads) continue;
    if (analysis.lower(sentence[i]).ends_with("ed")) sentence[i].tag = Tag::VBN;
  }
}

// "73 people perished": few verbs end so in the present.
void mark_past(const Analysis& analysis, std::span<Token> sentence) {
  static constexpr auto kPresent =
      words("need", "feed", "speed", "breed", "bleed", "exceed", "succeed", "proceed", "heed",
            "seed", "weed", "embed", "shed", "shred", "wed");
  for (Token& token : sentence) {
    if (token.tag != Tag::VBP || kPresent.has(token.key)) continue;
    if (analysis.lower(token).ends_with("ed")) token.tag = Tag::VBD;
  }
}
}  // namespace

void mark_participles(Analysis& analysis) {
  for (const Sentence& sentence : analysis.sentences) {
    const std::span<Token> tagged(analysis.tokens.data() + sentence.tokens.first,
                                  sentence.tokens.size());
    mark_chosen(analysis, tagged);
    mark_following(analysis, tagged);
    mark_past(analysis, tagged);
  }
}

}  // namespace sayso
