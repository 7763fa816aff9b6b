#include "events/reality.h"

#include <algorithm>
#include <array>

#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// What a word makes of the event it governs.
enum class Judgement : std::uint8_t { none, actual, alleged, planned, possible, demanded, negated };

struct WordJudgement {
  std::string_view words;  // separated by blanks
  Judgement judgement;
};

template <std::size_t Most>
class Judgements {
 public:
  consteval Judgements(std::initializer_list<WordJudgement> rows) {
    for (const WordJudgement& row : rows) {
      for (std::string_view rest = row.words; !rest.empty();) {
        const std::size_t blank = rest.find(' ');
        entries_[static_cast<std::size_t>(size_++)] = {word_key(rest.substr(0, blank)),
                                                       row.judgement};
        rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
      }
    }
    std::sort(entries_.begin(), entries_.begin() + size_,
              [](const Entry& a, const Entry& b) { return a.word < b.word; });
  }
  Judgement of(WordKey word) const {
    const auto end = entries_.begin() + size_;
    const auto at = std::lower_bound(entries_.begin(), end, word,
                                     [](const Entry& a, WordKey b) { return a.word < b; });
    return at != end && at->word == word ? at->judgement : Judgement::none;
  }

 private:
  struct Entry {
    WordKey word = 0;
    Judgement judgement = Judgement::none;
  };
  std::array<Entry, Most> entries_ = {};
  std::ptrdiff_t size_ = 0;
};

// Lemmas of verbs and nouns before "to attack", "of attacking", "an attack".
constexpr Judgements<128> kGoverning({
    {"plan intend vow promise prepare decide agree want hope expect aim seek schedule pledge "
     "consider mull conspire plot threaten swear wish resolve propose offer intention plot "
     "preparation decision determination threat set due determine ready poise conspiracy prospect "
     "order-to",
     Judgement::planned},
    {"order urge ask call demand tell request require instruct command appeal advise encourage "
     "incite recommend invite exhort implore petition push authorize authorise press",
     Judgement::demanded},
    {"accuse suspect charge allege blame believe say report think claim rumor rumour indict "
     "implicate suspicion allegation accusation presume purport convict guilty",
     Judgement::alleged},
    {"fail refuse decline prevent stop avoid deny foil thwart avert failure refusal rule forbid "
     "ban prohibit dissuade abstain unable forestall",
     Judgement::negated},
    {"risk fear possibility danger warn worry likelihood chance likely suggest able eventuality",
     Judgement::possible},
    {"manage continue begin start go help proceed succeed try attempt use", Judgement::actual},
});

// Words right before a noun trigger, inside its phrase or around a verb.
constexpr Judgements<96> kHedges({
    {"alleged allegedly suspected reported reportedly supposed supposedly purported purportedly "
     "presumed apparent apparently claimed rumored rumoured ostensible",
     Judgement::alleged},
    {"planned upcoming scheduled future forthcoming imminent proposed impending intended",
     Judgement::planned},
    {"possible potential possibly probably likely perhaps maybe hypothetical feared threatened "
     "eventual",
     Judgement::possible},
    {"attempted failed foiled thwarted averted no unsuccessful abortive aborted",
     Judgement::negated},
});

void apply(Judgement judgement, Event& event) {
  switch (judgement) {
    case Judgement::none:
    case Judgement::actual: break;
    case Judgement::alleged: event.reality = Reality::alleged; break;
    case Judgement::planned: event.reality = Reality::planned; break;
    case Judgement::possible: event.reality = Reality::possible; break;
    case Judgement::demanded: event.reality = Reality::demanded; break;
    case Judgement::negated: event.polarity = Polarity::did_not_happen; break;
  }
}

// What a verb group says of itself.
Judgement of_verb(const VerbGroup& verb) {
  if (verb.modality == Modality::possible) return Judgement::possible;
  if (verb.modality == Modality::necessary) return Judgement::demanded;
  if (verb.modality == Modality::conditional)
    return verb.perfect ? Judgement::possible : Judgement::planned;
  if (verb.tense == Tense::future) return Judgement::planned;
  return Judgement::none;
}

bool is_past(const VerbGroup& verb) {
  return verb.modality == Modality::none && !verb.infinitive &&
         (verb.tense == Tense::past || verb.perfect);
}

constexpr TokenIndex kLookNoun = 3;
constexpr TokenIndex kLook = 8;  // tokens to the left in which a governing word is looked for

