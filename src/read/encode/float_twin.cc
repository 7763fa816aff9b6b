#include "read/encode/float_twin.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace sayso {
namespace {

using Row = std::vector<double>;

// Looks tensors up as it goes; Encoder::in() has checked that they are there.
class Twin {
 public:
  Twin(const ModelFile& model, const EncoderShape& shape) : model_(model), shape_(shape) {}

  std::vector<Row> encode(std::span<const Piece> window) const {
    std::vector<Row> x;
    x.push_back(embed({*find_piece(model_, "[CLS]"), kEdgeLetters, kEdgeGap}, 0));
    for (const Piece& piece : window) x.push_back(embed(piece, x.size()));
    x.push_back(embed({*find_piece(model_, "[SEP]"), kEdgeLetters, kEdgeGap}, x.size()));
    for (std::size_t i = 0; i < shape_.layers; ++i) add_layer("layer." + std::to_string(i), x);
    return {x.begin() + 1, x.end() - 1};
  }

 private:
  std::span<const float> floats(const std::string& name) const {
    const std::string_view bytes = model_.find(name)->bytes;
    return {reinterpret_cast<const float*>(bytes.data()), bytes.size() / sizeof(float)};
  }
  std::span<const float> row(const std::string& name, std::size_t index) const {
    return floats(name).subspan(index * shape_.width, shape_.width);
  }

  void normalise(const std::string& name, Row& x) const {
    const auto width = static_cast<double>(x.size());
    double mean = 0;
    for (const double value : x) mean += value / width;
    double variance = 0;
    for (const double value : x) variance += (value - mean) * (value - mean) / width;
    for (std::size_t c = 0; c < x.size(); ++c) {
      x[c] = (x[c] - mean) / std::sqrt(variance + 1e-12) *
                 static_cast<double>(floats(name + ".gain")[c]) +
             static_cast<double>(floats(name + ".bias")[c]);
    }
  }

  Row embed(const Piece& piece, std::size_t position) const {
    const auto* word =
        reinterpret_cast<const std::int8_t*>(model_.find("embed.word")->bytes.data());
    const auto scale = static_cast<double>(floats("embed.word.scale")[piece.id]);
    Row x(shape_.width);
    for (std::size_t c = 0; c < x.size(); ++c) {
      x[c] = scale * word[piece.id * x.size() + c];
      x[c] += static_cast<double>(row("embed.position", position)[c]);
      x[c] += static_cast<double>(row("embed.letters", piece.letters)[c]);
      x[c] += static_cast<double>(row("embed.gap", piece.gap)[c]);
    }
    normalise("embed.norm", x);
    return x;
  }

  // Columns [first, first + head) of what position `at` gathers.
  void gather(const std::vector<Row>& qkv, std::size_t at, std::size_t first, Row& out) const {
    const std::size_t width = shape_.width;
    Row power(qkv.size());
    double sum = 0;
    for (std::size_t j = 0; j < qkv.size(); ++j) {
      double score = 0;
      for (std::size_t c = first; c < first + shape_.head(); ++c)
        score += qkv[at][c] * qkv[j][width + c];
      power[j] = std::exp(score);
      sum += power[j];
    }
    for (std::size_t c = first; c < first + shape_.head(); ++c) {
      for (std::size_t j = 0; j < qkv.size(); ++j) out[c] += power[j] / sum * qkv[j][2 * width + c];
    }
  }

  void add(const Linear& linear, const Row& from, const std::string& name, Row& x) const {
    const Row change = apply_in_float(linear, from);
    for (std::size_t c = 0; c < x.size(); ++c) x[c] += change[c];
    normalise(name, x);
  }

  void add_layer(const std::string& name, std::vector<Row>& x) const {
    const std::size_t width = shape_.width;
    const Linear in = *linear(model_, name + ".qkv", 3 * width, width);
    const Linear out = *linear(model_, name + ".out", width, width);
    const Linear up = *linear(model_, name + ".up", shape_.feed_forward, width);
    const Linear down = *linear(model_, name + ".down", width, shape_.feed_forward);
    std::vector<Row> qkv;
    qkv.reserve(x.size());
    for (const Row& row : x) qkv.push_back(apply_in_float(in, row));
    for (std::size_t at = 0; at < x.size(); ++at) {
      Row gathered(width, 0.0);
      for (std::size_t first = 0; first < width; first += shape_.head())
        gather(qkv, at, first, gathered);
      add(out, gathered, name + ".norm1", x[at]);
      Row middle = apply_in_float(up, x[at]);
      for (double& value : middle) value *= 0.5 * (1 + std::erf(value / std::numbers::sqrt2));
      add(down, middle, name + ".norm2", x[at]);
    }
  }

  const ModelFile& model_;
  EncoderShape shape_;
};

}  // namespace

std::vector<double> apply_in_float(const Linear& linear, std::span<const double> row) {
  const Panels& by = linear.panels;
  std::vector<double> out(by.outputs);
  for (std::size_t n = 0; n < by.outputs; ++n) {
    double sum = 0;
    for (std::size_t k = 0; k < by.inputs; ++k) {
      sum += row[k] * by.weight[by.place(n, k)];
    }
    out[n] = sum * static_cast<double>(by.scale[n]) + static_cast<double>(by.bias[n]);
  }
  return out;
}

Result<std::vector<double>> encode_in_float(const ModelFile& model, std::span<const Piece> pieces,
                                            std::span<const std::uint32_t> windows) {
  const auto encoder = Encoder::in(model);
  if (!encoder) return encoder.error();
  const Twin twin(model, encoder->shape());
  std::vector<double> hidden;
  std::size_t first = 0;
  for (const std::uint32_t window : windows) {
    for (const Row& row : twin.encode(pieces.subspan(first, window))) {
      hidden.insert(hidden.end(), row.begin(), row.end());
    }
    first += window;
  }
  return hidden;
}

}  // namespace sayso
