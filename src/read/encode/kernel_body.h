// The kernels' source, compiled once for each instruction set: a file kernels_X.cc includes it and
// names the table made of it. See simd.h for what makes all of them agree to the bit.
#pragma once

#include <cstddef>
#include <cstdint>

#include "read/encode/kernels.h"
#include "read/encode/simd.h"

namespace sayso {
namespace {

// The first `count` lanes, the rest `fill`.
SAYSO_INLINE F load_part(const float* from, std::size_t count, float fill) {
  float lanes[kLanes];
  for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = i < count ? from[i] : fill;
  return load(lanes);
}
SAYSO_INLINE I load_part(const std::int32_t* from, std::size_t count) {
  std::int32_t lanes[kLanes];
  for (std::size_t i = 0; i < kLanes; ++i) lanes[i] = i < count ? from[i] : 0;
  return load(lanes);
}
SAYSO_INLINE void store_part(F from, float* to, std::size_t count) {
  float lanes[kLanes];
  store(from, lanes);
  for (std::size_t i = 0; i < count; ++i) to[i] = lanes[i];
}

// Calls `body(lanes, column)` for 16 columns at a time; those past the last hold `fill`.
template <typename Body>
SAYSO_INLINE void each_lanes(const float* row, std::size_t columns, float fill, Body body) {
  std::size_t c = 0;
  for (; c + kLanes <= columns; c += kLanes) body(load(row + c), c);
  if (c < columns) body(load_part(row + c, columns - c, fill), c);
}

// --- rows to bytes

struct Range {
  F lowest = floats(0);
  F highest = floats(0);

  SAYSO_INLINE void add(F x) {
    lowest = min(x, lowest);
    highest = max(x, highest);
  }
};

// The integers from `lowest` to `highest` nearest to `x`, in the low byte of each lane. What is
// not a number becomes `lowest`.
SAYSO_INLINE I to_bytes(F x, float lowest, float highest) {
  return bits(min(max(x, floats(lowest)), floats(highest)) + floats(kRound));
}

SAYSO_INLINE float nearest_byte(float x) {
  x = x > 0 ? x : 0;
  x = x < 255 ? x : 255;
  return (x + kRound) - kRound;
}

SAYSO_INLINE void quantise_row(const float* in, const Range& range, const ByteRows& out,
                               std::size_t row) {
  const float lowest = smallest_of(range.lowest);
  const float width = largest_of(range.highest) - lowest;
  const float steps = width > 0 ? 255 / width : 0;  // in 1
  const float zero = nearest_byte(-lowest * steps);
  out.scale[row] = width / 255;
  out.zero[row] = static_cast<std::int32_t>(zero);
  std::uint8_t* bytes = out.data + row * out.stride;
  each_lanes(in, out.columns, 0, [&](F x, std::size_t c) {
    store_bytes(to_bytes(x * floats(steps) + floats(zero), 0, 255), bytes + c);
  });
}

inline void quantise(const FloatRows& in, const ByteRows& out) {
  for (std::size_t r = 0; r < in.rows; ++r) {
    Range range;
    each_lanes(in.row(r), in.columns, 0, [&](F x, std::size_t) { range.add(x); });
    quantise_row(in.row(r), range, out, r);
  }
}

// x * P(X <= x) of a normal X. P - 1/2 is an odd polynomial, fitted on [-4.25, 4.25] so that the
// result is within 1e-4 everywhere and 0 or x outside (at its ends it is exactly 1/2).
SAYSO_INLINE F gelu(F x) {
  constexpr float kEnd = 4.25F;
  constexpr float kCoefficients[] = {-8.460425138245853e-10F, 7.570842797122168e-08F,
                                     -2.93880498247745e-06F,  6.552712147822604e-05F,
                                     -0.0009404477896168828F, 0.009257824160158634F,
                                     -0.06545349955558777F,   0.3984200358390808F};
  const F u = min(max(x, floats(-kEnd)), floats(kEnd));
  const F square = u * u;
  F sum = floats(kCoefficients[0]);
  for (std::size_t i = 1; i < 8; ++i) sum = sum * square + floats(kCoefficients[i]);
  return x * (u * sum + floats(0.5F));
}

inline void gelu_and_quantise(const FloatRows& in, const ByteRows& out) {
  for (std::size_t r = 0; r < in.rows; ++r) {
    float* row = in.row(r);
    Range range;
    each_lanes(row, in.columns, 0, [&](F x, std::size_t c) {
      const F y = gelu(x);
      range.add(y);
      if (c + kLanes <= in.columns) {
        store(y, row + c);
      } else {
        store_part(y, row + c, in.columns - c);
      }
    });
    quantise_row(row, range, out, r);
  }
}

// --- rows times panels

// Native vectors of outputs side by side, in registers: `Panels` panels for `Rows` rows.
template <std::size_t Rows, std::size_t Count>
struct Tile {
  NativeI sums[Rows][Count * kSlices];
};

// Four bytes of a row in every lane.
SAYSO_INLINE NativeI broadcast(const std::uint8_t* from) {
  std::int32_t four = 0;
  __builtin_memcpy(&four, from, sizeof four);
  NativeI all;
  set(all, four);
  return all;
}

template <std::size_t Rows, std::size_t Count>
SAYSO_INLINE void add_up(const std::uint8_t* bytes, std::size_t stride, const std::int8_t* weights,
                         std::size_t inputs, Tile<Rows, Count>& tile) {
  constexpr std::size_t kVectors = Count * kSlices;
#pragma GCC unroll 16
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVectors; ++v) tile.sums[r][v] = NativeI{};
  }
  const std::size_t panel = inputs * kLanes;
  for (std::size_t k = 0; k < inputs; k += 4) {
    NativeI column[kVectors];
#pragma GCC unroll 16
    for (std::size_t v = 0; v < kVectors; ++v) {
      __builtin_memcpy(&column[v],
                       weights + v / kSlices * panel + k * kLanes + v % kSlices * sizeof(NativeI),
                       sizeof(NativeI));
    }
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const NativeI four = broadcast(bytes + r * stride + k);
#pragma GCC unroll 16
      for (std::size_t v = 0; v < kVectors; ++v) {
        tile.sums[r][v] = add_products(tile.sums[r][v], four, column[v]);
      }
    }
  }
}

