#include "events/casualties.h"

#include <algorithm>
#include <array>

#include "core/word_set.h"
#include "events/accidents.h"
#include "events/harm.h"
#include "events/reality.h"
#include "events/roles.h"
#include "events/setting.h"
#include "events/toll_scope.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kReach = 60;     // tokens between a cause and its harm
constexpr std::uint32_t kRecent = 4;  // sentences back to an assault that explains a death

class Casualties {
 public:
  Casualties(const Scene& scene, std::vector<Draft>& drafts)
      : scene_(scene), drafts_(drafts), accidents_(scene) {}

  void find() {
    by_sentence();
    for (const Harm& harm : find_harm(scene_)) place(harm);
    if (own_.empty()) return;
    for (Draft& draft : own_) drafts_.push_back(std::move(draft));
    std::stable_sort(drafts_.begin(), drafts_.end(), [](const Draft& a, const Draft& b) {
      return a.event.trigger < b.event.trigger;
    });
  }

 private:
  using DraftIndex = std::uint32_t;

  std::uint32_t sentence_of(const Draft& draft) const {
    return scene_.token(draft.trigger.tokens.first).sentence;
  }

  void by_sentence() {
    first_of_sentence_.assign(scene_.analysis.sentences.size() + 1,
                              static_cast<DraftIndex>(drafts_.size()));
    for (auto i = static_cast<DraftIndex>(drafts_.size()); i-- > 0;) {
      first_of_sentence_[sentence_of(drafts_[i])] = i;
    }
    for (std::size_t s = scene_.analysis.sentences.size(); s-- > 0;) {
      first_of_sentence_[s] = std::min(first_of_sentence_[s], first_of_sentence_[s + 1]);
    }
    last_assault_.assign(scene_.analysis.sentences.size(), kNone);
    last_named_.assign(scene_.analysis.sentences.size(), kNone);
    std::uint32_t last = kNone;
    std::uint32_t named = kNone;
    for (std::uint32_t s = 0; s < scene_.analysis.sentences.size(); ++s) {
      for (DraftIndex i = first_of_sentence_[s]; i < first_of_sentence_[s + 1]; ++i) {
        if (drafts_[i].event.type != EventType::assault) continue;
        last = s;
        if (!is_harm_only(drafts_[i])) named = s;
      }
      last_assault_[s] = last;
      last_named_[s] = named;
    }
  }

  // ---- which event it belongs to ----

  struct Range {
    DraftIndex first = 0;
    DraftIndex last = 0;
  };
  // The drafts of the token's sentence that are not far from it.
  Range near(TokenIndex token) const {
    const std::uint32_t s = scene_.token(token).sentence;
    Range range{first_of_sentence_[s], first_of_sentence_[s + 1]};
    const auto at = [&](TokenIndex bound) {
      const auto begin = drafts_.begin();
      return static_cast<DraftIndex>(std::partition_point(begin + range.first, begin + range.last,
                                                          [&](const Draft& draft) {
                                                            return draft.trigger.tokens.first <
                                                                   bound;
                                                          }) -
                                     begin);
    };
    range.first = at(token > kReach ? token - kReach : 0);
    range.last = at(token + kReach);
    return range;
  }

  // The draft whose trigger begins at the verb's head.
  Draft* of_verb(VerbIndex verb) {
    const auto [first, last] = near(scene_.syntax.verb(verb).head);
    for (DraftIndex i = first; i < last; ++i) {
      if (drafts_[i].trigger.verb == verb) return &drafts_[i];
    }
    return nullptr;
  }

  static bool causes(const Draft& draft, const CasualtyWord& word) {
    const EventType type = draft.event.type;
    if (word.effect == Effect::detained) {
      return type == EventType::coerce || type == EventType::assault;
    }
    if (word.effect == Effect::displaced) {
      return type == EventType::assault || type == EventType::coerce || type == EventType::sanction;
    }
    const bool violent =
        type == EventType::assault || (type == EventType::protest && draft.event.mode == "riot");
    return violent && draft.event.mode != "destroy";
  }

