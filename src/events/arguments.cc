#include "events/arguments.h"

#include <algorithm>

#include "events/words.h"

namespace sayso {
namespace {
using namespace literals;

// What stands around a trigger, before a sense gives it roles.
struct Around {
  Phrases agent = {};    // who does it: a subject, or "by" of a passive
  Phrases patient = {};  // who or what undergoes it
  std::vector<Prepositional> prepositionals = {};
  bool passive = false;
  std::optional<EntityIndex> possessor = {}, premodifier = {};
};

constexpr auto kPolice = words("police", "policeman", "officer", "authority", "court", "agent",
                               "customs", "prosecutor", "gendarme", "gendarmerie", "investigator",
                               "detective", "sheriff", "guard", "marshal", "constable", "patrol",
                               "judge", "inspector", "coastguard", "warden", "carabinieri", "fbi");

bool is_police(const Scene& scene, PhraseIndex phrase) {
  const TokenIndex head = scene.syntax.phrase(phrase).head;
  if (kPolice.has(scene.token(head).lemma_key)) return true;
  const bool security = head > 0 && scene.token(head - 1).key == "security"_word;
  if (security) return true;
  const auto entity = scene.syntax.entity(phrase);
  if (!entity) return false;
  const std::string& name = scene.analysis.entities[*entity].name;
  return name.find("olice") != std::string::npos || name.find("OLICE") != std::string::npos;
}

std::optional<EntityType> type_of(const Scene& scene, PhraseIndex phrase) {
  const auto entity = scene.syntax.entity(phrase);
  if (!entity) return std::nullopt;
  return scene.analysis.entities[*entity].type;
}

bool any(const Phrases& phrases, auto&& holds) {
  return std::any_of(phrases.begin(), phrases.end(), holds);
}

bool is_event_noun(const Scene& scene, PhraseIndex phrase) {
  const NounPhrase& np = scene.syntax.phrase(phrase);
  return scene.lexicon.nouns
      .longest(scene.analysis.tokens, np.head, np.tokens.last, PhraseTable::By::lemma)
      .has_value();
}

// An unknown phrase may be a person ("17", "the four"), unless it is a happening or a weapon.
bool may_act(const Scene& scene, PhraseIndex phrase) {
  if (const auto type = type_of(scene, phrase)) return can_act(*type);
  return !is_event_noun(scene, phrase) && !scene.instrument(phrase) && !scene.is_time(phrase);
}

// Of what is no known entity, only what stands for somebody: "them", "17", "the wounded".
bool may_be_people(const Scene& scene, PhraseIndex phrase) {
  if (const auto type = type_of(scene, phrase)) return is_people(*type);
  const Tag tag = scene.token(scene.syntax.phrase(phrase).head).tag;
  const bool somebody = is_pronoun(tag) || tag == Tag::CD || tag == Tag::DT || is_adjective(tag) ||
                        is_proper(tag) || tag == Tag::VBN;
  return somebody && !scene.is_time(phrase);
}

// A bomb or a shell, which can go off or hit by itself; not a helicopter or a rifle.
bool is_charge(const Scene& scene, PhraseIndex phrase) {
  const auto instrument = scene.instrument(phrase);
  if (!instrument) return false;
  const std::string_view mode = scene.lexicon.instrument_modes[*instrument];
  return mode == "explosives" || mode == "heavy-weapons" || mode == "drone" ||
         mode == "suicide-attack" || mode == "primitive";
}

bool object_needs_hold(const Scene& scene, const Sense& sense, const Around& around) {
  const bool people = any(around.patient, [&](PhraseIndex p) { return may_be_people(scene, p); });
  const bool none = around.patient.empty();
  if ((sense.needs & kNeedsObject) != 0 && none) return false;
  if ((sense.needs & kNeedsPeople) != 0 && !people) return false;
  if ((sense.needs & kNeedsPeopleOrNone) != 0 && !people && !none) return false;
  if ((sense.needs & kNeedsThings) != 0) {
    const bool things = any(around.patient, [&](PhraseIndex p) {
      const auto type = type_of(scene, p);
      return !type || !is_people(*type);
    });
    if (!things) return false;
  }
  if ((sense.needs & kNeedsTerritory) != 0) {
    const bool territory = any(around.patient, [&](PhraseIndex p) {
      const auto type = type_of(scene, p);
      return type == EntityType::place || type == EntityType::facility;
    });
    if (!territory) return false;
  }
  if ((sense.needs & kNeedsWeaponObject) != 0) {
    return any(around.patient, [&](PhraseIndex p) { return scene.instrument(p).has_value(); });
  }
  return true;
}

bool agent_needs_hold(const Scene& scene, const Sense& sense, const Around& around) {
  const bool none = around.agent.empty();
  const bool acts = any(around.agent, [&](PhraseIndex p) { return may_act(scene, p); });
  const auto weapon = [&] {
    return any(around.agent, [&](PhraseIndex p) { return is_charge(scene, p); });
  };
  if ((sense.needs & kNeedsAgent) != 0 && !none && !acts) return false;
  if ((sense.needs & kNeedsWeaponOrAgent) != 0 && !acts && !weapon()) return false;
  if ((sense.needs & (kNeedsPolice | kNeedsNoPolice)) != 0) {
    const bool police = any(around.agent, [&](PhraseIndex p) { return is_police(scene, p); });
    if ((sense.needs & kNeedsPolice) != 0 && !police) return false;
    if ((sense.needs & kNeedsNoPolice) != 0 && police) return false;
  }
  if ((sense.needs & kNeedsWeapon) == 0) return true;
  return weapon() ||
         any(around.patient, [&](PhraseIndex p) { return around.passive && is_charge(scene, p); });
}

// Gives the words around a trigger their roles in one event.
class Filler {
 public:
  Filler(const Scene& scene, const Sense& sense, const Around& around, Event& event)
      : scene_(scene), sense_(sense), around_(around), event_(event) {}

