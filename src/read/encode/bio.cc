#include "read/encode/bio.h"

#include <algorithm>
#include <limits>

namespace sayso {
namespace {
constexpr float kNever = -std::numeric_limits<float>::infinity();
}

void BioDecoder::resize(std::size_t words, std::size_t labels) {
  words_ = words;
  labels_ = labels;
  scores_.resize(words * labels);
}

std::span<const std::uint8_t> BioDecoder::decode() {
  path_.assign(words_, 0);
  if (words_ == 0) return path_;
  from_.resize(words_ * labels_);
  best_.assign(labels_, kNever);
  next_.resize(labels_);
  for (std::size_t label = 0; label < labels_; ++label) {
    if (label == 0 || label % 2 == 1) best_[label] = scores_[label];
  }
  for (std::size_t w = 1; w < words_; ++w) {
    // What begins, or is none, may follow anything; what goes on only its own kind.
    const auto top =
        static_cast<std::size_t>(std::max_element(best_.begin(), best_.end()) - best_.begin());
    for (std::size_t label = 0; label < labels_; ++label) {
      std::size_t from = top;
      if (label > 0 && label % 2 == 0) from = best_[label] > best_[label - 1] ? label : label - 1;
      next_[label] = best_[from] + scores_[w * labels_ + label];
      from_[w * labels_ + label] = static_cast<std::uint8_t>(from);
    }
    best_.swap(next_);
  }
  auto label =
      static_cast<std::uint8_t>(std::max_element(best_.begin(), best_.end()) - best_.begin());
  for (std::size_t w = words_; w-- > 0;) {
    path_[w] = label;
    label = from_[w * labels_ + label];
  }
  return path_;
}

}  // namespace sayso
