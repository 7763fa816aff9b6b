// Attention: queries, keys and values of one head in one window -> what each position gathers.
//
// Products are of bytes: queries by row; keys, 7 bits by row; powers of scores, 0 to 255, divided
// by their exact sum at the end; values, 7 bits by column.
#pragma once

#include <cstdint>

#include "read/encode/buffer.h"
#include "read/encode/kernels.h"
#include "read/encode/linear.h"

namespace sayso {

class Attention {
 public:
  // All four have a row for each position; their columns are 32 or 64. Queries were divided by the
  // square root of that when the model was made.
  void attend(const Kernels& kernels, const FloatRows& queries, const FloatRows& keys,
              const FloatRows& values, const FloatRows& out);

 private:
  struct Packed {
    Buffer<std::int8_t> weight = {};
    Buffer<float> scale = {};
    Buffer<std::int32_t> sum = {};

    PanelsRoom reserve(std::size_t outputs, std::size_t inputs);
  };

  Packed keys_ = {};
  Packed values_ = {};
  Buffer<float> no_bias_ = {};
  Buffer<float> scores_ = {};  // of some rows
  QuantisedRows queries_ = {};
  QuantisedRows powers_ = {};  // of some rows
};

}  // namespace sayso