  void fill() {
    add_all(kSubject, around_.agent);
    add_all(kObject, around_.patient);
    for (const Prepositional& p : around_.prepositionals) fill_from(p);
    if (around_.possessor) add_possessor(*around_.possessor);
    if (around_.premodifier) add_premodifier(*around_.premodifier);
  }

 private:
  void fill_from(const Prepositional& p) {
    // What follows a participle belongs to it, unless the place is plain: "reached between".
    const bool between = scene_.token(p.preposition).key == "between"_word;
    if (p.after_verb && !between) return;
    const Token& token = scene_.token(p.preposition);
    Places bit = preposition_bit(token.key);
    const bool by_agent = bit == kBy && around_.passive;
    if (by_agent) bit = kSubject;
    if (bit == kBetween && (sense_.actor & kBetween) != 0) return add_sides(p.phrases);
    if (bit != 0) add_all(bit, p.phrases);
    // "with machetes", "using rifles", "by car bomb", "in a drone strike"
    const bool means = bit == kWith || bit == kBy || by_agent || token.key == "using"_word;
    if (!means) return;
    for (const PhraseIndex phrase : p.phrases) {
      if (scene_.instrument(phrase)) add_span(event_.instruments, scene_.whole_span(phrase));
    }
  }

  // "between the army and the rebels": one side acts on the other.
  void add_sides(const Phrases& phrases) {
    bool first = true;
    for (const PhraseIndex phrase : phrases) {
      add(first ? event_.actor : event_.target, phrase, true);
      first = event_.actor.empty();
    }
  }

  void add_all(Places place, const Phrases& phrases) {
    for (const PhraseIndex phrase : phrases) add_one(place, phrase);
  }

