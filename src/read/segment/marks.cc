#include "read/segment/marks.h"

#include "core/utf8.h"

namespace sayso {

// Brackets, dashes and other marks may stand inside or outside, so blanks decide first.
Look Marks::place(TokenIndex i, TokenRange block) const {
  if (i == block.first) return Look::opens;
  if (i + 1 == block.last) return Look::closes;
  const bool before = tokens_[i].space_before;
  const bool after = tokens_[i + 1].space_before;
  if (before != after) return before ? Look::opens : Look::closes;
  if (before) return Look::either;
  const TokenKind left = notes_[i - 1].kind, right = notes_[i + 1].kind;
  const bool after_opening =
      left == TokenKind::quote && (i - 1 == block.first || tokens_[i - 1].space_before);
  if (left == TokenKind::open || after_opening) return Look::opens;
  if (right == TokenKind::close || right == TokenKind::comma || right == TokenKind::stop) {
    return Look::closes;
  }
  if (left == TokenKind::dash && right == TokenKind::word) return Look::opens;
  if (right == TokenKind::dash && left != TokenKind::dash) return Look::closes;
  return Look::either;
}

Look Marks::shape(TokenIndex i) const {
  const std::string_view form = slice(text_, tokens_[i].span);
  switch (decode_utf8(form, 0).value) {
    case U'“':
    case U'„':
    case U'«':
    case U'‘':
    case U'‟': return Look::opens;
    case U'`': return form.size() > 1 ? Look::opens : Look::either;
    case U'”':
    case U'»':
    case U'’': return Look::closes;
    default: return Look::either;
  }
}

Look Marks::look(TokenIndex i, TokenRange block) const {
  const Look own = shape(i);
  return own == Look::either ? place(i, block) : own;
}

bool Marks::is_low(TokenIndex i) const { return slice(text_, tokens_[i].span) == "„"; }

bool Marks::is_measure(TokenIndex i, TokenRange block, bool any_open) const {
  if (i == block.first || tokens_[i].space_before) return false;
  if (notes_[i - 1].kind != TokenKind::number) return false;
  return !any_open || (i >= block.first + 2 && notes_[i - 2].kind == TokenKind::single);
}

bool Marks::may_be_plural(TokenIndex i, TokenRange block) const {
  if (i == block.first || notes_[i - 1].kind != TokenKind::word) return false;
  const char last = text_[tokens_[i - 1].span.end - 1];
  if (last != 's' && last != 'S' && last != 'z' && last != 'x') return false;
  return kind_after(i, block) == TokenKind::word;
}

bool Marks::may_begin(TokenIndex i, TokenRange block) const {
  switch (kind_after(i, block)) {
    case TokenKind::word:
    case TokenKind::number:
    case TokenKind::quote:
    case TokenKind::dots: return true;
    default: return false;
  }
}

}  // namespace sayso
