#include "attribute/context.h"

#include <array>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

namespace {
// What a token outside every phrase counts as, by its tag.
constexpr Chunk of_tag(Tag tag) {
  switch (tag) {
    case Tag::comma: return Chunk::comma;
    case Tag::period: return Chunk::stop;
    case Tag::colon:
    case Tag::HYPH:
    case Tag::NFP: return Chunk::dash;
    case Tag::open_quote:
    case Tag::close_quote: return Chunk::quote_mark;
    case Tag::open_bracket:
    case Tag::close_bracket: return Chunk::bracket;
    case Tag::IN:
    case Tag::TO: return Chunk::preposition;
    case Tag::CC: return Chunk::conjunction;
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB: return Chunk::wh;
    case Tag::VBG: return Chunk::ing_verb;
    case Tag::VBN:
    case Tag::VB: return Chunk::participle;
    case Tag::VBD:
    case Tag::VBP:
    case Tag::VBZ:
    case Tag::MD: return Chunk::finite_verb;
    case Tag::RB:
    case Tag::RBR:
    case Tag::RBS:
    case Tag::RP: return Chunk::adverb;
    case Tag::JJ:
    case Tag::JJR:
    case Tag::JJS: return Chunk::adjective;
    default: return is_noun(tag) || is_pronoun(tag) ? Chunk::noun : Chunk::other;
  }
}

constexpr auto kChunks = [] {
  std::array<Chunk, kTagCount> chunks = {};
  for (std::size_t i = 0; i < kTagCount; ++i) chunks[i] = of_tag(static_cast<Tag>(i));
  return chunks;
}();

Chunk of_token(const Token& token) {
  const Chunk chunk = kChunks[static_cast<std::size_t>(token.tag)];
  if (chunk == Chunk::preposition || chunk == Chunk::wh) {
    return token.key == "that"_word ? Chunk::that : chunk;
  }
  if (chunk == Chunk::dash && (token.key == ":"_word || token.key == ";"_word)) {
    return Chunk::colon;
  }
  return chunk;
}

Chunk of_group(const VerbGroup& group, Tag head) {
  if (group.finite) return Chunk::finite_verb;
  if (head == Tag::VBG) return Chunk::ing_verb;
  return group.infinitive ? Chunk::infinitive : Chunk::participle;
}

// Notes `index` at every token of `range`.
void fill(std::vector<std::uint32_t>& at, TokenRange range, std::uint32_t index) {
  for (TokenIndex i = range.first; i < range.last; ++i) at[i] = index;
}
}  // namespace

Context::Context(const Report& report, const Analysis& analysis)
    : report_(report), analysis_(analysis) {
  const std::size_t size = analysis.tokens.size();
  chunk_.resize(size);
  for (std::size_t i = 0; i < size; ++i) chunk_[i] = of_token(analysis.tokens[i]);
  noun_phrase_.assign(size, kNone);
  for (std::uint32_t n = 0; n < analysis.noun_phrases.size(); ++n) {
    const TokenRange tokens = analysis.noun_phrases[n].tokens;
    fill(noun_phrase_, tokens, n);
    for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
      if (chunk_[i] != Chunk::wh) chunk_[i] = Chunk::noun;
    }
  }
  verb_group_.assign(size, kNone);
  for (std::uint32_t n = 0; n < analysis.verb_groups.size(); ++n) {
    const VerbGroup& group = analysis.verb_groups[n];
    fill(verb_group_, group.tokens, n);
    const Chunk chunk = of_group(group, analysis.tokens[group.head].tag);
    for (TokenIndex i = group.tokens.first; i < group.tokens.last; ++i) chunk_[i] = chunk;
  }
  quotation_.assign(size, kNone);
  for (std::uint32_t n = 0; n < analysis.quotations.size(); ++n) {
    // Nested quotations lie inside an outer one, which has marked their tokens already.
    if (!analysis.quotations[n].nested) fill(quotation_, analysis.quotations[n].tokens, n);
  }
  mention_.assign(size, kNone);
  for (std::uint32_t n = 0; n < analysis.mentions.size(); ++n) {
    std::uint32_t& mention = mention_[analysis.mentions[n].head];
    if (mention == kNone) mention = n;  // of those that begin at one place, the longest comes first
  }
  count_all();
}

void Context::count_all() {
  before_.resize(chunk_.size() + 1);
  for (std::size_t i = 0; i < chunk_.size(); ++i) {
    const bool begins = verb_group_[i] == kNone || i == 0 || verb_group_[i] != verb_group_[i - 1];
    Counts& next = before_[i + 1];
    next = before_[i];
    if (chunk_[i] == Chunk::finite_verb && begins) ++next.finite;
    if (chunk_[i] == Chunk::comma) ++next.commas;
    if (quotation_[i] != kNone) ++next.quoted;
  }
}

Context::Counts Context::count(TokenRange range) const {
  if (range.empty()) return {};
  const Counts& a = before_[range.first];
  const Counts& b = before_[range.last];
  return {b.finite - a.finite, b.commas - a.commas, b.quoted - a.quoted};
}

}  // namespace sayso
