#include "events/harm.h"

#include <algorithm>

#include "core/word_set.h"
#include "events/parts.h"
#include "events/roles.h"
#include "events/victims.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

class Finder {
 public:
  explicit Finder(const Scene& scene) : scene_(scene), syntax_(scene.syntax), victims_(scene) {}

  std::vector<Harm> find() {
    for (VerbIndex v = 0; v < scene_.analysis.verb_groups.size(); ++v) from_verb(v);
    for (PhraseIndex p = 0; p < scene_.analysis.noun_phrases.size(); ++p) from_phrase(p);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Harm& a, const Harm& b) { return a.tokens.first < b.tokens.first; });
    return std::move(found_);
  }

 private:
  const CasualtyWord& word(std::uint32_t index) const {
    return scene_.lexicon.casualty_words[index];
  }

  void add(const Harm& harm, const Phrases& victims) {
    if (victims.empty()) return;
    if (const auto value = victims_.told_number(victims.front())) return add_one(harm, *value);
    const auto whole = harm.verb ? victims_.whole_before(victims.front()) : std::nullopt;
    if (whole) {
      add_one(harm, *whole);
      if (add_parts(harm, *whole)) return;
    }
    bool counted = false;
    for (const PhraseIndex victim : victims) {
      // "3,000 dissidents, lawyers and monks": all are in the count.
      if (!counted || scene_.count_of(victim) || !victims_.is_bare(victim)) add_one(harm, victim);
      counted |= scene_.count_of(victim).has_value();
    }
    add_parts(harm, victims.back());
  }

  void add_one(const Harm& harm, PhraseIndex victim) {
    if (!victims_.may_be(victim, harm)) return;
    found_.push_back({.word = harm.word,
                      .tokens = harm.tokens,
                      .trigger = harm.trigger.empty() ? harm.tokens : harm.trigger,
                      .verb = harm.verb,
                      .phrase = harm.phrase,
                      .victim = victim,
                      .whole = harm.whole,
                      .negated = harm.negated || victims_.is_nobody(victim)});
  }

  // Whether there are any.
  bool add_parts(const Harm& harm, PhraseIndex victim) {
    const std::vector<Part> parts = find_parts(scene_, victims_, harm, victim);
    for (const Part& part : parts) {
      Harm one = harm;
      if (part.fatal) one.word.effect = Effect::killed;
      if (!part.how.empty()) one.tokens = part.how;
      if (!part.beside) one.whole = victim;
      add_one(one, part.victim);
    }
    return !parts.empty();
  }

  void from_verb(VerbIndex v) {
    const VerbGroup& verb = syntax_.verb(v);
    const TokenIndex end = syntax_.sentence_of(verb.head).last;
    if (scene_.token(verb.head).key == "missing"_word) return from_missing(v);
    if (!scene_.may_begin(verb.head, kCasualtyVerbs)) return;
    const bool be = scene_.token(verb.head).lemma_key == "be"_word;
    if (be && (from_state(v, verb, end) || from_among(v, end))) return;
    const auto match = scene_.lexicon.casualty_verbs.find(scene_.analysis.tokens, verb.head, end);
    if (!match) {
      if (be) from_predicate(v, verb, end);
      return;
    }
    Harm harm{.word = word(match->value),
              .tokens = {verb.head, match->last},
              .trigger = {verb.head, match->gap ? match->head_last : match->last},
              .verb = v,
              .negated = verb.negated};
    // "was fatally stabbed"
    for (TokenIndex i = verb.tokens.first; i < verb.head; ++i) {
      if (is_fatal(scene_.token(i)) && harm.word.effect == Effect::injured) {
        harm.word.effect = Effect::killed;
      }
    }
    // "suffered 8 wounded" tells of the eight.
    const Tag last = scene_.token(match->last - 1).tag;
    const bool of_others = match->gap && (last == Tag::VBN || is_adjective(last));
    if ((harm.word.who & kSubject) != 0 && of_others) return;
    if ((harm.word.who & kSubject) != 0) {
      if (!syntax_.is_passive(v) && may_be_driven_out(harm, v)) add(harm, syntax_.subjects(v));
      return;
    }
    if (syntax_.is_passive(v)) return add(harm, syntax_.subjects(v));
    // "claimed the lives of 12": the victims follow the phrase; "left 12 dead": they are inside.
    const TokenIndex from = match->gap ? match->head_last : match->last;
    const Phrases found = objects(v, std::max(from, verb.tokens.last), end);
    // "28 activists arrested in Oste": headlines leave out "were".
    if (found.empty() && is_past_form(verb.head) && all_counted(syntax_.subjects(v))) {
      return add(harm, syntax_.subjects(v));
    }
    add(harm, found);
    if (match->gap && harm.word.cause == CasualtyCause::death)
      from_second_state(harm, match->last, end);
  }

  bool is_past_form(TokenIndex verb) const {
    return scene_.token(verb).tag == Tag::VBD || scene_.token(verb).tag == Tag::VBN;
  }
  bool all_counted(const Phrases& phrases) const {
    return !phrases.empty() && !any(phrases, [&](PhraseIndex p) { return !victims_.counts(p); });
  }

  // Whoever attacked flees, too: "fled" alone displaces those who live there.
  bool may_be_driven_out(const Harm& harm, VerbIndex v) const {
    static constexpr auto kInhabitants =
        words("resident", "villager", "family", "people", "civilian", "refugee", "household",
              "inhabitant", "woman", "child", "population", "thousand", "hundred", "ten", "dozen",
              "million", "score");
    const bool alone =
        harm.tokens.size() == 1 && scene_.token(harm.tokens.first).lemma_key == "flee"_word;
    return !alone || any(syntax_.subjects(v), [&](PhraseIndex p) {
      return kInhabitants.has(scene_.token(syntax_.phrase(p).head).lemma_key) ||
             (syntax_.complement(p) &&
              kInhabitants.has(
                  scene_.token(syntax_.phrase(*syntax_.complement(p)).head).lemma_key));
    });
  }

  // Also those that words of a count hide: "killed around 20", "wounded upwards of 90".
  Phrases objects(VerbIndex v, TokenIndex from, TokenIndex end) const {
    Phrases direct = syntax_.objects(v, from);
    if (!direct.empty() || from >= end) return direct;
    const Quantity* quantity = scene_.quantity_at(from);
    if (quantity == nullptr || !quantity->unit.empty()) return direct;
    for (TokenIndex i = from; i < end && scene_.token(i).span.begin < quantity->span.end; ++i) {
      const auto phrase = syntax_.phrase_at(i);
      if (!phrase) continue;
      const TokenIndex last = syntax_.phrase(*phrase).tokens.last - 1;
      if (scene_.token(last).span.end >= quantity->span.end) {
        return syntax_.list_from(*phrase, end);
      }
    }
    return direct;
  }

  // "left 3 dead and 10 wounded": the second count and its state.
  void from_second_state(const Harm& harm, TokenIndex at, TokenIndex end) {
    while (at < end && (scene_.token(at).tag == Tag::CC || scene_.token(at).tag == Tag::comma))
      ++at;
    const auto phrase = at < end ? syntax_.phrase_at(at) : std::nullopt;
    if (!phrase) return;
    for (TokenIndex i = at; i < std::min(end, at + 5); ++i) {
      const auto state = scene_.find(kCasualtyAdjectives, i, end);
      if (!state) continue;
      Harm second = harm;
      second.word = word(state->value);
      second.word.cause = CasualtyCause::death;
      second.tokens = {i, state->last};
      second.trigger = second.tokens;
      Phrases one;
      one.push_back(*phrase);
      return add(second, one);
    }
  }

  // "Two children were among the dead", "... among those burned to death"
  bool from_among(VerbIndex v, TokenIndex end) {
    constexpr TokenIndex kLongest = 6;
    const TokenIndex from = syntax_.verb(v).tokens.last;
    if (from >= end || scene_.token(from).key != "among"_word) return false;
    for (TokenIndex i = from + 1; i < std::min(end, from + kLongest); ++i) {
      auto match = scene_.find(kCasualtyNouns, i, end);
      if (!match) match = scene_.find(kCasualtyAdjectives, i, end);
      std::optional<std::uint32_t> value;
      if (match) value = match->value;
      if (!value && scene_.may_begin(i, kCasualtyVerbs)) {
        const auto verb = scene_.lexicon.casualty_verbs.find(scene_.analysis.tokens, i, end);
        if (verb) value = verb->value;
      }
      if (!value) continue;
      Phrases told;
      for (const PhraseIndex victim : syntax_.subjects(v)) {
        if (victims_.are_told(victim)) told.push_back(victim);
      }
      add({.word = word(*value), .tokens = {i, i + 1}, .verb = v}, told);
      return true;
    }
    return false;
  }

  // "is in critical condition"
  bool from_state(VerbIndex v, const VerbGroup& verb, TokenIndex end) {
    for (TokenIndex i = verb.tokens.last; i < std::min(end, verb.tokens.last + 3); ++i) {
      const auto match = scene_.lexicon.casualty_states.longest(scene_.analysis.tokens, i, end,
                                                                PhraseTable::By::lemma);
      if (!match) continue;
      add({.word = word(match->value),
           .tokens = {i, match->last},
           .verb = v,
           .negated = verb.negated},
          syntax_.subjects(v));
      return true;
    }
    return false;
  }

  // "are dead", "were still missing": "were wounded" is a passive verb.
  void from_predicate(VerbIndex v, const VerbGroup& verb, TokenIndex end) {
    TokenIndex i = verb.tokens.last;
    while (i < end && is_adverb(scene_.token(i).tag)) ++i;
    if (i >= end || syntax_.phrase_at(i)) return;
    const auto match = scene_.find(kCasualtyAdjectives, i, end);
    if (!match) return;
    Harm harm{
        .word = word(match->value), .tokens = {i, match->last}, .verb = v, .negated = verb.negated};
    harm.word.cause = CasualtyCause::death;
    add(harm, syntax_.subjects(v));
  }

  // "are missing in the mountains", which a tagger may take for the verb.
  void from_missing(VerbIndex v) {
    const VerbGroup& verb = syntax_.verb(v);
    const auto index = scene_.lexicon.casualty_adjectives.find("missing"_word);
    if (!index || !verb.finite || !syntax_.objects(v, verb.tokens.last).empty()) return;
    add({.word = word(*index),
         .tokens = {verb.head, verb.head + 1},
         .verb = v,
         .negated = verb.negated},
        syntax_.subjects(v));
  }

  void from_phrase(PhraseIndex p) {
    const NounPhrase& np = syntax_.phrase(p);
    const TokenIndex first = np.head > np.tokens.first + 3 ? np.head - 3 : np.tokens.first;
    for (TokenIndex i = first; i <= np.head; ++i) {
      if (!scene_.may_begin(i, kCasualtyNouns)) continue;
      const auto match = scene_.find(kCasualtyNouns, i, syntax_.noun_end(p));
      if (match && match->last > np.head) return from_noun(p, word(match->value), {i, match->last});
    }
    from_modifier(p);
    from_state_behind(p);
  }

  // "Four dead as a bus plunges", "between 40 and 50 missing", "five badly hurt": a count and what
  // became of them, without a verb.
  void from_state_behind(PhraseIndex p) {
    const NounPhrase& np = syntax_.phrase(p);
    const TokenIndex end = syntax_.sentence_of(np.head).last;
    TokenIndex i = np.tokens.last;
    while (i < end && is_adverb(scene_.token(i).tag)) ++i;
    if (i >= end || !victims_.counts(p)) return;
    const auto verb = syntax_.verb_at(i);
    if (verb && syntax_.verb(*verb).head != i) return;
    const auto match = scene_.find(kCasualtyAdjectives, i, end);
    if (!match) return;
    const bool before_noun = match->last < end && is_noun(scene_.token(match->last).tag);
    // A verb that has them as its object, or is told of them, is found as one.
    if (before_noun || (verb && scene_.may_begin(i, kCasualtyVerbs) && syntax_.is_passive(*verb))) {
      return;
    }
    Phrases one;
    one.push_back(p);
    add({.word = word(match->value), .tokens = {i, match->last}, .phrase = p}, one);
  }

  void from_noun(PhraseIndex p, const CasualtyWord& found, TokenRange tokens) {
    Harm harm{.word = found, .tokens = tokens, .phrase = p};
    Phrases victims;
    if (found.cause == CasualtyCause::head) {
      // "12 dead", "6 of the injured", "the wounded": only a count makes news of them.
      if (from_list_of_victims(harm, p)) return;
      const PhraseIndex outer = syntax_.outermost(p);
      if (victims_.is_none_of(outer, p)) return;
      // "two of the wounded died"
      const auto verb = syntax_.verb_at(syntax_.phrase(p).tokens.last);
      const bool told = verb && scene_.may_begin(syntax_.verb(*verb).head, kCasualtyVerbs);
      if (told && found.effect == Effect::injured) return;
      // "the bodies of three fishermen"
      const auto whose = syntax_.complement(p);
      const bool counted = victims_.counts(outer) || victims_.counts(p);
      if (!counted && !(whose && victims_.counts(*whose))) return;
      victims.push_back(counted ? outer : *whose);
      return add(harm, victims);
    }
    if (const auto complement = syntax_.complement(p)) {
      victims.push_back(*complement);
    } else if (found.cause == CasualtyCause::toll) {
      victims.push_back(victims_.counts(p) ? p : victims_.toll_value(p).value_or(p));
    } else {
      return;  // "the mayor's murder": one man, who is the event's target
    }
    const bool counted = victims_.counts(victims.front()) || victims_.counts(p);
    // "the death of his brother"
    const bool one = victims.front() != p && victims_.is_person(victims.front());
    if (found.cause == CasualtyCause::toll && !counted && !one) return;
    if (found.cause == CasualtyCause::toll && victims_.counts(p) &&
        !victims_.counts(victims.front())) {
      victims = Phrases{};
      victims.push_back(p);
    }
    add(harm, victims);
  }

  // "The dead included three women", "Among the dead were two nurses".
  bool from_list_of_victims(const Harm& harm, PhraseIndex p) {
    const NounPhrase& np = syntax_.phrase(p);
    const auto verb = syntax_.verb_at(np.tokens.last);
    if (!verb) return false;
    const WordKey lemma = scene_.token(syntax_.verb(*verb).head).lemma_key;
    const TokenIndex first = np.tokens.first;
    const bool among = lemma == "be"_word && first > syntax_.sentence_of(first).first &&
                       scene_.token(first - 1).lemma_key == "among"_word;
    // "The wounded were three nurses and a driver"
    const bool are = lemma == "be"_word && scene_.token(first).key == "the"_word;
    if (lemma != "include"_word && !among && !are) return false;
    Phrases counted;
    for (const PhraseIndex victim : syntax_.objects(*verb, syntax_.verb(*verb).tokens.last)) {
      if (victims_.are_told(victim)) counted.push_back(victim);
    }
    add(harm, counted);
    return !counted.empty();
  }

  // "three wounded soldiers", "6 of the injured men": with a count only.
  void from_modifier(PhraseIndex p) {
    const NounPhrase& np = syntax_.phrase(p);
    const TokenIndex first = np.head > np.tokens.first + 3 ? np.head - 3 : np.tokens.first;
    for (TokenIndex i = first; i < np.head; ++i) {
      const Tag tag = scene_.token(i).tag;
      if (!is_adjective(tag) && tag != Tag::VBN && tag != Tag::VBD) continue;
      const auto match = scene_.find(kCasualtyAdjectives, i, np.head);
      if (!match) continue;
      const PhraseIndex outer = syntax_.outermost(p);
      if (victims_.is_none_of(outer, p) || !victims_.counts(outer)) return;
      Phrases one;
      one.push_back(outer);
      return add({.word = word(match->value), .tokens = {i, match->last}, .phrase = p}, one);
    }
  }

  const Scene& scene_;
  const Syntax& syntax_;
  Victims victims_;
  std::vector<Harm> found_;
};
}  // namespace

std::vector<Harm> find_harm(const Scene& scene) { return Finder(scene).find(); }

}  // namespace sayso
