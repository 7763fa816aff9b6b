// A quotation mark -> the side of a quotation it seems to be on.
#pragma once

#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "read/segment/tokenize.h"

namespace sayso {

enum class Look : std::uint8_t { opens, closes, either };

// The marks among the tokens of one text. `block` is the block that holds the mark: what stands
// beyond its ends is no neighbour.
class Marks {
 public:
  Marks(std::string_view text, const std::vector<Token>& tokens,
        const std::vector<TokenNote>& notes)
      : text_(text), tokens_(tokens), notes_(notes) {}

  // What the neighbours say.
  Look place(TokenIndex i, TokenRange block) const;
  // What the mark itself says; straight marks and doubled apostrophes say nothing.
  Look shape(TokenIndex i) const;
  // Its shape or, when that says nothing, its place.
  Look look(TokenIndex i, TokenRange block) const;

  bool is_double(TokenIndex i) const { return notes_[i].kind == TokenKind::quote; }
  bool is_single(TokenIndex i) const { return notes_[i].kind == TokenKind::single; }
  bool is_curly(TokenIndex i) const { return (text_[tokens_[i].span.begin] & 0x80) != 0; }
  // The low mark that the curly opening mark closes.
  bool is_low(TokenIndex i) const;
  // A sign of inches: 6'2", or 12" where no quotation is open.
  bool is_measure(TokenIndex i, TokenRange block, bool any_open) const;
  // "the workers' union": s, apostrophe, blank, a word.
  bool may_be_plural(TokenIndex i, TokenRange block) const;
  // Something that a quotation in single marks may begin with follows.
  bool may_begin(TokenIndex i, TokenRange block) const;

 private:
  TokenKind kind_after(TokenIndex i, TokenRange block) const {
    return i + 1 == block.last ? TokenKind::stop : notes_[i + 1].kind;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<TokenNote>& notes_;
};

}  // namespace sayso