  void add_one(Places place, PhraseIndex phrase) {
    if (scene_.is_time(phrase)) return;
    const bool weapon = scene_.instrument(phrase).has_value();
    const auto type = type_of(scene_, phrase);
    if (weapon && !(type && is_people(*type))) {
      const bool meant = ((sense_.instrument | sense_.actor) & place) != 0 ||
                         (sense_.needs & kNeedsWeaponObject) != 0;
      if (meant && place != kObject) return add_span(event_.instruments, scene_.whole_span(phrase));
      if (meant && (sense_.object & place) == 0) {
        return add_span(event_.instruments, scene_.whole_span(phrase));
      }
    }
    if ((sense_.actor & place) != 0) return add(event_.actor, phrase, true);
    if ((sense_.object & place) != 0) return add_span(event_.objects, scene_.whole_span(phrase));
    if ((sense_.target & place) == 0) return;
    if (type == EntityType::place && is_locative(place)) return;  // where it happened
    const bool thing = !type || (!is_people(*type) && *type != EntityType::place);
    const bool material = event_.type == EventType::assault || event_.type == EventType::coerce;
    if (thing && material && place == kObject) {
      add_span(event_.objects, scene_.whole_span(phrase));
    }
    add(event_.target, phrase, false);
  }

  static bool is_locative(Places place) {
    static const Places kLocative =
        preposition_bit(word_key("in")) | preposition_bit(word_key("at")) |
        preposition_bit(word_key("near")) | preposition_bit(word_key("outside")) |
        preposition_bit(word_key("inside"));
    return (place & kLocative) != 0;
  }

  void add(std::vector<EntityIndex>& role, PhraseIndex phrase, bool acts) {
    const auto entity = scene_.syntax.entity(phrase);
    if (entity) add_entity(role, *entity, acts);
  }

  void add_entity(std::vector<EntityIndex>& role, EntityIndex entity, bool acts) {
    const EntityType type = scene_.analysis.entities[entity].type;
    if (acts && !can_act(type)) return;
    if (type == EntityType::event) return;
    if (std::find(role.begin(), role.end(), entity) == role.end()) role.push_back(entity);
  }

  static void add_span(std::vector<Span>& spans, Span span) {
    if (std::find(spans.begin(), spans.end(), span) == spans.end()) spans.push_back(span);
  }

  // "the militia's attack" against "the mayor's murder".
  void add_possessor(EntityIndex possessor) {
    const bool undergoes = (sense_.target & kOf) != 0 && event_.target.empty();
    if (undergoes) return add_entity(event_.target, possessor, false);
    if ((sense_.actor & kPossessor) != 0) add_entity(event_.actor, possessor, true);
  }

  void add_premodifier(EntityIndex entity) {
    const EntityType type = scene_.analysis.entities[entity].type;
    const bool undergoes = (sense_.target & kOf) != 0 && event_.target.empty();
    if (undergoes && is_people(type)) return add_entity(event_.target, entity, false);
    const bool acts = (sense_.actor & kPremodifier) != 0 && event_.actor.empty();
    if (acts && is_people(type)) add_entity(event_.actor, entity, true);
  }

