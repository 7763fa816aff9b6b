#include "attribute/cue.h"

#include <algorithm>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

namespace {
// "Ministry spokesman: no ransom paid": the longest source that a colon introduces, in tokens.
constexpr TokenIndex kMaxColonSource = 10;

bool is_colon(const Context& context, TokenIndex i) { return context.token(i).key == ":"_word; }

TokenRange extent_of(const Context& context, const CueLexicon::Hit& hit, const VerbGroup* group) {
  TokenRange tokens = hit.phrase;
  if (group != nullptr) {
    tokens.first = std::min(tokens.first, group->tokens.first);
    tokens.last = std::max(tokens.last, group->tokens.last);
  }
  const TokenIndex end = context.sentence_of(tokens.first).tokens.last;
  if (tokens.last < end && is_colon(context, tokens.last)) ++tokens.last;
  return tokens;
}

Cue make_cue(const Context& context, const CueLexicon::Hit& hit) {
  Cue cue{.row = *hit.row};
  // Verbs lead their phrase ("call for"); the other kinds end theirs, or are one word.
  cue.head = hit.phrase.first;
  cue.group = context.verb_group(cue.head);
  if (cue.row.kind != CueKind::verb) cue.group = nullptr;
  cue.tokens = extent_of(context, hit, cue.group);
  return cue;
}

// A colon after a short phrase without a verb, at the start of its sentence.
bool is_colon_cue(const Context& context, TokenIndex colon) {
  if (!is_colon(context, colon) || context.in_quotation(colon)) return false;
  const TokenRange sentence = context.sentence_of(colon).tokens;
  if (colon == sentence.first || colon - sentence.first > kMaxColonSource) return false;
  for (TokenIndex i = sentence.first; i < colon; ++i) {
    if (context.verb_group(i) != nullptr || is_verb(context.token(i).tag)) return false;
  }
  return true;
}

std::uint64_t group_flags(const VerbGroup& group) {
  return (group.finite ? 1U : 0U) | (group.passive ? 2U : 0U) | (group.negated ? 4U : 0U) |
         (group.infinitive ? 8U : 0U) | (group.perfect ? 16U : 0U) | (group.progressive ? 32U : 0U);
}

// The token at `i`, or nothing outside the sentence.
struct Neighbour {
  std::uint64_t word = 0;
  std::uint64_t tag = 99;
  std::uint64_t chunk = 0;
};
Neighbour neighbour(const Context& context, TokenRange sentence, std::int64_t i) {
  if (i < sentence.first || i >= sentence.last) return {};
  const auto at = static_cast<TokenIndex>(i);
  const Token& token = context.token(at);
  return {token.key, static_cast<std::uint64_t>(token.tag),
          static_cast<std::uint64_t>(context.chunk(at))};
}

// The phrase just before or after the cue: what kind of thing it speaks of.
std::uint64_t phrase_kind(const Context& context, TokenRange sentence, std::int64_t i) {
  if (i < sentence.first || i >= sentence.last) return 0;
  const NounPhrase* phrase = context.noun_phrase(static_cast<TokenIndex>(i));
  if (phrase == nullptr) return 1;
  const Token& head = context.token(phrase->head);
  if (is_pronoun(head.tag)) return mix(2, head.key);
  if (head.name != NameKind::none) return 10 + static_cast<std::uint64_t>(head.name);
  return 20 + static_cast<std::uint64_t>(head.tag);
}

std::uint64_t phrase_lemma(const Context& context, TokenRange sentence, std::int64_t i) {
  if (i < sentence.first || i >= sentence.last) return 0;
  const NounPhrase* phrase = context.noun_phrase(static_cast<TokenIndex>(i));
  return phrase == nullptr ? 1 : context.token(phrase->head).lemma_key;
}
}  // namespace

bool leads_to_topic(const Context& context, const CueRow& row, TokenIndex next) {
  return row.kind == CueKind::verb && (row.takes & kTakesNounPhrase) == 0 &&
         context.chunk(next) == Chunk::preposition;
}

std::vector<Cue> find_cues(const Context& context, const CueLexicon& lexicon) {
  std::vector<Cue> cues;
  cues.reserve(context.size() / 8 + 1);
  for (const Sentence& sentence : context.analysis().sentences) {
    for (TokenIndex i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (is_colon_cue(context, i)) {
        Cue cue;
        cue.row = {.kind = CueKind::colon, .takes = kTakesQuotation | kTakesClause};
        cue.tokens = {i, i + 1};
        cue.head = i;
        cues.push_back(cue);
      } else if (const auto hit = lexicon.find(context.analysis(), i, sentence.tokens.last)) {
        cues.push_back(make_cue(context, *hit));
      }
    }
  }
  return cues;
}

void add_cue_features(const Context& context, const Cue& cue, Features& f) {
  const TokenRange sentence = context.sentence_of(cue.head).tokens;
  const Token& head = context.token(cue.head);
  const std::int64_t before = std::int64_t{cue.tokens.first} - 1;
  const std::int64_t after = cue.tokens.last;
  const Neighbour left = neighbour(context, sentence, before);
  const Neighbour left2 = neighbour(context, sentence, before - 1);
  const Neighbour right = neighbour(context, sentence, after);
  const Neighbour right2 = neighbour(context, sentence, after + 1);
  const auto kind = static_cast<std::uint64_t>(cue.row.kind);
  const auto act = static_cast<std::uint64_t>(cue.row.act);
  const auto tag = static_cast<std::uint64_t>(head.tag);
  const std::uint64_t lemma = head.lemma_key;
  const std::uint64_t flags = cue.group != nullptr ? group_flags(*cue.group) : 64;
  const std::uint64_t subject = phrase_kind(context, sentence, before);
  const std::uint64_t object = phrase_kind(context, sentence, after);
  const std::uint64_t reliability = cue.row.reliability / 10U;

  f.add(1, lemma, kind);
  f.add(2, lemma, tag);
  f.add(7, lemma, left.tag);
  f.add(20, reliability, subject, kind);
  f.add(3, lemma, flags);
  f.add(4, lemma, left.word);
  f.add(5, lemma, right.word);
  f.add(6, lemma, right.tag);
  f.add(8, lemma, left.chunk, right.chunk);
  f.add(9, act, left.chunk, right.chunk);
  f.add(10, kind, act, reliability);
  f.add(11, reliability, right.tag, tag);
  f.add(15, right.word, kind);
  f.add(16, left.tag, left2.tag, tag);
  f.add(17, right.tag, right2.tag, tag);
  f.add(19, lemma, subject);
  f.add(21, phrase_lemma(context, sentence, before), kind);
  f.add(22, lemma, phrase_lemma(context, sentence, after));
  f.add(24, lemma, object);
  f.add(26, static_cast<std::uint64_t>(context.sentence_of(cue.head).kind), kind, tag);
  f.add(27, context.noun_phrase(cue.head) != nullptr ? 1 : 0, kind, reliability);
  f.add(29, lemma, right.word, right2.tag);
  f.add(30, left.word, right.word, act);
  f.add(32, phrase_lemma(context, sentence, before), reliability);
  f.add(33, act, flags, right.tag);
}

}  // namespace sayso
