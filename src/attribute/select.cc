#include "attribute/select.h"

#include <algorithm>
#include <numeric>

namespace sayso {
namespace {
// Hypotheses contradict or enclose only their neighbours in the text.
constexpr std::size_t kNeighbours = 24;

std::uint32_t content_size(const Hypothesis& h) {
  std::uint32_t size = 0;
  for (const TokenRange range : content_of(h)) size += range.size();
  return size;
}

bool is_topic_only(const Context& context, const Hypothesis& h) {
  return h.left.empty() && !h.right.empty() &&
         leads_to_topic(context, h.frame.cue.row, h.right.first);
}

// Both would say the same thing, or each would say the other.
bool contradict(const Hypothesis& a, const Hypothesis& b) {
  if (a.frame.cue.tokens.overlaps(b.frame.cue.tokens)) return true;
  if (encloses(a, b) && encloses(b, a)) return true;
  return (!a.right.empty() && a.right == b.right) || (!a.left.empty() && a.left == b.left);
}

struct Window {
  std::size_t first, last;
};
Window around(std::size_t i, std::size_t size) {
  return {i > kNeighbours ? i - kNeighbours : 0, std::min(size, i + kNeighbours + 1)};
}
}  // namespace

bool encloses(const Hypothesis& outer, const Hypothesis& inner) {
  const auto content = content_of(outer);
  return std::any_of(content.begin(), content.end(),
                     [&](TokenRange range) { return range.contains(inner.frame.cue.tokens); });
}

std::vector<Selection> select(const Context& context, const std::vector<Hypothesis>& hypotheses,
                              const SelectOptions& options) {
  const std::size_t size = hypotheses.size();
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return hypotheses[a].score > hypotheses[b].score;
  });
  std::vector<bool> stands(size, false);
  for (const std::uint32_t i : order) {
    const Hypothesis& h = hypotheses[i];
    if (h.score < options.keep) break;
    if (content_size(h) == 0 || is_topic_only(context, h)) continue;
    const Window window = around(i, size);
    bool clear = true;
    for (std::size_t j = window.first; j < window.last && clear; ++j) {
      clear = !stands[j] || !contradict(h, hypotheses[j]);
    }
    stands[i] = clear;
  }
  std::vector<Selection> selected;
  std::vector<std::uint32_t> number(size, 0);
  for (std::uint32_t i = 0; i < size; ++i) {
    if (!stands[i]) continue;
    const Hypothesis& h = hypotheses[i];
    const Window window = around(i, size);
    std::optional<std::uint32_t> enclosing;
    std::uint32_t smallest = 0;
    for (std::size_t j = window.first; j < window.last; ++j) {
      if (j == i || !stands[j] || !encloses(hypotheses[j], h)) continue;
      const std::uint32_t content = content_size(hypotheses[j]);
      if (enclosing && content >= smallest) continue;
      enclosing = static_cast<std::uint32_t>(j);
      smallest = content;
    }
    const bool quoted = context.in_quotation(h.frame.cue.head);
    if (enclosing ? h.score < options.keep_nested : quoted) {
      stands[i] = false;  // quoted words that nobody is found to say hold no voices of the outlet's
      continue;
    }
    number[i] = static_cast<std::uint32_t>(selected.size());
    selected.push_back({i, enclosing});
  }
  for (Selection& s : selected) {
    if (s.within) s.within = stands[*s.within] ? std::optional(number[*s.within]) : std::nullopt;
  }
  return selected;
}

}  // namespace sayso
