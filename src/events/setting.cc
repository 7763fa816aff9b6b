#include "events/setting.h"

#include <algorithm>
#include <limits>

#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::uint32_t kFar = 400;          // bytes within which a time or place is looked for
constexpr std::uint32_t kVerbPenalty = 60;   // bytes that a verb in between counts for
constexpr std::uint32_t kBeforePenalty = 4;  // a little: what follows the trigger belongs to it

// The token that begins at or after `byte`.
TokenIndex token_at(const Scene& scene, std::uint32_t byte) {
  const auto& tokens = scene.analysis.tokens;
  const auto at = std::partition_point(tokens.begin(), tokens.end(),
                                       [&](const Token& token) { return token.span.begin < byte; });
  return static_cast<TokenIndex>(at - tokens.begin());
}

// How far a span is from the trigger, verbs of other clauses counted in.
std::uint32_t distance(const Scene& scene, const Draft& draft, Span span) {
  const Span trigger = draft.event.trigger;
  if (span.overlaps(trigger)) return 0;
  const bool before = span.end <= trigger.begin;
  const std::uint32_t bytes = before ? trigger.begin - span.end : span.begin - trigger.end;
  const Span between = before ? Span{span.end, trigger.begin} : Span{trigger.end, span.begin};
  const auto& verbs = scene.analysis.verb_groups;
  const auto& tokens = scene.analysis.tokens;
  auto verb = std::partition_point(verbs.begin(), verbs.end(), [&](const VerbGroup& group) {
    return tokens[group.head].span.begin < between.begin;
  });
  std::uint32_t penalty = 0;
  for (; verb != verbs.end() && tokens[verb->head].span.begin < between.end; ++verb) {
    const auto index = static_cast<VerbIndex>(verb - verbs.begin());
    const bool own = index == draft.trigger.verb || index == draft.governor;
    if (verb->finite && !own) penalty += kVerbPenalty;
  }
  return bytes + penalty + (before ? kBeforePenalty : 0);
}

// "since 1979" and "until Friday" are no time of the event.
bool is_bound(const Scene& scene, TokenIndex token) {
  static constexpr auto kBounds = words("since", "until", "till", "before", "after", "from");
  for (TokenIndex i = token; i > 0 && i + 3 > token; --i) {
    if (kBounds.has(scene.token(i - 1).key)) return true;
    if (scene.token(i - 1).tag != Tag::DT) break;
  }
  return false;
}

bool is_day_or_year(const Timex& time) {
  const bool kind = time.type == TimexType::date || time.type == TimexType::time;
  const bool dated = !time.value.empty() && time.value[0] >= '0' && time.value[0] <= '9';
  return kind && dated;
}

struct Nearest {
  std::uint32_t index = 0;
  std::uint32_t distance = std::numeric_limits<std::uint32_t>::max();
  bool found() const { return distance != std::numeric_limits<std::uint32_t>::max(); }
};

// The items of a layer near the trigger, in its sentence.
template <typename Item, typename Accept>
Nearest nearest(const Scene& scene, const Draft& draft, const std::vector<Item>& items, Span within,
                Accept accept) {
  const Span trigger = draft.event.trigger;
  const std::uint32_t low = std::max(within.begin, trigger.begin > kFar ? trigger.begin - kFar : 0);
  const std::uint32_t high = std::min(within.end, trigger.end + kFar);
  Nearest best;
  auto it = std::partition_point(items.begin(), items.end(),
                                 [&](const Item& item) { return item.span.begin < low; });
  for (; it != items.end() && it->span.end <= high; ++it) {
    if (!accept(*it)) continue;
    const std::uint32_t far = distance(scene, draft, it->span);
    if (far < best.distance) best = {static_cast<std::uint32_t>(it - items.begin()), far};
  }
  return best;
}

// "in Vel", "near the village of Oste", "the attack on Kavor": said to be where something is.
bool is_setting(const Scene& scene, const Place& place) {
  static constexpr auto kIn = words("in", "at", "near", "outside", "around", "across", "inside",
                                    "on", "against", "within", "throughout", "into", "along");
  TokenIndex i = token_at(scene, place.span.begin);
  // "Iranian statesmen" are nowhere.
  if (i < scene.analysis.tokens.size() && is_adjective(scene.token(i).tag)) return false;
  const TokenIndex first = i < scene.analysis.tokens.size() ? scene.syntax.sentence_of(i).first : i;
  const TokenIndex stop = i > first + 8 ? i - 8 : first;
  for (; i > stop; --i) {
    const Token& token = scene.token(i - 1);
    if (kIn.has(token.key)) return true;
    const bool passable = token.tag == Tag::DT || is_adjective(token.tag) || is_noun(token.tag) ||
                          token.key == "of"_word || token.tag == Tag::comma ||
                          token.tag == Tag::CD || token.tag == Tag::CC;
    if (!passable) return false;
  }
  return false;
}

void find_time(const Scene& scene, Draft& draft, Span sentence, Span content) {
  const auto accept = [&](const Timex& time) {
    return is_day_or_year(time) && !is_bound(scene, token_at(scene, time.span.begin));
  };
  const Nearest own = nearest(scene, draft, scene.values.times, content, accept);
  if (own.found()) draft.event.time = own.index;
  if (own.found() || content == sentence) return;
  const Nearest said = nearest(scene, draft, scene.values.times, sentence, accept);
  if (said.found()) draft.report_time = said.index;
}
}  // namespace

void find_setting(const Scene& scene, Draft& draft) {
  const TokenIndex token = draft.trigger.tokens.first;
  const Span sentence = scene.analysis.sentences[scene.token(token).sentence].span;
  Span content = sentence;
  if (const auto voice = scene.voices.content_of(draft.event.trigger)) {
    content = {std::max(sentence.begin, voice->begin), std::min(sentence.end, voice->end)};
  }
  find_time(scene, draft, sentence, content);
  const auto accept = [&](const Place& place) { return is_setting(scene, place); };
  Nearest place = nearest(scene, draft, scene.values.places, content, accept);
  if (!place.found()) place = nearest(scene, draft, scene.values.places, sentence, accept);
  if (place.found()) draft.event.place = place.index;
}

}  // namespace sayso
