// Vocabulary: the pieces of a model -> their numbers, by a flat table built at load.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "read/encode/model_file.h"

namespace sayso {

using PieceId = std::uint16_t;

// The number of a piece of the tensor "vocabulary" ("[CLS]"), found without building a table.
Result<PieceId> find_piece(const ModelFile& model, std::string_view piece);

class Vocabulary {
 public:
  // From the tensor "vocabulary", one piece a line; borrows from `model`.
  static Result<Vocabulary> in(const ModelFile& model);

  std::size_t size() const { return begins_.size() - 1; }
  PieceId unknown() const { return unknown_; }
  std::string_view piece(PieceId id) const {
    return text_.substr(begins_[id], begins_[id + 1U] - begins_[id] - 1);
  }

  // The longest piece that `text` begins with, and how many bytes of `text` it is; inside a word,
  // one that carries on ("##ing").
  struct Match {
    PieceId id = 0;
    std::uint32_t size = 0;
  };
  std::optional<Match> longest(std::string_view text, bool inside) const;

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t id = kFree;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;

  bool add(PieceId id);
  // The slot of this spelling, or the free one where it would be.
  const Slot& slot(std::uint64_t hash, std::string_view spelling, bool inside) const;

  std::string_view text_ = {};
  std::vector<std::uint32_t> begins_ = {};  // of each line, and one past the last
  std::vector<Slot> slots_ = {};            // a power of two, half of them free
  std::size_t longest_ = 0;                 // bytes of the longest piece
  PieceId unknown_ = 0;
};

}  // namespace sayso