  // The event that caused it: the verb of the harm when somebody is said to have done it, else the
  // nearest one of the sentence that explains it, in the same voice.
  Draft* cause_of(const Harm& harm, Draft* itself, const std::vector<AttributionIndex>& voice) {
    const auto [first, last] = near(harm.tokens.first);
    for (DraftIndex i = first; i < last; ++i) {
      Draft& draft = drafts_[i];
      if (&draft == itself || !draft.trigger.verb || draft.event.voice != voice) continue;
      if (causes(draft, harm.word) && hangs_on(harm, *draft.trigger.verb)) return &draft;
    }
    if (itself != nullptr && !itself->event.actor.empty()) return itself;
    Draft* best = itself;
    TokenIndex best_far = kReach;
    for (DraftIndex i = first; i < last; ++i) {
      Draft& draft = drafts_[i];
      if (&draft == itself || draft.many || draft.merged || draft.event.voice != voice) continue;
      if (!causes(draft, harm.word) || !is_told_as_fact(draft.event) || is_harm_only(draft))
        continue;
      if (itself != nullptr && !explains(draft, harm)) continue;
      const TokenIndex where = draft.trigger.tokens.first;
      const TokenIndex far = distance(where, harm.tokens.first);
      if (far >= best_far) continue;
      best_far = far;
      best = &draft;
    }
    return best;
  }

  // "wounded" without anybody who wounds explains nothing.
  bool is_harm_only(const Draft& draft) const {
    if (!draft.trigger.verb || !draft.event.actor.empty()) return false;
    return scene_.lexicon.casualty_verbs.has(scene_.token(draft.trigger.tokens.first).lemma_key);
  }

  static bool is_told_as_fact(const Event& event) {
    const bool told = event.reality == Reality::actual || event.reality == Reality::alleged;
    return told && event.polarity == Polarity::happened;
  }

  static TokenIndex distance(TokenIndex a, TokenIndex b) { return a > b ? a - b : b - a; }

  // "opened fire, killing three and wounding seven"
  bool hangs_on(const Harm& harm, VerbIndex verb) const {
    auto at = harm.verb;
    for (int depth = 0; at && depth < 3; ++depth) {
      if (scene_.syntax.verb(*at).finite) return false;
      at = scene_.syntax.governor(*at);
      if (at == verb) return true;
    }
    return false;
  }

  // "was killed in the raid", "were killed when the rebels attacked", "attacked ..., killing
  // three".
  bool explains(const Draft& draft, const Harm& harm) const {
    const TokenIndex a = std::min(draft.trigger.tokens.first, harm.tokens.first);
    const TokenIndex b = std::max(draft.trigger.tokens.first, harm.tokens.first);
    if (b - a > kReach) return false;
    if (draft.trigger.verb) {
      if (hangs_on(harm, *draft.trigger.verb)) return true;
      static constexpr auto kLinks = words("when", "as", "after", "while", "where", "during");
      for (TokenIndex i = a; i < b; ++i) {
        if (kLinks.has(scene_.token(i).key)) return true;
      }
      return false;
    }
    for (TokenIndex i = a; i < b; ++i) {
      const auto verb = scene_.syntax.verb_at(i);
      if (!verb || !scene_.syntax.verb(*verb).finite) continue;
      const bool own = verb == draft.governor || verb == harm.verb;
      const WordKey head = scene_.token(scene_.syntax.verb(*verb).head).lemma_key;
      if (!own && !scene_.lexicon.casualty_verbs.has(head)) return false;
    }
    return true;
  }

  // A report of an accident goes on about its victims without naming it again.
  bool is_accident(const Harm& harm) {
    if (accidents_.explain(harm)) return true;
    const std::uint32_t s = scene_.token(harm.tokens.first).sentence;
    return !is_recent(last_named_, s) && accidents_.are_told_before(s, kRecent);
  }

  static bool is_recent(const std::vector<std::uint32_t>& told, std::uint32_t sentence) {
    return told[sentence] != kNone && sentence - told[sentence] <= kRecent;
  }

  struct Kind {
    EventType type = EventType::harm;
    std::string_view mode = {};
  };
  // What a casualty makes that no other event explains; nothing where it may be no news: "the
  // hostages", "a ship disappeared".
  std::optional<Kind> own_kind(const Harm& harm) {
    const bool recent = is_recent(last_assault_, scene_.token(harm.tokens.first).sentence);
    if (is_habit(harm)) return std::nullopt;
    if (harm.word.effect == Effect::detained) {
      const bool taken = harm.word.cause == CasualtyCause::detention ? are_people(harm) : recent;
      if (!taken) return std::nullopt;
      return is_abduction(harm) ? Kind{EventType::assault, "abduct"}
                                : Kind{EventType::coerce, "arrest"};
    }
    const bool accident = is_accident(harm);
    const bool violent = harm.word.cause == CasualtyCause::violent || recent;
    if (violent && !accident) return Kind{EventType::assault};
    if (!are_people(harm)) return std::nullopt;
    return Kind{EventType::harm, accident ? "accident" : ""};
  }