SAYSO_INLINE NativeI joined(const NativeI* slices, NativeI*) { return slices[0]; }
template <typename H>
SAYSO_INLINE Pair<H> joined(const NativeI* slices, Pair<H>*) {
  return {joined(slices, static_cast<H*>(nullptr)),
          joined(slices + kWidth<H> / kNative, static_cast<H*>(nullptr))};
}

// What one row of a tile needs to become float, for 16 outputs.
struct Scaling {
  F scale, bias;
  I sum;

  SAYSO_INLINE F apply(I sums, float row_scale, std::int32_t zero) const {
    const I centred = subtract(sums, multiply(integers(zero), sum));
    return to_float(centred) * (floats(row_scale) * scale) + bias;
  }
};

template <std::size_t Rows, std::size_t Count>
SAYSO_INLINE void multiply_tile(const ByteRows& in, std::size_t row, const Panels& by,
                                std::size_t panel, const FloatRows& out) {
  Tile<Rows, Count> tile;
  add_up(in.data + row * in.stride, in.stride, by.weight + panel * kLanes * by.inputs, by.inputs,
         tile);
#pragma GCC unroll 16
  for (std::size_t p = 0; p < Count; ++p) {
    const std::size_t first = (panel + p) * kLanes;
    const std::size_t left = by.outputs - first;
    const bool whole = left >= kLanes;
    const Scaling scaling =
        whole ? Scaling{load(by.scale + first), load(by.bias + first), load(by.sum + first)}
              : Scaling{load_part(by.scale + first, left, 0), load_part(by.bias + first, left, 0),
                        load_part(by.sum + first, left)};
#pragma GCC unroll 16
    for (std::size_t r = 0; r < Rows; ++r) {
      const F y = scaling.apply(joined(&tile.sums[r][p * kSlices], static_cast<I*>(nullptr)),
                                in.scale[row + r], in.zero[row + r]);
      if (whole) {
        store(y, out.row(row + r) + first);
      } else {
        store_part(y, out.row(row + r) + first, left);
      }
    }
  }
}

// All rows from `row` on for `Count` panels: `Rows` at a time, then half as many, then one by one.
template <std::size_t Rows, std::size_t Count>
void multiply_rows(const ByteRows& in, const Panels& by, std::size_t panel, const FloatRows& out,
                   std::size_t row = 0) {
  for (; row + Rows <= in.rows; row += Rows) {
    multiply_tile<Rows, Count>(in, row, by, panel, out);
  }
  if constexpr (Rows > 1) {
    if (row < in.rows) multiply_rows<(Rows > 3 ? Rows / 2 : 1), Count>(in, by, panel, out, row);
  }
}

