#include "core/analysis.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
// Mentions are never longer; so only that many tokens need looking back for one that holds a token.
constexpr TokenIndex kMaxMention = 24;

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

namespace {
constexpr std::array<std::string_view, 17> kUpos = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
}  // namespace

std::string_view to_text(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }

std::optional<Upos> parse_upos(std::string_view text) {
  for (std::size_t i = 0; i < kUpos.size(); ++i) {
    if (kUpos[i] == text) return static_cast<Upos>(i);
  }
  return std::nullopt;
}

std::string_view to_text(MentionKind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"name", "nominal", "pronoun"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::optional<MentionIndex> mention_headed_by(const Analysis& analysis, TokenIndex token) {
  const std::vector<Mention>& mentions = analysis.mentions;
  const TokenIndex earliest = token < kMaxMention ? 0 : token - kMaxMention;
  auto m = std::lower_bound(mentions.begin(), mentions.end(), earliest,
                            [](const Mention& a, TokenIndex at) { return a.tokens.first < at; });
  for (; m != mentions.end() && m->tokens.first <= token; ++m) {  // the earliest is the longest
    if (m->head == token) return static_cast<MentionIndex>(m - mentions.begin());
  }
  return std::nullopt;
}

std::optional<EntityIndex> entity_of(const Analysis& analysis, TokenRange range) {
  const auto phrase =
      std::lower_bound(analysis.noun_phrases.begin(), analysis.noun_phrases.end(), range.first,
                       [](const NounPhrase& p, TokenIndex at) { return p.tokens.last <= at; });
  if (phrase != analysis.noun_phrases.end() && range.contains(phrase->head)) {
    if (const auto m = mention_headed_by(analysis, phrase->head)) {
      return analysis.mentions[*m].entity;
    }
  }
  const auto m =
      std::lower_bound(analysis.mentions.begin(), analysis.mentions.end(), range.first,
                       [](const Mention& a, TokenIndex at) { return a.tokens.first < at; });
  if (m != analysis.mentions.end() && m->tokens.last <= range.last) return m->entity;
  return std::nullopt;
}

}  // namespace sayso
