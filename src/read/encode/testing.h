// For tests and benchmarks: small models of random weights, whole files in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/encode/encoder.h"
#include "read/encode/model_file.h"

namespace sayso {

// Tensors -> the bytes of a model file.
class ModelWriter {
 public:
  void add(std::string name, TensorType type, std::vector<std::uint32_t> dims, std::string bytes);
  void add_text(std::string name, std::string text);
  void add_floats(std::string name, std::vector<std::uint32_t> dims,
                  const std::vector<float>& values);
  // A Linear of random weights and biases, whose outputs are about as large as its inputs; the
  // first `smaller` of them divided by `by`.
  void add_linear(const std::string& name, std::uint32_t outputs, std::uint32_t inputs,
                  std::uint32_t seed, std::uint32_t smaller = 0, float by = 1);
  std::string file() const;

 private:
  struct Entry {
    std::string name = {};
    TensorType type = TensorType::text;
    std::vector<std::uint32_t> dims = {};
    std::string bytes = {};
  };
  std::vector<Entry> entries_ = {};
};

// Sets the size and the checksum of a file whose other bytes were changed.
void seal(std::string& file);

// A model of random weights, ready to be added to. Its vocabulary is [PAD], 99 unused pieces,
// [UNK], [CLS], [SEP], [MASK], the printable ASCII that lower-casing keeps (each also as ##x), and
// then `words`.
struct TinyModel {
  EncoderShape shape = {
      .layers = 2, .width = 64, .heads = 2, .feed_forward = 128, .positions = 256};
  std::vector<std::string> words = {};
  std::uint32_t seed = 1;
};
ModelWriter write_model(const TinyModel& model);
// The tensor "meta" of such a model.
std::string meta_text(const EncoderShape& shape);
// The same as a file.
std::string tiny_model(const TinyModel& model = {});

// `count` pieces of a vocabulary of `pieces`, at random.
std::vector<Piece> random_pieces(std::size_t count, std::size_t pieces, std::uint32_t seed);

}  // namespace sayso
