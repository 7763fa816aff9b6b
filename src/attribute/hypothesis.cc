#include "attribute/hypothesis.h"

#include <algorithm>
#include <limits>

#include "attribute/judgement.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

namespace {
template <typename Add>
Choice choose(std::size_t count, Judgement what, const Weights& weights, const Add& add) {
  constexpr std::int32_t kLowest = std::numeric_limits<std::int32_t>::min() / 2;
  Features features;
  Choice choice;
  std::int32_t best = kLowest;
  std::int32_t second = kLowest;
  for (std::size_t i = 0; i < count; ++i) {
    features.clear();
    if (!add(i, features)) continue;
    const std::int32_t score = weights.score(what, features);
    if (score > best) {
      second = best;
      best = score;
      choice.index = i;
    } else if (score > second) {
      second = score;
    }
  }
  choice.margin = second == kLowest ? 8 * Weights::kOne : best - second;
  return choice;
}

void choose_left(const Context& context, Hypothesis& h, const Weights& weights) {
  const Positions begins = left_begins(context, h.frame);
  const Choice begin =
      choose(begins.all().size(), Judgement::left_begin, weights, [&](std::size_t i, Features& f) {
        add_left_begin_features(context, h.frame, begins.all()[i], f);
        return true;
      });
  h.left = {begins.all()[begin.index], h.frame.left.last};
  h.begin_margin = begin.margin;
}

void choose_right(const Context& context, Hypothesis& h, const Weights& weights) {
  const Positions begins = right_begins(context, h.frame);
  const Choice begin =
      choose(begins.all().size(), Judgement::right_begin, weights, [&](std::size_t i, Features& f) {
        add_right_begin_features(context, h.frame, begins.all()[i], f);
        return true;
      });
  const TokenIndex first = begins.all()[begin.index];
  const Positions ends = right_ends(context, h.frame, first);
  const Choice end =
      choose(ends.all().size(), Judgement::right_end, weights, [&](std::size_t i, Features& f) {
        add_right_end_features(context, h.frame, first, ends.all()[i], f);
        return true;
      });
  h.right = {first, ends.all()[end.index]};
  h.begin_margin = begin.margin;
  h.end_margin = end.margin;
}

void carry_on(const Context& context, Hypothesis& h, const Weights& weights) {
  constexpr std::uint32_t kMaxCarried = 16;
  Features features;
  Carry carry;
  while (h.carried < kMaxCarried && find_carry(context, h, carry)) {
    features.clear();
    add_carry_features(context, h, carry, features);
    if (weights.score(Judgement::carry, features) <= 0) return;
    take_carry(context, h, carry);
  }
}

// The last token of the cue's sentence, or of the content where that reaches further.
TokenIndex last_token(const Context& context, const Hypothesis& h) {
  TokenIndex last = context.sentence_of(h.frame.cue.head).tokens.last - 1;
  for (const TokenRange range : content_of(h)) {
    if (!range.empty()) last = std::max(last, range.last - 1);
  }
  return last;
}

// Words between the content's end and the end of its sentence: "..., he said [on Tuesday]."
std::uint64_t words_left_over(const Context& context, const Hypothesis& h) {
  constexpr std::uint64_t kEnough = 12;
  const TokenIndex end = last_token(context, h) + 1;
  TokenIndex i = h.frame.block.last;
  for (const TokenRange range : content_of(h)) i = std::max(i, range.last);
  std::uint64_t words = 0;
  for (; i < end && words < kEnough; ++i) {
    words += context.token(i).shape != WordShape::punctuation ? 1U : 0U;
  }
  return words;
}

// The index of the quotation that goes on where the one at `index` was left open, or kNone.
std::uint32_t continuation(const Context& context, std::uint32_t index) {
  const auto& quotations = context.analysis().quotations;
  for (++index; index < quotations.size(); ++index) {
    if (quotations[index].nested) continue;
    return quotations[index].continues ? index : Context::kNone;
  }
  return Context::kNone;
}

std::uint32_t continued(const Context& context, std::uint32_t index) {
  const auto& quotations = context.analysis().quotations;
  if (!quotations[index].continues) return Context::kNone;
  while (index-- > 0) {
    if (!quotations[index].nested) return index;
  }
  return Context::kNone;
}

std::uint64_t quoted_share(const Context& context, const Hypothesis& h) {
  std::uint32_t size = 0;
  std::uint32_t quoted = 0;
  for (const TokenRange range : content_of(h)) {
    size += range.size();
    quoted += context.count(range).quoted;
  }
  if (quoted == 0) return 0;
  return quoted * 20 >= size * 19 ? 2 : 1;
}

std::uint64_t margin_step(std::int32_t margin) {
  return static_cast<std::uint64_t>(std::clamp(margin, 0, 6 * Weights::kOne) / (Weights::kOne / 2));
}
std::uint64_t score_step(std::int32_t score) {
  return static_cast<std::uint64_t>(
      (std::clamp(score, -6 * Weights::kOne, 6 * Weights::kOne) + 6 * Weights::kOne) /
      (Weights::kOne / 2));
}
}  // namespace

