#include "read/segment/quotations.h"

#include <algorithm>
#include <optional>

#include "read/segment/character.h"

namespace sayso {
namespace {

// The shape of a mark; a mark of one family never closes a mark of the other.
enum class Family : std::uint8_t { double_mark, single_mark };
enum class Look : std::uint8_t { opens, closes, either };

struct Open {
  TokenIndex token = 0;
  Family family = Family::double_mark;
  bool curly = false;
  std::size_t quotation = 0;                   // its place in the result
  std::optional<TokenIndex> maybe_close = {};  // a single mark that may be a plural's apostrophe
};

constexpr std::size_t kMaxDepth = 4;

class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, const std::vector<Token>& tokens,
                  std::vector<TokenNote>& notes)
      : text_(text), tokens_(tokens), notes_(notes) {}

  void block(TokenRange range) {
    block_ = range;
    const bool carried = open_at_end_ && reopens(range.first);
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (notes_[i].kind == TokenKind::quote)
        double_mark(i);
      else if (notes_[i].kind == TokenKind::single)
        single_mark(i);
      if (i == range.first && carried && !open_.empty()) {
        found_[open_.back().quotation].continues = true;
      }
    }
    end_of_block();
  }

  std::vector<Quotation> finish() {
    std::erase_if(found_, [](const Quotation& q) { return q.tokens.empty(); });
    std::ranges::sort(found_, {}, [](const Quotation& q) { return q.tokens.first; });
    mark_nested();
    for (Quotation& q : found_) {
      q.span = {tokens_[q.tokens.first].span.begin, tokens_[q.tokens.last - 1].span.end};
      notes_[q.tokens.first].side = QuoteSide::opens;
      if (q.closed) notes_[q.tokens.last - 1].side = QuoteSide::closes;
    }
    return std::move(found_);
  }

 private:
  bool spaced_after(TokenIndex i) const {
    return i + 1 == block_.last || tokens_[i + 1].space_before;
  }

  TokenKind kind_before(TokenIndex i) const {
    return i == block_.first ? TokenKind::open : notes_[i - 1].kind;
  }
  TokenKind kind_after(TokenIndex i) const {
    return i + 1 == block_.last ? TokenKind::stop : notes_[i + 1].kind;
  }

  // What the neighbours say. Brackets, dashes and other marks stand on either side's inside or
  // outside, so blanks decide first.
  Look look(TokenIndex i) const {
    if (i == block_.first) return Look::opens;
    if (i + 1 == block_.last) return Look::closes;
    const bool before = tokens_[i].space_before;
    const bool after = spaced_after(i);
    if (before != after) return before ? Look::opens : Look::closes;
    if (before) return Look::either;
    const TokenKind left = kind_before(i), right = kind_after(i);
    const bool after_opening =
        left == TokenKind::quote && (i - 1 == block_.first || tokens_[i - 1].space_before);
    if (left == TokenKind::open || after_opening) return Look::opens;
    if (right == TokenKind::close || right == TokenKind::comma || right == TokenKind::stop)
      return Look::closes;
    if (left == TokenKind::dash && right == TokenKind::word) return Look::opens;
    if (right == TokenKind::dash && left != TokenKind::dash) return Look::closes;
    return Look::either;
  }

  // What the mark itself says; straight marks and doubled apostrophes say nothing.
  Look typographic(TokenIndex i) const {
    const std::string_view form = slice(text_, tokens_[i].span);
    switch (decode_utf8(form, 0).value) {
      case U'“': {
        const bool after_low = !open_.empty() && is_low(open_.back().token);
        return after_low ? Look::closes : Look::opens;
      }
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

  bool is_low(TokenIndex i) const { return slice(text_, tokens_[i].span) == "„"; }

  Look side(TokenIndex i) const {
    const Look shape = typographic(i);
    const Look place = look(i);
    if (shape == Look::either) return place;
    // A curly mark the wrong way round: “Fine“ or ”Fine”.
    const bool any_open = !open_.empty() && open_.back().family == Family::double_mark;
    if (shape != place && place != Look::either) {
      if (shape == Look::opens && any_open) return Look::closes;
      if (shape == Look::closes && !any_open) return Look::opens;
    }
    return shape;
  }

  // 6'2": feet and inches.
  bool is_measure(TokenIndex i) const {
    if (i < block_.first + 1 || tokens_[i].space_before || kind_before(i) != TokenKind::number)
      return false;
    if (!open_.empty()) {
      return i >= block_.first + 2 && notes_[i - 2].kind == TokenKind::single;
    }
    return true;
  }

  bool is_curly(TokenIndex i) const { return (text_[tokens_[i].span.begin] & 0x80) != 0; }

  // The innermost open double mark, and the innermost of the same make if there is one.
  std::optional<std::size_t> innermost_double(bool curly) const {
    std::optional<std::size_t> any;
    for (std::size_t d = open_.size(); d > 0; --d) {
      if (open_[d - 1].family != Family::double_mark) continue;
      if (open_[d - 1].curly == curly) return d - 1;
      if (!any) any = d - 1;
    }
    return any;
  }

  void double_mark(TokenIndex i) {
    if (is_measure(i)) return;
    const std::optional<std::size_t> within = innermost_double(is_curly(i));
    const Look s = side(i);
    const bool opens = s == Look::opens || (s == Look::either && !within);
    if (!opens) {
      if (within) close(*within, i);
      return;
    }
    // A mark of another make opens a nested quotation; of the same, only if two marks close.
    if (within && open_[*within].curly == is_curly(i) && !nests(i)) give_up(*within, i);
    open(i, Family::double_mark);
  }

  // Whether an opening mark inside an open quotation is nested in it: then two marks close.
  bool nests(TokenIndex i) const {
    int closing = 0;
    const TokenIndex end = std::min(block_.last, i + 200);
    for (TokenIndex next = i + 1; next < end; ++next) {
      if (notes_[next].kind != TokenKind::quote) continue;
      const Look s = typographic(next) == Look::either ? look(next) : typographic(next);
      if (s == Look::opens) return false;
      if (++closing == 2) return true;
    }
    return false;
  }

  void single_mark(TokenIndex i) {
    const bool inside = !open_.empty() && open_.back().family == Family::single_mark;
    const Look place = look(i);
    const Look shape = typographic(i);
    if (place == Look::opens && shape != Look::closes) {
      if (kind_after(i) != TokenKind::word && kind_after(i) != TokenKind::number &&
          kind_after(i) != TokenKind::quote && kind_after(i) != TokenKind::dots)
        return;
      if (inside) drop_single();
      return open(i, Family::single_mark);
    }
    if (!inside || place == Look::opens || (shape == Look::opens && place != Look::closes)) return;
    if (may_be_plural(i))
      open_.back().maybe_close = i;
    else
      close(open_.size() - 1, i);
  }

  // "the workers' union": s, apostrophe, blank, a small word.
  bool may_be_plural(TokenIndex i) const {
    if (i == block_.first || notes_[i - 1].kind != TokenKind::word) return false;
    const char last = text_[tokens_[i - 1].span.end - 1];
    if (last != 's' && last != 'S' && last != 'z' && last != 'x') return false;
    return i + 1 < block_.last && notes_[i + 1].kind == TokenKind::word;
  }

  void open(TokenIndex i, Family family) {
    if (open_.size() >= kMaxDepth) return;
    open_.push_back({i, family, is_curly(i), found_.size(), {}});
    Quotation q;
    q.closed = false;
    found_.push_back(q);
  }

  void close(std::size_t depth, TokenIndex i) {
    while (open_.size() > depth + 1) drop_single();
    Quotation& q = found_[open_[depth].quotation];
    q.tokens = {open_[depth].token, i + 1};
    q.closed = true;
    open_.resize(depth);
  }

  // The innermost open single mark was an apostrophe, unless one that may close it was seen.
  void drop_single() {
    const Open top = open_.back();
    open_.pop_back();
    if (!top.maybe_close) return;
    Quotation& q = found_[top.quotation];
    q.tokens = {top.token, *top.maybe_close + 1};
    q.closed = true;
  }

  // The quotation at `depth` was never closed, and another opens at `i`.
  void give_up(std::size_t depth, TokenIndex i) {
    while (open_.size() > depth + 1) drop_single();
    const TokenIndex first = open_[depth].token;
    TokenIndex last = i;
    const TokenIndex lowest = i > first + 200 ? i - 200 : first;
    for (TokenIndex t = i; t > lowest + 1; --t) {
      const TokenKind kind = notes_[t - 1].kind;
      if (kind == TokenKind::stop || kind == TokenKind::shout) {
        last = t;
        break;
      }
    }
    if (last > first + 1) found_[open_[depth].quotation].tokens = {first, last};
    open_.resize(depth);
  }

  void end_of_block() {
    open_at_end_ = false;
    while (!open_.empty()) {
      const Open top = open_.back();
      if (top.family == Family::single_mark) {
        drop_single();
        continue;
      }
      if (block_.last > top.token + 1) {
        found_[top.quotation].tokens = {top.token, block_.last};
        open_at_end_ = true;
      }
      open_.pop_back();
    }
  }

  bool reopens(TokenIndex first) const {
    return first < tokens_.size() && notes_[first].kind == TokenKind::quote;
  }

  void mark_nested() {
    std::vector<TokenIndex> ends;
    for (Quotation& q : found_) {
      while (!ends.empty() && ends.back() <= q.tokens.first) ends.pop_back();
      q.nested = !ends.empty();
      ends.push_back(q.tokens.last);
    }
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<TokenNote>& notes_;
  TokenRange block_ = {};
  std::vector<Open> open_ = {};
  bool open_at_end_ = false;
  std::vector<Quotation> found_ = {};
};
}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Block>& blocks,
                                       const std::vector<Token>& tokens,
                                       std::vector<TokenNote>& notes) {
  QuotationFinder finder(text, tokens, notes);
  for (const Block& block : blocks) finder.block(block.tokens);
  return finder.finish();
}

}  // namespace sayso
