#include "attribute/context.h"

#include <string_view>

namespace sayso {
using namespace literals;

namespace {
Chunk of_verb(const VerbGroup& group) {
  if (group.finite) return Chunk::finite_verb;
  return group.infinitive ? Chunk::infinitive : Chunk::participle;
}

Chunk of_mark(const Token& token, std::string_view word) {
  switch (token.tag) {
    case Tag::comma: return Chunk::comma;
    case Tag::period: return Chunk::stop;
    case Tag::open_quote:
    case Tag::close_quote: return Chunk::quote_mark;
    case Tag::open_bracket:
    case Tag::close_bracket: return Chunk::bracket;
    default: return word == ":" || word == ";" ? Chunk::colon : Chunk::dash;
  }
}

Chunk of_word(const Token& token) {
  switch (token.tag) {
    case Tag::IN:
    case Tag::TO: return token.key == "that"_word ? Chunk::that : Chunk::preposition;
    case Tag::CC: return Chunk::conjunction;
    case Tag::WDT: return token.key == "that"_word ? Chunk::that : Chunk::wh;
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
    default: return is_noun(token.tag) || is_pronoun(token.tag) ? Chunk::noun : Chunk::other;
  }
}

// Notes `index` at every token of `range`.
void fill(std::vector<std::uint32_t>& at, TokenRange range, std::uint32_t index) {
  for (TokenIndex i = range.first; i < range.last; ++i) at[i] = index;
}
}  // namespace

Context::Context(const Report& report, const Analysis& analysis)
    : report_(report), analysis_(analysis) {
  const std::size_t size = analysis.tokens.size();
  noun_phrase_.assign(size, kNone);
  verb_group_.assign(size, kNone);
  quotation_.assign(size, kNone);
  for (std::uint32_t i = 0; i < analysis.noun_phrases.size(); ++i) {
    fill(noun_phrase_, analysis.noun_phrases[i].tokens, i);
  }
  for (std::uint32_t i = 0; i < analysis.verb_groups.size(); ++i) {
    fill(verb_group_, analysis.verb_groups[i].tokens, i);
  }
  for (std::uint32_t i = 0; i < analysis.quotations.size(); ++i) {
    // Nested quotations lie inside an outer one, which has marked their tokens already.
    if (!analysis.quotations[i].nested) fill(quotation_, analysis.quotations[i].tokens, i);
  }
  chunk_.resize(size);
  before_.resize(size + 1);
  for (TokenIndex i = 0; i < size; ++i) {
    chunk_[i] = chunk_of(i);
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

Chunk Context::chunk_of(TokenIndex i) const {
  const Token& token = analysis_.tokens[i];
  if (const VerbGroup* group = verb_group(i)) {
    const bool ing = !group->finite && analysis_.tokens[group->head].tag == Tag::VBG;
    return ing ? Chunk::ing_verb : of_verb(*group);
  }
  if (is_wh(token.tag)) return of_word(token);
  if (noun_phrase(i) != nullptr) return Chunk::noun;
  if (is_punctuation(token.tag) || token.tag == Tag::HYPH || token.tag == Tag::NFP ||
      token.shape == WordShape::punctuation) {
    return of_mark(token, analysis_.lower(token));
  }
  return of_word(token);
}

}  // namespace sayso
