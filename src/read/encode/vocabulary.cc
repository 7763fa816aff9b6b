#include "read/encode/vocabulary.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

namespace sayso {
namespace {

constexpr std::size_t kMostPieces = std::numeric_limits<PieceId>::max();
constexpr std::size_t kLongestPiece = 400;  // bytes: a word of 100 characters of 4
constexpr std::string_view kInside = "##";

// A hash that grows by a byte at a time, so that one pass knows those of all beginnings.
constexpr std::uint64_t start(bool inside) {
  return inside ? 0xCBF29CE484222325U : 0x9AE16A3B2F90404FU;
}
constexpr std::uint64_t with(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
}
constexpr std::size_t place(std::uint64_t hash) { return hash >> 36U; }

// "##" alone is a piece that begins a word.
bool is_inside(std::string_view piece) {
  return piece.size() > kInside.size() && piece.starts_with(kInside);
}

}  // namespace

Result<PieceId> find_piece(const ModelFile& model, std::string_view piece) {
  const auto text = model.text("vocabulary");
  if (!text) return text.error();
  std::size_t id = 0;
  for (std::string_view rest = *text; !rest.empty() && id < kMostPieces; ++id) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (rest.substr(0, end) == piece) return static_cast<PieceId>(id);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return model.damaged("without the piece " + std::string(piece) + " in its vocabulary");
}

Result<Vocabulary> Vocabulary::in(const ModelFile& model) {
  const auto text = model.text("vocabulary");
  if (!text) return text.error();
  const auto unknown = find_piece(model, "[UNK]");
  if (!unknown) return unknown.error();
  Vocabulary vocabulary;
  vocabulary.text_ = *text;
  vocabulary.unknown_ = *unknown;
  vocabulary.begins_.push_back(0);
  const auto ends = static_cast<std::size_t>(std::count(text->begin(), text->end(), '\n'));
  const std::size_t lines = ends + (text->back() == '\n' ? 0 : 1);
  if (lines > kMostPieces || text->size() > (std::size_t{1} << 30U)) {
    return model.damaged("wrong in its vocabulary, which is not up to 65,535 lines");
  }
  vocabulary.slots_.resize(std::bit_ceil(2 * lines));
  vocabulary.begins_.reserve(lines + 1);
  for (std::size_t id = 0; id < lines; ++id) {
    const std::size_t end = std::min(text->find('\n', vocabulary.begins_.back()), text->size());
    vocabulary.begins_.push_back(static_cast<std::uint32_t>(end + 1));
    if (!vocabulary.add(static_cast<PieceId>(id))) {
      return model.damaged(
          "wrong in line " + std::to_string(id + 1) +
          " of its vocabulary, which is empty, too long or not the first of its kind");
    }
  }
  return vocabulary;
}

bool Vocabulary::add(PieceId id) {
  std::string_view spelling = piece(id);
  if (spelling.empty() || spelling.size() > kLongestPiece) return false;
  const bool inside = is_inside(spelling);
  if (inside) spelling.remove_prefix(kInside.size());
  longest_ = std::max(longest_, spelling.size());
  std::uint64_t hash = start(inside);
  for (const char c : spelling) hash = with(hash, c);
  Slot& free = slots_[static_cast<std::size_t>(&slot(hash, spelling, inside) - slots_.data())];
  if (free.id != kFree) return false;
  free = {static_cast<std::uint32_t>(hash), id};
  return true;
}

const Vocabulary::Slot& Vocabulary::slot(std::uint64_t hash, std::string_view spelling,
                                         bool inside) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = place(hash) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.id == kFree) return slot;
    if (slot.hash != static_cast<std::uint32_t>(hash)) continue;
    const std::string_view found = piece(static_cast<PieceId>(slot.id));
    if (is_inside(found) == inside && found.substr(inside ? kInside.size() : 0) == spelling) {
      return slot;
    }
  }
}

std::optional<Vocabulary::Match> Vocabulary::longest(std::string_view text, bool inside) const {
  std::uint64_t hashes[kLongestPiece];
  const std::size_t most = std::min(text.size(), longest_);
  std::uint64_t hash = start(inside);
  for (std::size_t i = 0; i < most; ++i) {
    hash = with(hash, text[i]);
    hashes[i] = hash;
  }
  for (std::size_t size = most; size > 0; --size) {
    const Slot& found = slot(hashes[size - 1], text.substr(0, size), inside);
    if (found.id != kFree) {
      return Match{static_cast<PieceId>(found.id), static_cast<std::uint32_t>(size)};
    }
  }
  return std::nullopt;
}

}  // namespace sayso
