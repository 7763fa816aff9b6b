#include <algorithm>
#include <array>

#include "normalise/time/times.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
// Verbs that look ahead: "plans to meet on Tuesday", "is scheduled for Friday".
constexpr std::array kProspective = {
    "plan"_word, "expect"_word,  "schedule"_word, "set"_word,     "hope"_word,     "intend"_word,
    "want"_word, "prepare"_word, "vow"_word,      "promise"_word, "slate"_word,    "need"_word,
    "urge"_word, "order"_word,   "agree"_word,    "ask"_word,     "threaten"_word, "postpone"_word,
    "aim"_word,  "decide"_word,  "due"_word,      "will"_word,    "go"_word};

bool looks_ahead(const Analysis& analysis, const VerbGroup& group) {
  const WordKey lemma = analysis.tokens[group.head].lemma_key;
  return std::find(kProspective.begin(), kProspective.end(), lemma) != kProspective.end();
}

// The verb groups of the sentence that holds `token`, as indices [first, last).
std::pair<std::size_t, std::size_t> groups_around(const Analysis& analysis, TokenRange sentence) {
  const auto& groups = analysis.verb_groups;
  const auto begin = std::partition_point(groups.begin(), groups.end(), [&](const VerbGroup& g) {
    return g.tokens.first < sentence.first;
  });
  const auto end = std::partition_point(
      begin, groups.end(), [&](const VerbGroup& g) { return g.tokens.first < sentence.last; });
  return {static_cast<std::size_t>(begin - groups.begin()),
          static_cast<std::size_t>(end - groups.begin())};
}

Tense tense_of(const Analysis& analysis, const VerbGroup& group) {
  if (group.tense == Tense::future || group.modality != Modality::none) return Tense::future;
  if (group.passive && looks_ahead(analysis, group)) return Tense::future;
  return group.perfect ? Tense::past : group.tense;
}
}  // namespace

Tense tense_at(const Analysis& analysis, TokenRange range) {
  const std::uint32_t sentence = analysis.tokens[range.first].sentence;
  const auto [first, last] = groups_around(analysis, analysis.sentences[sentence].tokens);
  const auto& groups = analysis.verb_groups;
  const auto at = static_cast<std::size_t>(
      std::partition_point(groups.begin(), groups.end(),
                           [&](const VerbGroup& g) { return g.tokens.first < range.first; }) -
      groups.begin());
  // Back over verbs without a tense, which take theirs from the one that governs them.
  constexpr std::size_t kMostSteps = 4;
  bool infinitive = false;
  for (std::size_t i = at; i-- > first && at - i <= kMostSteps;) {
    const VerbGroup& group = groups[i];
    if (infinitive && looks_ahead(analysis, group)) return Tense::future;
    if (group.finite) return tense_of(analysis, group);
    // "guidelines to be published in May"
    if (group.infinitive && group.passive && !group.perfect) return Tense::future;
    infinitive = group.infinitive;
  }
  for (std::size_t i = at; i < last && i < at + kMostSteps; ++i) {
    if (groups[i].finite) return tense_of(analysis, groups[i]);
  }
  return Tense::none;
}

}  // namespace sayso
