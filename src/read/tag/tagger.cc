#include "read/tag/tagger.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "read/tag/tag_features.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

Tag decide(const LinearModel& model, const TagFeatures& features) {
  LabelScores<kTagCount> scores = {};
  model.add_all(features.all(), scores);
  return static_cast<Tag>(best_of<kTagCount>(scores));
}

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
void mark_participles(const Analysis& analysis, std::span<Token> sentence) {
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    if (sentence[i].tag != Tag::JJ) continue;
    const Tag before = sentence[i - 1].tag;
    const Tag after = i + 1 < sentence.size() ? sentence[i + 1].tag : Tag::period;
    const bool leads = is_noun(after) || is_adjective(after) || after == Tag::HYPH;
    if ((!is_noun(before) && before != Tag::CD) || is_proper(before) || leads) continue;
    if (analysis.lower(sentence[i]).ends_with("ed")) sentence[i].tag = Tag::VBN;
  }
}
}  // namespace

std::optional<Tagger> Tagger::in(std::string_view file) {
  const auto sections = model_sections(file);
  if (!sections || sections->size() != 4) return std::nullopt;
  const auto lexicon = KeyTable::in((*sections)[0]);
  const auto model = LinearModel::in((*sections)[1], (*sections)[2], (*sections)[3]);
  if (!lexicon || !model) return std::nullopt;
  Tagger tagger;
  tagger.lexicon_ = *lexicon;
  tagger.model_ = *model;
  return tagger;
}

void Tagger::tag(Analysis& analysis) const {
  std::vector<TagView> views;
  for (const Sentence& sentence : analysis.sentences) {
    view_sentence(analysis, sentence.tokens, lexicon_, views);
    Tag before = kNoTag, before_that = kNoTag;
    for (std::size_t i = 0; i < views.size(); ++i) {
      Token& token = analysis.tokens[sentence.tokens.first + i];
      token.tag =
          views[i].settled
              ? views[i].tag
              : decide(model_, tag_features(views, i, analysis.lower(token), before, before_that));
      before_that = before;
      before = token.tag;
    }
    const std::span<Token> tagged(analysis.tokens.data() + sentence.tokens.first, views.size());
    mark_chosen(analysis, tagged);
    mark_participles(analysis, tagged);
  }
}

}  // namespace sayso