bool is_nobody(const Context& context, TokenRange source) {
  if (source.empty()) return false;
  const WordKey first = context.token(source.first).key;
  if (first == "nobody"_word || first == "none"_word || first == "no-one"_word) return true;
  if (first != "no"_word || source.size() < 2) return false;
  const Tag next = context.token(source.first + 1).tag;
  const bool one = context.token(source.first + 1).key == "one"_word;
  return one || (next != Tag::CD && next != Tag::JJR && next != Tag::RBR);
}

Choice choose_source(const Context& context, const Cue& cue, const SourceOptions& options,
                     const Weights& weights) {
  return choose(options.all().size(), Judgement::source, weights, [&](std::size_t i, Features& f) {
    add_source_features(context, cue, options.all()[i], f);
    return true;
  });
}

Hypothesis make_hypothesis(const Context& context, const Cue& cue, const Weights& weights) {
  const SourceOptions options = find_source_options(context, cue);
  const Choice source = choose_source(context, cue, options, weights);
  Hypothesis h;
  h.frame = make_frame(context, cue, options.all()[source.index]);
  h.source_margin = source.margin;
  const Choice layout =
      choose(kLayoutCount, Judgement::layout, weights, [&](std::size_t i, Features& f) {
        const auto candidate = static_cast<Layout>(i);
        if (!layout_possible(context, h.frame, candidate)) return false;
        add_layout_features(context, h.frame, candidate, f);
        return true;
      });
  h.layout = static_cast<Layout>(layout.index);
  h.layout_margin = layout.margin;
  if (!layout_possible(context, h.frame, h.layout)) return h;  // no content anywhere
  if (h.layout == Layout::left || h.layout == Layout::both) choose_left(context, h, weights);
  if (h.layout == Layout::right || h.layout == Layout::both) choose_right(context, h, weights);
  // "It was reported that ...": the pronoun stands for the clause.
  if (h.layout == Layout::both && h.left.size() == 1 &&
      context.token(h.left.first).key == "it"_word) {
    h.left = {};
  }
  // What is told inside a quotation ends where its teller's sentence does.
  if (context.in_quotation(cue.head)) return h;
  complete_quotations(context, h);
  carry_on(context, h, weights);
  return h;
}

TokenIndex quotation_begin(const Context& context, TokenIndex i) {
  const auto& quotations = context.analysis().quotations;
  TokenIndex begin = i;
  for (std::uint32_t q = context.quotation(i); q != Context::kNone; q = continued(context, q)) {
    begin = std::min(begin, quotations[q].tokens.first);
  }
  return begin;
}

TokenIndex quotation_end(const Context& context, TokenIndex i) {
  const auto& quotations = context.analysis().quotations;
  TokenIndex end = i + 1;
  for (std::uint32_t q = context.quotation(i); q != Context::kNone; q = continuation(context, q)) {
    end = std::max(end, quotations[q].tokens.last);
  }
  return end;
}

void complete_quotations(const Context& context, Hypothesis& h) {
  if (!h.left.empty()) h.left.first = quotation_begin(context, h.left.first);
  if (!h.right.empty()) h.right.last = quotation_end(context, h.right.last - 1);
}

