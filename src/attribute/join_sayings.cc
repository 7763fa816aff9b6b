#include "attribute/join_sayings.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "attribute/cue.h"
#include "attribute/make_attribution.h"
#include "attribute/select.h"
#include "attribute/sound_sayings.h"

namespace sayso {
namespace {
// What a cue that is not in the lexicon needs, to be one: of those below, most are none.
constexpr float kSureOfUnknownCue = 0.88F;

// What stands, with the tokens that enclosing asks for.
struct Voice {
  TokenRange cue = {};
  std::vector<TokenRange> content = {};
  Attribution attribution = {};

  bool holds(TokenRange range) const {
    return std::any_of(content.begin(), content.end(),
                       [&](TokenRange piece) { return piece.contains(range); });
  }
  std::uint32_t size() const {
    return std::accumulate(content.begin(), content.end(), 0U,
                           [](std::uint32_t sum, TokenRange piece) { return sum + piece.size(); });
  }
};

// The lexicon's cue among these tokens: a verb rather than another word, and the last of those
// ("refused to confirm", "issued a statement saying"). `cues` are by their heads.
const Cue* known_cue(TokenRange tokens, const std::vector<Cue>& cues) {
  const Cue* found = nullptr;
  auto c = std::lower_bound(cues.begin(), cues.end(), tokens.first,
                            [](const Cue& a, TokenIndex at) { return a.head < at; });
  for (; c != cues.end() && c->head < tokens.last; ++c) {
    const bool is_verb = c->row.kind == CueKind::verb;
    if (found != nullptr && found->row.kind == CueKind::verb && !is_verb) continue;
    found = &*c;
  }
  return found;
}

// "issued a statement on Tuesday over the raid": the model may take the preposition for a part of
// the cue.
bool names_a_topic(const Context& context, const Cue& cue, const Saying& saying) {
  const TokenIndex next = saying.content.front().first;
  if (next < saying.cue.last) return false;
  const TokenIndex last = saying.cue.last - 1;
  const bool inside = last >= cue.tokens.last && context.chunk(last) == Chunk::preposition;
  return leads_to_topic(context, cue.row, inside ? last : next);
}

// Voices enclose and cross only their neighbours in the text.
constexpr std::size_t kNeighbours = 24;
std::span<const Voice> around(std::span<const Voice> voices, std::size_t i) {
  const std::size_t first = i - std::min(i, kNeighbours);
  return voices.subspan(first, std::min(voices.size(), i + kNeighbours + 1) - first);
}

// Of the voices that hold this one's cue, the one that says least besides.
std::optional<std::size_t> innermost(const std::vector<Voice>& voices, std::size_t of) {
  std::optional<std::size_t> found;
  const std::size_t first = of - std::min(of, kNeighbours);
  const std::size_t last = std::min(voices.size(), of + kNeighbours + 1);
  for (std::size_t i = first; i < last; ++i) {
    if (i == of || !voices[i].holds(voices[of].cue) || voices[of].holds(voices[i].cue)) continue;
    if (!found || voices[i].size() < voices[*found].size()) found = i;
  }
  return found;
}

// Of voices by their cues, the first whose cue does not begin before `at`.
std::size_t first_after(std::span<const Voice> voices, TokenIndex at) {
  const auto found = std::lower_bound(voices.begin(), voices.end(), at,
                                      [](const Voice& v, TokenIndex t) { return v.cue.first < t; });
  return static_cast<std::size_t>(found - voices.begin());
}

// Of voices that stand within each other in a ring, one stands in none: every chain ends.
void cut_rings(std::vector<Attribution>& attributions) {
  std::vector<std::size_t> chain(attributions.size(), 0);  // the first walked over each; 0: none
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    for (std::size_t at = i; chain[at] == 0;) {
      chain[at] = i + 1;
      auto& within = attributions[at].within;
      if (within && chain[*within] == i + 1) within.reset();
      if (within) at = *within;
    }
  }
}

std::uint32_t begin_of(const Attribution& a) {
  std::uint32_t begin = a.cue.front().begin;
  if (!a.source.empty()) begin = std::min(begin, a.source.front().begin);
  return a.content.empty() ? begin : std::min(begin, a.content.front().begin);
}
}  // namespace

std::vector<Attribution> join_sayings(const Context& context, const CueLexicon& lexicon,
                                      const std::vector<Hypothesis>& hypotheses) {
  std::vector<Cue> cues = find_cues(context, lexicon);
  std::stable_sort(cues.begin(), cues.end(),
                   [](const Cue& a, const Cue& b) { return a.head < b.head; });
  std::vector<Voice> voices;
  for (const Saying& saying : sound_sayings(context)) {
    const Cue* cue = known_cue(saying.cue, cues);
    if (cue == nullptr && saying.confidence < kSureOfUnknownCue) continue;
    if (cue != nullptr && names_a_topic(context, *cue, saying)) continue;
    voices.push_back({saying.cue, saying.content,
                      make_attribution(context, saying, cue == nullptr ? Act::say : cue->row.act)});
  }
  const std::vector<Voice> said = voices;
  for (const Selection& selection : select(context, hypotheses)) {
    const Hypothesis& h = hypotheses[selection.hypothesis];
    if (h.score < SelectOptions{}.keep_nested) continue;
    const TokenRange cue = h.frame.cue.tokens;
    const auto near = around(said, first_after(said, cue.first));
    const bool held =
        std::any_of(near.begin(), near.end(), [&](const Voice& v) { return v.holds(cue); });
    const bool taken =
        std::any_of(near.begin(), near.end(), [&](const Voice& v) { return v.cue.overlaps(cue); });
    if (!held || taken) continue;
    const auto content = content_of(h);
    voices.push_back({cue, {content.begin(), content.end()}, make_attribution(context, h)});
  }
  std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    return begin_of(a.attribution) < begin_of(b.attribution);
  });
  for (std::size_t i = 0; i < voices.size(); ++i) {
    if (const auto outer = innermost(voices, i)) {
      voices[i].attribution.within = static_cast<AttributionIndex>(*outer);
    }
  }
  std::vector<Attribution> attributions;
  attributions.reserve(voices.size());
  for (Voice& voice : voices) attributions.push_back(std::move(voice.attribution));
  cut_rings(attributions);
  return attributions;
}

}  // namespace sayso
