// FeatureBatch: the features of many tokens -> their weights, looked up together.
//
// A look-up is three waits for memory. Those of a token alone overlap only with each other; those
// of a stretch of text overlap all, so that the weights are near when a token is decided.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "read/tag/linear_model.h"

namespace sayso {

class FeatureBatch {
 public:
  // How many tokens are worth a batch: enough to keep the memory busy, few enough to stay near.
  static constexpr std::size_t kTokens = 64;

  // `model` must outlive the batch.
  explicit FeatureBatch(const LinearModel& model) : model_(model) {}

  void clear() {
    found_.clear();
    ends_.clear();
  }
  // The features of the next token; none is allowed.
  void add(std::span<const std::uint64_t> features) {
    const std::size_t begin = found_.size();
    found_.resize(begin + features.size());
    found_.resize(begin + model_.keep_likely(features, found_.data() + begin));
    ends_.push_back(static_cast<std::uint32_t>(found_.size()));
  }
  // To be called once, after the last token.
  void look_up() {
    for (std::uint64_t& feature : found_) feature = model_.find(feature);
  }
  // Adds the weights of token number `i` to `scores`.
  void add_weights(std::size_t i, Score* scores) const {
    for (std::size_t k = i == 0 ? 0 : ends_[i - 1]; k < ends_[i]; ++k) {
      model_.add(static_cast<std::uint32_t>(found_[k]), scores);
    }
  }

 private:
  const LinearModel& model_;
  std::vector<std::uint64_t> found_ = {};  // features; after look_up, where their weights are
  std::vector<std::uint32_t> ends_ = {};   // of each token's, in found_
};

}  // namespace sayso
