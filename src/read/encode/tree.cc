#include "read/encode/tree.h"

#include <algorithm>
#include <limits>

namespace sayso {
namespace {
enum : std::uint8_t { kUntouched, kOnPath, kSettled };

// Scores are taken to be no larger (a model's are below 100; a damaged one's may be anything).
constexpr double kLargest = 1e6;
// What an arc from the root costs: more than all scores together, so that no more than one is used.
constexpr double kRootCost = 1e3 * kLargest;

double bounded(float score) {
  return score > -kLargest ? std::min<double>(score, kLargest)
                           : -kLargest;  // also what is no number
}
}  // namespace

// The best head of each word by itself; whether that is a tree with one word on the root.
bool TreeFinder::take_best(std::span<const float> scores) {
  const std::size_t row = words_ + 1;
  std::uint32_t roots = 0;
  for (std::uint32_t w = 0; w < words_; ++w) {
    const auto begin = scores.begin() + static_cast<std::ptrdiff_t>(w * row);
    float best = -std::numeric_limits<float>::infinity();
    heads_[w] = w == 0 && words_ > 1 ? 2 : 0;
    for (std::uint32_t h = 0; h < row; ++h) {
      if (h != w + 1 && begin[h] > best) {
        best = begin[h];
        heads_[w] = h;
      }
    }
    roots += heads_[w] == 0 ? 1U : 0U;
  }
  if (roots != 1) return false;
  // Every word must reach the root: walk up, marking with the word the walk began at.
  std::vector<std::uint32_t>& seen = part_of_;
  seen.assign(row, 0);
  for (std::uint32_t w = 1; w <= words_; ++w) {
    std::uint32_t at = w;
    while (at != 0 && seen[at] == 0) {
      seen[at] = w;
      at = heads_[at - 1];
    }
    if (at != 0 && seen[at] == w) return false;
  }
  return true;
}

std::span<const std::uint32_t> TreeFinder::find(std::span<const float> scores,
                                                std::uint32_t words) {
  words_ = words;
  heads_.assign(words, 0);
  if (take_best(scores)) return heads_;
  const std::size_t row = words + 1;
  parts_.resize(row);
  part_of_.resize(row);
  state_.assign(row, kUntouched);
  state_[0] = kSettled;
  for (std::uint32_t w = 0; w <= words; ++w) {
    Part& part = parts_[w];
    part_of_[w] = w;
    part.members.clear();
    if (w == 0) continue;
    part.arcs.resize(row);
    for (std::uint32_t h = 0; h < row; ++h) {
      const double score = bounded(scores[(w - 1) * row + h]);
      part.arcs[h] = {h == 0 ? score - kRootCost : score, w};
    }
  }
  for (std::uint32_t w = 1; w <= words; ++w) {
    if (state_[part_of_[w]] != kUntouched) continue;
    path_.assign(1, part_of_[w]);
    state_[part_of_[w]] = kOnPath;
    grow();
  }
  expand();
  return heads_;
}

// Extends the path from its end, back along the best arcs, until it meets what is settled.
void TreeFinder::grow() {
  for (;;) {
    const std::uint32_t end = path_.back();
    enter(end);
    const std::uint32_t next = part_of_[parts_[end].from];
    if (state_[next] == kSettled) break;
    if (state_[next] == kOnPath) {
      const auto at = std::find(path_.begin(), path_.end(), next);
      path_.push_back(contract(static_cast<std::size_t>(at - path_.begin())));
    } else {
      path_.push_back(next);
    }
    state_[path_.back()] = kOnPath;
  }
  for (const std::uint32_t part : path_) state_[part] = kSettled;
}

// Chooses the best arc into `part` from outside it.
void TreeFinder::enter(std::uint32_t part_index) {
  Part& part = parts_[part_index];
  part.from = 0;
  part.to = part.arcs[0].to;
  part.score = -std::numeric_limits<double>::infinity();
  for (std::uint32_t from = 0; from <= words_; ++from) {
    if (part_of_[from] == part_index || !(part.arcs[from].score > part.score)) continue;
    part.from = from;
    part.to = part.arcs[from].to;
    part.score = part.arcs[from].score;
  }
}

// Makes one part of the path from `from` on, which is a cycle, and takes it off the path.
std::uint32_t TreeFinder::contract(std::size_t from) {
  const auto made = static_cast<std::uint32_t>(parts_.size());
  Part cycle;
  cycle.members.assign(path_.begin() + static_cast<std::ptrdiff_t>(from), path_.end());
  const std::uint32_t inside = parts_[cycle.members.front()].arcs[0].to;
  cycle.arcs.assign(words_ + 1, {-std::numeric_limits<double>::infinity(), inside});
  for (const std::uint32_t member : cycle.members) {
    for (std::uint32_t u = 0; u <= words_; ++u) {
      // What is gained by entering the cycle here and giving up the arc that closes it.
      const Arc arc = {parts_[member].arcs[u].score - parts_[member].score,
                       parts_[member].arcs[u].to};
      if (arc.score > cycle.arcs[u].score) cycle.arcs[u] = arc;
      if (part_of_[u] == member) part_of_[u] = made;
    }
  }
  path_.resize(from);
  parts_.push_back(std::move(cycle));
  state_.push_back(kUntouched);
  return made;
}

// Opens the cycles, outermost first: the arc that enters one replaces that of the member it leads
// to.
void TreeFinder::expand() {
  std::vector<std::uint32_t>& holder = path_;  // of each part, the member list it stands in
  holder.assign(parts_.size(), 0);
  for (std::size_t i = words_ + 1; i < parts_.size(); ++i) {
    for (const std::uint32_t member : parts_[i].members)
      holder[member] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = parts_.size(); i-- > words_ + 1;) {
    const Part& cycle = parts_[i];
    std::uint32_t member = cycle.to;
    while (holder[member] != i) member = holder[member];
    parts_[member].from = cycle.from;
    parts_[member].to = cycle.to;
  }
  for (std::uint32_t w = 1; w <= words_; ++w) heads_[w - 1] = parts_[w].from;
}

}  // namespace sayso