// The verb or noun that "to attack" or "of attacking" at `begin` hangs on.
Judgement governing(const Scene& scene, TokenIndex begin, bool infinitive,
                    TokenIndex look = kLook) {
  const TokenIndex first = scene.syntax.sentence_of(begin).first;
  const TokenIndex stop = begin > first + look ? begin - look : first;
  for (TokenIndex i = begin; i > stop; --i) {
    const Token& token = scene.token(i - 1);
    if (token.tag == Tag::colon || token.key == "that"_word) break;
    const Judgement found = kGoverning.of(token.lemma_key);
    const bool content = is_verb(token.tag) || is_noun(token.tag) || is_adjective(token.tag);
    if (found != Judgement::none && content) {
      const auto verb = scene.syntax.verb_at(i - 1);
      const bool negated = verb && scene.syntax.verb(*verb).negated;
      if (negated && found == Judgement::negated) return Judgement::none;
      if (negated) return Judgement::negated;
      return found;
    }
    if (is_verb(token.tag) && scene.syntax.verb_at(i - 1) && token.key != "be"_word &&
        token.lemma_key != "be"_word && token.lemma_key != "have"_word) {
      break;
    }
  }
  return infinitive ? Judgement::planned : Judgement::none;
}

// "if rebels attack", "without attacking": the word that opens the clause of the verb.
Judgement clause_opening(const Scene& scene, TokenIndex begin) {
  const TokenIndex first = scene.syntax.sentence_of(begin).first;
  const TokenIndex stop = begin > first + 12 ? begin - 12 : first;
  for (TokenIndex i = begin; i > stop; --i) {
    const Token& token = scene.token(i - 1);
    if (token.key == "if"_word || token.key == "unless"_word || token.key == "whether"_word ||
        token.key == "lest"_word) {
      return Judgement::possible;
    }
    if (token.key == "without"_word && i == begin) return Judgement::negated;
    const auto verb = scene.syntax.verb_at(i - 1);
    if (verb && scene.syntax.verb(*verb).finite) break;
    if (token.tag == Tag::colon || token.key == "that"_word) break;
  }
  return Judgement::none;
}

Judgement hedge_near(const Scene& scene, TokenIndex first, TokenIndex last) {
  for (TokenIndex i = first; i < last; ++i) {
    if (!is_adverb(scene.token(i).tag)) continue;
    const Judgement found = kHedges.of(scene.token(i).key);
    if (found != Judgement::none && found != Judgement::negated) return found;
  }
  return Judgement::none;
}

// "no one was killed", "none of the hostages was freed"
bool says_nobody(const Scene& scene, const Phrases& phrases) {
  static constexpr auto kNobody = words("no", "none", "nobody", "neither", "nothing", "no-one");
  return std::any_of(phrases.begin(), phrases.end(), [&](PhraseIndex p) {
    return kNobody.has(scene.token(scene.syntax.phrase(p).tokens.first).key);
  });
}

void judge_verb(const Scene& scene, VerbIndex index, Event& event) {
  const VerbGroup& verb = scene.syntax.verb(index);
  const TokenIndex begin = verb.tokens.first;
  apply(of_verb(verb), event);
  if (verb.negated) event.polarity = Polarity::did_not_happen;
  const TokenIndex first = scene.syntax.sentence_of(begin).first;
  const bool after_preposition = begin > first && scene.token(begin - 1).tag == Tag::IN;
  const bool gerund = scene.token(verb.head).tag == Tag::VBG && !verb.finite;
  if (verb.infinitive || (gerund && (after_preposition || begin > first))) {
    const bool bare =
        !verb.infinitive && !after_preposition &&
        (scene.token(begin - 1).tag == Tag::comma || scene.syntax.phrase_at(begin - 1));
    if (!bare) apply(governing(scene, begin, verb.infinitive && !verb.perfect), event);
  }
  apply(clause_opening(scene, begin), event);
  const TokenIndex before = begin > first ? begin - 1 : begin;
  const TokenIndex after = std::min(verb.tokens.last + 1, scene.syntax.sentence_of(begin).last);
  apply(hedge_near(scene, before, after), event);
  const Phrases subjects = scene.syntax.subjects(index);
  const Phrases objects = scene.syntax.objects(index, verb.tokens.last);
  if (says_nobody(scene, subjects) ||
      (!scene.syntax.is_passive(index) && says_nobody(scene, objects))) {
    event.polarity = Polarity::did_not_happen;
  }
}

// Past verbs a participle or a shared auxiliary hangs on: ", killing three" is as real as its verb.
void judge_governor(const Scene& scene, VerbIndex index, Event& event) {
  if (scene.syntax.verb(index).finite || scene.syntax.verb(index).infinitive) return;
  if (const auto governor = scene.syntax.governor(index)) {
    apply(of_verb(scene.syntax.verb(*governor)), event);
  }
}

