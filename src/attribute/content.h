// Cue and source -> the words that may be the content, each choice to be judged.
//
// Within the cue's sentence the content stands to the right of the cue and its source ("officials
// said that ..."), to the left ("..., officials said"), or on both sides (an interrupted
// quotation). Its borders are chosen among the places where a phrase or clause begins or ends.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "attribute/context.h"
#include "attribute/cue.h"
#include "attribute/features.h"
#include "attribute/source.h"

namespace sayso {

enum class Layout : std::uint8_t { right, left, both, next };  // next: in the sentences after
inline constexpr std::size_t kLayoutCount = 4;

// A few positions between tokens.
class Positions {
 public:
  static constexpr std::size_t kCapacity = 24;
  std::span<const TokenIndex> all() const { return {at_.data(), size_}; }
  void add(TokenIndex i) {
    for (std::size_t k = 0; k < size_; ++k) {
      if (at_[k] == i) return;
    }
    if (size_ < kCapacity) at_[size_++] = i;
  }
  bool full() const { return size_ == kCapacity; }

 private:
  std::size_t size_ = 0;
  std::array<TokenIndex, kCapacity> at_;  // only the first `size_` are ever read
};

// A cue with its source, and the parts of the sentence before and after the two.
struct Frame {
  Cue cue = {};
  SourceOption option = {};
  TokenRange source = {};
  TokenRange block = {};  // the cue, with the source when nothing else parts them
  TokenRange left = {};   // before the block, without the comma that ends it
  TokenRange right = {};  // after the block, without the comma or colon that opens it
};
Frame make_frame(const Context& context, const Cue& cue, const SourceOption& option);

bool layout_possible(const Context& context, const Frame& frame, Layout layout);
void add_layout_features(const Context& context, const Frame& frame, Layout layout,
                         Features& features);

Positions left_begins(const Context& context, const Frame& frame);
void add_left_begin_features(const Context& context, const Frame& frame, TokenIndex begin,
                             Features& features);

Positions right_begins(const Context& context, const Frame& frame);
void add_right_begin_features(const Context& context, const Frame& frame, TokenIndex begin,
                              Features& features);

Positions right_ends(const Context& context, const Frame& frame, TokenIndex begin);
void add_right_end_features(const Context& context, const Frame& frame, TokenIndex begin,
                            TokenIndex end, Features& features);

}  // namespace sayso
