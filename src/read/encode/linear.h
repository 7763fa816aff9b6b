// Linear: rows of floats -> rows of floats, by an int8 matrix of the model file.
//
// The input is turned into bytes once (QuantisedRows) and may feed several Linears.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/result.h"
#include "read/encode/buffer.h"
#include "read/encode/kernels.h"
#include "read/encode/model_file.h"

namespace sayso {

// Views into the model file.
struct Linear {
  Panels panels = {};

  std::size_t outputs() const { return panels.outputs; }
  std::size_t inputs() const { return panels.inputs; }
  // Outputs [first, first + count); `first` is a multiple of 16.
  Linear part(std::size_t first, std::size_t count) const;
};

// The Linear NAME, stored as NAME.weight, .scale, .sum and .bias, or what is wrong with it.
Result<Linear> linear(const ModelFile& model, const std::string& name, std::size_t outputs,
                      std::size_t inputs);
// The same when the file says how many outputs.
Result<Linear> linear(const ModelFile& model, const std::string& name, std::size_t inputs);

// Rows as bytes, in room that is used again.
class QuantisedRows {
 public:
  void assign(const Kernels& kernels, const FloatRows& rows);
  // The same after the Gaussian error linear unit, which it leaves in `rows`.
  void assign_gelu(const Kernels& kernels, const FloatRows& rows);
  // Room for rows that a kernel fills.
  const ByteRows& reserve(std::size_t rows, std::size_t columns);

  const ByteRows& rows() const { return rows_; }
  // `count` rows from `first` on.
  ByteRows rows(std::size_t first, std::size_t count) const;

 private:
  Buffer<std::uint8_t> bytes_ = {};
  Buffer<float> scale_ = {};
  Buffer<std::int32_t> zero_ = {};
  ByteRows rows_ = {};
};

// Every output of every row.
inline void apply(const Kernels& kernels, const Linear& linear, const ByteRows& in,
                  const FloatRows& out) {
  kernels.multiply(in, linear.panels, out);
}

}  // namespace sayso
