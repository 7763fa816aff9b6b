#include "attribute/content.h"

#include <algorithm>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

namespace {
// Windows that keep a sentence of a megabyte linear.
constexpr TokenIndex kMaxReach = 400;  // content in the cue's sentence, in tokens
constexpr TokenIndex kMaxLeadIn = 25;  // from the cue to where its content begins
constexpr std::size_t kMaxLeftBegins = 10;

std::uint64_t number(Chunk chunk) { return static_cast<std::uint64_t>(chunk); }
std::uint64_t number(Tag tag) { return static_cast<std::uint64_t>(tag); }

// What stands at `i`, as long as that lies in `range`.
std::uint64_t chunk_at(const Context& context, TokenRange range, std::int64_t i) {
  if (i < range.first || i >= range.last) return number(Chunk::edge);
  const auto at = static_cast<TokenIndex>(i);
  if (context.opens_quotation(at)) return 30;
  if (context.closes_quotation(at)) return 31;
  return number(context.chunk(at));
}
std::uint64_t tag_at(const Context& context, TokenRange range, std::int64_t i) {
  return i < range.first || i >= range.last ? 99
                                            : number(context.token(static_cast<TokenIndex>(i)).tag);
}
std::uint64_t word_at(const Context& context, TokenRange range, std::int64_t i) {
  return i < range.first || i >= range.last ? 0 : context.token(static_cast<TokenIndex>(i)).key;
}

bool is_complementizer(const Token& token) {
  constexpr std::array kWords = {"that"_word, "whether"_word, "if"_word,  "how"_word,
                                 "why"_word,  "what"_word,    "who"_word, "where"_word};
  return std::find(kWords.begin(), kWords.end(), token.key) != kWords.end();
}

bool is_break(Chunk chunk) {
  return chunk == Chunk::comma || chunk == Chunk::colon || chunk == Chunk::dash ||
         chunk == Chunk::conjunction || chunk == Chunk::bracket;
}

bool next_to(TokenRange a, TokenRange b, TokenIndex gap) {
  return a.last <= b.first ? b.first - a.last <= gap : a.first - b.last <= gap;
}

// Features of the cue that matter to where its content stands.
struct CueView {
  std::uint64_t lemma = 0, act = 0, kind = 0, takes = 0, form = 0, place = 0;
};
CueView view_of(const Context& context, const Frame& frame) {
  CueView view;
  view.lemma = context.token(frame.cue.head).lemma_key;
  view.act = static_cast<std::uint64_t>(frame.cue.row.act);
  view.kind = static_cast<std::uint64_t>(frame.cue.row.kind);
  view.takes = frame.cue.row.takes;
  view.place = static_cast<std::uint64_t>(frame.option.place);
  if (const VerbGroup* group = frame.cue.group) {
    view.form =
        8U | (group->finite ? 1U : 0U) | (group->passive ? 2U : 0U) | (group->infinitive ? 4U : 0U);
  }
  return view;
}
}  // namespace

Frame make_frame(const Context& context, const Cue& cue, const SourceOption& option) {
  Frame frame{.cue = cue, .option = option};
  frame.source = whole_source(context, cue, option);
  frame.block = cue.tokens;
  if (!frame.source.empty()) {
    const bool beside = option.place == SourceOption::Place::possessive ||
                        next_to(cue.tokens, frame.source, 3) ||
                        (option.verbs == 0 && next_to(cue.tokens, frame.source, 12) &&
                         frame.source.last <= cue.tokens.first);
    if (beside) {
      frame.block.first = std::min(frame.block.first, frame.source.first);
      frame.block.last = std::max(frame.block.last, frame.source.last);
    }
  }
  const TokenRange sentence = context.sentence_of(cue.head).tokens;
  frame.left = {sentence.first, frame.block.first};
  if (frame.left.size() > kMaxReach) frame.left.first = frame.left.last - kMaxReach;
  frame.right = {frame.block.last, std::min(sentence.last, frame.block.last + kMaxReach)};
  while (!frame.left.empty() && context.chunk(frame.left.last - 1) == Chunk::comma &&
         !context.in_quotation(frame.left.last - 1)) {
    --frame.left.last;
  }
  while (!frame.right.empty() && (context.chunk(frame.right.first) == Chunk::comma ||
                                  context.chunk(frame.right.first) == Chunk::colon)) {
    ++frame.right.first;
  }
  return frame;
}

