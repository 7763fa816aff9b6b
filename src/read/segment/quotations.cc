#include "read/segment/quotations.h"

#include <algorithm>
#include <optional>

#include "read/segment/marks.h"

namespace sayso {
namespace {

// Double marks never close single ones, nor single ones double.
enum class Family : std::uint8_t { double_mark, single_mark };

struct Open {
  TokenIndex token = 0;
  Family family = Family::double_mark;
  bool curly = false;
  std::size_t quotation = 0;                   // its place in the result
  std::optional<TokenIndex> maybe_close = {};  // a single mark that may be a plural's apostrophe
};

constexpr std::size_t kMaxDepth = 4;
constexpr TokenIndex kMaxSearch = 400;  // tokens looked at before and after a mark
constexpr std::size_t kMaxCarried = 8;  // blocks that a quotation may run over unmarked

class QuotationFinder {
 public:
  QuotationFinder(std::string_view text, const std::vector<Block>& blocks,
                  const std::vector<Token>& tokens, std::vector<TokenNote>& notes)
      : marks_(text, tokens, notes), blocks_(blocks), tokens_(tokens), notes_(notes) {}

  std::vector<Quotation> find() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      block_ = blocks_[b].tokens;
      for (TokenIndex i = block_.first; i < block_.last; ++i) {
        if (marks_.is_double(i)) double_mark(i);
        if (marks_.is_single(i)) single_mark(i);
      }
      end_of_block(b);
    }
    finish();
    return std::move(found_);
  }

 private:
  // The innermost open double mark, preferring one of the same make.
  std::optional<std::size_t> innermost_double(bool curly) const {
    std::optional<std::size_t> any;
    for (std::size_t d = open_.size(); d > 0; --d) {
      if (open_[d - 1].family != Family::double_mark) continue;
      if (open_[d - 1].curly == curly) return d - 1;
      if (!any) any = d - 1;
    }
    return any;
  }

  Look side(TokenIndex i, bool any_open) const {
    if (!open_.empty() && marks_.is_low(open_.back().token) && marks_.is_curly(i)) {
      return marks_.is_low(i) ? Look::opens : Look::closes;
    }
    const Look shape = marks_.shape(i);
    const Look place = marks_.place(i, block_);
    if (shape == Look::either) return place;
    // A curly mark the wrong way round: “Fine“ or ”Fine”.
    if (shape == Look::opens && place == Look::closes && any_open) return Look::closes;
    if (shape == Look::closes && place == Look::opens && !any_open) return Look::opens;
    return shape;
  }

  void double_mark(TokenIndex i) {
    if (marks_.is_measure(i, block_, !open_.empty())) return;
    const std::optional<std::size_t> within = innermost_double(marks_.is_curly(i));
    const Look look = side(i, within.has_value());
    if (look == Look::closes || (look == Look::either && within)) {
      if (within) close(*within, i);
      return;
    }
    // A mark of another make opens a nested quotation.
    if (within && open_[*within].curly == marks_.is_curly(i)) {
      const std::size_t closing = closing_marks_after(i);
      if (closing == 0 && marks_.shape(i) == Look::either && i > block_.first) {
        return close(*within, i);  // ... the end. "The next: its blank is on the wrong side
      }
      if (closing < 2) give_up(*within, i);
    }
    open(i, Family::double_mark);
  }

  // How many marks close (up to two) before the next that opens. Two after an opening mark inside
  // a quotation: it is nested. None: it does not open.
  std::size_t closing_marks_after(TokenIndex i) const {
    std::size_t closing = 0;
    const TokenIndex end = std::min(block_.last, i + kMaxSearch);
    for (TokenIndex next = i + 1; next < end && closing < 2; ++next) {
      if (!marks_.is_double(next)) continue;
      if (marks_.look(next, block_) == Look::opens) break;
      ++closing;
    }
    return closing;
  }

  void single_mark(TokenIndex i) {
    const bool inside = !open_.empty() && open_.back().family == Family::single_mark;
    const Look place = marks_.place(i, block_);
    const Look shape = marks_.shape(i);
    if (place == Look::opens) {
      if (shape == Look::closes || !marks_.may_begin(i, block_)) return;
      if (inside) drop_single();
      return open(i, Family::single_mark);
    }
    if (!inside || (shape == Look::opens && place != Look::closes)) return;
    if (marks_.may_be_plural(i, block_)) {
      open_.back().maybe_close = i;
    } else {
      close(open_.size() - 1, i);
    }
  }

