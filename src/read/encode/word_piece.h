// WordPiece: a token -> the pieces of the model's vocabulary it is made of.
//
// As BERT's uncased tokenizers do it: letters become lower-case and lose their accents, control
// characters go, each mark of punctuation and each Chinese character is a word of its own, and of
// every word the longest known beginning is taken, again and again. A word with a part that is in
// no piece, or of over 100 characters, is one [UNK].
#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "read/encode/model_file.h"
#include "read/encode/vocabulary.h"

namespace sayso {

class WordPiece {
 public:
  // Pieces kept of one token; only addresses of pages and the like have more.
  static constexpr std::size_t kMostPieces = 8;

  // Borrows from `model`, which must outlive it.
  static Result<WordPiece> in(const ModelFile& model);

  // Appends the pieces of one token of valid UTF-8: 1 to kMostPieces ([UNK] when it has none).
  void append(std::string_view token, std::vector<PieceId>& out) const;

  const Vocabulary& vocabulary() const { return vocabulary_; }

 private:
  explicit WordPiece(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {}

  Vocabulary vocabulary_;
};

}  // namespace sayso