bool layout_possible(const Context& context, const Frame& frame, Layout layout) {
  const bool left = !frame.left.empty();
  bool right = false;
  for (TokenIndex i = frame.right.first; i < frame.right.last && !right; ++i) {
    right = context.token(i).shape != WordShape::punctuation;
  }
  switch (layout) {
    case Layout::right: return right;
    case Layout::left: return left;
    case Layout::both: return left && right;
    default: {
      const std::uint32_t sentence = context.token(frame.cue.head).sentence;
      return !right && sentence + 1 < context.analysis().sentences.size();
    }
  }
}

void add_layout_features(const Context& context, const Frame& frame, Layout layout, Features& f) {
  const TokenRange sentence = context.sentence_of(frame.cue.head).tokens;
  const CueView cue = view_of(context, frame);
  const auto l = static_cast<std::uint64_t>(layout);
  const TokenRange block = frame.block;
  const std::int64_t before = std::int64_t{block.first} - 1;
  const std::uint64_t left_chunk = chunk_at(context, sentence, before);
  const std::uint64_t right_chunk = chunk_at(context, sentence, block.last);
  const std::uint64_t left2 = chunk_at(context, sentence, before - 1);
  const std::uint64_t right2 = chunk_at(context, sentence, std::int64_t{block.last} + 1);
  const Context::Counts left = context.count(frame.left);
  const Context::Counts right = context.count(frame.right);
  const std::uint64_t finite = std::min(left.finite, 2U) * 3 + std::min(right.finite, 2U);
  const std::uint64_t quotes = (left.quoted > 0 ? 1U : 0U) + (right.quoted > 0 ? 2U : 0U);
  f.add(2, l, cue.lemma, cue.form);
  f.add(4, l, left_chunk * 32 + left2, right_chunk * 32 + right2);
  f.add(5, l, right_chunk * 32 + right2, cue.form);
  f.add(6, l, left_chunk * 32 + left2, cue.form);
  f.add(8, l, cue.place, left_chunk * 32 + right_chunk);
  f.add(10, l, finite, left_chunk * 32 + right_chunk);
  f.add(12, l, quotes, left_chunk * 32 + right_chunk);
  f.add(13, l, cue.act, cue.form);
  f.add(14, l, cue.takes, right_chunk);
  f.add(15, l, word_at(context, sentence, block.last));
  f.add(17, l, word_at(context, sentence, block.last), cue.lemma);
  f.add(18, l, bucket(frame.left.size()), bucket(frame.right.size()));
  f.add(20, l, tag_at(context, sentence, block.last), cue.lemma);
}

Positions left_begins(const Context& context, const Frame& frame) {
  Positions positions;
  positions.add(frame.left.first);
  // A conjunction that opens the sentence is not said by the source.
  if (context.chunk(frame.left.first) == Chunk::conjunction && frame.left.size() > 1) {
    positions.add(frame.left.first + 1);
  }
  for (TokenIndex i = frame.left.last; i-- > frame.left.first + 1;) {
    if (positions.all().size() == kMaxLeftBegins) break;
    const bool after_break = is_break(context.chunk(i - 1)) && !is_break(context.chunk(i));
    const bool clause = context.chunk(i) == Chunk::wh || context.chunk(i) == Chunk::that;
    const NounPhrase* phrase = context.noun_phrase(i);
    const bool last_phrase =
        phrase != nullptr && phrase->tokens.first == i && phrase->tokens.last == frame.left.last;
    if (after_break || clause || last_phrase || context.opens_quotation(i)) positions.add(i);
  }
  return positions;
}

