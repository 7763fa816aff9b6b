#include "read/encode/encoder.h"

#include <gtest/gtest.h>

#include "read/encode/testing.h"

namespace sayso {
namespace {

std::vector<float> encode(const std::string& file, const Kernels& kernels,
                          const std::vector<std::uint32_t>& windows) {
  const auto model = ModelFile::in(file);
  if (!model) {
    ADD_FAILURE() << model.error().message;
    return {};
  }
  const auto encoder = Encoder::in(*model, kernels);
  if (!encoder) {
    ADD_FAILURE() << encoder.error().message;
    return {};
  }
  std::size_t count = 0;
  for (const std::uint32_t window : windows) count += window;
  const auto pieces = random_pieces(count, model->find("embed.word")->dims[0], 7);
  EncoderWorkspace workspace;
  std::vector<float> hidden;
  encoder->encode(pieces, windows, workspace, hidden);
  return hidden;
}

TEST(Encoder, GivesTheSameBytesWithAllKernels) {
  const std::string file = tiny_model();
  const std::vector<std::uint32_t> windows = {1, 254, 0, 3, 17, 100};
  const std::vector<float> portable = encode(file, *supported_kernels().front(), windows);
  ASSERT_EQ(portable.size(), 375U * 64);
  for (const Kernels* kernels : supported_kernels()) {
    EXPECT_EQ(encode(file, *kernels, windows), portable) << kernels->name;
  }
}

}  // namespace
}  // namespace sayso
