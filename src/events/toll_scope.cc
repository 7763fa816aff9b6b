#include "events/toll_scope.h"

#include <algorithm>

#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

bool since_long_ago(const Scene& scene, TokenIndex since, TokenIndex last) {
  const TokenIndex end = std::min(last, since + 8);
  for (TokenIndex i = since + 1; i < end; ++i) {
    const auto phrase = scene.syntax.phrase_at(i);
    if (!phrase) continue;
    const Span span = scene.span_of(*phrase);
    const auto time =
        std::partition_point(scene.values.times.begin(), scene.values.times.end(),
                             [&](const Timex& timex) { return timex.span.end <= span.begin; });
    if (time == scene.values.times.end() || time->span.begin >= span.end) return true;
    // A year or a month; "since Monday" is still one incident.
    return time->value.size() <= 7;
  }
  return false;
}

bool opens_long_time(const Scene& scene, TokenIndex i, TokenIndex last) {
  static constexpr auto kLong = words("year", "decade", "month", "century", "war", "era", "rule",
                                      "dictatorship", "conflict", "insurgency");
  static constexpr auto kOpeners = words("over", "during", "in", "throughout", "for", "across");
  static constexpr auto kPast = words("the", "past", "last", "recent", "many", "several", "few",
                                      "long", "two", "three", "four", "five", "ten", "these");
  const Token& token = scene.token(i);
  if (token.key == "since"_word) return since_long_ago(scene, i, last);
  if (token.key == "so"_word && scene.token(i + 1).key == "far"_word) return true;
  if (token.key == "this"_word && scene.token(i + 1).key == "year"_word) return true;
  if (!kOpeners.has(token.key)) return false;
  // "over the past ten years", "in 12 years of war"
  bool past = false;
  for (TokenIndex j = i + 1; j < std::min(last, i + 5); ++j) {
    const Token& next = scene.token(j);
    if (kLong.has(next.lemma_key))
      return past && next.key != "year"_word && next.key != "month"_word;
    if (!kPast.has(next.key) && next.tag != Tag::CD) return false;
    past = true;
  }
  return false;
}
}  // namespace

bool is_cumulative(const Scene& scene, const Harm& harm) {
  const TokenRange sentence = scene.syntax.sentence_of(harm.tokens.first);
  const TokenIndex first =
      harm.tokens.first > sentence.first + 25 ? harm.tokens.first - 25 : sentence.first;
  const TokenIndex last = std::min(sentence.last, harm.tokens.last + 25);
  for (TokenIndex i = first; i + 1 < last; ++i) {
    if (opens_long_time(scene, i, last)) return true;
  }
  return false;
}

}  // namespace sayso