void add_left_begin_features(const Context& context, const Frame& frame, TokenIndex begin,
                             Features& f) {
  const CueView cue = view_of(context, frame);
  const TokenRange left = frame.left;
  const Context::Counts inside = context.count({begin, left.last});
  const std::uint64_t here = chunk_at(context, left, begin);
  const std::uint64_t before = chunk_at(context, left, std::int64_t{begin} - 1);
  const std::uint64_t end = chunk_at(context, left, std::int64_t{left.last} - 1);
  const bool same_quotation =
      context.in_quotation(begin) && context.quotation(begin) == context.quotation(left.last - 1);
  const std::uint64_t finite = std::min(inside.finite, 2U);
  const std::uint64_t ended =
      left.last < context.size() && context.chunk(left.last) == Chunk::comma ? 1 : 0;
  f.add(0, begin == left.first ? 1 : 0, finite, ended);
  f.add(1, here, before);
  f.add(2, here, before, finite);
  f.add(3, before, finite, cue.form);
  f.add(4, end, before, here);
  f.add(5, same_quotation ? 1 : 0, end, here);
  f.add(6, bucket(left.last - begin), bucket(begin - left.first));
  f.add(7, word_at(context, left, std::int64_t{begin} - 1));
  f.add(8, word_at(context, left, begin));
  f.add(9, begin == left.first ? 1 : 0, cue.act, finite);
  f.add(10, begin == left.first ? 1 : 0, cue.kind, here);
  f.add(11, cue.lemma, begin == left.first ? 1 : 0);
  f.add(12, cue.form, here, finite);
  f.add(13, bucket(inside.commas), before, finite);
  f.add(14, cue.form, ended, bucket(left.last - begin));
}

Positions right_begins(const Context& context, const Frame& frame) {
  Positions positions;
  const TokenIndex first = frame.right.first;
  const TokenIndex end = std::min(frame.right.last, first + kMaxLeadIn);
  positions.add(first);
  bool complementizer = false, infinitive = false, quotation = false;
  std::size_t phrases = 0;
  for (TokenIndex i = first; i < end; ++i) {
    if (!complementizer && is_complementizer(context.token(i))) {
      positions.add(i);
      complementizer = true;
    }
    if (!infinitive && context.chunk(i) == Chunk::infinitive) {
      positions.add(i);
      infinitive = true;
    }
    if (!quotation && context.opens_quotation(i)) {
      positions.add(i);
      quotation = true;
    }
    // After "told reporters", "told reporters in Lima", "said in a statement on Monday".
    const NounPhrase* phrase = context.noun_phrase(i);
    if (phrases < 3 && phrase != nullptr && phrase->tokens.last == i + 1 && i + 1 < end) {
      ++phrases;
      const bool comma = context.chunk(i + 1) == Chunk::comma && i + 2 < end;
      positions.add(comma ? i + 2 : i + 1);
    }
    if (phrases == 0 &&
        (context.chunk(i) == Chunk::preposition || context.chunk(i) == Chunk::adverb) &&
        i + 1 < end) {
      positions.add(i + 1);
    }
  }
  return positions;
}

void add_right_begin_features(const Context& context, const Frame& frame, TokenIndex begin,
                              Features& f) {
  const CueView cue = view_of(context, frame);
  const TokenRange right = frame.right;
  const TokenIndex gap = begin - right.first;
  const std::uint64_t here = chunk_at(context, right, begin);
  const std::uint64_t next = chunk_at(context, right, std::int64_t{begin} + 1);
  const std::uint64_t before = chunk_at(context, right, std::int64_t{begin} - 1);
  const std::uint64_t first = chunk_at(context, right, right.first);
  std::uint64_t path = 0;
  for (TokenIndex i = right.first; i < begin; ++i) {
    if (i > right.first && context.chunk(i) == context.chunk(i - 1)) continue;
    path = mix(path, number(context.chunk(i)) + 1);
  }
  f.add(1, here, before);
  f.add(4, cue.lemma, path, here);
  f.add(5, cue.act, path, here);
  f.add(6, cue.takes, path, here);
  f.add(7, cue.form, path);
  f.add(10, word_at(context, right, begin), cue.lemma);
  f.add(11, word_at(context, right, std::int64_t{begin} - 1), here);
  f.add(12, word_at(context, right, right.first), here, gap == 0 ? 1 : 0);
  f.add(13, first, here, next);
  f.add(15, cue.kind, path, cue.place);
}

