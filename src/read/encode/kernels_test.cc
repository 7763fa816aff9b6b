#include "read/encode/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <numbers>

#include "read/encode/float_twin.h"
#include "read/encode/linear.h"
#include "read/encode/testing.h"

namespace sayso {
namespace {

// Rows of numbers that look random, from -2 to 2.
struct Matrix {
  std::vector<float> values = {};
  FloatRows rows = {};

  Matrix(std::size_t count, std::size_t columns, std::size_t stride = 0) {
    stride = std::max(stride, columns);
    values.resize(count * stride);
    std::uint32_t state = 12345;
    for (float& value : values) {
      state = state * 1664525U + 1013904223U;
      value = static_cast<float>(state >> 8U) / 4194304.0F - 2;
    }
    rows = {values.data(), count, columns, stride};
  }
  Matrix(const Matrix&) = delete;
  Matrix& operator=(const Matrix&) = delete;
  ~Matrix() = default;
};

// What the header says one output is, in float steps of the same order.
float output(const ByteRows& in, std::size_t row, const Panels& by, std::size_t n) {
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < by.inputs; ++k) {
    sum += in.data[row * in.stride + k] * by.weight[by.place(n, k)];
  }
  const float product = static_cast<float>(sum - in.zero[row] * by.sum[n]);
  const float scale = in.scale[row] * by.scale[n];
  const float scaled = product * scale;
  return scaled + by.bias[n];
}

TEST(Kernels, MultiplyExactlyWhateverTheSizes) {
  for (const std::size_t outputs : {1U, 15U, 16U, 17U, 40U, 64U, 100U}) {
    for (const std::size_t inputs : {4U, 12U, 20U, 64U, 132U}) {
      ModelWriter writer;
      writer.add_linear("x", static_cast<std::uint32_t>(outputs),
                        static_cast<std::uint32_t>(inputs), 3);
      const std::string file = writer.file();
      const auto model = ModelFile::in(file);
      ASSERT_TRUE(model);
      const auto by = linear(*model, "x", inputs);
      ASSERT_TRUE(by);
      for (const std::size_t count : {0U, 1U, 2U, 5U, 6U, 7U, 13U, 25U}) {
        const Matrix in(count, inputs);
        for (const Kernels* kernels : supported_kernels()) {
          QuantisedRows bytes;
          bytes.assign(*kernels, in.rows);
          const Matrix out(count, outputs, outputs + 3);
          const Matrix untouched(count, outputs, outputs + 3);
          apply(*kernels, *by, bytes.rows(), out.rows);
          for (std::size_t r = 0; r < count; ++r) {
            for (std::size_t n = 0; n < outputs + 3; ++n) {
              const float expected =
                  n < outputs ? output(bytes.rows(), r, by->panels, n) : untouched.rows.row(r)[n];
              ASSERT_EQ(out.rows.row(r)[n], expected)
                  << kernels->name << " " << count << " x " << outputs << " x " << inputs;
            }
          }
        }
      }
    }
  }
}

TEST(Kernels, MultiplyTheLargestNumbersExactly) {
  constexpr std::size_t kInputs = 1536;
  const std::vector<std::int8_t> weight(16 * kInputs, -63);
  const std::vector<float> ones(16, 1.0F);
  const std::vector<float> zeros(16, 0.0F);
  const std::vector<std::int32_t> sum(16, -63 * static_cast<std::int32_t>(kInputs));
  const Panels by = {16, kInputs, weight.data(), ones.data(), sum.data(), zeros.data()};
  std::vector<std::uint8_t> bytes(kInputs, 255);
  float scale = 1;
  std::int32_t zero = 0;
  for (const Kernels* kernels : supported_kernels()) {
    std::vector<float> out(16);
    kernels->multiply({bytes.data(), &scale, &zero, 1, kInputs, kInputs}, by,
                      {out.data(), 1, 16, 16});
    EXPECT_EQ(out, std::vector<float>(16, -63.0F * 255 * kInputs)) << kernels->name;
  }
}

TEST(Kernels, QuantiseToTheNearestStep) {
  for (const std::size_t columns : {4U, 16U, 36U, 384U}) {
    const Matrix in(5, columns);
    in.rows.row(1)[0] = 100;
    for (std::size_t c = 0; c < columns; ++c) in.rows.row(2)[c] = 0;
    for (std::size_t c = 0; c < columns; ++c) in.rows.row(3)[c] = 7;
    for (const Kernels* kernels : supported_kernels()) {
      QuantisedRows bytes;
      bytes.assign(*kernels, in.rows);
      const ByteRows& out = bytes.rows();
      for (std::size_t r = 0; r < 5; ++r) {
        for (std::size_t c = 0; c < columns; ++c) {
          const float value =
              out.scale[r] * static_cast<float>(out.data[r * out.stride + c] - out.zero[r]);
          EXPECT_NEAR(value, in.rows.row(r)[c], out.scale[r] * 0.501F + 1e-6F) << kernels->name;
        }
      }
    }
  }
}

TEST(Kernels, KnowTheErrorFunction) {
  for (const Kernels* kernels : supported_kernels()) {
    std::vector<float> values;
    for (int i = -1200; i <= 1200; ++i) values.push_back(static_cast<float>(i) / 100);
    const std::vector<float> before = values;
    QuantisedRows bytes;
    bytes.assign_gelu(*kernels, {values.data(), 1, values.size(), values.size()});
    for (std::size_t i = 0; i < values.size(); ++i) {
      const auto x = static_cast<double>(before[i]);
      EXPECT_NEAR(static_cast<double>(values[i]), x * 0.5 * (1 + std::erf(x / std::numbers::sqrt2)),
                  1e-4)
          << kernels->name << " " << x;
    }
  }
}

TEST(Kernels, ShareOutOneByPowersOfTwo) {
  for (const std::size_t columns : {1U, 2U, 15U, 16U, 17U, 64U, 255U}) {
    const std::size_t padded = (columns + 15) / 16 * 16;
    for (const Kernels* kernels : supported_kernels()) {
      const Matrix in(3, columns, padded);
      std::vector<double> expected;
      for (std::size_t r = 0; r < 3; ++r) {
        double sum = 0;
        for (std::size_t c = 0; c < columns; ++c)
          sum += std::exp2(static_cast<double>(in.rows.row(r)[c]));
        for (std::size_t c = 0; c < columns; ++c) {
          expected.push_back(std::exp2(static_cast<double>(in.rows.row(r)[c])) / sum);
        }
      }
      QuantisedRows bytes;
      const ByteRows& out = bytes.reserve(3, padded);
      kernels->softmax(in.rows, out);
      for (std::size_t r = 0; r < 3; ++r) {
        double sum = 0;
        for (std::size_t c = 0; c < padded; ++c) {
          const auto share =
              static_cast<double>(out.scale[r] * static_cast<float>(out.data[r * padded + c]));
          EXPECT_NEAR(share, c < columns ? expected[r * columns + c] : 0, 0.006) << kernels->name;
          sum += share;
        }
        EXPECT_NEAR(sum, 1, 1e-5) << kernels->name;
      }
    }
  }
}

TEST(Kernels, ShareOutWhatManySmallPowersAddUpTo) {
  constexpr std::size_t kColumns = 240;
  for (const Kernels* kernels : supported_kernels()) {
    std::vector<float> scores(kColumns, -9);  // 1/512, less than half of 1/255
    scores[70] = 0;
    QuantisedRows bytes;
    const ByteRows& out = bytes.reserve(1, kColumns);
    kernels->softmax({scores.data(), 1, kColumns, kColumns}, out);
    EXPECT_NEAR(out.scale[0] * static_cast<float>(out.data[70]), 1 / (1 + 239.0F / 512), 0.01F);
  }
}

TEST(Kernels, SurviveWhatIsNoNumber) {
  constexpr float kOdd[] = {
      std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
      -std::numeric_limits<float>::infinity(), std::numeric_limits<float>::max(),
      std::numeric_limits<float>::denorm_min()};
  for (const Kernels* kernels : supported_kernels()) {
    for (const float odd : kOdd) {
      const Matrix in(4, 64);
      const Matrix more(4, 64);
      for (std::size_t i = 0; i < 64; ++i) in.rows.row(1)[i] = odd;
      in.rows.row(2)[5] = odd;
      QuantisedRows bytes;
      bytes.assign(*kernels, in.rows);
      kernels->softmax(in.rows, bytes.rows());
      bytes.assign_gelu(*kernels, in.rows);
      kernels->add_and_normalise(in.rows, more.rows, more.rows.row(0), more.rows.row(1));
      std::vector<std::int8_t> weight(std::size_t{64} * 64);
      std::vector<float> scale(64);
      std::vector<std::int32_t> sum(64);
      in.rows.row(2)[5] = odd;
      kernels->pack_keys(in.rows, {weight.data(), scale.data(), sum.data()});
      kernels->pack_values(in.rows, {weight.data(), scale.data(), sum.data()});
      EXPECT_TRUE(std::all_of(weight.begin(), weight.end(),
                              [](int w) { return w >= -kLargestWeight && w <= kLargestWeight; }));
    }
  }
}

TEST(Kernels, AreChosenByTheEnvironment) {
  for (const Kernels* kernels : supported_kernels()) {
    setenv("SAYSO_KERNELS", kernels->name, 1);
    const auto chosen = choose_kernels();
    ASSERT_TRUE(chosen);
    EXPECT_EQ(*chosen, kernels);
  }
  setenv("SAYSO_KERNELS", "mmx", 1);
  const auto unknown = choose_kernels();
  ASSERT_FALSE(unknown);
  EXPECT_NE(unknown.error().message.find("mmx"), std::string::npos);
  EXPECT_NE(unknown.error().message.find("avx2"), std::string::npos);
  unsetenv("SAYSO_KERNELS");
  EXPECT_EQ(*choose_kernels(), supported_kernels().back());
}

}  // namespace
}  // namespace sayso
