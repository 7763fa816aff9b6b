// Kernels: the inner loops of the encoder, one table of them for each instruction set.
//
// All tables give the same bytes: sums of products are exact in 32-bit integers (weights have 7
// bits, so that no step of any instruction set saturates), and what is done in float is done in
// the same order, 16 lanes at a time, without fused steps and without the C library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/result.h"

namespace sayso {

// Floats in rows, `stride` apart.
struct FloatRows {
  float* data = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t stride = 0;

  float* row(std::size_t i) const { return data + i * stride; }
};

// Rows as unsigned bytes: value = scale[row] * (byte - zero[row]). `stride` is a multiple of 4;
// bytes past `columns` may be written, so a row has room for a multiple of 16.
struct ByteRows {
  std::uint8_t* data = nullptr;
  float* scale = nullptr;
  std::int32_t* zero = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t stride = 0;
};

// A matrix to multiply rows by: output n of a row is bias[n] + scale[n] * sum over k of x[k] *
// weight(n, k). Weights are integers from -63 to 63, packed in panels of 16 outputs:
// [outputs / 16, rounded up][inputs / 4][16][4]. `sum[n]` adds up the weights of output n.
struct Panels {
  std::size_t outputs = 0;
  std::size_t inputs = 0;  // a multiple of 4
  const std::int8_t* weight = nullptr;
  const float* scale = nullptr;
  const std::int32_t* sum = nullptr;
  const float* bias = nullptr;

  // Where the weight of an output for an input stands.
  std::size_t place(std::size_t output, std::size_t input) const {
    const std::size_t panel = output / 16 * 16;
    return panel * inputs + input / 4 * 64 + output % 16 * 4 + input % 4;
  }
  std::size_t weight_bytes() const { return (outputs + 15) / 16 * 16 * inputs; }
};

inline constexpr std::int32_t kLargestWeight = 63;

// The same, to be written: what attention packs for each window.
struct PanelsRoom {
  std::int8_t* weight = nullptr;
  float* scale = nullptr;
  std::int32_t* sum = nullptr;
};

// What is added up for one position at the encoder's start.
struct EmbeddingRow {
  const std::int8_t* word = nullptr;
  float word_scale = 0;
  const float* position = nullptr;
  const float* letters = nullptr;
  const float* gap = nullptr;
};

struct Kernels {
  const char* name = "";

  // Each row as bytes, by its own range (which always holds 0).
  void (*quantise)(const FloatRows& in, const ByteRows& out) = nullptr;
  // The same after the Gaussian error linear unit, which it leaves in `in`.
  void (*gelu_and_quantise)(const FloatRows& in, const ByteRows& out) = nullptr;
  // Every output of every row.
  void (*multiply)(const ByteRows& in, const Panels& by, const FloatRows& out) = nullptr;
  // Adds `more` to each row of `rows` and normalises: mean 0, variance 1, times gain, plus bias.
  void (*add_and_normalise)(const FloatRows& rows, const FloatRows& more, const float* gain,
                            const float* bias) = nullptr;
  // Adds up and normalises one position.
  void (*embed)(const EmbeddingRow& in, const float* gain, const float* bias, float* out,
                std::size_t width) = nullptr;
  // Rows (keys: 32 or 64 columns) to panels with an output for each row and 7 bits by row; the
  // scale is multiplied by log2(e), so that what is multiplied by them are logarithms to base 2.
  void (*pack_keys)(const FloatRows& in, const PanelsRoom& out) = nullptr;
  // Rows (values) to panels with an output for each column and an input for each row, padded with
  // zeros to a multiple of 16; 7 bits by column.
  void (*pack_values)(const FloatRows& in, const PanelsRoom& out) = nullptr;
  // Scores (logarithms to base 2) to bytes in proportion to their powers, 255 for the largest; the
  // row's scale makes them add up to 1. Both have room for a multiple of 16 columns; bytes past
  // the columns become 0.
  void (*softmax)(const FloatRows& in, const ByteRows& out) = nullptr;
};

// The tables this processor can run, best last.
std::span<const Kernels* const> supported_kernels();

// The table of this name ("portable", "sse4", "avx2", "avx512vnni"), or what is wrong with it.
Result<const Kernels*> kernels_named(std::string_view name);

// The best table, or the one that the environment variable SAYSO_KERNELS names.
Result<const Kernels*> choose_kernels();

}  // namespace sayso
