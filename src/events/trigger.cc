#include "events/trigger.h"

namespace sayso {
namespace {
// Part of a name: "the Black March", "War Office".
bool is_name(const Scene& scene, TokenRange tokens) {
  for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
    const Token& token = scene.token(i);
    if (token.name != NameKind::none) return true;
    const bool opens = scene.syntax.sentence_of(i).first == i;
    if (is_proper(token.tag) && token.shape == WordShape::capitalized && !opens) return true;
  }
  return false;
}

std::optional<Trigger> verb_trigger(const Scene& scene, VerbIndex index) {
  const VerbGroup& verb = scene.syntax.verb(index);
  if (!scene.may_begin(verb.head, kVerbs)) return std::nullopt;
  const TokenIndex end = scene.syntax.sentence_of(verb.head).last;
  const auto match = scene.lexicon.verbs.find(scene.analysis.tokens, verb.head, end);
  if (!match) return std::nullopt;
  const TokenIndex from = match->gap ? match->head_last : match->last;
  return Trigger{.tokens = {verb.head, match->last},
                 .senses = match->value,
                 .verb = index,
                 .objects_from = std::max(from, verb.tokens.last)};
}

std::optional<Trigger> noun_trigger(const Scene& scene, PhraseIndex index) {
  const NounPhrase& phrase = scene.syntax.phrase(index);
  const TokenIndex first =
      phrase.head > phrase.tokens.first + 4 ? phrase.head - 4 : phrase.tokens.first;
  for (TokenIndex i = first; i <= phrase.head; ++i) {
    if (!scene.may_begin(i, kNouns)) continue;
    const auto match = scene.find(kNouns, i, scene.syntax.noun_end(index));
    if (!match || match->last <= phrase.head) continue;
    const TokenRange tokens{i, match->last};
    if (is_name(scene, {i, phrase.head + 1})) return std::nullopt;
    return Trigger{.tokens = tokens, .senses = match->value, .phrase = index};
  }
  return std::nullopt;
}
}  // namespace

std::vector<Trigger> find_triggers(const Scene& scene) {
  std::vector<Trigger> triggers;
  const std::vector<NounPhrase>& phrases = scene.analysis.noun_phrases;
  const std::vector<VerbGroup>& verbs = scene.analysis.verb_groups;
  TokenIndex covered = 0;  // up to here a verb's phrase holds its noun: "held talks"
  PhraseIndex p = 0;
  for (VerbIndex v = 0; v <= verbs.size(); ++v) {
    const TokenIndex until = v < verbs.size()
                                 ? verbs[v].tokens.first
                                 : static_cast<TokenIndex>(scene.analysis.tokens.size());
    for (; p < phrases.size() && phrases[p].tokens.first < until; ++p) {
      if (phrases[p].head < covered) continue;
      if (const auto trigger = noun_trigger(scene, p)) triggers.push_back(*trigger);
    }
    if (v == verbs.size()) break;
    if (const auto trigger = verb_trigger(scene, v)) {
      triggers.push_back(*trigger);
      covered = trigger->tokens.last;
    }
  }
  return triggers;
}

}  // namespace sayso