  const Scene& scene_;
  const Sense& sense_;
  const Around& around_;
  Event& event_;
};

std::optional<Event> read_sense(const Scene& scene, const Sense& sense, const Around& around) {
  if (!object_needs_hold(scene, sense, around) || !agent_needs_hold(scene, sense, around)) {
    return std::nullopt;
  }
  Event event{.type = sense.type, .mode = std::string(sense.mode)};
  Filler(scene, sense, around, event).fill();
  if ((sense.needs & kNeedsTarget) != 0 && event.target.empty()) return std::nullopt;
  return event;
}

// The agent of a passive: "by the police".
Phrases by_phrases(const std::vector<Prepositional>& prepositionals, const Scene& scene) {
  for (const Prepositional& p : prepositionals) {
    if (p.after_verb) break;
    if (scene.token(p.preposition).key != "by"_word) continue;
    if (scene.instrument(p.phrases.front()) || scene.is_time(p.phrases.front())) continue;
    return p.phrases;
  }
  return {};
}

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

constexpr TokenIndex kNounReach = 14;  // tokens between a noun trigger and its arguments

Around around_noun(const Scene& scene, const Trigger& trigger) {
  const Syntax& syntax = scene.syntax;
  const NounPhrase& phrase = syntax.phrase(*trigger.phrase);
  Around around;
  const TokenIndex from = std::max(trigger.tokens.last, phrase.tokens.last);
  TokenIndex end = from;
  for (Prepositional& p : syntax.prepositionals(from)) {
    if (p.preposition > end + 2 && p.preposition > from + kNounReach) break;
    end = p.last;
    around.prepositionals.push_back(std::move(p));
  }
  around.possessor = syntax.possessor(*trigger.phrase);
  around.premodifier = syntax.premodifier(*trigger.phrase, phrase.head);
  return around;
}

// ---- nouns: the verb that says something of the event ----

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
  if (!is_subject) return add_people(scene, syntax.subjects(verb), role);
  if (!passive) return;
  add_people(scene, by_phrases(syntax.prepositionals(syntax.verb(verb).tokens.last), scene), role);
}

// ---- nouns: is a particular event meant? ----

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

// Types of mere words and dealings: without a party they are talk about talk.
bool is_verbal(EventType type) {
  switch (type) {
    case EventType::assault:
    case EventType::coerce:
    case EventType::protest:
    case EventType::sanction:
    case EventType::retreat: return false;
    default: return true;
  }
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
  const bool acted = lent && draft.role == LightRole::actor && !event.actor.empty();
  if (is_verbal(event.type)) return !event.actor.empty() && (argued || acted);
  if (!physical || state) return argued || acted;
  return argued || lent || is_counted(scene, phrase) || !event.instruments.empty();
}

// "car bomb attack": the weapon stands in front.
void add_premodifying_weapon(const Scene& scene, Draft& draft) {
  const NounPhrase& np = scene.syntax.phrase(*draft.trigger.phrase);
  for (TokenIndex i = std::max(np.tokens.first, np.head > 4 ? np.head - 4 : 0); i < np.head; ++i) {
    const auto match = scene.lexicon.instruments.longest(scene.analysis.tokens, i, np.head,
                                                         PhraseTable::By::lemma);
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
  for (Prepositional& p : scene.syntax.prepositionals(from)) {
    const Places bit = preposition_bit(scene.token(p.preposition).key);
    if (bit == kBetween || bit == kWith) around.prepositionals.push_back(std::move(p));
  }
  Filler(scene, sense, around, draft.event).fill();
}

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

// "threw stones", "fired tear gas": the weapon is in the phrase itself.
void add_phrase_weapon(const Scene& scene, Draft& draft) {
  const TokenRange tokens = draft.trigger.tokens;
  for (TokenIndex i = tokens.first + 1; i < tokens.last; ++i) {
    const auto match = scene.lexicon.instruments.longest(scene.analysis.tokens, i, tokens.last,
                                                         PhraseTable::By::lemma);
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
  if (event.type != EventType::assault || !event.mode.empty() || event.instruments.empty()) return;
  const Span span = event.instruments.front();
  const auto& tokens = scene.analysis.tokens;
  const auto at = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.span.begin < span.begin;
  });
  const auto first = static_cast<TokenIndex>(at - tokens.begin());
  for (TokenIndex i = first; i < tokens.size() && tokens[i].span.end <= span.end; ++i) {
    const auto match = scene.lexicon.instruments.longest(
        tokens, i, static_cast<TokenIndex>(tokens.size()), PhraseTable::By::lemma);
    if (match) event.mode = scene.lexicon.instrument_modes[match->value];
    if (match) return;
  }
}
}  // namespace

bool is_people(EntityType type) {
  return type == EntityType::person || type == EntityType::organization ||
         type == EntityType::group;
}

bool can_act(EntityType type) { return is_people(type) || type == EntityType::place; }

std::optional<Draft> draft_event(const Scene& scene, const Trigger& trigger) {
  auto draft = trigger.verb ? draft_verb(scene, trigger) : draft_noun(scene, trigger);
  if (!draft) return std::nullopt;
  take_mode(scene, draft->event);
  draft->event.trigger = scene.analysis.span_of(trigger.tokens);
  return draft;
}

}  // namespace sayso
