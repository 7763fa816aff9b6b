#include "normalise/quantity/quantities.h"

#include <algorithm>
#include <utility>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
// What is counted: the noun phrase behind the amount, or the one behind its "of".
class Counted {
 public:
  explicit Counted(const Analysis& analysis) : analysis_(analysis) {}

  std::optional<Span> behind(TokenIndex token, TokenIndex end) const {
    if (token < end && analysis_.tokens[token].key == "of"_word) ++token;
    if (token >= end) return std::nullopt;
    const TokenRange phrase = {token, std::min(phrase_end(token), end)};
    if (phrase.first >= phrase.last) return std::nullopt;
    return analysis_.span_of(phrase);
  }

 private:
  TokenIndex phrase_end(TokenIndex token) const {
    const auto& phrases = analysis_.noun_phrases;
    const auto at =
        std::partition_point(phrases.begin(), phrases.end(),
                             [token](const NounPhrase& p) { return p.tokens.last <= token; });
    if (at != phrases.end() && at->tokens.first <= token) return at->tokens.last;
    return phrases.empty() ? last_noun(token) : token;
  }
  // Without phrases: determiners, adjectives and nouns up to the last noun.
  TokenIndex last_noun(TokenIndex token) const {
    constexpr TokenIndex kMostTokens = 8;
    TokenIndex end = token;
    for (TokenIndex i = token; i < analysis_.tokens.size() && i < token + kMostTokens; ++i) {
      const Tag tag = analysis_.tokens[i].tag;
      if (is_noun(tag) || tag == Tag::PRP) {
        end = i + 1;
      } else if (end != token ||
                 !(is_adjective(tag) || tag == Tag::DT || tag == Tag::PRPS || tag == Tag::VBN)) {
        break;
      }
    }
    return end;
  }

  const Analysis& analysis_;
};

class Reader {
 public:
  Reader(const Analysis& analysis, std::span<const Item> items, const QuantityGrammar& grammar)
      : analysis_(analysis), items_(items), grammar_(grammar) {}

  struct Found {
    Amount amount = {};
    std::size_t first = 0, last = 0;
    const char* rule = "";
  };
  // The amount that begins at `first`, with its bounds.
  std::optional<Found> find_at(std::size_t first) {
    grammar_.patterns().match(items_, first, matches_);
    auto best = longest_amount();
    // The matches hold the bounds too; looking behind each of them needs the list again.
    const std::vector<PatternMatch> starts = matches_;
    for (const PatternMatch& match : starts) {
      const BoundRule* bound = grammar_.bound(match.rule);
      if (bound == nullptr || bound->behind || match.last >= items_.size()) continue;
      grammar_.patterns().match(items_, match.last, matches_);
      auto bounded = longest_amount();
      if (!bounded || !can_be_bounded(*bounded) || (best && best->last >= bounded->last)) continue;
      best = Found{bound->bound(bounded->amount), first, bounded->last, bound->name};
    }
    if (best) take_bound_behind(*best);
    return best;
  }

 private:
  std::optional<Found> longest_amount() const {
    for (const PatternMatch& match : matches_) {
      const AmountRule* rule = grammar_.amount(match.rule);
      if (rule == nullptr) continue;
      if (auto amount = rule->read(match, analysis_)) {
        return Found{std::move(*amount), match.first, match.last, rule->name};
      }
    }
    return std::nullopt;
  }
  // "about a policeman" is about him and no number; "over both" no bound.
  static bool can_be_bounded(const Found& found) {
    const std::string_view rule = found.rule;
    return rule != "count.article" && rule != "count.both" && rule != "count.several" &&
           rule != "count.none" && rule != "count.nobody";
  }
  void take_bound_behind(Found& found) {
    if (found.last >= items_.size()) return;
    grammar_.patterns().match(items_, found.last, matches_);
    for (const PatternMatch& match : matches_) {
      const BoundRule* bound = grammar_.bound(match.rule);
      if (bound == nullptr || !bound->behind) continue;
      found.amount = bound->bound(found.amount);
      found.last = match.last;
      found.rule = bound->name;
      return;
    }
  }

  const Analysis& analysis_;
  std::span<const Item> items_;
  const QuantityGrammar& grammar_;
  std::vector<PatternMatch> matches_;
};

// Whether a span lies in one of the times, which are in text order and asked for in it.
class InTimes {
 public:
  explicit InTimes(std::span<const Timex> times) : times_(times) {}
  bool overlap(Span span) {
    while (!times_.empty() && times_.front().span.end <= span.begin) times_ = times_.subspan(1);
    return !times_.empty() && times_.front().span.overlaps(span);
  }

 private:
  std::span<const Timex> times_;
};
}  // namespace

QuantityGrammar::QuantityGrammar(Words& words) {
  std::uint32_t number = 0;
  for (const AmountRule& rule : amount_rules()) patterns_.add(rule.pattern, number++, words);
  for (const BoundRule& rule : bound_rules()) patterns_.add(rule.pattern, number++, words);
  patterns_.finish();
}
const AmountRule* QuantityGrammar::amount(std::uint32_t number) const {
  return number < amount_rules().size() ? &amount_rules()[number] : nullptr;
}
const BoundRule* QuantityGrammar::bound(std::uint32_t number) const {
  if (number < amount_rules().size()) return nullptr;
  return &bound_rules()[number - amount_rules().size()];
}

void read_quantities(const Analysis& analysis, std::span<const Item> items,
                     std::span<const Timex> times, const QuantityGrammar& grammar,
                     std::vector<Quantity>& quantities) {
  Reader reader(analysis, items, grammar);
  InTimes in_times(times);
  for (std::size_t at = 0; at < items.size();) {
    const std::size_t here = at++;
    if (!grammar.patterns().begins(items[here])) continue;
    if (in_times.overlap(analysis.span_of(items[here].tokens))) continue;
    auto found = reader.find_at(here);
    if (!found || !are_whole_tokens(items, found->first, found->last)) continue;
    const TokenRange tokens = {items[found->first].tokens.first,
                               items[found->last - 1].tokens.last};
    const Span span = analysis.span_of(tokens);
    if (in_times.overlap(span)) continue;
    quantities.push_back({.span = span,
                          .of = Counted(analysis).behind(tokens.last, items.back().tokens.last),
                          .min = found->amount.min,
                          .max = found->amount.max,
                          .approximate = found->amount.approximate,
                          .unit = std::move(found->amount.unit),
                          .origin = {.made_by = found->rule}});
    at = found->last;
  }
}

}  // namespace sayso
