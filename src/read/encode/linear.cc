#include "read/encode/linear.h"

#include <cassert>

namespace sayso {
namespace {

// More inputs could overflow the sums of products: 255 * 63 * 2^16 < 2^31.
constexpr std::size_t kMostInputs = std::size_t{1} << 16U;
constexpr std::size_t kMostOutputs = std::size_t{1} << 20U;

}  // namespace

Linear Linear::part(std::size_t first, std::size_t count) const {
  assert(first % 16 == 0 && first + count <= panels.outputs);
  return {{.outputs = count,
           .inputs = panels.inputs,
           .weight = panels.weight + first * panels.inputs,
           .scale = panels.scale + first,
           .sum = panels.sum + first,
           .bias = panels.bias + first}};
}

Result<Linear> linear(const ModelFile& model, const std::string& name, std::size_t outputs,
                      std::size_t inputs) {
  if (inputs == 0 || inputs % 4 != 0 || inputs > kMostInputs || outputs == 0 ||
      outputs > kMostOutputs) {
    return model.damaged("wrong in the size of " + name);
  }
  const auto weight = model.weights(name + ".weight", outputs, inputs);
  if (!weight) return weight.error();
  const auto scale = model.floats(name + ".scale", {outputs});
  if (!scale) return scale.error();
  const auto sum = model.integers(name + ".sum", {outputs});
  if (!sum) return sum.error();
  const auto bias = model.floats(name + ".bias", {outputs});
  if (!bias) return bias.error();
  return Linear{{.outputs = outputs,
                 .inputs = inputs,
                 .weight = weight->data(),
                 .scale = scale->data(),
                 .sum = sum->data(),
                 .bias = bias->data()}};
}

Result<Linear> linear(const ModelFile& model, const std::string& name, std::size_t inputs) {
  const Tensor* weight = model.find(name + ".weight");
  return linear(model, name, weight == nullptr ? 1 : weight->dims[0], inputs);
}

const ByteRows& QuantisedRows::reserve(std::size_t rows, std::size_t columns) {
  const std::size_t stride = (columns + 15) / 16 * 16;
  rows_ = {.data = bytes_.reserve(rows * stride),
           .scale = scale_.reserve(rows),
           .zero = zero_.reserve(rows),
           .rows = rows,
           .columns = columns,
           .stride = stride};
  return rows_;
}

void QuantisedRows::assign(const Kernels& kernels, const FloatRows& rows) {
  kernels.quantise(rows, reserve(rows.rows, rows.columns));
}

void QuantisedRows::assign_gelu(const Kernels& kernels, const FloatRows& rows) {
  kernels.gelu_and_quantise(rows, reserve(rows.rows, rows.columns));
}

ByteRows QuantisedRows::rows(std::size_t first, std::size_t count) const {
  assert(first + count <= rows_.rows);
  return {.data = rows_.data + first * rows_.stride,
          .scale = rows_.scale + first,
          .zero = rows_.zero + first,
          .rows = count,
          .columns = rows_.columns,
          .stride = rows_.stride};
}

}  // namespace sayso
