#include "events/scene.h"

#include <algorithm>

namespace sayso {
namespace {
// The first of `items`, which do not overlap, that ends after `byte`.
template <typename Item>
auto first_after(const std::vector<Item>& items, std::uint32_t byte) {
  return std::partition_point(items.begin(), items.end(),
                              [&](const Item& item) { return item.span.end <= byte; });
}
}  // namespace

std::optional<PhraseTable::Match> Scene::find(Lexicon which, TokenIndex i, TokenIndex end) const {
  if (!may_begin(i, which)) return std::nullopt;
  const auto in = [&](const PhraseTable& table) {
    return table.longest(analysis.tokens, i, end, PhraseTable::By::lemma);
  };
  switch (which) {
    case kNouns: return in(lexicon.nouns);
    case kInstruments: return in(lexicon.instruments);
    case kContexts: return in(lexicon.contexts);
    case kLabels: return in(lexicon.labels);
    case kCasualtyNouns: return in(lexicon.casualty_nouns);
    case kCasualtyAdjectives: return in(lexicon.casualty_adjectives);
    case kAccidents: return in(lexicon.accidents);
    default: return std::nullopt;
  }
}

Span Scene::whole_span(PhraseIndex phrase) const {
  Span span = span_of(phrase);
  for (int depth = 0; depth < 3; ++depth) {
    const auto inner = syntax.complement(phrase);
    if (!inner) break;
    span = join(span, span_of(*inner));
    phrase = *inner;
  }
  return span;
}

bool Scene::is_time(PhraseIndex phrase) const {
  const Span span = span_of(phrase);
  const auto time = first_after(values.times, span.begin);
  return time != values.times.end() && time->span.begin < span.end;
}

std::optional<std::uint32_t> Scene::instrument(PhraseIndex phrase) const {
  const NounPhrase& np = syntax.phrase(phrase);
  // Names of weapons are short: a few words before the head.
  const TokenIndex first = std::max(np.tokens.first, np.head > 4 ? np.head - 4 : 0);
  for (TokenIndex i = first; i <= np.head; ++i) {
    const auto match = find(kInstruments, i, np.tokens.last);
    if (match && match->last > np.head) return match->value;
  }
  return std::nullopt;
}

std::optional<QuantityIndex> Scene::count_in(Span span) const {
  for (auto it = first_after(values.quantities, span.begin);
       it != values.quantities.end() && it->span.begin < span.end; ++it) {
    if (it->unit.empty()) return static_cast<QuantityIndex>(it - values.quantities.begin());
  }
  return std::nullopt;
}

std::optional<QuantityIndex> Scene::count_of(PhraseIndex phrase) const {
  const Span span = span_of(phrase);
  if (const auto inside = count_in(span)) return inside;
  // "a third of them"
  const auto share = first_after(values.quantities, span.begin);
  if (share != values.quantities.end() && share->span.begin < span.end &&
      share->unit == "percent") {
    return static_cast<QuantityIndex>(share - values.quantities.begin());
  }
  // "60 or so villagers": the phrase is "villagers".
  auto it = first_after(values.quantities, span.begin);
  if (it == values.quantities.begin()) return std::nullopt;
  --it;
  const bool counts = it->unit.empty() && it->of && it->of->overlaps(span);
  if (!counts) return std::nullopt;
  return static_cast<QuantityIndex>(it - values.quantities.begin());
}

const Quantity* Scene::quantity_at(TokenIndex first) const {
  const std::uint32_t begin = token(first).span.begin;
  const auto it = first_after(values.quantities, begin);
  return it != values.quantities.end() && it->span.begin == begin ? &*it : nullptr;
}

}  // namespace sayso