// Tiles that fill the registers: 24 of 32 sums with 512 bits; 12 of 16 with less.
inline void multiply(const ByteRows& in, const Panels& by, const FloatRows& out) {
  const std::size_t panels = (by.outputs + kLanes - 1) / kLanes;
  std::size_t panel = 0;
  if constexpr (kNative == 16) {
    for (; panel + 4 <= panels; panel += 4) multiply_rows<6, 4>(in, by, panel, out);
    for (; panel + 2 <= panels; panel += 2) multiply_rows<12, 2>(in, by, panel, out);
    for (; panel < panels; ++panel) multiply_rows<12, 1>(in, by, panel, out);
  } else if constexpr (kNative == 8) {
    for (; panel + 2 <= panels; panel += 2) multiply_rows<3, 2>(in, by, panel, out);
    for (; panel < panels; ++panel) multiply_rows<6, 1>(in, by, panel, out);
  } else {
    for (; panel < panels; ++panel) multiply_rows<3, 1>(in, by, panel, out);
  }
}

// --- float rows

SAYSO_INLINE void normalise_row(float* row, std::size_t width, F sum, const float* gain,
                                const float* bias) {
  constexpr float kEpsilon = 1e-12F;
  const float mean = sum_of(sum) / static_cast<float>(width);
  F squares = floats(0);
  for (std::size_t c = 0; c < width; c += kLanes) {
    const F x = load(row + c) - floats(mean);
    squares = squares + x * x;
  }
  const float variance = sum_of(squares) / static_cast<float>(width);
  const float factor = 1 / __builtin_sqrtf(variance + kEpsilon);
  for (std::size_t c = 0; c < width; c += kLanes) {
    const F x = (load(row + c) - floats(mean)) * floats(factor);
    store(x * load(gain + c) + load(bias + c), row + c);
  }
}

inline void add_and_normalise(const FloatRows& rows, const FloatRows& more, const float* gain,
                              const float* bias) {
  for (std::size_t r = 0; r < rows.rows; ++r) {
    float* row = rows.row(r);
    const float* added = more.row(r);
    F sum = floats(0);
    for (std::size_t c = 0; c < rows.columns; c += kLanes) {
      const F x = load(row + c) + load(added + c);
      sum = sum + x;
      store(x, row + c);
    }
    normalise_row(row, rows.columns, sum, gain, bias);
  }
}

inline void embed(const EmbeddingRow& in, const float* gain, const float* bias, float* out,
                  std::size_t width) {
  F sum = floats(0);
  for (std::size_t c = 0; c < width; c += kLanes) {
    const F word = to_float(load(in.word + c)) * floats(in.word_scale);
    const F x = ((word + load(in.position + c)) + load(in.letters + c)) + load(in.gap + c);
    sum = sum + x;
    store(x, out + c);
  }
  normalise_row(out, width, sum, gain, bias);
}

// --- attention

// Steps of 7 bits with a sign in 1, and their size, for numbers up to `largest`.
SAYSO_INLINE float weight_steps(float largest) {
  return largest > 0 ? static_cast<float>(kLargestWeight) / largest : 0;
}
SAYSO_INLINE F magnitude(F x) { return max(x, floats(0) - x); }
SAYSO_INLINE I to_weights(F x) {
  constexpr auto kLargest = static_cast<float>(kLargestWeight);
  return to_bytes(x, -kLargest, kLargest);
}

inline void pack_keys(const FloatRows& in, const PanelsRoom& out) {
  constexpr float kLog2E = 1.44269504F;
  const std::size_t padded = (in.rows + kLanes - 1) / kLanes * kLanes;
  for (std::size_t r = 0; r < padded; ++r) {
    std::int8_t* to = out.weight + r / kLanes * kLanes * in.columns + r % kLanes * 4;
    if (r >= in.rows) {
      out.scale[r] = 0;
      out.sum[r] = 0;
      for (std::size_t c = 0; c < in.columns; c += 4) {
        __builtin_memset(to + c * kLanes, 0, 4);
      }
      continue;
    }
    const float* row = in.row(r);
    F largest = floats(0);
    for (std::size_t c = 0; c < in.columns; c += kLanes) {
      largest = max(magnitude(load(row + c)), largest);
    }
    const float top = largest_of(largest);
    const float steps = weight_steps(top);
    I sum = integers(0);
    for (std::size_t c = 0; c < in.columns; c += kLanes) {
      const I weights = to_weights(load(row + c) * floats(steps));
      sum = add(sum, subtract(weights, bits(floats(kRound))));
      std::uint8_t bytes[kLanes];
      store_bytes(weights, bytes);
      for (std::size_t i = 0; i < kLanes; i += 4) {
        __builtin_memcpy(to + (c + i) * kLanes, bytes + i, 4);
      }
    }
    out.scale[r] = top / static_cast<float>(kLargestWeight) * kLog2E;
    out.sum[r] = sum_of(sum);
  }
}

