#include "events/noun_event.h"

#include <algorithm>

#include "core/word_set.h"
#include "events/roles.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kNounReach = 14;  // tokens between a noun trigger and its arguments

Around around_noun(const Scene& scene, const Trigger& trigger) {
  const Syntax& syntax = scene.syntax;
  const NounPhrase& phrase = syntax.phrase(*trigger.phrase);
  Around around;
  const TokenIndex from = std::max(trigger.tokens.last, phrase.tokens.last);
  TokenIndex end = from;
  for (const Prepositional& p : syntax.prepositionals(from)) {
    if (p.preposition > end + 2 && p.preposition > from + kNounReach) break;
    end = p.last;
    around.prepositionals.push_back(p);
  }
  around.possessor = syntax.possessor(*trigger.phrase);
  around.premodifier = syntax.premodifier(*trigger.phrase, phrase.head);
  return around;
}

// ---- the verb that says something of the event ----

constexpr auto kSeries =
    words("series", "number", "wave", "string", "spate", "act", "campaign", "round", "spree",
          "rash", "dozens", "hundreds", "dozen", "couple", "kind", "type", "form", "attempt",
          "hundred", "lot", "handful", "scores");

// "a series of attacks": where the phrase of the event begins.
PhraseIndex whole_event(const Syntax& syntax, const Analysis& analysis, PhraseIndex phrase) {
  const PhraseIndex outer = syntax.outermost(phrase);
  const Token& head = analysis.tokens[syntax.phrase(outer).head];
  return outer != phrase && kSeries.has(head.lemma_key) ? outer : phrase;
}

struct Governing {
  std::optional<VerbIndex> verb = {};
  std::optional<LightRole> role = {};
};

std::optional<LightRole> light_role(const Scene& scene, const Syntax& syntax, VerbIndex verb,
                                    TokenIndex until, bool to_the_end) {
  const VerbGroup& group = syntax.verb(verb);
  const auto& tokens = scene.analysis.tokens;
  if (syntax.is_passive(verb)) {
    const auto match = scene.lexicon.passive_lights.find(tokens, group.head, until);
    if (match && (!to_the_end || match->last == until)) return static_cast<LightRole>(match->value);
  }
  const auto match = scene.lexicon.lights.find(tokens, group.head, until);
  if (!match || (to_the_end && match->last < until)) return std::nullopt;
  return static_cast<LightRole>(match->value);
}

// The first of a list of events: "assassinations" of "assassinations and bombings".
TokenIndex list_begin(const Scene& scene, TokenIndex begin) {
  for (int n = 0; n < 4; ++n) {
    TokenIndex i = begin;
    const TokenIndex first = scene.syntax.sentence_of(begin).first;
    while (i > first && (scene.token(i - 1).tag == Tag::CC || scene.token(i - 1).tag == Tag::comma))
      --i;
    if (i == begin || i == first) break;
    const auto before = scene.syntax.phrase_at(i - 1);
    if (!before || !is_event_noun(scene, *before)) break;
    begin = scene.syntax.phrase(*before).tokens.first;
  }
  return begin;
}

// The verb the event is the object of: "launched a raid", "is suspected in the killing".
Governing governing_before(const Scene& scene, PhraseIndex phrase) {
  const Syntax& syntax = scene.syntax;
  const TokenIndex begin = list_begin(scene, syntax.phrase(phrase).tokens.first);
  const TokenIndex first = syntax.sentence_of(begin).first;
  const TokenIndex stop = begin > first + 5 ? begin - 5 : first;
  for (TokenIndex i = begin; i > stop; --i) {
    const auto verb = syntax.verb_at(i - 1);
    if (!verb) {
      if (is_punctuation(scene.token(i - 1).tag)) break;
      continue;
    }
    auto role = light_role(scene, syntax, *verb, begin, true);
    // The object of "leave" or "kill" is nobody's subject.
    if (role == LightRole::happen) role = std::nullopt;
    if (role || i == begin) return {.verb = verb, .role = role};
    break;
  }
  return {};
}