  // "Rebels kidnap people", "people die on these roads": no single happening.
  bool is_habit(const Harm& harm) const {
    static constexpr auto kLikeTheirPast = words("cost", "hurt", "put", "beat", "cut", "hit");
    if (harm.word.cause == CasualtyCause::violent) return false;  // "they kill our sons"
    if (!harm.verb || kLikeTheirPast.has(scene_.token(harm.tokens.first).key)) return false;
    // "Twenty-seven die": a habit has no count.
    if (const auto count = scene_.count_of(*harm.victim)) {
      if (scene_.values.quantities[*count].max != 0) return false;
    }
    Draft draft;
    draft.trigger.verb = harm.verb;
    return harm.word.cause != CasualtyCause::state && !is_state(harm) && is_habitual(scene_, draft);
  }
  // "are dead", "are missing"
  bool is_state(const Harm& harm) const {
    return scene_.token(scene_.syntax.verb(*harm.verb).head).lemma_key == "be"_word ||
           harm.word.effect == Effect::missing;
  }

  bool are_people(const Harm& harm) const {
    if (harm.word.cause == CasualtyCause::head) return true;  // "31 bodies"
    if (const auto entity = scene_.syntax.entity(*harm.victim)) {
      const EntityType type = scene_.analysis.entities[*entity].type;
      if (type == EntityType::person || type == EntityType::group) return true;
      if (type == EntityType::object || type == EntityType::place || type == EntityType::facility) {
        return false;
      }
    }
    return scene_.count_of(*harm.victim) || scene_.count_in(scene_.whole_span(*harm.victim));
  }

  void place(const Harm& harm) {
    const Span words = scene_.analysis.span_of(harm.tokens);
    const auto voice = scene_.voices.of(words);
    Draft* const itself = harm.verb ? of_verb(*harm.verb) : nullptr;
    Draft* const cause = cause_of(harm, itself, voice);
    // "Three people were killed in the earthquake" tells of no assault.
    const bool by_nobody = cause != nullptr && cause == itself && itself->event.actor.empty();
    if (by_nobody && itself->event.type == EventType::assault && is_accident(harm)) {
      itself->event.type = EventType::harm;
      itself->event.mode = "accident";
    }
    const Casualty casualty = describe(harm);
    if (repeats_last(harm, casualty)) {
      if (itself != nullptr && itself->event.casualties.empty()) itself->merged = true;
      return;
    }
    if (cause != nullptr && !(harm.negated && cause != itself)) {
      add_casualty(cause->event, casualty);
      last_ = {harm.victim, static_cast<std::uint32_t>(cause - drafts_.data()), false};
      if (cause == itself && cause->event.actor.empty()) cause->casualty_only = true;
      if (itself != nullptr && itself != cause) merge(*itself, *cause);
      return;
    }
    if (const auto kind = own_kind(harm)) make_event(harm, *kind, casualty, voice);
  }

  // "6 of the injured are in critical condition" tells one thing of the six, twice.
  bool repeats_last(const Harm& harm, const Casualty& casualty) {
    if (!last_.victim || last_.victim != harm.victim) return false;
    std::vector<Draft>& drafts = last_.own ? own_ : drafts_;
    std::vector<Casualty>& told = drafts[last_.draft].event.casualties;
    const auto same = std::find_if(told.begin(), told.end(), [&](const Casualty& c) {
      return c.effect == casualty.effect && c.quantity == casualty.quantity;
    });
    if (same == told.end()) return false;
    if (casualty.severity) same->severity = casualty.severity;
    same->evidence = join(same->evidence, casualty.evidence);
    return true;
  }

