#include "read/encode/model_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <functional>

#include "read/encode/encoder.h"
#include "read/encode/linear.h"
#include "read/encode/testing.h"
#include "read/encode/word_piece.h"

namespace sayso {
namespace {

const EncoderShape kLeast = {
    .layers = 1, .width = 64, .heads = 2, .feed_forward = 4, .positions = 3};

std::string small_file() { return tiny_model({.shape = kLeast}); }

// What is said of a file by whoever reads it first: file, encoder or WordPiece; "" when all do.
std::string wrong_with(std::string_view file) {
  const auto model = ModelFile::in(file);
  if (!model) return model.error().message;
  const auto encoder = Encoder::in(*model, *supported_kernels().back());
  if (!encoder) return encoder.error().message;
  const auto pieces = WordPiece::in(*model);
  if (!pieces) return pieces.error().message;
  // A file that passes can be used, whatever it holds.
  EncoderWorkspace workspace;
  std::vector<float> hidden;
  encoder->encode(std::vector<Piece>(1), std::vector<std::uint32_t>{1}, workspace, hidden);
  std::vector<PieceId> ids;
  pieces->append("word", ids);
  return "";
}

template <typename T>
void put(std::string& file, std::size_t at, T value) {
  std::memcpy(file.data() + at, &value, sizeof value);
}

TEST(ModelFile, FindsTensorsByNameAndShape) {
  ModelWriter writer;
  writer.add_text("meta", "name x\nlayers 6\nlicence Apache-2.0 or so\n");
  writer.add_floats("pair", {2, 1}, {1.5F, -2});
  writer.add("bytes", TensorType::s8, {3}, "\x01\xFF\x7F");
  const std::string file = writer.file();
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  const auto pair = model->floats("pair", {2, 1});
  ASSERT_TRUE(pair);
  EXPECT_EQ((*pair)[1], -2);
  EXPECT_EQ((*model->bytes("bytes", {3}))[1], -1);
  EXPECT_FALSE(model->floats("pair", {1, 2}));
  EXPECT_FALSE(model->floats("pair", {2}));
  EXPECT_FALSE(model->integers("pair", {2, 1}));
  EXPECT_FALSE(model->floats("pairs", {2, 1}));
  EXPECT_EQ(model->meta("licence"), "Apache-2.0 or so");
  EXPECT_EQ(model->meta("layer"), std::nullopt);
  EXPECT_EQ(*model->meta_number("layers", 1, 6), 6U);
  EXPECT_FALSE(model->meta_number("layers", 1, 5));
  EXPECT_FALSE(model->meta_number("name", 0, 9));
}

TEST(ModelFile, IsMappedFromAPath) {
  const std::string path = testing::TempDir() + "sayso_model_file_test.bin";
  const std::string file = small_file();
  std::ofstream(path, std::ios::binary) << file;
  auto model = ModelFile::open(path);
  ASSERT_TRUE(model) << model.error().message;
  const ModelFile moved = std::move(*model);
  EXPECT_TRUE(Encoder::in(moved));
  std::ofstream(path, std::ios::binary | std::ios::trunc).flush();
  const auto empty = ModelFile::open(path);
  ASSERT_FALSE(empty);
  EXPECT_NE(empty.error().message.find(path), std::string::npos);
  std::remove(path.c_str());
  const auto missing = ModelFile::open(path);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::not_found);
  EXPECT_FALSE(ModelFile::open(testing::TempDir()));
}

TEST(ModelFile, IsRefusedWhereverItIsCut) {
  const std::string file = small_file();
  EXPECT_EQ(wrong_with(file), "");
  for (std::size_t size = 0; size < file.size(); ++size) {
    ASSERT_NE(wrong_with(std::string_view(file).substr(0, size)), "") << size;
  }
}

TEST(ModelFile, IsRefusedWhicheverBitIsFlipped) {
  std::string file = small_file();
  for (std::size_t bit = 0; bit < file.size() * 8; bit += bit < 8000 ? 1 : 97) {
    file[bit / 8] = static_cast<char>(file[bit / 8] ^ (1 << bit % 8));
    ASSERT_NE(wrong_with(file), "") << bit;
    file[bit / 8] = static_cast<char>(file[bit / 8] ^ (1 << bit % 8));
  }
}

// A liar knows how to compute a checksum: nothing may crash, all of it may be refused.
TEST(ModelFile, SurvivesFlippedBitsUnderARightChecksum) {
  const std::string file = small_file();
  constexpr std::size_t kTableEnd = 64 + std::size_t{96} * 30;  // about
  std::string changed = file;
  for (std::size_t bit = 512; bit < file.size() * 8; bit += bit < kTableEnd * 8 ? 7 : 401) {
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    seal(changed);
    wrong_with(changed);
    changed[bit / 8] = file[bit / 8];
  }
}

TEST(ModelFile, SurvivesCutsUnderARightChecksum) {
  const std::string file = small_file();
  for (std::size_t size = 64; size < file.size(); size += 13) {
    std::string cut = file.substr(0, size);
    seal(cut);
    ASSERT_NE(wrong_with(cut), "") << size;
  }
}

TEST(ModelFile, RefusesImpossibleTables) {
  constexpr std::size_t kFirst = 64;  // "meta": rank 1
  struct Row {
    const char* says;
    std::function<void(std::string&)> change;
  };
  for (const Row& row : {
           Row{"not a model", [](std::string& f) { f[0] = 'X'; }},
           {"format 2", [](std::string& f) { put(f, 8, std::uint32_t{2}); }},
           {"cannot hold", [](std::string& f) { put(f, 12, std::uint32_t{0xFFFFFFFF}); }},
           {"cannot hold", [](std::string& f) { put(f, 12, std::uint32_t{4000}); }},
           {"header goes on", [](std::string& f) { f[40] = 1; }},
           {"no name", [](std::string& f) { f[kFirst] = '\0'; }},
           {"no name", [](std::string& f) { f[kFirst + 55] = 'x'; }},
           {"no name", [](std::string& f) { f[kFirst + 1] = '\n'; }},
           {"no name", [](std::string& f) { f.replace(kFirst, 56, 56, 'x'); }},
           {"unknown type", [](std::string& f) { put(f, kFirst + 56, std::uint32_t{4}); }},
           {"impossible dim", [](std::string& f) { put(f, kFirst + 60, std::uint32_t{0}); }},
           {"impossible dim", [](std::string& f) { put(f, kFirst + 60, std::uint32_t{4}); }},
           {"impossible dim", [](std::string& f) { put(f, kFirst + 60, std::uint32_t{2}); }},
           {"impossible dim", [](std::string& f) { put(f, kFirst + 64, std::uint32_t{0}); }},
           {"impossible dim", [](std::string& f) { put(f, kFirst + 76, std::uint32_t{1}); }},
           {"no place", [](std::string& f) { put(f, kFirst + 80, std::uint64_t{64}); }},
           {"no place", [](std::string& f) { put(f, kFirst + 80, ~std::uint64_t{63}); }},
           {"no place", [](std::string& f) { put(f, kFirst + 80, std::uint64_t{f.size()}); }},
           {"no place", [](std::string& f) { put(f, kFirst + 88, ~std::uint64_t{0}); }},
           {"one name", [](std::string& f) { f.replace(kFirst, 56, f.substr(kFirst + 96, 56)); }},
           {"line 'layers N'", [](std::string& f) { put(f, kFirst + 64, std::uint32_t{5}); }},
       }) {
    std::string file = small_file();
    row.change(file);
    seal(file);
    const std::string wrong = wrong_with(file);
    EXPECT_NE(wrong.find(row.says), std::string::npos) << row.says << ": " << wrong;
  }
}

TEST(ModelFile, RefusesNumbersThatAreNone) {
  ModelWriter writer;
  writer.add_floats("nan", {2}, {1, std::numeric_limits<float>::quiet_NaN()});
  writer.add_floats("inf", {2}, {-std::numeric_limits<float>::infinity(), 1});
  const std::string file = writer.file();
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  EXPECT_FALSE(model->floats("nan", {2}));
  EXPECT_FALSE(model->floats("inf", {2}));
}

TEST(Linear, RefusesWeightsAndSizesItCannotMultiply) {
  struct Row {
    const char* what;
    std::uint32_t outputs, inputs;
    std::size_t bytes;
    char value;
  };
  for (const Row& row : {Row{"a weight of 64", 16, 4, 64, 64},
                         {"a weight of -64", 16, 4, 64, -64},
                         {"too few bytes", 17, 4, 64, 1},
                         {"too many bytes", 16, 4, 128, 1},
                         {"three inputs", 16, 3, 48, 1},
                         {"a million inputs", 1, 1000000, 16000000, 1}}) {
    ModelWriter writer;
    writer.add("x.weight", TensorType::s8, {row.outputs, row.inputs},
               std::string(row.bytes, row.value));
    const std::vector<float> floats(row.outputs, 1.0F);
    writer.add_floats("x.scale", {row.outputs}, floats);
    writer.add_floats("x.bias", {row.outputs}, floats);
    writer.add("x.sum", TensorType::s32, {row.outputs},
               std::string(std::size_t{row.outputs} * 4, '\0'));
    const std::string file = writer.file();
    const auto model = ModelFile::in(file);
    ASSERT_TRUE(model);
    EXPECT_FALSE(linear(*model, "x", row.inputs)) << row.what;
    EXPECT_FALSE(linear(*model, "y", row.inputs)) << row.what;
  }
}

}  // namespace
}  // namespace sayso
