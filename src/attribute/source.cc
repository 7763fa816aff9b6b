#include "attribute/source.h"

#include <algorithm>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

namespace {
// How far a source may stand from its cue, in tokens and in phrases: nearly all of the
// training reports' sources are nearer.
constexpr TokenIndex kMaxLeft = 60;
constexpr TokenIndex kMaxRight = 16;
constexpr std::uint8_t kMaxLeftPhrases = 6;
constexpr std::uint8_t kMaxRightPhrases = 3;

// Walks away from the cue, spelling the path with chunks.
struct Path {
  std::uint64_t hash = 0;
  std::uint64_t last3 = 0;
  std::uint8_t verbs = 0, commas = 0, phrases = 0;

  void add(Chunk chunk) {
    const auto value = static_cast<std::uint64_t>(chunk);
    hash = mix(hash, value + 1);
    last3 = (last3 << 8U | (value + 1)) & 0xFFFFFFU;
    if (chunk == Chunk::finite_verb) ++verbs;
    if (chunk == Chunk::comma) ++commas;
    if (chunk == Chunk::noun) ++phrases;
  }
  SourceOption option(SourceOption::Place place, TokenRange phrase, TokenIndex head) const {
    return {.place = place,
            .phrase = phrase,
            .head = head,
            .rank = phrases,
            .verbs = verbs,
            .commas = commas,
            .path = hash,
            .short_path = last3};
  }
};

bool is_relative(const Context& context, TokenIndex i) {
  const Tag tag = context.token(i).tag;
  return tag == Tag::WP || tag == Tag::WDT;
}

// "her claim", "the union's claim": the owner inside the cue's own phrase.
void add_possessive(const Context& context, const Cue& cue, SourceOptions& options) {
  const NounPhrase* phrase = context.noun_phrase(cue.head);
  if (phrase == nullptr) return;
  for (TokenIndex i = phrase->tokens.first; i < cue.head; ++i) {
    const Tag tag = context.token(i).tag;
    SourceOption option{.place = SourceOption::Place::possessive};
    if (tag == Tag::PRPS) {
      option.phrase = {i, i + 1};
      option.head = i;
      options.add(option);
    } else if (tag == Tag::POS && i > phrase->tokens.first) {
      option.phrase = {phrase->tokens.first, i};
      option.head = i - 1;
      options.add(option);
    }
  }
}

void add_before(const Context& context, const Cue& cue, SourceOptions& options) {
  const TokenIndex begin = context.sentence_of(cue.head).tokens.first;
  TokenIndex i = cue.tokens.first;
  const NounPhrase* own = context.noun_phrase(cue.head);
  if (own != nullptr) i = std::min(i, own->tokens.first);
  const TokenIndex stop = i - begin > kMaxLeft ? i - kMaxLeft : begin;
  Path path;
  while (i > stop && path.phrases < kMaxLeftPhrases) {
    const TokenIndex last = i - 1;
    if (context.in_quotation(last) && !context.in_quotation(cue.head)) {
      // What somebody else was quoted as saying holds no source: step over it.
      path.add(Chunk::quote_mark);
      i = std::max(stop, context.analysis().quotations[context.quotation(last)].tokens.first);
      continue;
    }
    const Chunk chunk = context.chunk(last);
    if (const NounPhrase* phrase = context.noun_phrase(last)) {
      options.add(path.option(SourceOption::Place::before, phrase->tokens, phrase->head));
      i = phrase->tokens.first;
    } else if (const VerbGroup* group = context.verb_group(last)) {
      i = group->tokens.first;
    } else {
      if (is_relative(context, last) || chunk == Chunk::noun) {
        options.add(path.option(SourceOption::Place::before, {last, i}, last));
      }
      i = last;
    }
    path.add(chunk);
  }
}

void add_after(const Context& context, const Cue& cue, SourceOptions& options) {
  const TokenIndex end =
      std::min(context.sentence_of(cue.head).tokens.last, cue.tokens.last + kMaxRight);
  TokenIndex i = cue.tokens.last;
  Path path;
  while (i < end && path.phrases < kMaxRightPhrases) {
    if (context.opens_quotation(i)) return;
    const Chunk chunk = context.chunk(i);
    if (const NounPhrase* phrase = context.noun_phrase(i)) {
      options.add(path.option(SourceOption::Place::after, {i, phrase->tokens.last}, phrase->head));
      i = phrase->tokens.last;
    } else if (const VerbGroup* group = context.verb_group(i)) {
      i = group->tokens.last;
    } else {
      if (chunk == Chunk::noun) {
        options.add(path.option(SourceOption::Place::after, {i, i + 1}, i));
      }
      ++i;
    }
    path.add(chunk);
  }
}

std::uint64_t cue_form(const Cue& cue) {
  if (cue.group == nullptr) return 8U + static_cast<std::uint64_t>(cue.row.kind);
  return (cue.group->finite ? 1U : 0U) | (cue.group->passive ? 2U : 0U) |
         (cue.group->infinitive ? 4U : 0U);
}

std::uint64_t key_before(const Context& context, TokenIndex i) {
  return i == context.sentence_of(i).tokens.first ? 0 : context.token(i - 1).key;
}

// What the head is: a pronoun by its word, a name by its kind, another word by its tag.
std::uint64_t head_kind(const Token& head) {
  if (is_pronoun(head.tag) || is_wh(head.tag)) return head.key;
  if (head.name != NameKind::none) return 10 + static_cast<std::uint64_t>(head.name);
  return 20 + static_cast<std::uint64_t>(head.tag);
}

// What the head's entity is: 0 for none.
std::uint64_t entity_type(const Context& context, TokenIndex head) {
  const Mention* mention = context.mention(head);
  if (mention == nullptr) return 0;
  return 1 + static_cast<std::uint64_t>(context.analysis().entities[mention->entity].type);
}

// --- whole_source ------------------------------------------------------------------------------

// How far a source may reach. Before its cue all that modifies it is followed by the cue; after
// its cue ("according to a statement issued on Friday, ...") what follows may be the content.
struct Reach {
  TokenIndex limit = 0;
  bool cue_follows = false;
  bool opens_sentence = false;  // "According to a summary, Rhea Soto, a doctor, ..."
};

TokenIndex phrase_end(const Context& context, TokenIndex i, const Reach& reach) {
  const NounPhrase* phrase = context.noun_phrase(i);
  return phrase == nullptr ? i + 1 : std::min(phrase->tokens.last, reach.limit);
}

bool ends_clause(Chunk chunk) {
  return chunk == Chunk::comma || chunk == Chunk::colon || chunk == Chunk::dash ||
         chunk == Chunk::stop || chunk == Chunk::quote_mark;
}

// "who leads the talks", "issued on Friday".
TokenIndex clause_end(const Context& context, TokenIndex i, const Reach& reach) {
  if (reach.cue_follows) return reach.limit;
  while (i < reach.limit && !ends_clause(context.chunk(i))) ++i;
  return i;
}

// ", a spokesman for the ministry," or ", 43,": from the comma to past the one that closes it.
// A verb that could head a sentence shows that it is none, but for ", who leads the talks,".
TokenIndex apposition_end(const Context& context, TokenIndex comma, const Reach& reach) {
  constexpr TokenIndex kMaxApposition = 30;
  if (comma + 1 >= reach.limit) return comma;
  const Chunk next = context.chunk(comma + 1);
  const bool clause = next == Chunk::wh || next == Chunk::participle || next == Chunk::ing_verb;
  if (!clause && next != Chunk::noun && context.token(comma + 1).tag != Tag::CD) return comma;
  if (reach.opens_sentence && is_proper(context.token(comma + 1).tag)) return comma;
  const TokenIndex stop = std::min(reach.limit, comma + kMaxApposition);
  for (TokenIndex i = comma + 1; i < stop; ++i) {
    const Chunk chunk = context.chunk(i);
    if (chunk == Chunk::comma) return i + 1;
    if (chunk == Chunk::stop) return reach.cue_follows ? comma : i;
    if (chunk == Chunk::finite_verb && !clause) return comma;
  }
  return stop == reach.limit ? stop : comma;
}

// The end of what the token at `i` begins, if it modifies the phrase before it; else `i`.
TokenIndex modifier_end(const Context& context, TokenIndex i, const Reach& reach) {
  const bool more = i + 1 < reach.limit;
  switch (context.chunk(i)) {
    case Chunk::preposition:
    case Chunk::conjunction:
      return more && context.chunk(i + 1) == Chunk::noun ? phrase_end(context, i + 1, reach) : i;
    case Chunk::noun: return reach.cue_follows ? phrase_end(context, i, reach) : i;
    case Chunk::comma: return apposition_end(context, i, reach);
    case Chunk::bracket: {
      TokenIndex end = i + 1;
      while (end < reach.limit && context.chunk(end) != Chunk::bracket) ++end;
      return end < reach.limit ? end + 1 : i;
    }
    case Chunk::wh:
    case Chunk::participle:
    case Chunk::ing_verb: return clause_end(context, i, reach);
    default: return i;
  }
}

TokenIndex expand(const Context& context, TokenIndex end, const Reach& reach) {
  while (end < reach.limit) {
    const TokenIndex next = modifier_end(context, end, reach);
    if (next == end) break;
    end = next;
  }
  return end;
}
}  // namespace

