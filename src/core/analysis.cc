#include "core/analysis.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
// Longer "words" are base64, tables or noise; their key still covers every byte.
constexpr std::size_t kMaxStored = 255;

struct Stored {
  std::uint32_t at;
  std::uint16_t size;
};

Stored store(std::string& words, std::string_view text) {
  const auto size = std::min(text.size(), kMaxStored);
  const auto at = static_cast<std::uint32_t>(words.size());
  words.append(text.substr(0, size));
  return {at, static_cast<std::uint16_t>(size)};
}
}  // namespace

void Analysis::set_lower(Token& token, std::string_view lower) {
  const Stored stored = store(words, lower);
  token.lower_at = stored.at;
  token.lower_size = stored.size;
  token.key = word_key(lower);
}

void Analysis::set_lemma(Token& token, std::string_view lemma) {
  if (lemma == lower(token)) {  // most words are their own lemma: share the bytes
    token.lemma_at = token.lower_at;
    token.lemma_size = token.lower_size;
    token.lemma_key = token.key;
    return;
  }
  const std::string copy(lemma);  // `lemma` may view `words`, which is about to grow
  const Stored stored = store(words, copy);
  token.lemma_at = stored.at;
  token.lemma_size = stored.size;
  token.lemma_key = word_key(copy);
}

std::string_view to_text(EntityType type) {
  static constexpr std::array<std::string_view, 9> kNames = {"person",   "organization", "group",
                                                             "place",    "facility",     "object",
                                                             "document", "event",        "other"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view to_text(MentionKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"name", "nominal", "pronoun"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace sayso
