#include "read/encode/encoder.h"

#include <gtest/gtest.h>

#include <cmath>

#include "read/encode/float_twin.h"
#include "read/encode/testing.h"

namespace sayso {
namespace {

// A model with windows of random pieces to read.
struct Case {
  std::string file = {};
  std::vector<std::uint32_t> windows = {};
  std::vector<Piece> pieces = {};

  Case(const TinyModel& model, std::vector<std::uint32_t> lengths)
      : file(tiny_model(model)), windows(std::move(lengths)) {
    std::size_t count = 0;
    for (const std::uint32_t window : windows) count += window;
    pieces = random_pieces(count, 200, 7);
  }
};

std::vector<float> encode(const Case& c, const Kernels& kernels) {
  const auto model = ModelFile::in(c.file);
  if (!model) {
    ADD_FAILURE() << model.error().message;
    return {};
  }
  const auto encoder = Encoder::in(*model, kernels);
  if (!encoder) {
    ADD_FAILURE() << encoder.error().message;
    return {};
  }
  EncoderWorkspace workspace;
  std::vector<float> hidden;
  encoder->encode(c.pieces, c.windows, workspace, hidden);
  return hidden;
}

const EncoderShape kSmall = {
    .layers = 2, .width = 64, .heads = 2, .feed_forward = 128, .positions = 256};
const EncoderShape kWideHeads = {
    .layers = 2, .width = 192, .heads = 3, .feed_forward = 100, .positions = 40};

TEST(Encoder, GivesTheSameBytesWithAllKernels) {
  for (const Case& c :
       {Case({.shape = kSmall}, {1, 254, 0, 3, 17, 100}), Case({.shape = kSmall}, {254}),
        Case({.shape = kSmall}, {1}), Case({.shape = kWideHeads}, {38, 1, 2, 13, 14, 15, 16, 0})}) {
    const std::vector<float> portable = encode(c, *supported_kernels().front());
    for (const Kernels* kernels : supported_kernels()) {
      EXPECT_EQ(encode(c, *kernels), portable) << kernels->name;
    }
  }
}

TEST(Encoder, IsCloseToItsTwinInFloat) {
  for (const Case& c : {Case({.shape = kSmall}, {30, 1, 5}), Case({.shape = kSmall}, {200}),
                        Case({.shape = kWideHeads}, {38})}) {
    const std::vector<float> hidden = encode(c, *supported_kernels().back());
    const auto model = ModelFile::in(c.file);
    ASSERT_TRUE(model);
    const auto twin = encode_in_float(*model, c.pieces, c.windows);
    ASSERT_TRUE(twin);
    ASSERT_EQ(hidden.size(), twin->size());
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
      difference += std::pow(static_cast<double>(hidden[i]) - (*twin)[i], 2);
      size += std::pow((*twin)[i], 2);
    }
    EXPECT_LT(std::sqrt(difference / size), 0.02);
  }
}

TEST(Encoder, ReadsAWindowTheSameAloneAndAmongOthers) {
  const Case all({.shape = kSmall}, {40, 7, 200, 90, 1});
  const std::vector<float> together = encode(all, *supported_kernels().back());
  std::size_t first = 0;
  for (const std::uint32_t window : all.windows) {
    Case alone = all;
    alone.windows = {window};
    alone.pieces.assign(all.pieces.begin() + static_cast<std::ptrdiff_t>(first),
                        all.pieces.begin() + static_cast<std::ptrdiff_t>(first + window));
    const std::vector<float> expected(
        together.begin() + static_cast<std::ptrdiff_t>(first * 64),
        together.begin() + static_cast<std::ptrdiff_t>((first + window) * 64));
    EXPECT_EQ(encode(alone, *supported_kernels().back()), expected) << window;
    first += window;
  }
}

TEST(Encoder, SeesLettersAndGaps) {
  const Case plain({.shape = kSmall}, {20});
  const std::vector<float> before = encode(plain, *supported_kernels().back());
  Case changed = plain;
  changed.pieces[3].letters ^= 1U;
  EXPECT_NE(encode(changed, *supported_kernels().back()), before);
  changed = plain;
  changed.pieces[3].gap ^= 1U;
  EXPECT_NE(encode(changed, *supported_kernels().back()), before);
}

TEST(Encoder, UsesItsWorkspaceAgain) {
  const Case large({.shape = kSmall}, {254, 254});
  const Case small({.shape = kSmall}, {5});
  const auto model = ModelFile::in(large.file);
  ASSERT_TRUE(model);
  const auto encoder = Encoder::in(*model, *supported_kernels().back());
  ASSERT_TRUE(encoder);
  EncoderWorkspace workspace;
  std::vector<float> hidden;
  for (const Case* c : {&small, &large, &small}) {
    encoder->encode(c->pieces, c->windows, workspace, hidden);
    EXPECT_EQ(hidden, encode(*c, *supported_kernels().back()));
  }
}

TEST(Encoder, RefusesModelsItCannotRun) {
  struct Row {
    const char* what;
    EncoderShape shape;
  };
  for (const Row& row : {Row{"heads of 16", {1, 64, 4, 128, 16}},
                         {"a width of 96", {1, 96, 3, 128, 16}},
                         {"no heads", {1, 64, 0, 128, 16}},
                         {"windows of 2", {1, 64, 2, 128, 2}}}) {
    ModelWriter writer;
    writer.add_text("meta", meta_text(row.shape));
    const std::string file = writer.file();
    const auto model = ModelFile::in(file);
    ASSERT_TRUE(model);
    const auto encoder = Encoder::in(*model);
    ASSERT_FALSE(encoder) << row.what;
    EXPECT_EQ(encoder.error().kind, ErrorKind::damaged_model) << row.what;
  }
}

TEST(Encoder, NamesTheTensorItMisses) {
  ModelWriter writer;
  writer.add_text("meta", meta_text(kSmall));
  writer.add_text("vocabulary", "[CLS]\n[SEP]\n");
  writer.add("embed.word", TensorType::s8, {2, 64}, std::string(128, '\0'));
  writer.add_floats("embed.word.scale", {2}, {1, 1});
  const std::string file = writer.file();
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  const auto encoder = Encoder::in(*model);
  ASSERT_FALSE(encoder);
  EXPECT_NE(encoder.error().message.find("embed.position"), std::string::npos)
      << encoder.error().message;
}

}  // namespace
}  // namespace sayso
