#include "read/encode/attention.h"

#include <algorithm>

namespace sayso {
namespace {

// Rows whose scores are kept at a time: a multiple of what the kernels take at once, and small
// enough to stay in the nearest cache.
constexpr std::size_t kRows = 24;

Panels panels(const PanelsRoom& room, std::size_t outputs, std::size_t inputs, const float* bias) {
  return {.outputs = outputs,
          .inputs = inputs,
          .weight = room.weight,
          .scale = room.scale,
          .sum = room.sum,
          .bias = bias};
}

}  // namespace

PanelsRoom Attention::Packed::reserve(std::size_t outputs, std::size_t inputs) {
  return {weight.reserve(outputs * inputs), scale.reserve(outputs), sum.reserve(outputs)};
}

void Attention::attend(const Kernels& kernels, const FloatRows& queries, const FloatRows& keys,
                       const FloatRows& values, const FloatRows& out) {
  const std::size_t positions = keys.rows;
  const std::size_t padded = (positions + 15) / 16 * 16;
  const std::size_t head = keys.columns;
  const std::size_t bias_size = std::max(padded, head);
  float* no_bias = no_bias_.reserve(bias_size);
  std::fill(no_bias, no_bias + bias_size, 0.0F);

  const PanelsRoom key_room = keys_.reserve(padded, head);
  kernels.pack_keys(keys, key_room);
  const Panels by_keys = panels(key_room, padded, head, no_bias);
  const PanelsRoom value_room = values_.reserve(head, padded);
  kernels.pack_values(values, value_room);
  const Panels by_values = panels(value_room, head, padded, no_bias);

  queries_.assign(kernels, queries);
  float* scores = scores_.reserve(kRows * padded);
  for (std::size_t first = 0; first < positions; first += kRows) {
    const std::size_t rows = std::min(kRows, positions - first);
    const FloatRows block = {scores, rows, positions, padded};
    kernels.multiply(queries_.rows(first, rows), by_keys, block);
    const ByteRows& powers = powers_.reserve(rows, padded);
    kernels.softmax(block, powers);
    kernels.multiply(powers, by_values, {out.row(first), rows, head, out.stride});
  }
}

}  // namespace sayso
