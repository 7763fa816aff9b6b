#include "read/encode/testing.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <random>

namespace sayso {
namespace {

constexpr std::size_t kHeader = 64;
constexpr std::size_t kEntry = 96;

template <typename T>
void put(std::string& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

std::size_t aligned(std::size_t size) { return (size + 63) / 64 * 64; }

template <typename T>
std::string bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

// Numbers around 0, mostly within `size`; the same on every system.
class Random {
 public:
  explicit Random(std::uint32_t seed) : generator_(seed) {}
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(generator_() % end); }
  float around(float middle, float size) {
    float sum = 0;
    for (int i = 0; i < 4; ++i) sum += static_cast<float>(below(2001)) / 1000 - 1;
    return middle + size * sum;
  }
  std::vector<float> floats(std::size_t count, float middle, float size) {
    std::vector<float> values(count);
    for (float& value : values) value = around(middle, size);
    return values;
  }

 private:
  std::mt19937 generator_;
};

std::string vocabulary(const std::vector<std::string>& words) {
  std::string text = "[PAD]\n";
  for (int i = 0; i < 99; ++i) text += "[unused" + std::to_string(i) + "]\n";
  text += "[UNK]\n[CLS]\n[SEP]\n[MASK]\n";
  for (char c = '!'; c <= '~'; ++c) {
    if (c >= 'A' && c <= 'Z') continue;
    text += std::string(1, c) + "\n##" + std::string(1, c) + "\n";
  }
  for (const std::string& word : words) text += word + "\n";
  return text;
}

void add_norm(ModelWriter& writer, const std::string& name, std::uint32_t width, Random& random) {
  writer.add_floats(name + ".gain", {width}, random.floats(width, 1, 0.1F));
  writer.add_floats(name + ".bias", {width}, random.floats(width, 0, 0.1F));
}

void add_embeddings(ModelWriter& writer, const EncoderShape& shape, std::uint32_t pieces,
                    Random& random) {
  const auto width = static_cast<std::uint32_t>(shape.width);
  const auto positions = static_cast<std::uint32_t>(shape.positions);
  std::string word(std::size_t{pieces} * width, '\0');
  for (char& c : word) c = static_cast<char>(static_cast<int>(random.below(255)) - 127);
  writer.add("embed.word", TensorType::s8, {pieces, width}, word);
  std::vector<float> scale = random.floats(pieces, 0.01F, 0.001F);
  writer.add_floats("embed.word.scale", {pieces}, scale);
  struct Row {
    const char* name;
    std::uint32_t rows;
  };
  for (const Row& row : {Row{"embed.position", positions},
                         {"embed.letters", kLettersKinds},
                         {"embed.gap", kGapKinds}}) {
    writer.add_floats(row.name, {row.rows, width},
                      random.floats(std::size_t{row.rows} * width, 0, 0.2F));
  }
  add_norm(writer, "embed.norm", width, random);
}

}  // namespace

void ModelWriter::add(std::string name, TensorType type, std::vector<std::uint32_t> dims,
                      std::string bytes) {
  entries_.push_back({std::move(name), type, std::move(dims), std::move(bytes)});
}

void ModelWriter::add_text(std::string name, std::string text) {
  const auto size = static_cast<std::uint32_t>(text.size());
  add(std::move(name), TensorType::text, {size}, std::move(text));
}

void ModelWriter::add_floats(std::string name, std::vector<std::uint32_t> dims,
                             const std::vector<float>& values) {
  add(std::move(name), TensorType::f32, std::move(dims), bytes_of(values));
}

void ModelWriter::add_linear(const std::string& name, std::uint32_t outputs, std::uint32_t inputs,
                             std::uint32_t seed, std::uint32_t smaller, float by) {
  Random random(seed);
  const Panels shape = {.outputs = outputs, .inputs = inputs};
  std::string weight(shape.weight_bytes(), '\0');
  std::vector<std::int32_t> sum(outputs, 0);
  for (std::size_t n = 0; n < outputs; ++n) {
    for (std::size_t k = 0; k < inputs; ++k) {
      const int value = static_cast<int>(random.below(127)) - 63;
      weight[shape.place(n, k)] = static_cast<char>(value);
      sum[n] += value;
    }
  }
  const float scale = 1 / (36 * std::sqrt(static_cast<float>(inputs)));  // 36: their deviation
  add(name + ".weight", TensorType::s8, {outputs, inputs}, weight);
  std::vector<float> scales = random.floats(outputs, scale, scale / 10);
  std::vector<float> biases = random.floats(outputs, 0, 0.1F);
  for (std::size_t n = 0; n < smaller; ++n) {
    scales[n] /= by;
    biases[n] /= by;
  }
  add_floats(name + ".scale", {outputs}, scales);
  add(name + ".sum", TensorType::s32, {outputs}, bytes_of(sum));
  add_floats(name + ".bias", {outputs}, biases);
}

std::string ModelWriter::file() const {
  std::size_t offset = aligned(kHeader + kEntry * entries_.size());
  std::string file(offset, '\0');
  std::memcpy(file.data(), "SAYSOENC", 8);
  put(file, 8, std::uint32_t{1});
  put(file, 12, static_cast<std::uint32_t>(entries_.size()));
  std::size_t at = kHeader;
  for (const Entry& entry : entries_) {
    std::memcpy(file.data() + at, entry.name.data(), std::min<std::size_t>(entry.name.size(), 56));
    put(file, at + 56, static_cast<std::uint32_t>(entry.type));
    put(file, at + 60, static_cast<std::uint32_t>(entry.dims.size()));
    for (std::size_t i = 0; i < entry.dims.size(); ++i) put(file, at + 64 + 4 * i, entry.dims[i]);
    put(file, at + 80, std::uint64_t{offset});
    put(file, at + 88, std::uint64_t{entry.bytes.size()});
    file += entry.bytes;
    file.resize(aligned(file.size()));
    offset = file.size();
    at += kEntry;
  }
  seal(file);
  return file;
}

void seal(std::string& file) {
  put(file, 16, std::uint64_t{file.size()});
  put(file, 24, libdeflate_crc32(0, file.data() + kHeader, file.size() - kHeader));
}

std::string meta_text(const EncoderShape& shape) {
  std::string text = "name tiny\nversion 1\n";
  struct Row {
    const char* key;
    std::size_t value;
  };
  for (const Row& row : {Row{"layers", shape.layers},
                         {"width", shape.width},
                         {"heads", shape.heads},
                         {"feed_forward", shape.feed_forward},
                         {"positions", shape.positions}}) {
    text += std::string(row.key) + " " + std::to_string(row.value) + "\n";
  }
  return text;
}

ModelWriter write_model(const TinyModel& model) {
  ModelWriter writer;
  Random random(model.seed);
  const EncoderShape& shape = model.shape;
  writer.add_text("meta", meta_text(shape));
  const std::string pieces = vocabulary(model.words);
  writer.add_text("vocabulary", pieces);
  add_embeddings(writer, shape,
                 static_cast<std::uint32_t>(std::count(pieces.begin(), pieces.end(), '\n')),
                 random);
  const auto width = static_cast<std::uint32_t>(shape.width);
  const auto feed_forward = static_cast<std::uint32_t>(shape.feed_forward);
  const float head = static_cast<float>(width) / static_cast<float>(shape.heads);
  for (std::size_t i = 0; i < shape.layers; ++i) {
    const std::string name = "layer." + std::to_string(i);
    writer.add_linear(name + ".qkv", 3 * width, width, random.below(1U << 30U), width,
                      std::sqrt(head));
    writer.add_linear(name + ".out", width, width, random.below(1U << 30U));
    writer.add_linear(name + ".up", feed_forward, width, random.below(1U << 30U));
    writer.add_linear(name + ".down", width, feed_forward, random.below(1U << 30U));
    add_norm(writer, name + ".norm1", width, random);
    add_norm(writer, name + ".norm2", width, random);
  }
  return writer;
}

std::string tiny_model(const TinyModel& model) { return write_model(model).file(); }

std::vector<Piece> random_pieces(std::size_t count, std::size_t pieces, std::uint32_t seed) {
  Random random(seed);
  std::vector<Piece> out(count);
  for (Piece& piece : out) {
    piece = {static_cast<PieceId>(random.below(static_cast<std::uint32_t>(pieces))),
             static_cast<std::uint8_t>(random.below(7)),
             static_cast<std::uint8_t>(random.below(3))};
  }
  return out;
}

}  // namespace sayso
