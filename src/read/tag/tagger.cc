#include "read/tag/tagger.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "read/tag/feature_batch.h"
#include "read/tag/tag_features.h"

namespace sayso {
namespace {
// The two tags before a token.
struct TagsBefore {
  Tag nearest = kNoTag, farther = kNoTag;
};

// Tags the tokens of views [first, last), which begin at `tokens`.
void tag_stretch(const LinearModel& model, const Analysis& analysis, std::span<const TagView> views,
                 std::size_t first, std::size_t last, Token* tokens, FeatureBatch& batch,
                 TagsBefore& before) {
  batch.clear();
  for (std::size_t i = first; i < last; ++i) {
    batch.add(views[i].settled ? std::span<const std::uint64_t>()
                               : fixed_tag_features(views, i, analysis.lower(tokens[i])).all());
  }
  batch.look_up();
  for (std::size_t i = first; i < last; ++i) {
    Tag tag = views[i].tag;
    if (!views[i].settled) {
      std::array<Score, kTagCount> scores = {};
      batch.add_weights(i - first, scores.data());
      model.add_all(
          linked_tag_features(views, i, analysis.lower(tokens[i]), before.nearest, before.farther)
              .all(),
          scores.data());
      tag = static_cast<Tag>(best_of(scores));
    }
    tokens[i].tag = tag;
    before = {tag, before.nearest};
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
  FeatureBatch batch(model_);
  for (const Sentence& sentence : analysis.sentences) {
    view_sentence(analysis, sentence.tokens, lexicon_, views);
    TagsBefore before;
    for (std::size_t first = 0; first < views.size(); first += FeatureBatch::kTokens) {
      const std::size_t last = std::min(first + FeatureBatch::kTokens, views.size());
      tag_stretch(model_, analysis, views, first, last,
                  analysis.tokens.data() + sentence.tokens.first, batch, before);
    }
  }
}

}  // namespace sayso