void judge_noun(const Scene& scene, const Draft& draft, Event& event) {
  const NounPhrase& phrase = scene.syntax.phrase(*draft.trigger.phrase);
  for (TokenIndex i = phrase.tokens.first; i < phrase.head; ++i) {
    apply(kHedges.of(scene.token(i).key), event);
  }
  if (draft.role == LightRole::not_happen) event.polarity = Polarity::did_not_happen;
  const bool has_object =
      draft.governor &&
      !scene.syntax.objects(*draft.governor, scene.syntax.verb(*draft.governor).tokens.last)
           .empty();
  // "No one was killed in the attack" and "no one died in it" deny the deaths, not the attack.
  const bool dies = draft.governor && !has_object &&
                    scene.lexicon.casualty_verbs.has(
                        scene.token(scene.syntax.verb(*draft.governor).head).lemma_key);
  const bool undergone =
      draft.role == LightRole::target && (dies || scene.syntax.is_passive(*draft.governor));
  // So does "the attack killed nobody"; "clashes did not break out" does deny them.
  const bool does = draft.role == LightRole::happen && has_object;
  const bool answered = draft.role == LightRole::answer;
  if (answered && draft.event.reality == Reality::actual && !draft.event.actor.empty()) {
    event.reality = Reality::alleged;
  }
  if (answered) return;
  if (draft.governor && draft.role && !undergone && !does) {
    judge_verb(scene, *draft.governor, event);
    const Token& head = scene.token(scene.syntax.verb(*draft.governor).head);
    const Judgement judgement = kGoverning.of(head.lemma_key);
    if (judgement != Judgement::none) apply(judgement, event);
    return;
  }
  const TokenIndex begin = phrase.tokens.first;
  const TokenIndex first = scene.syntax.sentence_of(begin).first;
  if (begin == first) return;
  const bool preposition =
      scene.token(begin - 1).tag == Tag::IN || scene.token(begin - 1).tag == Tag::TO;
  if (preposition && scene.token(begin - 1).key == "without"_word) {
    event.polarity = Polarity::did_not_happen;
  }
  // "fears of an attack", "plans for a march", "called for a strike"; "the" has been told before.
  const bool near = preposition || scene.syntax.verb_at(begin - 1).has_value();
  if (near && !draft.definite) apply(governing(scene, begin, false, kLookNoun), event);
}

// What the innermost voice's act makes of what it tells.
void judge_voice(const Scene& scene, bool past, Event& event) {
  if (event.voice.empty()) return;
  switch (scene.attributions[event.voice.back()].act) {
    case Act::deny:
    case Act::refuse: event.polarity = Polarity::did_not_happen; break;
    case Act::allege:
    case Act::accuse:
    case Act::claim:
    case Act::believe:
      if (event.reality == Reality::actual) event.reality = Reality::alleged;
      break;
    case Act::demand:
    case Act::ask:
    case Act::order:
    case Act::want:
      if (!past && event.reality != Reality::alleged) event.reality = Reality::demanded;
      break;
    case Act::promise:
    case Act::plan:
    case Act::threaten:
      if (!past && event.reality == Reality::actual) event.reality = Reality::planned;
      break;
    case Act::suggest:
    case Act::expect:
    case Act::warn:
      if (!past && event.reality == Reality::actual) event.reality = Reality::possible;
      break;
    default: break;
  }
}

// "A march on 29 June" in a report of 21 June is to come.
void judge_time(const Scene& scene, Event& event) {
  constexpr std::size_t kDay = 10;  // "2023-06-29"
  if (!event.time || !scene.report.published || event.reality != Reality::actual) return;
  const std::string& value = scene.values.times[*event.time].value;
  const std::string_view day = std::string_view(value).substr(0, kDay);
  const std::string_view today = std::string_view(*scene.report.published).substr(0, kDay);
  const bool dated = day.size() == kDay && day[4] == '-' && day[5] != 'W' && today.size() == kDay;
  if (dated && day > today) event.reality = Reality::planned;
}
}  // namespace

bool is_habitual(const Scene& scene, const Draft& draft) {
  if (!draft.trigger.verb) return false;
  const VerbGroup& verb = scene.syntax.verb(*draft.trigger.verb);
  const std::uint32_t sentence = scene.token(verb.head).sentence;
  if (scene.analysis.sentences[sentence].kind == SentenceKind::heading) return false;
  if (verb.infinitive) {
    return governing(scene, verb.tokens.first, false) == Judgement::none && !verb.perfect;
  }
  // The present of a headline is a past; that of a story is a habit.
  return verb.finite && verb.tense == Tense::present && verb.modality == Modality::none &&
         !verb.perfect && !verb.progressive && !verb.passive;
}

void judge_reality(const Scene& scene, Draft& draft) {
  const auto verb = draft.trigger.verb ? draft.trigger.verb : draft.governor;
  if (draft.trigger.verb) {
    judge_governor(scene, *draft.trigger.verb, draft.event);
    judge_verb(scene, *draft.trigger.verb, draft.event);
  } else if (draft.trigger.phrase) {
    judge_noun(scene, draft, draft.event);
  }
  const bool past = draft.definite || (verb && is_past(scene.syntax.verb(*verb)));
  judge_voice(scene, past, draft.event);
  judge_time(scene, draft.event);
}

}  // namespace sayso
