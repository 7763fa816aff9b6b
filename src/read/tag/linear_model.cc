#include "read/tag/linear_model.h"

#include <bit>

namespace sayso {

std::optional<FeatureFilter> FeatureFilter::in(std::string_view section) {
  if (!std::has_single_bit(section.size())) return std::nullopt;
  FeatureFilter filter;
  filter.bits_ = section.data();
  filter.mask_ = section.size() * 8 - 1;
  return filter;
}

std::string FeatureFilter::build(std::span<const std::uint64_t> features) {
  // Eight to sixteen bits a feature: an unknown one passes about once in ten times.
  std::string bits(std::bit_ceil(features.size() + 1), '\0');
  for (const std::uint64_t feature : features) {
    const std::uint64_t bit = place(feature, bits.size() * 8 - 1);
    bits[bit >> 3U] = static_cast<char>(bits[bit >> 3U] | (1 << (bit & 7U)));
  }
  return bits;
}

std::optional<LinearModel> LinearModel::in(std::string_view filter, std::string_view table,
                                           std::string_view weights) {
  const auto features = FeatureFilter::in(filter);
  const auto keys = KeyTable::in(table);
  if (!features || !keys) return std::nullopt;
  LinearModel model;
  model.filter_ = *features;
  model.table_ = *keys;
  model.weights_ = weights;
  return model;
}

bool LinearModel::is_sound(std::size_t labels) const {
  for (std::size_t place = 0; place < table_.places(); ++place) {
    const std::uint32_t value = table_.value_at(place);
    const std::size_t begin = std::size_t{2} * (value >> 8U);
    const bool row = (value & 0xFFU) == kRow;
    const std::size_t size = row ? row_size(labels) : std::size_t{2} * (value & 0xFFU);
    if (begin + size > weights_.size()) return false;
    if (row) continue;
    for (std::size_t i = begin; i < begin + size; i += 2) {
      if (static_cast<unsigned char>(weights_[i]) >= labels) return false;
    }
  }
  return true;
}

}  // namespace sayso