  // "The blast killed 12": the blast is the event, and "killed" tells no second one.
  void merge(Draft& verb, Draft& cause) {
    if (verb.trigger.tokens.empty() || !verb.event.actor.empty()) {
      if (cause.event.actor.empty()) cause.event.actor = verb.event.actor;
    }
    for (const EntityIndex target : verb.event.target) {
      if (cause.event.target.size() < 8 &&
          std::find(cause.event.target.begin(), cause.event.target.end(), target) ==
              cause.event.target.end()) {
        cause.event.target.push_back(target);
      }
    }
    verb.merged = true;
  }

  void make_event(const Harm& harm, const Kind& kind, const Casualty& casualty,
                  const std::vector<AttributionIndex>& voice) {
    // Victims listed of one verb share its event.
    if (!own_.empty() && own_.back().trigger.tokens == harm.trigger) {
      add_to(own_.back().event, casualty);
      return;
    }
    Draft draft;
    draft.casualty_only = true;
    draft.trigger.tokens = harm.trigger;
    draft.trigger.verb = harm.verb;
    draft.trigger.phrase = harm.phrase;
    Event& event = draft.event;
    event.type = kind.type;
    event.mode = kind.mode;
    event.trigger = scene_.analysis.span_of(harm.trigger);
    event.voice = voice;
    event.origin = {"event.casualty", 0.6F};
    find_setting(scene_, draft);
    judge_reality(scene_, draft);
    if (harm.negated) event.polarity = Polarity::did_not_happen;
    draft.many = casualty.scope == TollScope::cumulative;
    if (harm.verb && (harm.word.who & kSubject) != 0) add_blamed(harm, event);
    add_to(event, casualty);
    own_.push_back(std::move(draft));
    last_ = {harm.victim, static_cast<std::uint32_t>(own_.size() - 1), true};
  }

  static void add_to(Event& event, const Casualty& casualty) {
    add_casualty(event, casualty);
    if (casualty.who &&
        std::find(event.target.begin(), event.target.end(), *casualty.who) == event.target.end()) {
      event.target.push_back(*casualty.who);
    }
  }

  // Words that overlap tell one thing twice: "left 20 wounded".
  static void add_casualty(Event& event, const Casualty& casualty) {
    for (Casualty& told : event.casualties) {
      // Two of a list are told with the same words: "the driver and six of his passengers".
      const bool others = told.who && casualty.who && told.who != casualty.who;
      const bool alike =
          told.quantity == casualty.quantity || (!others && (!told.quantity || !casualty.quantity));
      if (told.effect != casualty.effect || !alike) continue;
      if (!told.evidence.overlaps(casualty.evidence)) continue;
      if (!told.quantity) told.quantity = casualty.quantity;
      if (!told.who) told.who = casualty.who;
      if (casualty.severity) told.severity = casualty.severity;
      return;
    }
    event.casualties.push_back(casualty);
  }

  bool is_abduction(const Harm& harm) const {
    static constexpr auto kTaken =
        words("kidnap", "abduct", "snatch", "kidnapping", "abduction", "hostage", "captive");
    for (TokenIndex i = harm.tokens.first; i < harm.tokens.last; ++i) {
      if (kTaken.has(scene_.token(i).lemma_key)) return true;
    }
    return false;
  }

  // "fell victim to the militia's acts"
  void add_blamed(const Harm& harm, Event& event) const {
    for (const PhraseIndex p : scene_.syntax.objects(*harm.verb, harm.tokens.last)) {
      for (const auto entity : {scene_.syntax.possessor(p), scene_.syntax.entity(p)}) {
        if (!entity || p == harm.victim || !event.actor.empty()) continue;
        if (can_act(scene_.analysis.entities[*entity].type)) event.actor.push_back(*entity);
      }
    }
  }

  // ---- what it says ----

  Casualty describe(const Harm& harm) {
    Casualty casualty{.effect = harm.word.effect};
    const PhraseIndex victim = *harm.victim;
    const Span whole = scene_.whole_span(victim);
    casualty.evidence = join(whole, scene_.analysis.span_of(harm.tokens));
    // "no arrests": the noun is no victim.
    const bool counted = harm.word.cause == CasualtyCause::toll && victim == harm.phrase;
    if (!counted) casualty.who = scene_.syntax.entity(victim);
    casualty.quantity = scene_.count_of(victim);
    const auto complement = scene_.syntax.complement(victim);
    if (!casualty.quantity && complement) casualty.quantity = scene_.count_in(whole);
    casualty.severity = severity(harm);
    casualty.scope = is_cumulative(scene_, harm) ? TollScope::cumulative : TollScope::incident;
    find_whole(harm, casualty);
    remember(casualty, harm);
    return casualty;
  }

