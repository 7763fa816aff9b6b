#include "events/harm.h"

#include <algorithm>

#include "core/word_set.h"
#include "events/roles.h"

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
    if (const auto value = told_number(victims.front())) return add_one(harm, *value);
    if (const auto whole = whole_before(victims.front())) {
      add_one(harm, *whole);
      if (add_parts(harm, *whole)) return;
    }
    bool counted = false;
    for (const PhraseIndex victim : victims) {
      // "3,000 dissidents, lawyers and monks": all are in the count.
      if (!counted || scene_.count_of(victim) || !is_bare(victim)) add_one(harm, victim);
      counted |= scene_.count_of(victim).has_value();
    }
    add_parts(harm, victims.back());
  }

  // A number, or somebody in particular: "their teacher", "the chief surgeon", "Um Khaled".
  bool is_told_victim(PhraseIndex phrase) const {
    return scene_.count_of(phrase) || (is_person(phrase) && !is_bare(phrase));
  }

  // "lawyers", without an article
  bool is_bare(PhraseIndex phrase) const {
    const NounPhrase& np = syntax_.phrase(phrase);
    return scene_.token(np.head).tag == Tag::NNS &&
           (is_noun(scene_.token(np.tokens.first).tag) ||
            is_adjective(scene_.token(np.tokens.first).tag));
  }

  void add_one(const Harm& harm, PhraseIndex victim) {
    if (scene_.is_time(victim) || scene_.instrument(victim) || is_animal(victim)) return;
    if (is_corrected(victim) || (is_thing(victim) && needs_people(harm.word))) return;
    // One holds talks, seizes a town and captures a market.
    const bool any_object = kOfAnything.has(scene_.token(harm.tokens.first).lemma_key);
    if (any_object && harm.word.effect == Effect::detained && !is_person(victim)) return;
    found_.push_back({.word = harm.word,
                      .tokens = harm.tokens,
                      .trigger = harm.trigger.empty() ? harm.tokens : harm.trigger,
                      .verb = harm.verb,
                      .phrase = harm.phrase,
                      .victim = victim,
                      .negated = harm.negated || is_nobody(victim)});
  }

  // "12 people, including three children,", "43 men, among them a minister", "three of them
  // critically": parts of those who came to harm, told behind them.
  // Whether there are any.
  bool add_parts(const Harm& harm, PhraseIndex victim) {
    const TokenIndex from = syntax_.phrase(victim).tokens.last;
    const TokenRange sentence = syntax_.sentence_of(from - 1);
    const TokenIndex end = std::min(sentence.last, from + kPartsReach);
    bool found = false;
    for (TokenIndex i = from; i < end; ++i) {
      const auto verb = syntax_.verb_at(i);
      // Behind another verb, or other harm, the parts are of something else.
      const bool other =
          verb && verb != harm.verb && !harm.tokens.contains(syntax_.verb(*verb).head);
      if (other && (syntax_.verb(*verb).finite || scene_.may_begin(i, kCasualtyVerbs))) {
        return found;
      }
      if (const TokenIndex part = opens_part(i, end); part != i) {
        const auto phrase = syntax_.phrase_at(part);
        if (!phrase) return false;
        for (const PhraseIndex p : syntax_.list_from(*phrase, end)) {
          if (is_told_victim(p)) add_one(harm, p);
        }
        return true;
      }
      const auto phrase = syntax_.phrase_at(i);
      if (!phrase) continue;
      if (is_part_of_them(*phrase, end)) {
        add_one(harm, *phrase);
        return true;
      }
      if (is_elsewhere(*phrase, end)) {
        add_one(harm, *phrase);
        found = true;
      }
      if (const auto part = how_badly(harm, *phrase, end)) {
        add_one(*part, *phrase);
        return true;
      }
      i = syntax_.phrase(*phrase).tokens.last - 1;
    }
    return found;
  }

  // "killed 19 in Oste, seven in Vel and one at sea": a bare number and where.
  bool is_elsewhere(PhraseIndex p, TokenIndex end) const {
    static constexpr auto kWhere = words("in", "from", "at", "near", "on");
    const NounPhrase& np = syntax_.phrase(p);
    if (np.tokens.first == 0 || np.tokens.last + 1 >= end) return false;
    const Token& before = scene_.token(np.tokens.first - 1);
    const bool listed = before.key == ","_word || before.tag == Tag::CC;
    return listed && scene_.token(np.head).tag == Tag::CD && scene_.count_of(p) &&
           kWhere.has(scene_.token(np.tokens.last).key);
  }

  // "The number of people displaced has reached 1.2 million"
  std::optional<PhraseIndex> told_number(PhraseIndex phrase) const {
    static constexpr auto kNumber = words("number", "total", "tally", "count");
    const PhraseIndex outer = syntax_.outermost(phrase);
    const bool definite = scene_.token(syntax_.phrase(outer).tokens.first).key == "the"_word;
    if (!definite || scene_.count_in(scene_.whole_span(outer))) return std::nullopt;
    if (!kNumber.has(scene_.token(syntax_.phrase(outer).head).lemma_key)) return std::nullopt;
    return toll_value(phrase);
  }

  // Those in front of a subject that is only a part of them: "Fourteen civilians, eight of them
  // women, were killed", "41 people (17 children and 24 men)", "12 workers, eight from Oste and
  // four from Vel".
  std::optional<PhraseIndex> whole_before(PhraseIndex phrase) const {
    constexpr int kMostParts = 6;
    double sum = exact(phrase);
    for (int parts = 0; parts < kMostParts; ++parts) {
      const TokenIndex first = syntax_.phrase(phrase).tokens.first;
      if (first < syntax_.sentence_of(first).first + 2) return std::nullopt;
      const Token& before = scene_.token(first - 1);
      const bool opened = before.key == "including"_word || before.key == "incl."_word ||
                          before.key == "("_word || before.tag == Tag::colon;
      if (opened || before.key == "them"_word) return counted_before(opened_from(first - 1));
      if (before.key != ","_word && before.tag != Tag::CC) return std::nullopt;
      const auto earlier = counted_before(first - 1);
      if (!earlier) return std::nullopt;
      if (sum > 0 && exact(*earlier) == sum) return earlier;
      sum += exact(*earlier);
      phrase = *earlier;
    }
    return std::nullopt;
  }

  // Where the words begin that open a part and end with `token`: "including", ", eight of them".
  TokenIndex opened_from(TokenIndex token) const {
    if (scene_.token(token).key != "them"_word || token < 3) return token;
    if (scene_.token(token - 1).key == "among"_word) return token - 1;
    const auto part = syntax_.phrase_at(token - 2);
    return part && scene_.token(token - 1).key == "of"_word ? syntax_.phrase(*part).tokens.first
                                                            : token;
  }

  // The counted phrase that ends at `token`, before a comma, or before where it is from.
  std::optional<PhraseIndex> counted_before(TokenIndex token) const {
    const TokenIndex begin = syntax_.sentence_of(token).first;
    if (token > begin && scene_.token(token - 1).key == ","_word) --token;
    if (token <= begin) return std::nullopt;
    auto phrase = syntax_.phrase_at(token - 1);
    if (phrase && !scene_.count_of(*phrase)) {
      const TokenIndex in = syntax_.phrase(*phrase).tokens.first;
      if (in < begin + 2 || scene_.token(in - 1).tag != Tag::IN) return std::nullopt;
      phrase = syntax_.phrase_at(in - 2);
    }
    return phrase && scene_.count_of(*phrase) ? phrase : std::nullopt;
  }

  // The number of an exact count, or 0.
  double exact(PhraseIndex phrase) const {
    const auto count = scene_.count_of(phrase);
    if (!count) return 0;
    const Quantity& quantity = scene_.values.quantities[*count];
    return quantity.min && quantity.min == quantity.max ? *quantity.min : 0;
  }

  // Where what follows "including", "incl." or "among them" begins; `i` where there is none.
  TokenIndex opens_part(TokenIndex i, TokenIndex end) const {
    const WordKey key = scene_.token(i).key;
    if ((key == "including"_word || key == "incl."_word) && i + 1 < end) return i + 1;
    const bool among = key == "among"_word && i + 2 < end && scene_.token(i + 1).key == "them"_word;
    return among ? i + 2 : i;
  }

  // "three of them critically", "eight of them women", "a third of them badly": no verb of its own.
  bool is_part_of_them(PhraseIndex p, TokenIndex end) const {
    const TokenIndex of = syntax_.phrase(p).tokens.last;
    if (of + 1 >= end || scene_.token(of).key != "of"_word) return false;
    if (scene_.token(of + 1).key != "them"_word || !scene_.count_of(p)) return false;
    TokenIndex next = of + 2;
    while (next < end && is_adverb(scene_.token(next).tag)) ++next;
    return next >= end || !syntax_.verb_at(next);
  }

  // "wounded, two seriously", "stabbed, four fatally"
  std::optional<Harm> how_badly(const Harm& harm, PhraseIndex p, TokenIndex end) const {
    const NounPhrase& np = syntax_.phrase(p);
    if (np.tokens.last >= end || np.tokens.first == 0 || !scene_.count_of(p)) return std::nullopt;
    const bool apart = scene_.token(np.tokens.first - 1).key == ","_word ||
                       scene_.token(np.tokens.first - 1).key == "and"_word;
    const Token& how = scene_.token(np.tokens.last);
    const auto severity = scene_.lexicon.severities.find(how.key);
    if (!apart || !is_adverb(how.tag) || !severity || syntax_.verb_at(np.tokens.last + 1)) {
      return std::nullopt;
    }
    Harm part = harm;
    part.tokens = {np.tokens.last, np.tokens.last + 1};
    if (is_fatal(how)) part.word.effect = Effect::killed;
    return part;
  }
  static bool is_fatal(const Token& token) {
    return token.key == "fatally"_word || token.key == "mortally"_word;
  }

  static constexpr auto kOfAnything = words("hold", "seize", "capture");
  // Somebody, or a bare number.
  bool is_person(PhraseIndex phrase) const {
    if (const auto entity = syntax_.entity(phrase)) {
      const EntityType type = scene_.analysis.entities[*entity].type;
      return type == EntityType::person || type == EntityType::group;
    }
    return scene_.token(syntax_.phrase(phrase).head).tag == Tag::CD;
  }
  // "burned 30 huts", "seized 400 rounds"
  bool is_thing(PhraseIndex phrase) const {
    const auto entity = syntax_.entity(phrase);
    if (!entity) return false;
    const EntityType type = scene_.analysis.entities[*entity].type;
    return type == EntityType::object || type == EntityType::facility ||
           type == EntityType::document || type == EntityType::event;
  }
  // Whether the word needs people beside it: "12 bodies" and "a toll of 12" are people themselves.
  static bool needs_people(const CasualtyWord& word) {
    return word.cause != CasualtyCause::head && word.cause != CasualtyCause::toll;
  }

  bool is_animal(PhraseIndex phrase) const {
    static constexpr auto kAnimals =
        words("animal", "sheep", "cattle", "cow", "goat", "pig", "horse", "camel", "donkey", "dog",
              "cat", "hen", "chicken", "poultry", "duck", "turkey", "swan", "goose", "bird", "fish",
              "whale", "dolphin", "elephant", "lion", "tiger", "bear", "wolf", "deer", "leopard",
              "livestock", "buffalo", "mule", "pet", "yak", "ox", "calf");
    // "400 head of cattle"
    if (const auto what = syntax_.complement(phrase)) phrase = *what;
    return kAnimals.has(scene_.token(syntax_.phrase(phrase).head).lemma_key);
  }

  // "not 50 as stated earlier"
  bool is_corrected(PhraseIndex phrase) const {
    const TokenIndex first = syntax_.phrase(phrase).tokens.first;
    const TokenRange sentence = syntax_.sentence_of(first);
    const bool denied = scene_.token(first).key == "not"_word ||
                        (first > sentence.first && scene_.token(first - 1).key == "not"_word);
    if (!denied) return false;
    // "not fewer than 32" bounds the count.
    const TokenIndex next = scene_.token(first).key == "not"_word ? first + 1 : first;
    return next < sentence.last && scene_.token(next).tag == Tag::CD;
  }

  bool is_nobody(PhraseIndex phrase) const {
    static constexpr auto kNobody = words("no", "none", "nobody", "neither", "no-one");
    const TokenIndex first = syntax_.phrase(phrase).tokens.first;
    if (!kNobody.has(scene_.token(first).key)) return false;
    // "no fewer than 40" are many.
    return first + 2 >= syntax_.phrase(phrase).tokens.last ||
           scene_.token(first + 2).key != "than"_word;
  }

  // "None of the dead was armed" counts nobody: they are dead all the same.
  bool is_none_of(PhraseIndex outer, PhraseIndex p) const { return outer != p && is_nobody(outer); }

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
      if (!syntax_.is_passive(v) && may_be_driven_out(harm, v)) add(harm, subjects(v));
      return;
    }
    if (syntax_.is_passive(v)) return add(harm, subjects(v));
    // "claimed the lives of 12": the victims follow the phrase; "left 12 dead": they are inside.
    const TokenIndex from = match->gap ? match->head_last : match->last;
    const Phrases found = objects(v, std::max(from, verb.tokens.last), end);
    // "28 activists arrested in Oste": headlines leave out "were".
    if (found.empty() && is_past_form(verb.head) && all_counted(subjects(v))) {
      return add(harm, subjects(v));
    }
    add(harm, found);
    if (match->gap && harm.word.cause == CasualtyCause::death)
      from_second_state(harm, match->last, end);
  }

  bool is_past_form(TokenIndex verb) const {
    return scene_.token(verb).tag == Tag::VBD || scene_.token(verb).tag == Tag::VBN;
  }
  bool all_counted(const Phrases& phrases) const {
    return !phrases.empty() && !any(phrases, [&](PhraseIndex p) { return !counts(p); });
  }

  // Whoever attacked flees, too: "fled" alone displaces those who live there.
  bool may_be_driven_out(const Harm& harm, VerbIndex v) const {
    static constexpr auto kInhabitants =
        words("resident", "villager", "family", "people", "civilian", "refugee", "household",
              "inhabitant", "woman", "child", "population", "thousand", "hundred", "ten", "dozen",
              "million", "score");
    const bool alone =
        harm.tokens.size() == 1 && scene_.token(harm.tokens.first).lemma_key == "flee"_word;
    return !alone || any(subjects(v), [&](PhraseIndex p) {
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
      if (phrase && syntax_.phrase(*phrase).tokens.last > i) {
        const bool last =
            scene_.token(syntax_.phrase(*phrase).tokens.last - 1).span.end >= quantity->span.end;
        if (last) return syntax_.list_from(*phrase, end);
      }
    }
    return direct;
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
      for (const PhraseIndex victim : subjects(v)) {
        if (is_told_victim(victim)) told.push_back(victim);
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

  // "are missing in the mountains", which a tagger may take for the verb.
  void from_missing(VerbIndex v) {
    const VerbGroup& verb = syntax_.verb(v);
    const auto index = scene_.lexicon.casualty_adjectives.find("missing"_word);
    if (!index || !verb.finite || !syntax_.objects(v, verb.tokens.last).empty()) return;
    add({.word = word(*index),
         .tokens = {verb.head, verb.head + 1},
         .verb = v,
         .negated = verb.negated},
        subjects(v));
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
    if (i >= end || !counts(p)) return;
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
      if (is_none_of(outer, p)) return;
      // "two of the wounded died"
      const auto verb = syntax_.verb_at(syntax_.phrase(p).tokens.last);
      const bool told = verb && scene_.may_begin(syntax_.verb(*verb).head, kCasualtyVerbs);
      if (told && found.effect == Effect::injured) return;
      // "the bodies of three fishermen"
      const auto whose = syntax_.complement(p);
      const bool counted = counts(outer) || counts(p);
      if (!counted && !(whose && counts(*whose))) return;
      victims.push_back(counted ? outer : *whose);
      return add(harm, victims);
    }
    if (const auto complement = syntax_.complement(p)) {
      victims.push_back(*complement);
    } else if (found.cause == CasualtyCause::toll) {
      victims.push_back(counts(p) ? p : toll_value(p).value_or(p));
    } else {
      return;  // "the mayor's murder": one man, who is the event's target
    }
    const bool counted = counts(victims.front()) || counts(p);
    // "the death of his brother"
    const bool one = victims.front() != p && is_person(victims.front());
    if (found.cause == CasualtyCause::toll && !counted && !one) return;
    if (found.cause == CasualtyCause::toll && counts(p) && !counts(victims.front())) {
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
      if (is_told_victim(victim)) counted.push_back(victim);
    }
    add(harm, counted);
    return !counted.empty();
  }

  // "the death toll rose to 12", "the toll now 17"
  std::optional<PhraseIndex> toll_value(PhraseIndex p) const {
    static constexpr auto kTo = words("to", "at", "above", "past", "now", "over", "beyond", "is");
    const TokenIndex from = syntax_.phrase(p).tokens.last;
    const TokenIndex end = std::min(syntax_.sentence_of(from - 1).last, from + 12);
    for (TokenIndex i = from; i < end; ++i) {
      const auto phrase = syntax_.phrase_at(i);
      if (!phrase) continue;
      static constexpr auto kBlur = words("about", "around", "some", "nearly", "almost", "roughly");
      const TokenIndex before = i > from + 1 && kBlur.has(scene_.token(i - 1).key) ? i - 2 : i - 1;
      const bool after_verb = i == from || scene_.token(before).tag == Tag::TO ||
                              kTo.has(scene_.token(before).key) ||
                              syntax_.verb_at(before).has_value();
      if (after_verb && counts(*phrase)) return phrase;
      i = syntax_.phrase(*phrase).tokens.last - 1;
    }
    return std::nullopt;
  }

  bool counts(PhraseIndex phrase) const { return scene_.count_of(phrase).has_value(); }

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

  static constexpr TokenIndex kPartsReach = 30;  // tokens behind those who came to harm

  const Scene& scene_;
  const Syntax& syntax_;
  std::vector<Harm> found_;
};
}  // namespace

std::vector<Harm> find_harm(const Scene& scene) { return Finder(scene).find(); }

}  // namespace sayso
