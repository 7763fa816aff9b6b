// Weights learned by gradient steps: for yes or no, and for the best of several.
//
// Logistic loss with Adagrad steps and averaged weights. Features are the program's own hashes, so
// that what is learned is what is asked later.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "attribute/features.h"
#include "attribute/weights.h"

namespace sayso::train {

using Hashes = std::vector<std::uint32_t>;

inline Hashes copy_of(const Features& features) {
  const auto hashes = features.hashes();
  return {hashes.begin(), hashes.end()};
}

struct YesNo {
  Hashes features = {};
  bool yes = false;
};
struct BestOf {
  std::vector<Hashes> options = {};
  std::size_t best = 0;
};

class Learner {
 public:
  explicit Learner(float rate) : cells_(kCells), rate_(rate) {}

  void step(const YesNo& example) {
    const float p = 1.0F / (1.0F + std::exp(-score(example.features)));
    move(example.features, (example.yes ? 1.0F : 0.0F) - p);
    ++now_;
  }
  void step(const BestOf& example) {
    std::vector<float> p;
    float most = -1e9F;
    for (const Hashes& option : example.options) {
      p.push_back(score(option));
      most = std::max(most, p.back());
    }
    float sum = 0;
    for (float& x : p) sum += x = std::exp(x - most);
    for (std::size_t i = 0; i < p.size(); ++i) {
      move(example.options[i], (i == example.best ? 1.0F : 0.0F) - p[i] / sum);
    }
    ++now_;
  }

  // The mean of the weights over all steps as a table of the model file, with 2^bits slots. Of the
  // features that fall into one slot the one that matters most stays.
  std::vector<std::uint16_t> table(unsigned bits) {
    std::vector<std::uint16_t> slots(std::size_t{1} << bits, 0);
    std::vector<float> matter(slots.size(), 0);
    for (Cell& cell : cells_) {
      if (cell.moves == 0) continue;
      settle(cell);
      const double mean = cell.total / static_cast<double>(now_);
      const double weight = std::clamp(std::round(mean * Weights::kOne), -127.0, 127.0);
      const float matters =
          static_cast<float>(std::abs(weight)) * std::sqrt(static_cast<float>(cell.moves));
      const std::size_t slot = cell.hash & (slots.size() - 1);
      if (weight == 0 || matters <= matter[slot]) continue;
      matter[slot] = matters;
      slots[slot] = Weights::slot(cell.hash, static_cast<std::int8_t>(weight));
    }
    return slots;
  }

 private:
  struct Cell {
    float weight = 0;
    float squares = 0;
    std::uint32_t since = 0;
    std::uint32_t hash = 0;
    std::uint32_t moves = 0;
    double total = 0;
  };
  static constexpr std::size_t kCells = std::size_t{1} << 21U;
  static constexpr float kDecay = 1e-2F;  // towards zero, at each change

  float score(const Hashes& features) const {
    float sum = 0;
    for (const std::uint32_t hash : features) sum += cells_[hash % kCells].weight;
    return sum;
  }
  void settle(Cell& cell) const {
    cell.total += static_cast<double>(cell.weight) * (now_ - cell.since);
    cell.since = now_;
  }
  void move(const Hashes& features, float by) {
    if (std::abs(by) < 1e-4F) return;
    for (const std::uint32_t hash : features) {
      Cell& cell = cells_[hash % kCells];
      settle(cell);
      cell.hash = hash;
      ++cell.moves;
      const float gradient = by - kDecay * cell.weight;
      cell.squares += gradient * gradient;
      cell.weight += rate_ * gradient / std::sqrt(cell.squares + 1e-6F);
    }
  }

  std::vector<Cell> cells_;
  float rate_;  // of the first step of a weight
  std::uint32_t now_ = 0;
};

// A reproducible order (SplitMix64).
template <typename T>
void shuffle(std::vector<T>& items, std::uint64_t seed) {
  for (std::size_t i = items.size(); i > 1; --i) {
    seed += 0x9E3779B97F4A7C15U;
    std::uint64_t z = seed;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    std::swap(items[i - 1], items[(z ^ (z >> 31U)) % i]);
  }
}

// Features that are seen once teach nothing that carries over, and crowd the table.
class Seen {
 public:
  void count(const YesNo& example) { count(example.features); }
  void count(const BestOf& example) {
    for (const Hashes& option : example.options) count(option);
  }
  void drop_rare(YesNo& example) const { drop_rare(example.features); }
  void drop_rare(BestOf& example) const {
    for (Hashes& option : example.options) drop_rare(option);
  }

 private:
  static constexpr std::uint8_t kLeast = 3;

  void count(const Hashes& features) {
    for (const std::uint32_t hash : features) {
      std::uint8_t& n = times_[hash % times_.size()];
      n = static_cast<std::uint8_t>(std::min(n + 1, 255));
    }
  }
  void drop_rare(Hashes& features) const {
    std::erase_if(features,
                  [&](std::uint32_t hash) { return times_[hash % times_.size()] < kLeast; });
  }
  std::vector<std::uint8_t> times_ = std::vector<std::uint8_t>(std::size_t{1} << 26U);
};

template <typename Example>
void learn(Learner& learner, std::vector<Example> examples, int epochs) {
  Seen seen;
  for (const Example& example : examples) seen.count(example);
  for (Example& example : examples) seen.drop_rare(example);
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, static_cast<std::uint64_t>(epoch) + 1);
    for (const Example& example : examples) learner.step(example);
  }
}

}  // namespace sayso::train