bool find_carry(const Context& context, const Hypothesis& h, Carry& carry) {
  const auto& analysis = context.analysis();
  carry.next = context.token(last_token(context, h)).sentence + 1;
  if (carry.next >= analysis.sentences.size()) return false;
  carry.tokens = analysis.sentences[carry.next].tokens;
  if (carry.tokens.empty()) return false;
  const TokenIndex first = carry.tokens.first;
  if (context.in_quotation(first)) {
    const TokenIndex last = analysis.quotations[context.quotation(first)].tokens.last;
    if (last > carry.tokens.last) carry.tokens.last = context.sentence_of(last - 1).tokens.last;
  }
  return true;
}

void add_carry_features(const Context& context, const Hypothesis& h, const Carry& carry,
                        Features& f) {
  const auto& analysis = context.analysis();
  const Sentence& next = analysis.sentences[carry.next];
  const Sentence& here = analysis.sentences[carry.next - 1];
  const bool opens = context.in_quotation(carry.tokens.first);
  TokenIndex quote_end = carry.tokens.first;
  if (opens) quote_end = analysis.quotations[context.quotation(quote_end)].tokens.last;
  const TokenRange rest = {quote_end, std::max(quote_end, carry.tokens.last)};
  std::uint64_t words_after = 0;
  for (TokenIndex i = rest.first; i < rest.last && words_after < 3; ++i) {
    words_after += context.token(i).shape != WordShape::punctuation ? 1U : 0U;
  }
  const std::uint64_t same = next.paragraph == here.paragraph ? 1 : 0;
  const std::uint64_t quoted = quoted_share(context, h);
  const auto layout = static_cast<std::uint64_t>(h.layout);
  const auto kind = static_cast<std::uint64_t>(h.frame.cue.row.kind);
  const std::uint64_t colon = context.token(h.frame.block.last - 1).key == word_key(":") ? 1 : 0;
  const std::uint64_t quote = (opens ? 1U : 0U) + (words_after << 1U);
  const std::uint64_t carried = std::min<std::uint32_t>(h.carried, 3);
  const Token& first = context.token(carry.tokens.first);
  f.add(0, quote, same);
  f.add(1, quote, same, quoted);
  f.add(2, quote, same, mix(quoted, layout * 4 + carried));
  f.add(3, quote, colon, mix(same, layout * 4 + carried));
  f.add(4, quote, kind, same);
  f.add(5, first.key, same, quoted);
  f.add(6, context.token(h.frame.cue.head).lemma_key, quote, same);
  f.add(7, bucket(carry.tokens.size()), quote, same);
  f.add(8, static_cast<std::uint64_t>(next.kind), static_cast<std::uint64_t>(here.kind), same);
  f.add(9, context.count(rest).finite, quote, same);
  f.add(10, kind, carried, mix(colon, same));
  f.add(11, bucket(next.paragraph - here.paragraph), quote);
  f.add(12, words_left_over(context, h), quote, mix(same, layout));
  f.add(13, words_left_over(context, h), quoted, mix(quote, same));
}

void take_carry(const Context& context, Hypothesis& h, const Carry& carry) {
  TokenIndex last = carry.tokens.last;
  while (last > carry.tokens.first + 1 && context.chunk(last - 1) == Chunk::stop &&
         !context.in_quotation(last - 1)) {
    --last;
  }
  if (h.more.empty()) h.more.first = carry.tokens.first;
  h.more.last = last;
  h.carried += 1 + context.token(carry.tokens.last - 1).sentence - carry.next;
}

