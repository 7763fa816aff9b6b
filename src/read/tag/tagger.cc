#include "read/tag/tagger.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "read/tag/tag_features.h"

namespace sayso {
namespace {
Tag decide(const LinearModel& model, const TagFeatures& features) {
  LabelScores<kTagCount> scores = {};
  model.add_all(features.all(), scores);
  return static_cast<Tag>(best_of<kTagCount>(scores));
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
  }
}

}  // namespace sayso