  void open(TokenIndex i, Family family) {
    if (open_.size() >= kMaxDepth) return;
    open_.push_back({i, family, marks_.is_curly(i), found_.size(), {}});
    Quotation& quotation = found_.emplace_back();
    quotation.closed = false;
    quotation.continues = i == block_.first && family == Family::double_mark && left_open_;
  }

  void close(std::size_t depth, TokenIndex i) {
    while (open_.size() > depth + 1) drop_single();
    end_quotation(i + 1, true);
  }

  // The innermost open quotation ends before token `last`; a lone mark is none.
  void end_quotation(TokenIndex last, bool closed) {
    const Open top = open_.back();
    open_.pop_back();
    if (last <= top.token + 1) return;
    Quotation& quotation = found_[top.quotation];
    quotation.tokens = {top.token, last};
    quotation.closed = closed;
  }

  // The innermost open mark, single, was an apostrophe unless one that may close it was seen.
  void drop_single() {
    const std::optional<TokenIndex> maybe = open_.back().maybe_close;
    if (maybe) return end_quotation(*maybe + 1, true);
    open_.pop_back();
  }

  // The quotation at `depth` was never closed, and another opens at `i`: it ends with the last
  // sentence before that.
  void give_up(std::size_t depth, TokenIndex i) {
    while (open_.size() > depth + 1) drop_single();
    const TokenIndex lowest = std::max(open_[depth].token + 1, i > kMaxSearch ? i - kMaxSearch : 0);
    TokenIndex last = i;
    while (last > lowest && notes_[last - 1].kind != TokenKind::stop &&
           notes_[last - 1].kind != TokenKind::shout) {
      --last;
    }
    end_quotation(last > lowest ? last : i, false);
  }

  void end_of_block(std::size_t b) {
    left_open_ = false;
    while (!open_.empty()) {
      if (open_.back().family == Family::single_mark) {
        drop_single();
      } else if (open_.size() == 1 && closes_later(b)) {
        return;
      } else {
        left_open_ = true;
        end_quotation(block_.last, false);
      }
    }
  }

  // Whether the first mark in the blocks after `b` closes: then the lines were not paragraphs.
  bool closes_later(std::size_t b) const {
    const std::size_t end = std::min(blocks_.size(), b + 1 + kMaxCarried);
    TokenIndex left = kMaxSearch;
    for (std::size_t next = b + 1; next < end; ++next) {
      const TokenRange block = blocks_[next].tokens;
      for (TokenIndex i = block.first; i < block.last; ++i) {
        if (left-- == 0) return false;
        if (marks_.is_double(i)) {
          return marks_.place(i, block) == Look::closes && marks_.shape(i) != Look::opens &&
                 !is_credit(block, i);
        }
      }
    }
    return false;
  }

  // A line under a pull quote, with the quote's last mark behind it: "Amal Haddad, mayor."
  bool is_credit(TokenRange block, TokenIndex mark) const {
    if (mark + 1 < block.last || block.size() > 12 || block.size() < 3) return false;
    const auto is_name = [&](TokenIndex i) {
      return tokens_[i].shape == WordShape::capitalized || tokens_[i].shape == WordShape::upper;
    };
    return is_name(block.first) && is_name(block.first + 1);
  }

  void finish() {
    std::erase_if(found_, [](const Quotation& q) { return q.tokens.empty(); });
    std::ranges::sort(found_, {}, [](const Quotation& q) { return q.tokens.first; });
    std::vector<TokenIndex> ends;  // of the quotations around
    for (Quotation& q : found_) {
      q.span = {tokens_[q.tokens.first].span.begin, tokens_[q.tokens.last - 1].span.end};
      notes_[q.tokens.first].side = QuoteSide::opens;
      if (q.closed) notes_[q.tokens.last - 1].side = QuoteSide::closes;
      while (!ends.empty() && ends.back() <= q.tokens.first) ends.pop_back();
      q.nested = !ends.empty();
      ends.push_back(q.tokens.last);
    }
  }

  Marks marks_;
  const std::vector<Block>& blocks_;
  const std::vector<Token>& tokens_;
  std::vector<TokenNote>& notes_;
  TokenRange block_ = {};
  std::vector<Open> open_ = {};
  bool left_open_ = false;  // the block before ended inside a quotation
  std::vector<Quotation> found_ = {};
};
}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Block>& blocks,
                                       const std::vector<Token>& tokens,
                                       std::vector<TokenNote>& notes) {
  return QuotationFinder(text, blocks, tokens, notes).find();
}

}  // namespace sayso
