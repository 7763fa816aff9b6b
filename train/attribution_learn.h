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
  Learner(std::size_t size, float rate) : cells_(size), rate_(rate) {}

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

  // The mean of the weights over all steps, in the unit of the model file.
  std::vector<std::int8_t> quantised() {
    std::vector<std::int8_t> out;
    out.reserve(cells_.size());
    for (Cell& cell : cells_) {
      settle(cell);
      const double mean = cell.total / static_cast<double>(std::max<std::uint32_t>(now_, 1));
      out.push_back(
          static_cast<std::int8_t>(std::clamp(std::round(mean * Weights::kOne), -127.0, 127.0)));
    }
    return out;
  }

 private:
  struct Cell {
    float weight = 0;
    float squares = 0;
    std::uint32_t since = 0;
    double total = 0;
  };
  static constexpr float kDecay = 1e-2F;  // towards zero, at each change

  float score(const Hashes& features) const {
    float sum = 0;
    for (const std::uint32_t hash : features) sum += cells_[hash & (cells_.size() - 1)].weight;
    return sum;
  }
  void settle(Cell& cell) const {
    cell.total += static_cast<double>(cell.weight) * (now_ - cell.since);
    cell.since = now_;
  }
  void move(const Hashes& features, float by) {
    if (std::abs(by) < 1e-4F) return;
    for (const std::uint32_t hash : features) {
      Cell& cell = cells_[hash & (cells_.size() - 1)];
      settle(cell);
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

template <typename Example>
void learn(Learner& learner, std::vector<Example> examples, int epochs) {
  for (int epoch = 0; epoch < epochs; ++epoch) {
    shuffle(examples, static_cast<std::uint64_t>(epoch) + 1);
    for (const Example& example : examples) learner.step(example);
  }
}

}  // namespace sayso::train
