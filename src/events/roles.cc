#include "events/roles.h"

#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

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
    if (thing && is_material(event_.type) && place == kObject) {
      add_span(event_.objects, scene_.whole_span(phrase));
    }
    add(event_.target, phrase, false);
  }

  static bool is_material(EventType type) {
    return type == EventType::assault || type == EventType::coerce;
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
    if (type == EntityType::event || type == EntityType::document) return;
    if (type == EntityType::other && !is_material(event_.type)) return;
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
}  // namespace

std::optional<Event> read_sense(const Scene& scene, const Sense& sense, const Around& around) {
  if (!object_needs_hold(scene, sense, around) || !agent_needs_hold(scene, sense, around)) {
    return std::nullopt;
  }
  Event event{.type = sense.type, .mode = std::string(sense.mode)};
  fill_roles(scene, sense, around, event);
  if ((sense.needs & kNeedsTarget) != 0 && event.target.empty()) return std::nullopt;
  return event;
}

void fill_roles(const Scene& scene, const Sense& sense, const Around& around, Event& event) {
  Filler(scene, sense, around, event).fill();
}

Phrases by_phrases(const std::vector<Prepositional>& prepositionals, const Scene& scene) {
  for (const Prepositional& p : prepositionals) {
    if (p.after_verb) break;
    if (scene.token(p.preposition).key != "by"_word) continue;
    if (scene.instrument(p.phrases.front()) || scene.is_time(p.phrases.front())) continue;
    return p.phrases;
  }
  return {};
}

bool is_event_noun(const Scene& scene, PhraseIndex phrase) {
  const NounPhrase& np = scene.syntax.phrase(phrase);
  return scene.find(kNouns, np.head, np.tokens.last).has_value();
}

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

bool is_people(EntityType type) {
  return type == EntityType::person || type == EntityType::organization ||
         type == EntityType::group;
}

bool can_act(EntityType type) { return is_people(type) || type == EntityType::place; }

}  // namespace sayso