Positions right_ends(const Context& context, const Frame& frame, TokenIndex begin) {
  Positions positions;
  const TokenRange right = frame.right;
  TokenIndex last = right.last;
  // The full stop that ends the sentence is not content; a quotation's own is, with its mark, but
  // not that of the quotation that the cue itself stands in.
  const bool quoted = context.in_quotation(frame.cue.head);
  while (last > begin + 1) {
    const Chunk chunk = context.chunk(last - 1);
    const bool outside = quoted || !context.in_quotation(last - 1);
    if (!outside || (chunk != Chunk::stop && !(quoted && chunk == Chunk::quote_mark))) break;
    --last;
  }
  positions.add(last);
  for (TokenIndex i = begin + 1; i < last && !positions.full(); ++i) {
    if (context.in_quotation(i) && !context.opens_quotation(i)) continue;
    switch (context.chunk(i)) {
      case Chunk::comma:
      case Chunk::colon:
      case Chunk::dash:
      case Chunk::conjunction:
      case Chunk::bracket:
      case Chunk::preposition:
      case Chunk::wh:
      case Chunk::that:
      case Chunk::quote_mark: positions.add(i); break;
      case Chunk::infinitive:
      case Chunk::finite_verb:
      case Chunk::ing_verb:
      case Chunk::adverb:
        if (context.chunk(i - 1) != context.chunk(i)) positions.add(i);
        break;
      case Chunk::noun:
        // "today", "on Tuesday": a phrase that follows another begins something new.
        if (context.chunk(i - 1) == Chunk::noun && context.noun_phrase(i) != nullptr &&
            context.noun_phrase(i)->tokens.first == i) {
          positions.add(i);
        }
        break;
      default: break;
    }
    if (context.closes_quotation(i - 1)) positions.add(i);
  }
  return positions;
}

void add_right_end_features(const Context& context, const Frame& frame, TokenIndex begin,
                            TokenIndex end, Features& f) {
  const CueView cue = view_of(context, frame);
  const TokenRange right = frame.right;
  const Context::Counts inside = context.count({begin, end});
  const std::uint64_t finite = std::min(inside.finite, 3U);
  const std::uint64_t start = chunk_at(context, right, begin);
  const std::uint64_t here = chunk_at(context, right, end);
  const std::uint64_t next = chunk_at(context, right, std::int64_t{end} + 1);
  const std::uint64_t last = chunk_at(context, right, std::int64_t{end} - 1);
  const std::uint64_t word = word_at(context, right, end);
  const bool whole = here == number(Chunk::edge) || here == number(Chunk::stop);
  const std::uint64_t size = bucket(end - begin);
  f.add(1, here, finite, start);
  f.add(2, here, next, finite);
  f.add(4, word, start);
  f.add(5, here, size, finite);
  f.add(6, cue.lemma, here, finite);
  f.add(9, cue.form, here, start);
  f.add(10, last, here, start);
  f.add(11, word, next, tag_at(context, right, std::int64_t{end} + 1));
  f.add(12, word, word_at(context, right, std::int64_t{end} + 1));
  f.add(13, whole ? 1 : 0, inside.commas > 2 ? 3 : inside.commas, start);
  f.add(14, whole ? 1 : 0, bucket(right.last - begin), start);
  f.add(16, cue.takes, here, finite);
}

}  // namespace sayso
