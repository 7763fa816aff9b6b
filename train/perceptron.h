// Perceptron: features with their right label -> averaged weights -> the sections of a LinearModel.
//
// Averaged perceptron (Collins 2002): the weights are the mean over all steps of training, which
// keeps late examples from counting more than early ones.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/tag/key_table.h"
#include "read/tag/linear_model.h"

namespace sayso::train {

class Perceptron {
 public:
  explicit Perceptron(std::size_t labels) : labels_(labels), seen_(std::size_t{1} << 27U) {}

  // First pass: features seen fewer than `least` times (counted by hash) take no part.
  void count(std::span<const std::uint64_t> features) {
    for (const auto f : features) {
      auto& n = seen_[f & (seen_.size() - 1)];
      if (n < 255) ++n;
    }
  }
  void keep_from(std::uint8_t least) { least_ = least; }

  // Scores of all labels, with the weights as they are now.
  const std::vector<float>& scores(std::span<const std::uint64_t> features) {
    rows_.clear();
    sums_.assign(labels_, 0);
    for (const auto f : features) {
      if (seen_[f & (seen_.size() - 1)] < least_) continue;
      const auto [it, fresh] = index_.try_emplace(f, static_cast<std::uint32_t>(index_.size()));
      if (fresh) cells_.resize(cells_.size() + labels_);
      rows_.push_back(it->second);
      const Cell* row = &cells_[std::size_t{it->second} * labels_];
      for (std::size_t l = 0; l < labels_; ++l) sums_[l] += row[l].weight;
    }
    return sums_;
  }
  // Moves the weights of the features last scored towards `right`, away from `wrong`.
  void update(std::size_t right, std::size_t wrong, float by = 1) {
    for (const auto row : rows_) {
      change(cells_[std::size_t{row} * labels_ + right], by);
      change(cells_[std::size_t{row} * labels_ + wrong], -by);
    }
  }
  void step() { ++now_; }

  // The averaged weights as the sections of a LinearModel, the `most` largest kept.
  std::vector<std::string> sections(std::size_t most) {
    struct Kept {
      std::uint64_t feature;
      std::uint32_t label;
      float weight;
    };
    std::vector<Kept> kept;
    for (const auto& [f, row] : index_) {
      for (std::uint32_t l = 0; l < labels_; ++l) {
        Cell& cell = cells_[std::size_t{row} * labels_ + l];
        change(cell, 0);
        const float mean = static_cast<float>(cell.total / static_cast<double>(now_));
        if (mean != 0) kept.push_back({f, l, mean});
      }
    }
    const auto larger = [](const Kept& a, const Kept& b) {
      const float x = std::abs(a.weight), y = std::abs(b.weight);
      if (x != y) return x > y;
      return std::pair(a.feature, a.label) < std::pair(b.feature, b.label);
    };
    std::sort(kept.begin(), kept.end(), larger);
    const std::size_t all = kept.size();
    // One weight in two thousand may be clipped, so that the others keep their precision.
    const float scale = kept.empty() ? 1 : 127.0F / std::abs(kept[kept.size() / 20000].weight);
    if (kept.size() > most) kept.resize(most);
    const float least = kept.empty() ? 0 : std::abs(kept.back().weight) * scale;
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) {
      return std::pair(a.feature, a.label) < std::pair(b.feature, b.label);
    });
    std::string weights;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    for (std::size_t i = 0; i < kept.size();) {
      const auto offset = static_cast<std::uint32_t>(weights.size() / 2);
      std::string pairs;
      std::string row(row_size(labels_), '\0');
      std::size_t j = i;
      for (; j < kept.size() && kept[j].feature == kept[i].feature; ++j) {
        const float q = std::clamp(std::round(kept[j].weight * scale), -127.0F, 127.0F);
        if (q == 0) continue;
        const auto weight = static_cast<char>(static_cast<signed char>(q));
        pairs += static_cast<char>(kept[j].label);
        pairs += weight;
        row[kept[j].label] = weight;
      }
      // A vector of sixteen weights costs about as much time as three pairs.
      const bool as_row = pairs.size() * 8 / 3 > row.size();
      const std::size_t n = as_row ? LinearModel::kRow : pairs.size() / 2;
      weights += as_row ? row : pairs;
      if (n > 0)
        entries.emplace_back(kept[i].feature, (offset << 8U) | static_cast<std::uint32_t>(n));
      i = j;
    }
    std::fprintf(stderr, "%zu features, %zu weights of %zu (smallest kept %.2f of 127)\n",
                 entries.size(), weights.size() / 2, all, static_cast<double>(least));
    std::vector<std::uint64_t> features;
    for (const auto& [f, place] : entries) features.push_back(f);
    return {FeatureFilter::build(features), KeyTable::build(entries), weights};
  }

 private:
  struct Cell {
    float weight = 0;
    std::uint32_t since = 0;
    double total = 0;
  };
  void change(Cell& cell, float by) const {
    cell.total += static_cast<double>(cell.weight) * (now_ - cell.since);
    cell.since = now_;
    cell.weight += by;
  }

  std::size_t labels_;
  std::uint8_t least_ = 1;
  std::vector<std::uint8_t> seen_;
  std::unordered_map<std::uint64_t, std::uint32_t> index_ = {};
  std::vector<Cell> cells_ = {};
  std::vector<std::uint32_t> rows_ = {};
  std::vector<float> sums_ = {};
  std::uint32_t now_ = 1;
};

// A model file of these sections; see read/tag/bytes.h.
inline std::string model_file(const std::vector<std::string>& sections) {
  std::string file("SAYSOMOD");
  const auto number = [](std::uint32_t n) {
    return std::string(reinterpret_cast<const char*>(&n), sizeof(n));
  };
  const auto aligned = [](std::size_t n) { return (n + 63) / 64 * 64; };
  file += number(1) + number(static_cast<std::uint32_t>(sections.size()));
  std::size_t begin = aligned(16 + 8 * sections.size());
  for (const auto& section : sections) {
    file += number(static_cast<std::uint32_t>(begin));
    file += number(static_cast<std::uint32_t>(section.size()));
    begin = aligned(begin + section.size());
  }
  for (const auto& section : sections) {
    file.resize(aligned(file.size()));
    file += section;
  }
  return file;
}

}  // namespace sayso::train