// The verb the event is the subject of: "the attack was carried out by", "clashes broke out".
Governing governing_after(const Scene& scene, PhraseIndex phrase, TokenIndex from) {
  const Syntax& syntax = scene.syntax;
  const TokenIndex end = std::min(syntax.sentence_of(from - 1).last, from + 25);
  for (TokenIndex i = from; i < end; ++i) {
    const auto verb = syntax.verb_at(i);
    if (!verb) continue;
    const Phrases subjects = syntax.subjects(*verb);
    const bool is_subject = any(subjects, [&](PhraseIndex p) { return p == phrase; });
    if (!is_subject) return {};
    return {.verb = verb,
            .role = light_role(scene, syntax, *verb, syntax.sentence_of(i).last, false)};
  }
  return {};
}

void add_people(const Scene& scene, const Phrases& phrases, std::vector<EntityIndex>& role) {
  for (const PhraseIndex phrase : phrases) {
    const auto entity = scene.syntax.entity(phrase);
    if (!entity || !can_act(scene.analysis.entities[*entity].type)) continue;
    if (std::find(role.begin(), role.end(), *entity) == role.end()) role.push_back(*entity);
  }
}

// "The militia carried out an attack", "the attack was carried out by the militia".
void apply_governor(const Scene& scene, Draft& draft, bool is_subject) {
  if (!draft.governor || !draft.role) return;
  const Syntax& syntax = scene.syntax;
  const VerbIndex verb = *draft.governor;
  const bool passive = syntax.is_passive(verb);
  std::vector<EntityIndex>& role =
      *draft.role == LightRole::target ? draft.event.target : draft.event.actor;
  if (*draft.role == LightRole::happen || *draft.role == LightRole::not_happen) return;
  if (!role.empty()) return;
  if (*draft.role == LightRole::answer && syntax.is_denied(verb)) return;
  if (!is_subject) return add_people(scene, syntax.subjects(verb), role);
  if (!passive) return;
  add_people(scene, by_phrases(syntax.prepositionals(syntax.verb(verb).tokens.last), scene), role);
}

// ---- is a particular event meant? ----

// Nouns that most often speak of a state of things, not of a happening.
constexpr auto kStates = words(
    "violence", "war", "conflict", "fighting", "terror", "unrest", "aid", "support", "relief",
    "assistance", "cooperation", "hostility", "aggression", "combat", "propaganda", "draft",
    "opposition", "torture", "surveillance", "alliance", "coalition", "partnership", "law",
    "battle", "fight", "deal", "offer", "grant", "loan", "search", "strike", "charge", "call",
    "recognition", "tour", "trip", "conference", "interview", "discussion", "fine", "hearing",
    "delegation", "trial", "defiance", "approval", "promise", "recovery", "reinforcement", "tariff",
    "ban", "sanction", "threat", "demand", "proposal", "praise", "charge", "intrusion");

constexpr auto kPointers = words("the", "this", "that", "these", "those");

bool is_definite(const Scene& scene, PhraseIndex phrase) {
  const NounPhrase& np = scene.syntax.phrase(phrase);
  return kPointers.has(scene.token(np.tokens.first).key);
}

// "numerous attacks", "many protests": a count of happenings, none in particular.
bool is_many(const Scene& scene, PhraseIndex phrase) {
  static constexpr auto kMany =
      words("numerous", "many", "several", "countless", "various", "all", "most", "frequent",
            "regular", "daily", "repeated", "such", "any", "dozens", "hundreds", "similar", "other",
            "constant", "series");
  const NounPhrase& np = scene.syntax.phrase(phrase);
  for (TokenIndex i = np.tokens.first; i < np.head; ++i) {
    if (kMany.has(scene.token(i).key)) return true;
  }
  return false;
}

// "attacks", with no word before that points at any.
bool is_bare_plural(const Scene& scene, PhraseIndex phrase) {
  const Tag tag = scene.token(scene.syntax.phrase(phrase).head).tag;
  return (tag == Tag::NNS || tag == Tag::NNPS) && !is_definite(scene, phrase);
}

bool is_counted(const Scene& scene, PhraseIndex phrase) {
  const NounPhrase& np = scene.syntax.phrase(phrase);
  const Token& first = scene.token(np.tokens.first);
  if (np.tokens.first == np.head) return false;
  return first.tag == Tag::DT || first.tag == Tag::CD || first.tag == Tag::PDT;
}