void add_keep_features(const Context& context, const Hypothesis& h, Features& f) {
  const Cue& cue = h.frame.cue;
  const Token& head = context.token(cue.head);
  const std::uint64_t lemma = head.lemma_key;
  const auto act = static_cast<std::uint64_t>(cue.row.act);
  const auto kind = static_cast<std::uint64_t>(cue.row.kind);
  const auto layout = static_cast<std::uint64_t>(h.layout);
  const auto place = static_cast<std::uint64_t>(h.frame.option.place);
  const std::uint64_t quoted = quoted_share(context, h);
  const std::uint64_t size = bucket(h.left.size() + h.right.size());
  const Context::Counts left = context.count(h.left);
  const Context::Counts right = context.count(h.right);
  const std::uint64_t finite = std::min(left.finite + right.finite, 3U);
  std::uint64_t begin = 0, begin_word = 0, begin_tag = 99;
  if (!h.right.empty()) {
    begin = static_cast<std::uint64_t>(context.chunk(h.right.first)) + 1;
    begin_word = context.token(h.right.first).key;
    begin_tag = static_cast<std::uint64_t>(context.token(h.right.first).tag);
  }
  std::uint64_t source_head = 0, source_kind = 0, source_tag = 99, type = 0;
  if (h.frame.option.place != SourceOption::Place::none) {
    const Token& s = context.token(h.frame.option.head);
    source_head = s.lemma_key;
    source_kind = static_cast<std::uint64_t>(s.name) + 1;
    source_tag = static_cast<std::uint64_t>(s.tag);
    if (const Mention* mention = context.mention(h.frame.option.head)) {
      type = 1 + static_cast<std::uint64_t>(context.analysis().entities[mention->entity].type);
    }
  }
  f.add(51, lemma, layout, quoted);
  f.add(53, act, layout, mix(place, quoted));
  f.add(54, score_step(h.cue_score));
  f.add(56, score_step(h.cue_score), margin_step(h.layout_margin));
  f.add(58, margin_step(h.layout_margin), layout);
  f.add(59, margin_step(h.begin_margin), layout);
  f.add(60, margin_step(h.end_margin), layout);
  f.add(62, lemma, finite);
  f.add(63, act, finite, begin);
  f.add(65, lemma, begin_word);
  f.add(66, lemma, begin_tag);
  f.add(67, source_head, kind);
  f.add(68, lemma, source_head);
  f.add(70, source_kind, source_tag, act);
  f.add(72, h.frame.option.path, place, lemma);
  f.add(73, std::min<std::uint32_t>(h.carried, 4), quoted, kind);
  f.add(74, cue.row.reliability / 10U, finite, begin);
  f.add(77, type, kind, act);
  f.add(78, type, lemma);
  f.add(76, act, size, finite);
}

void join_leads(const Context& context, std::vector<Hypothesis>& hypotheses) {
  constexpr std::size_t kMaxBetween = 3;  // other cues between the two
  constexpr std::int32_t kJoined = std::numeric_limits<std::int32_t>::min();
  const auto goes_on = [&](const Hypothesis& h) {
    return h.frame.cue.group != nullptr && !h.frame.cue.group->finite &&
           context.token(h.frame.cue.head).tag == Tag::VBG && !h.frame.source.empty();
  };
  const auto leads = [&](const Hypothesis& lead, const Hypothesis& h) {
    const TokenRange cue = lead.frame.cue.tokens;
    return lead.frame.source == h.frame.source && cue.last <= h.frame.cue.tokens.first &&
           lead.frame.cue.row.kind == CueKind::verb && is_noun(context.token(cue.last - 1).tag) &&
           (lead.frame.cue.row.takes & (kTakesQuotation | kTakesClause)) != 0;
  };
  for (std::size_t i = 0; i < hypotheses.size(); ++i) {
    if (!goes_on(hypotheses[i])) continue;
    for (std::size_t j = i; j-- > 0 && i - j <= kMaxBetween + 1;) {
      if (!leads(hypotheses[j], hypotheses[i])) continue;
      hypotheses[i].lead = hypotheses[j].frame.cue.tokens;
      hypotheses[i].score = std::max(hypotheses[i].score, hypotheses[j].score);
      hypotheses[j].score = kJoined;
      break;
    }
  }
  std::erase_if(hypotheses, [](const Hypothesis& h) { return h.score == kJoined; });
}

std::vector<Hypothesis> find_hypotheses(const Context& context, const CueLexicon& lexicon,
                                        const Weights& weights) {
  const std::vector<Cue> cues = find_cues(context, lexicon);
  std::vector<Hypothesis> hypotheses;
  hypotheses.reserve(cues.size());
  Features features;
  for (const Cue& cue : cues) {
    features.clear();
    add_cue_features(context, cue, features);
    const std::int32_t score = weights.score(Judgement::cue, features);
    if (score < kHopeless) continue;
    Hypothesis& h = hypotheses.emplace_back(make_hypothesis(context, cue, weights));
    if (is_nobody(context, h.frame.source)) {
      hypotheses.pop_back();
      continue;
    }
    h.cue_score = score;
    add_keep_features(context, h, features);
    h.score = weights.score(Judgement::keep, features);
  }
  join_leads(context, hypotheses);
  return hypotheses;
}

}  // namespace sayso
