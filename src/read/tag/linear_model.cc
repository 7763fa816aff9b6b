#include "read/tag/linear_model.h"

namespace sayso {

std::optional<LinearModel> LinearModel::in(std::string_view table, std::string_view weights) {
  const auto keys = KeyTable::in(table);
  if (!keys) return std::nullopt;
  LinearModel model;
  model.table_ = *keys;
  model.weights_ = weights;
  return model;
}

bool LinearModel::is_sound(std::size_t labels) const {
  for (std::size_t i = 0; i < weights_.size(); i += 2) {
    if (static_cast<unsigned char>(weights_[i]) >= labels) return false;
  }
  for (std::size_t slot = 0; slot < table_.slots(); ++slot) {
    const std::uint32_t value = table_.value_at(slot);
    if ((std::size_t{value >> 8U} + (value & 0xFFU)) * 2 > weights_.size()) return false;
  }
  return true;
}

}  // namespace sayso
