#include "read/encode/encoder.h"

#include <algorithm>
#include <cassert>
#include <string>

namespace sayso {
namespace {

// Rows that go through all layers together: enough that weights, once near, serve many; few enough
// that what lies between two layers stays in the second cache.
constexpr std::size_t kBatchRows = 256;
// Rows of a feed-forward step at a time: a multiple of what the kernels take at once.
constexpr std::size_t kBlockRows = 96;
// Columns of queries, keys and values made at a time: one or two heads.
constexpr std::size_t kStep = 64;

struct MetaRange {
  const char* key;
  std::uint32_t least, most;
};

std::size_t rows_of(const Tensor* tensor) { return tensor == nullptr ? 0 : tensor->dims[0]; }

}  // namespace

Result<EncoderShape> encoder_shape(const ModelFile& model) {
  EncoderShape shape;
  const std::pair<MetaRange, std::size_t*> rows[] = {
      {{"layers", 1, 64}, &shape.layers},
      {{"width", 64, 4096}, &shape.width},
      {{"heads", 1, 128}, &shape.heads},
      {{"feed_forward", 4, 16384}, &shape.feed_forward},
      {{"positions", 3, 1024}, &shape.positions}};
  for (const auto& [range, to] : rows) {
    const auto number = model.meta_number(range.key, range.least, range.most);
    if (!number) return number.error();
    *to = *number;
  }
  if (shape.width % kStep != 0 || shape.feed_forward % 4 != 0 || shape.width % shape.heads != 0 ||
      (shape.head() != 32 && shape.head() != 64)) {
    return model.damaged("of a shape this program cannot run: heads have 32 or 64 columns");
  }
  return shape;
}

Result<Encoder::Norm> Encoder::norm(const ModelFile& model, const std::string& name,
                                    std::size_t width) {
  const auto gain = model.floats(name + ".gain", {width});
  if (!gain) return gain.error();
  const auto bias = model.floats(name + ".bias", {width});
  if (!bias) return bias.error();
  return Norm{gain->data(), bias->data()};
}

Result<Encoder::Layer> Encoder::layer(const ModelFile& model, std::size_t index) const {
  const std::string name = "layer." + std::to_string(index);
  const std::size_t width = shape_.width;
  Layer layer;
  struct Row {
    const char* name;
    std::size_t outputs, inputs;
    Linear* to;
  };
  for (const Row& row : {Row{".qkv", 3 * width, width, &layer.qkv},
                         {".out", width, width, &layer.out},
                         {".up", shape_.feed_forward, width, &layer.up},
                         {".down", width, shape_.feed_forward, &layer.down}}) {
    const auto found = linear(model, name + row.name, row.outputs, row.inputs);
    if (!found) return found.error();
    *row.to = *found;
  }
  const auto norm1 = norm(model, name + ".norm1", width);
  if (!norm1) return norm1.error();
  const auto norm2 = norm(model, name + ".norm2", width);
  if (!norm2) return norm2.error();
  layer.norm1 = *norm1;
  layer.norm2 = *norm2;
  return layer;
}

Result<Encoder> Encoder::in(const ModelFile& model) {
  const auto kernels = choose_kernels();
  if (!kernels) return kernels.error();
  return in(model, **kernels);
}

Result<Encoder> Encoder::in(const ModelFile& model, const Kernels& kernels) {
  Encoder encoder;
  encoder.kernels_ = &kernels;
  const auto shape = encoder_shape(model);
  if (!shape) return shape.error();
  encoder.shape_ = *shape;
  for (const auto& [piece, to] : {std::pair{"[CLS]", &encoder.begin_}, {"[SEP]", &encoder.end_}}) {
    const auto id = find_piece(model, piece);
    if (!id) return id.error();
    *to = *id;
  }
  const std::size_t vocabulary = rows_of(model.find("embed.word"));
  if (encoder.begin_ >= vocabulary || encoder.end_ >= vocabulary) {
    return model.damaged("wrong in its tensor embed.word, which has fewer rows than pieces");
  }
  encoder.vocabulary_ = vocabulary;
  const auto word = model.bytes("embed.word", {vocabulary, shape->width});
  if (!word) return word.error();
  encoder.word_ = word->data();
  struct Row {
    const char* name;
    Dims dims;
    const float** to;
  };
  for (const Row& row : {Row{"embed.word.scale", {vocabulary}, &encoder.word_scale_},
                         {"embed.position", {shape->positions, shape->width}, &encoder.position_},
                         {"embed.letters", {kLettersKinds, shape->width}, &encoder.letters_},
                         {"embed.gap", {kGapKinds, shape->width}, &encoder.gap_}}) {
    const auto found = model.floats(row.name, row.dims);
    if (!found) return found.error();
    *row.to = found->data();
  }
  const auto first_norm = norm(model, "embed.norm", shape->width);
  if (!first_norm) return first_norm.error();
  encoder.norm_ = *first_norm;
  for (std::size_t i = 0; i < shape->layers; ++i) {
    const auto layer = encoder.layer(model, i);
    if (!layer) return layer.error();
    encoder.layers_.push_back(*layer);
  }
  return encoder;
}

void Encoder::embed(const Batch& batch, EncoderWorkspace& workspace) const {
  float* out = workspace.hidden.reserve(batch.rows * shape_.width);
  const Piece* piece = batch.pieces.data();
  for (const std::uint32_t window : batch.windows) {
    if (window == 0) continue;
    for (std::size_t i = 0; i < window + 2; ++i, out += shape_.width) {
      const Piece at = i == 0            ? Piece{begin_, kEdgeLetters, kEdgeGap}
                       : i == window + 1 ? Piece{end_, kEdgeLetters, kEdgeGap}
                                         : *piece++;
      assert(at.id < vocabulary_ && at.letters < kLettersKinds && at.gap < kGapKinds);
      kernels_->embed({.word = word_ + at.id * shape_.width,
                       .word_scale = word_scale_[at.id],
                       .position = position_ + i * shape_.width,
                       .letters = letters_ + at.letters * shape_.width,
                       .gap = gap_ + at.gap * shape_.width},
                      norm_.gain, norm_.bias, out, shape_.width);
    }
  }
}

// One or two heads at a time, so that what lies between stays small.
void Encoder::attend(const Layer& layer, const Batch& batch, EncoderWorkspace& workspace) const {
  const std::size_t width = shape_.width;
  const std::size_t head = shape_.head();
  const FloatRows hidden = {workspace.hidden.data(), batch.rows, width, width};
  const FloatRows gathered = {workspace.gathered.reserve(batch.rows * width), batch.rows, width,
                              width};
  float* qkv = workspace.qkv.reserve(batch.rows * 3 * kStep);
  workspace.input.assign(*kernels_, hidden);
  for (std::size_t column = 0; column < width; column += kStep) {
    for (std::size_t part = 0; part < 3; ++part) {
      apply(*kernels_, layer.qkv.part(part * width + column, kStep), workspace.input.rows(),
            {qkv + part * kStep, batch.rows, kStep, 3 * kStep});
    }
    std::size_t row = 0;
    for (const std::uint32_t window : batch.windows) {
      if (window == 0) continue;
      const std::size_t rows = window + 2;
      for (std::size_t at = 0; at < kStep; at += head) {
        const auto part = [&](std::size_t i) {
          return FloatRows{qkv + (row * 3 + i) * kStep + at, rows, head, 3 * kStep};
        };
        workspace.attention.attend(*kernels_, part(0), part(1), part(2),
                                   {gathered.row(row) + column + at, rows, head, width});
      }
      row += rows;
    }
  }
  const FloatRows change = {workspace.change.reserve(batch.rows * width), batch.rows, width, width};
  workspace.input.assign(*kernels_, gathered);
  apply(*kernels_, layer.out, workspace.input.rows(), change);
  kernels_->add_and_normalise(hidden, change, layer.norm1.gain, layer.norm1.bias);
}

void Encoder::feed_forward(const Layer& layer, const Batch& batch,
                           EncoderWorkspace& workspace) const {
  const std::size_t width = shape_.width;
  float* up = workspace.up.reserve(kBlockRows * shape_.feed_forward);
  for (std::size_t first = 0; first < batch.rows; first += kBlockRows) {
    const std::size_t rows = std::min(kBlockRows, batch.rows - first);
    const FloatRows hidden = {workspace.hidden.data() + first * width, rows, width, width};
    const FloatRows middle = {up, rows, shape_.feed_forward, shape_.feed_forward};
    const FloatRows change = {workspace.change.data(), rows, width, width};
    workspace.input.assign(*kernels_, hidden);
    apply(*kernels_, layer.up, workspace.input.rows(), middle);
    workspace.middle.assign_gelu(*kernels_, middle);
    apply(*kernels_, layer.down, workspace.middle.rows(), change);
    kernels_->add_and_normalise(hidden, change, layer.norm2.gain, layer.norm2.bias);
  }
}

void Encoder::encode_batch(const Batch& batch, EncoderWorkspace& workspace, float* hidden) const {
  embed(batch, workspace);
  for (const Layer& layer : layers_) {
    attend(layer, batch, workspace);
    feed_forward(layer, batch, workspace);
  }
  const float* row = workspace.hidden.data();
  for (const std::uint32_t window : batch.windows) {
    if (window == 0) continue;
    row += shape_.width;
    hidden = std::copy_n(row, window * shape_.width, hidden);
    row += (window + 1) * shape_.width;
  }
}

void Encoder::encode(std::span<const Piece> pieces, std::span<const std::uint32_t> windows,
                     EncoderWorkspace& workspace, std::vector<float>& hidden) const {
  hidden.resize(pieces.size() * shape_.width);
  std::size_t done = 0;  // pieces
  for (std::size_t first = 0; first < windows.size();) {
    Batch batch;
    std::size_t last = first;
    std::size_t count = 0;
    for (; last < windows.size(); ++last) {
      const std::size_t window = windows[last];
      assert(window <= shape_.most_pieces());
      const std::size_t rows = window == 0 ? 0 : window + 2;
      if (batch.rows > 0 && batch.rows + rows > kBatchRows) break;
      batch.rows += rows;
      count += window;
    }
    batch.windows = windows.subspan(first, last - first);
    batch.pieces = pieces.subspan(done, count);
    if (batch.rows > 0) encode_batch(batch, workspace, hidden.data() + done * shape_.width);
    done += count;
    first = last;
  }
  assert(done == pieces.size());
}

}  // namespace sayso