SourceOptions find_source_options(const Context& context, const Cue& cue) {
  SourceOptions options;
  options.add({});
  if (cue.row.kind != CueKind::verb) add_possessive(context, cue, options);
  add_before(context, cue, options);
  add_after(context, cue, options);
  return options;
}

void add_source_features(const Context& context, const Cue& cue, const SourceOption& option,
                         Features& f) {
  const auto place = static_cast<std::uint64_t>(option.place);
  const std::uint64_t lemma = context.token(cue.head).lemma_key;
  const std::uint64_t form = cue_form(cue);
  const TokenRange sentence = context.sentence_of(cue.head).tokens;
  const std::uint64_t before = cue.tokens.first > sentence.first
                                   ? static_cast<std::uint64_t>(context.chunk(cue.tokens.first - 1))
                                   : 0;
  const std::uint64_t after = cue.tokens.last < sentence.last
                                  ? static_cast<std::uint64_t>(context.chunk(cue.tokens.last))
                                  : 0;
  f.add(1, place, lemma);
  f.add(3, place, form, before * 32 + after);
  if (option.place == SourceOption::Place::none) {
    const bool dummy =
        cue.tokens.first > sentence.first && context.token(cue.tokens.first - 1).key == "it"_word;
    f.add(5, dummy ? 1 : 0, form);
    f.add(6, dummy ? 1 : 0, lemma);
    return;
  }
  const Token& head = context.token(option.head);
  const std::uint64_t what = head_kind(head);
  const std::uint64_t rank = option.rank;
  const std::uint64_t type = entity_type(context, option.head);
  const std::uint64_t word_before = key_before(context, option.phrase.first);
  f.add(11, place, option.path, form);
  f.add(12, place, option.short_path, form);
  f.add(13, place, rank, form);
  f.add(14, place, option.verbs, mix(option.commas, form));
  f.add(15, place, what);
  f.add(16, place, what, rank);
  f.add(10, place, type, form);
  f.add(20, place, type, rank);
  f.add(21, place, type, lemma);
  f.add(25, place, form, mix(what, option.verbs));
  f.add(23, place, option.path, before * 32 + after);
  f.add(4, place, static_cast<std::uint64_t>(cue.row.act), form);
  f.add(17, place, head.lemma_key);
  f.add(18, lemma, place, what);
  f.add(19, place, word_before, form);
  f.add(22, place, option.phrase.first == sentence.first ? 1 : 0, rank * 8 + option.verbs);
  f.add(24, place, lemma, option.path);
}

TokenRange whole_source(const Context& context, const Cue& cue, const SourceOption& option) {
  if (option.place == SourceOption::Place::none) return {};
  TokenRange source = option.phrase;
  if (option.place == SourceOption::Place::possessive) return source;
  const bool before = option.place == SourceOption::Place::before;
  const TokenRange sentence = context.sentence_of(cue.head).tokens;
  const TokenIndex limit = before ? cue.tokens.first : sentence.last;
  source.last = expand(context, source.last,
                       {.limit = limit,
                        .cue_follows = before,
                        .opens_sentence = cue.tokens.first == sentence.first});
  return source;
}

}  // namespace sayso