// 16 columns of `in`, from `column` on.
SAYSO_INLINE void pack_panel(const FloatRows& in, std::size_t column, std::size_t padded,
                             const PanelsRoom& out) {
  F largest = floats(0);
  for (std::size_t r = 0; r < in.rows; ++r) {
    largest = max(magnitude(load(in.row(r) + column)), largest);
  }
  float steps[kLanes];
  store(largest, steps);
  for (float& step : steps) step = weight_steps(step);
  const F scaled = load(steps);
  store(largest * floats(1 / static_cast<float>(kLargestWeight)), out.scale + column);
  I sum = integers(0);
  std::int8_t* to = out.weight + column * padded;
  for (std::size_t r = 0; r < padded; r += 4, to += 4 * kLanes) {
    I four[4];
    for (std::size_t i = 0; i < 4; ++i) {
      const F x = r + i < in.rows ? load(in.row(r + i) + column) : floats(0);
      const I weights = to_weights(x * scaled);
      sum = add(sum, subtract(weights, bits(floats(kRound))));
      four[i] = low_byte(weights);
    }
    const I packed =
        (four[0] | shift_left<8>(four[1])) | (shift_left<16>(four[2]) | shift_left<24>(four[3]));
    std::int32_t words[kLanes];
    store(packed, words);
    __builtin_memcpy(to, words, sizeof words);
  }
  store(sum, out.sum + column);
}

inline void pack_values(const FloatRows& in, const PanelsRoom& out) {
  const std::size_t padded = (in.rows + kLanes - 1) / kLanes * kLanes;
  for (std::size_t c = 0; c < in.columns; c += kLanes) pack_panel(in, c, padded, out);
}

// 255 * 2^x for x from -30 to 0, within 3e-6 of it.
SAYSO_INLINE F power(F x) {
  constexpr float kCoefficients[] = {0.009570118935105149F * 255, 0.0559179157040232F * 255,
                                     0.24024744948977828F * 255, 0.693121808064183F * 255,
                                     0.9999992612466899F * 255};
  const F whole = x + floats(kRound);
  const F part = x - (whole - floats(kRound));
  F sum = floats(kCoefficients[0]);
  for (std::size_t i = 1; i < 5; ++i) sum = sum * part + floats(kCoefficients[i]);
  return from_bits(add(bits(sum), shift_left<23>(bits(whole))));
}

// What is added to each column's power before it is rounded: from -1/2 to 1/2, evenly in every
// stretch of columns. Rounding to the nearest would make nothing of a hundred small powers that
// add up to half of the whole; so, as many of them become 1 as their sum is.
struct Dither {
  static constexpr std::size_t kPeriod = 64;
  float at[kPeriod] = {};

  constexpr Dither() {
    for (std::size_t i = 0; i < kPeriod; ++i) {
      std::size_t reversed = 0;
      for (std::size_t bit = 1; bit < kPeriod; bit *= 2) reversed = reversed * 2 + i / bit % 2;
      at[i] = (static_cast<float>(reversed) + 0.5F) / kPeriod - 0.5F;
    }
  }
};
inline constexpr Dither kDither;

inline void softmax(const FloatRows& in, const ByteRows& out) {
  constexpr float kLeast = -30;  // nothing is left of 2^-30
  constexpr float kOut = -1e30F;
  // What the last lanes may be at most: kOut past the columns.
  float limits[kLanes];
  const std::size_t last = (in.columns - 1) / kLanes * kLanes;
  for (std::size_t i = 0; i < kLanes; ++i) limits[i] = last + i < in.columns ? -kOut : kOut;
  for (std::size_t r = 0; r < in.rows; ++r) {
    float* row = in.row(r);
    store(min(load(row + last), load(limits)), row + last);
    F highest = floats(kOut);
    for (std::size_t c = 0; c < in.columns; c += kLanes) highest = max(load(row + c), highest);
    const F top = floats(largest_of(highest));
    std::uint8_t* bytes = out.data + r * out.stride;
    I sum = integers(0);
    for (std::size_t c = 0; c < in.columns; c += kLanes) {
      const F x = max(load(row + c) - top, floats(kLeast));
      const F dither = load(kDither.at + c % Dither::kPeriod);
      const I byte = bits((power(x) + dither) + floats(kRound));
      sum = add(sum, low_byte(byte));
      store_bytes(byte, bytes + c);
    }
    out.scale[r] = 1 / static_cast<float>(sum_of(sum));
    out.zero[r] = 0;
  }
}

constexpr Kernels table_named(const char* name) {
  return {.name = name,
          .quantise = quantise,
          .gelu_and_quantise = gelu_and_quantise,
          .multiply = multiply,
          .add_and_normalise = add_and_normalise,
          .embed = embed,
          .pack_keys = pack_keys,
          .pack_values = pack_values,
          .softmax = softmax};
}

}  // namespace
}  // namespace sayso
