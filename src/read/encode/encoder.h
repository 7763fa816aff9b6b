// Encoder: pieces of words in windows -> a vector for each piece, by a transformer of int8.
//
// A position's start is the sum of four embeddings (piece, place in the window, letter case of its
// token, what stood before it), normalised. Each layer lets every position gather from all of its
// window (attention), then changes each by itself (a feed-forward step); both add to what was there
// and normalise. All of it gives the same bytes on every processor.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/result.h"
#include "read/encode/attention.h"
#include "read/encode/kernels.h"
#include "read/encode/linear.h"
#include "read/encode/model_file.h"
#include "read/encode/vocabulary.h"

namespace sayso {

struct Piece {
  PieceId id = 0;
  std::uint8_t letters = 0;  // the WordShape of its token; kEdgeLetters at a window's edges
  std::uint8_t gap = 0;      // what stands before it, 0 to 2; kEdgeGap at a window's edges
};

inline constexpr std::size_t kLettersKinds = 8;
inline constexpr std::size_t kGapKinds = 4;
inline constexpr std::uint8_t kEdgeLetters = 7;
inline constexpr std::uint8_t kEdgeGap = 3;

// The encoder's dimensions, from the model's meta.
struct EncoderShape {
  std::size_t layers = 0;
  std::size_t width = 0;
  std::size_t heads = 0;
  std::size_t feed_forward = 0;
  std::size_t positions = 0;  // of a window, with its two edges

  std::size_t head() const { return width / heads; }
  std::size_t most_pieces() const { return positions - 2; }
};
Result<EncoderShape> encoder_shape(const ModelFile& model);

// Room for one encode() at a time; keep it, and later calls need no new memory.
class EncoderWorkspace {
 private:
  friend class Encoder;

  Buffer<float> hidden = {};    // [positions][width]
  Buffer<float> gathered = {};  // [positions][width]
  Buffer<float> change = {};    // [positions][width]
  Buffer<float> qkv = {};       // [positions][3][columns of one step]
  Buffer<float> up = {};        // [a block][feed-forward]
  QuantisedRows input = {};
  QuantisedRows middle = {};
  Attention attention = {};
};

class Encoder {
 public:
  // Borrows from `model`, which must outlive it; uses the best kernels, or SAYSO_KERNELS.
  static Result<Encoder> in(const ModelFile& model);
  static Result<Encoder> in(const ModelFile& model, const Kernels& kernels);

  // Windows stand one after another in `pieces`; `windows` holds their lengths, each at most
  // shape().most_pieces(). `hidden` becomes [pieces][width], without the edges. Windows do not see
  // each other, and what is in one does not depend on the others.
  void encode(std::span<const Piece> pieces, std::span<const std::uint32_t> windows,
              EncoderWorkspace& workspace, std::vector<float>& hidden) const;

  const EncoderShape& shape() const { return shape_; }
  const Kernels& kernels() const { return *kernels_; }

 private:
  struct Norm {
    const float* gain = nullptr;
    const float* bias = nullptr;
  };
  struct Layer {
    Linear qkv = {};
    Linear out = {};
    Linear up = {};
    Linear down = {};
    Norm norm1 = {};
    Norm norm2 = {};
  };
  // Some windows, encoded together: rows of positions, edges included.
  struct Batch {
    std::span<const Piece> pieces = {};
    std::span<const std::uint32_t> windows = {};
    std::size_t rows = 0;
  };

  static Result<Norm> norm(const ModelFile& model, const std::string& name, std::size_t width);
  Result<Layer> layer(const ModelFile& model, std::size_t index) const;
  void embed(const Batch& batch, EncoderWorkspace& workspace) const;
  void attend(const Layer& layer, const Batch& batch, EncoderWorkspace& workspace) const;
  void feed_forward(const Layer& layer, const Batch& batch, EncoderWorkspace& workspace) const;
  void encode_batch(const Batch& batch, EncoderWorkspace& workspace, float* hidden) const;

  EncoderShape shape_ = {};
  const Kernels* kernels_ = nullptr;
  const std::int8_t* word_ = nullptr;
  const float* word_scale_ = nullptr;
  const float* position_ = nullptr;
  const float* letters_ = nullptr;
  const float* gap_ = nullptr;
  std::size_t vocabulary_ = 0;
  PieceId begin_ = 0;  // [CLS]
  PieceId end_ = 0;    // [SEP]
  Norm norm_ = {};
  std::vector<Layer> layers_ = {};
};

}  // namespace sayso