// "a social explosion", "a price war"
bool is_figure(const Scene& scene, const NounPhrase& phrase) {
  static constexpr auto kFigures =
      words("social", "price", "media", "verbal", "demographic", "heart", "panic", "trade", "cold",
            "population", "personal", "moral", "emotional", "rhetorical", "legal", "culture",
            "bidding", "electoral", "tariff", "currency", "psychological", "diplomatic", "world");
  if (phrase.head == phrase.tokens.first) return false;
  return kFigures.has(scene.token(phrase.head - 1).key);
}

// `argued`: the phrase itself names who did it or to whom.
bool tells_of_event(const Scene& scene, const Draft& draft, bool argued) {
  const PhraseIndex phrase = *draft.trigger.phrase;
  const Event& event = draft.event;
  const bool lent = draft.role && !(draft.many && draft.role == LightRole::target);
  const NounPhrase& np = scene.syntax.phrase(phrase);
  if (scene.token(np.tokens.first).key == "any"_word ||
      (draft.trigger.tokens.size() == 1 && is_figure(scene, np))) {
    return false;
  }
  const bool physical = event.type == EventType::assault || event.type == EventType::protest;
  const bool state =
      draft.trigger.tokens.size() == 1 && kStates.has(scene.token(np.head).lemma_key);
  const bool does = draft.role == LightRole::actor || draft.role == LightRole::answer;
  const bool acted = lent && does && !event.actor.empty();
  if (is_verbal(event.type)) return !event.actor.empty() && (argued || acted);
  if (!physical || state) return argued || acted;
  return argued || lent || is_counted(scene, phrase) || !event.instruments.empty();
}

// "car bomb attack": the weapon stands in front.
void add_premodifying_weapon(const Scene& scene, Draft& draft) {
  const NounPhrase& np = scene.syntax.phrase(*draft.trigger.phrase);
  for (TokenIndex i = std::max(np.tokens.first, np.head > 4 ? np.head - 4 : 0); i < np.head; ++i) {
    const auto match = scene.find(kInstruments, i, np.head);
    if (!match) continue;
    draft.event.instruments.push_back(scene.analysis.span_of({i, match->last}));
    return;
  }
}

// "clashes broke out between the army and the rebels"
void add_sides(const Scene& scene, const Sense& sense, Draft& draft) {
  if (!draft.event.actor.empty() || !draft.event.target.empty()) return;
  Around around;
  const TokenIndex from = scene.syntax.verb(*draft.governor).tokens.last;
  for (const Prepositional& p : scene.syntax.prepositionals(from)) {
    const Places bit = preposition_bit(scene.token(p.preposition).key);
    if (bit == kBetween || bit == kWith) around.prepositionals.push_back(p);
  }
  fill_roles(scene, sense, around, draft.event);
}
}  // namespace

std::optional<Draft> draft_noun(const Scene& scene, const Trigger& trigger) {
  const Around around = around_noun(scene, trigger);
  Draft draft{.trigger = trigger};
  const auto& senses = scene.lexicon.senses[trigger.senses];
  const auto event = read_sense(scene, senses.front(), around);
  if (!event) return std::nullopt;
  draft.event = *event;
  const PhraseIndex phrase = *trigger.phrase;
  const PhraseIndex whole = whole_event(scene.syntax, scene.analysis, phrase);
  const TokenIndex after = std::max(scene.syntax.phrase(phrase).tokens.last, trigger.tokens.last);
  Governing governing = governing_before(scene, whole);
  const bool is_subject = !governing.role;
  if (is_subject) {
    const Governing after_it = governing_after(scene, whole, after);
    if (after_it.verb) governing = after_it;
  }
  draft.governor = governing.verb;
  draft.role = governing.role;
  if (is_subject && draft.role == LightRole::happen) add_sides(scene, senses.front(), draft);
  const bool argued = !draft.event.actor.empty() || !draft.event.target.empty();
  apply_governor(scene, draft, is_subject);
  if (draft.event.type == EventType::assault) add_premodifying_weapon(scene, draft);
  draft.definite = is_definite(scene, phrase);
  draft.many = whole != phrase || is_many(scene, phrase) ||
               (is_bare_plural(scene, phrase) && draft.role != LightRole::happen);
  if (!tells_of_event(scene, draft, argued)) return std::nullopt;
  draft.event.origin = {"event.noun", 0.7F};
  return draft;
}

}  // namespace sayso
