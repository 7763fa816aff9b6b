#include "read/tag/name_finder.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "read/tag/name_features.h"

namespace sayso {
namespace {
NameLabel decide(const LinearModel& model, std::span<const NameView> sentence, std::size_t i,
                 NameLabel before, NameLabel before_that) {
  if (!may_name(sentence, i, before)) return NameLabel::outside;
  std::array<std::int32_t, kNameLabels> scores = {};
  model.add_all(name_features(sentence, i, before, before_that).all(), scores.data());
  return best_label(scores, before);
}
}  // namespace

std::optional<NameFinder> NameFinder::in(std::string_view file) {
  const auto sections = model_sections(file);
  if (!sections || sections->size() != 3) return std::nullopt;
  const auto words = KeyTable::in((*sections)[0]);
  const auto model = LinearModel::in((*sections)[1], (*sections)[2]);
  if (!words || !model) return std::nullopt;
  NameFinder finder;
  finder.words_ = *words;
  finder.model_ = *model;
  return finder;
}

void NameFinder::find(Analysis& analysis) const {
  const std::vector<NameView> views = view_names(analysis, words_);
  for (const Sentence& sentence : analysis.sentences) {
    const std::span<const NameView> in(views.data() + sentence.tokens.first,
                                       sentence.tokens.size());
    NameLabel before = NameLabel::outside, before_that = NameLabel::outside;
    for (std::size_t i = 0; i < in.size(); ++i) {
      const NameLabel label = decide(model_, in, i, before, before_that);
      Token& token = analysis.tokens[sentence.tokens.first + i];
      token.name = kind_of(label);
      token.name_begins = begins(label);
      before_that = before;
      before = label;
    }
  }
}

}  // namespace sayso
