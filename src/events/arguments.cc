#include "events/arguments.h"

#include <algorithm>
#include <utility>

#include "events/noun_event.h"
#include "events/roles.h"

namespace sayso {
namespace {
// "devices, including drones, were seized": what the subject lists after itself belongs to it.
Phrases with_list(const Syntax& syntax, const Phrases& phrases, TokenIndex end) {
  if (phrases.empty()) return phrases;
  Phrases all;
  for (const PhraseIndex phrase : phrases) {
    if (phrase != phrases.back()) all.push_back(phrase);
  }
  for (const PhraseIndex phrase : syntax.list_from(phrases.back(), end)) all.push_back(phrase);
  return all;
}

Around around_verb(const Scene& scene, const Trigger& trigger) {
  const Syntax& syntax = scene.syntax;
  const VerbIndex verb = *trigger.verb;
  Around around;
  around.passive = syntax.is_passive(verb);
  const Phrases subjects = syntax.subjects(verb);
  const TokenIndex after = std::max(trigger.tokens.last, syntax.verb(verb).tokens.last);
  if (around.passive) {
    around.prepositionals = syntax.prepositionals(after);
    around.patient = with_list(syntax, subjects, syntax.verb(verb).tokens.first);
    around.agent = by_phrases(around.prepositionals, scene);
    return around;
  }
  around.agent = subjects;
  around.patient = syntax.objects(verb, trigger.objects_from);
  TokenIndex from = after;
  if (!around.patient.empty()) {
    from = std::max(from, syntax.phrase(around.patient.back()).tokens.last);
  }
  around.prepositionals = syntax.prepositionals(from);
  return around;
}

// "threw stones", "fired tear gas": the weapon is in the phrase itself.
void add_phrase_weapon(const Scene& scene, Draft& draft) {
  const TokenRange tokens = draft.trigger.tokens;
  for (TokenIndex i = tokens.first + 1; i < tokens.last; ++i) {
    const auto match = scene.find(kInstruments, i, tokens.last);
    if (!match || scene.lexicon.instrument_modes[match->value].empty()) continue;
    draft.event.instruments.push_back(scene.analysis.span_of({i, match->last}));
    return;
  }
}

std::optional<Draft> draft_verb(const Scene& scene, const Trigger& trigger) {
  const Around around = around_verb(scene, trigger);
  for (const Sense& sense : scene.lexicon.senses[trigger.senses]) {
    auto event = read_sense(scene, sense, around);
    if (!event) continue;
    const bool by_nobody = event->actor.empty() && !(around.passive && !event->target.empty());
    if (is_verbal(event->type) && by_nobody) continue;
    Draft draft{.event = std::move(*event), .trigger = trigger};
    draft.event.origin = {"event.verb", 0.8F};
    if (sense.type == EventType::assault) add_phrase_weapon(scene, draft);
    return draft;
  }
  return std::nullopt;
}

// An assault by no particular means has those of its weapon.
void take_mode(const Scene& scene, Event& event) {
  if (event.type != EventType::assault || event.instruments.empty()) return;
  // "threw bottles" is as "threw" a bomb is, but for what was thrown.
  if (!event.mode.empty() && event.mode != "explosives") return;
  const Span span = event.instruments.front();
  const auto& tokens = scene.analysis.tokens;
  const auto at = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.span.begin < span.begin;
  });
  const auto first = static_cast<TokenIndex>(at - tokens.begin());
  for (TokenIndex i = first; i < tokens.size() && tokens[i].span.end <= span.end; ++i) {
    const auto match = scene.find(kInstruments, i, static_cast<TokenIndex>(tokens.size()));
    if (!match) continue;
    const std::string_view mode = scene.lexicon.instrument_modes[match->value];
    if (!mode.empty()) event.mode = mode;
    return;
  }
}
}  // namespace

std::optional<Draft> draft_event(const Scene& scene, const Trigger& trigger) {
  auto draft = trigger.verb ? draft_verb(scene, trigger) : draft_noun(scene, trigger);
  if (!draft) return std::nullopt;
  take_mode(scene, draft->event);
  draft->event.trigger = scene.analysis.span_of(trigger.tokens);
  return draft;
}

}  // namespace sayso
