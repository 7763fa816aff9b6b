#include "events/harm.h"

#include <algorithm>

#include "events/words.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

class Finder {
 public:
  explicit Finder(const Scene& scene) : scene_(scene), syntax_(scene.syntax) {}

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
    for (const PhraseIndex victim : victims) {
      if (scene_.is_time(victim) || scene_.instrument(victim)) continue;
      found_.push_back({.word = harm.word,
                        .tokens = harm.tokens,
                        .trigger = harm.trigger.empty() ? harm.tokens : harm.trigger,
                        .verb = harm.verb,
                        .phrase = harm.phrase,
                        .victim = victim,
                        .negated = harm.negated || is_nobody(victim)});
    }
  }

  bool is_nobody(PhraseIndex phrase) const {
    static constexpr auto kNobody = words("no", "none", "nobody", "neither", "no-one");
    return kNobody.has(scene_.token(syntax_.phrase(phrase).tokens.first).key);
  }

  // "None of the dead was armed" counts nobody: they are dead all the same.
  bool is_none_of(PhraseIndex outer, PhraseIndex p) const { return outer != p && is_nobody(outer); }

  void from_verb(VerbIndex v) {
    const VerbGroup& verb = syntax_.verb(v);
    const TokenIndex end = syntax_.sentence_of(verb.head).last;
    if (!scene_.may_begin(verb.head, kCasualtyVerbs)) return;
    const bool be = scene_.token(verb.head).lemma_key == "be"_word;
    if (be && from_state(v, verb, end)) return;
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
    if ((harm.word.who & kSubject) != 0) {
      if (!syntax_.is_passive(v)) add(harm, subjects(v));
      return;
    }
    if (syntax_.is_passive(v)) return add(harm, subjects(v));
    // "claimed the lives of 12": the victims follow the phrase; "left 12 dead": they are inside.
    const TokenIndex from = match->gap ? match->head_last : match->last;
    add(harm, syntax_.objects(v, std::max(from, verb.tokens.last)));
    if (match->gap && harm.word.cause == CasualtyCause::death)
      from_second_state(harm, match->last, end);
  }

  Phrases subjects(VerbIndex v) const {
    Phrases all;
    const Phrases listed = syntax_.subjects(v);
    for (const PhraseIndex p : listed) all.push_back(p);
    return all;
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
          subjects(v));
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
    add(harm, subjects(v));
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
  }

  void from_noun(PhraseIndex p, const CasualtyWord& found, TokenRange tokens) {
    Harm harm{.word = found, .tokens = tokens, .phrase = p};
    Phrases victims;
    if (found.cause == CasualtyCause::head) {
      // "12 dead", "6 of the injured", "the wounded": only a count makes news of them.
      const PhraseIndex outer = syntax_.outermost(p);
      if (is_none_of(outer, p) || (!counts(outer) && !counts(p))) return;
      victims.push_back(outer);
      return add(harm, victims);
    }
    if (const auto complement = syntax_.complement(p)) {
      victims.push_back(*complement);
    } else if (found.cause == CasualtyCause::toll) {
      victims.push_back(toll_value(p).value_or(p));
    } else {
      return;  // "the mayor's murder": one man, who is the event's target
    }
    if (found.cause == CasualtyCause::toll && !counts(victims.front()) && !counts(p)) return;
    if (found.cause == CasualtyCause::toll && counts(p) && !counts(victims.front())) {
      victims = Phrases{};
      victims.push_back(p);
    }
    add(harm, victims);
  }

  // "the death toll rose to 12"
  std::optional<PhraseIndex> toll_value(PhraseIndex p) const {
    const TokenIndex from = syntax_.phrase(p).tokens.last;
    const TokenIndex end = std::min(syntax_.sentence_of(from - 1).last, from + 12);
    for (TokenIndex i = from; i < end; ++i) {
      const auto phrase = syntax_.phrase_at(i);
      if (!phrase) continue;
      const bool after_verb = scene_.token(i - 1).tag == Tag::TO ||
                              scene_.token(i - 1).key == "at"_word ||
                              syntax_.verb_at(i - 1).has_value();
      if (after_verb && counts(*phrase)) return phrase;
      i = syntax_.phrase(*phrase).tokens.last - 1;
    }
    return std::nullopt;
  }

  bool counts(PhraseIndex phrase) const {
    return scene_.count_in(scene_.span_of(phrase)).has_value();
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
      if (is_none_of(outer, p) || !counts(outer)) return;
      Phrases one;
      one.push_back(outer);
      return add({.word = word(match->value), .tokens = {i, match->last}, .phrase = p}, one);
    }
  }

  const Scene& scene_;
  const Syntax& syntax_;
  std::vector<Harm> found_;
};
}  // namespace

std::vector<Harm> find_harm(const Scene& scene) { return Finder(scene).find(); }

}  // namespace sayso