  std::optional<std::string> severity(const Harm& harm) const {
    if (!harm.word.severity.empty()) return std::string(harm.word.severity);
    const TokenIndex first = harm.verb ? scene_.syntax.verb(*harm.verb).tokens.first
                                       : std::max(harm.tokens.first, TokenIndex{1}) - 1;
    const TokenIndex begin = first > 0 ? first - 1 : 0;
    for (TokenIndex i = begin; i < harm.tokens.last; ++i) {
      if (const auto match = scene_.lexicon.severities.find(scene_.token(i).key)) {
        return std::string(scene_.lexicon.severity_names[*match]);
      }
    }
    return std::nullopt;
  }

  // ---- parts of a whole ----

  struct Known {
    Effect effect = Effect::killed;
    QuantityIndex quantity = 0;
    std::uint32_t sentence = 0;
    Span evidence = {};
  };

  void remember(const Casualty& casualty, const Harm& harm) {
    if (!casualty.quantity || casualty.part_of || casualty.part_of_entity) return;
    last_known_[static_cast<std::size_t>(casualty.effect)] =
        Known{casualty.effect, *casualty.quantity, scene_.token(harm.tokens.first).sentence,
              casualty.evidence};
  }

  // "6 of the injured", "3 of 12 hostages", "Out of 17,000 killed, 12,000 fell victim to ...".
  void find_whole(const Harm& harm, Casualty& casualty) {
    if (!casualty.quantity) return;
    if (harm.whole) {
      casualty.part_of = scene_.count_of(*harm.whole);
      return;
    }
    const PhraseIndex victim = *harm.victim;
    const auto& known = last_known_[static_cast<std::size_t>(casualty.effect)];
    if (const auto complement = scene_.syntax.complement(victim)) {
      const auto quantity = scene_.count_in(scene_.span_of(*complement));
      if (quantity && *quantity != *casualty.quantity) {
        casualty.part_of = quantity;
      } else if (known && is_definite(*complement)) {
        casualty.part_of = known->quantity;
      }
      if (!casualty.part_of && is_definite(*complement)) {
        casualty.part_of_entity = scene_.syntax.entity(*complement);
      }
      return;
    }
    const std::uint32_t sentence = scene_.token(harm.tokens.first).sentence;
    if (known && known->sentence == sentence && opened_by_whole(known->evidence, sentence) &&
        known->quantity != *casualty.quantity) {
      casualty.part_of = known->quantity;
    }
  }

  bool is_definite(PhraseIndex phrase) const {
    static constexpr auto kDefinite = words("the", "those", "these", "them", "their", "whom");
    return kDefinite.has(scene_.token(scene_.syntax.phrase(phrase).tokens.first).key);
  }

  // "Out of the 17,000 killed ..." opens the sentence.
  bool opened_by_whole(Span evidence, std::uint32_t sentence) const {
    const TokenRange tokens = scene_.analysis.sentences[sentence].tokens;
    TokenIndex i = tokens.first;
    if (i + 2 >= tokens.last) return false;
    if (scene_.token(i).key == "out"_word) ++i;
    const bool of = scene_.token(i).key == "of"_word || scene_.token(i).key == "among"_word;
    return of && evidence.begin <= scene_.token(std::min(i + 2, tokens.last - 1)).span.end;
  }

  // Where the casualty told last went.
  struct Last {
    std::optional<PhraseIndex> victim = {};
    std::uint32_t draft = 0;
    bool own = false;
  };

  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
  const Scene& scene_;
  std::vector<Draft>& drafts_;
  std::vector<Draft> own_;
  Accidents accidents_;
  Last last_ = {};
  std::vector<DraftIndex> first_of_sentence_;
  // By sentence: the last one up to it that tells of an assault, and of one by more than its harm.
  std::vector<std::uint32_t> last_assault_, last_named_;
  std::array<std::optional<Known>, 5> last_known_ = {};
};
}  // namespace

void find_casualties(const Scene& scene, std::vector<Draft>& drafts) {
  Casualties(scene, drafts).find();
  std::erase_if(drafts, [](const Draft& draft) { return draft.merged; });
}

}  // namespace sayso
