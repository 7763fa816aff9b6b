#include "events/victims.h"

#include <algorithm>

#include "core/word_set.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

bool Victims::may_be(PhraseIndex phrase, const Harm& harm) const {
  if (scene_.is_time(phrase) || scene_.instrument(phrase) || is_animal(phrase)) return false;
  static constexpr auto kAnything = words("everything", "something", "anything", "nothing", "it");
  if (kAnything.has(scene_.token(syntax_.phrase(phrase).head).key)) return false;
  // "12 bodies" and "a toll of 12" are people themselves.
  const bool needs_people =
      harm.word.cause != CasualtyCause::head && harm.word.cause != CasualtyCause::toll;
  if (is_corrected(phrase) || (needs_people && is_thing(phrase))) return false;
  // One holds talks, seizes a town and captures a market.
  static constexpr auto kOfAnything = words("hold", "seize", "capture");
  const bool any_object = kOfAnything.has(scene_.token(harm.tokens.first).lemma_key);
  return !any_object || harm.word.effect != Effect::detained || is_person(phrase);
}

bool Victims::are_told(PhraseIndex phrase) const {
  return scene_.count_of(phrase) || (is_person(phrase) && !is_bare(phrase));
}

bool Victims::is_bare(PhraseIndex phrase) const {
  const NounPhrase& np = syntax_.phrase(phrase);
  return scene_.token(np.head).tag == Tag::NNS && (is_noun(scene_.token(np.tokens.first).tag) ||
                                                   is_adjective(scene_.token(np.tokens.first).tag));
}

bool Victims::is_person(PhraseIndex phrase) const {
  if (const auto entity = syntax_.entity(phrase)) {
    const EntityType type = scene_.analysis.entities[*entity].type;
    return type == EntityType::person || type == EntityType::group;
  }
  return scene_.token(syntax_.phrase(phrase).head).tag == Tag::CD;
}

// "burned 30 huts", "seized 400 rounds"
bool Victims::is_thing(PhraseIndex phrase) const {
  const auto entity = syntax_.entity(phrase);
  if (!entity) return false;
  const EntityType type = scene_.analysis.entities[*entity].type;
  return type == EntityType::object || type == EntityType::facility ||
         type == EntityType::document || type == EntityType::event;
}

bool Victims::is_animal(PhraseIndex phrase) const {
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
bool Victims::is_corrected(PhraseIndex phrase) const {
  const TokenIndex first = syntax_.phrase(phrase).tokens.first;
  const TokenRange sentence = syntax_.sentence_of(first);
  const bool denied = scene_.token(first).key == "not"_word ||
                      (first > sentence.first && scene_.token(first - 1).key == "not"_word);
  if (!denied) return false;
  // "not fewer than 32" bounds the count.
  const TokenIndex next = scene_.token(first).key == "not"_word ? first + 1 : first;
  return next < sentence.last && scene_.token(next).tag == Tag::CD;
}

bool Victims::is_nobody(PhraseIndex phrase) const {
  static constexpr auto kNobody = words("no", "none", "nobody", "neither", "no-one");
  const TokenIndex first = syntax_.phrase(phrase).tokens.first;
  if (!kNobody.has(scene_.token(first).key)) return false;
  // "no fewer than 40" are many.
  return first + 2 >= syntax_.phrase(phrase).tokens.last ||
         scene_.token(first + 2).key != "than"_word;
}

std::optional<PhraseIndex> Victims::told_number(PhraseIndex phrase) const {
  static constexpr auto kNumber = words("number", "total", "tally", "count");
  const PhraseIndex outer = syntax_.outermost(phrase);
  const bool definite = scene_.token(syntax_.phrase(outer).tokens.first).key == "the"_word;
  if (!definite || scene_.count_in(scene_.whole_span(outer))) return std::nullopt;
  if (!kNumber.has(scene_.token(syntax_.phrase(outer).head).lemma_key)) return std::nullopt;
  return toll_value(phrase);
}

std::optional<PhraseIndex> Victims::toll_value(PhraseIndex p) const {
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

std::optional<PhraseIndex> Victims::whole_before(PhraseIndex phrase) const {
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
TokenIndex Victims::opened_from(TokenIndex token) const {
  if (scene_.token(token).key != "them"_word || token < 3) return token;
  if (scene_.token(token - 1).key == "among"_word) return token - 1;
  const auto part = syntax_.phrase_at(token - 2);
  return part && scene_.token(token - 1).key == "of"_word ? syntax_.phrase(*part).tokens.first
                                                          : token;
}

// The counted phrase that ends at `token`, before a comma, or before where it is from.
std::optional<PhraseIndex> Victims::counted_before(TokenIndex token) const {
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
double Victims::exact(PhraseIndex phrase) const {
  const auto count = scene_.count_of(phrase);
  if (!count) return 0;
  const Quantity& quantity = scene_.values.quantities[*count];
  return quantity.min && quantity.min == quantity.max ? *quantity.min : 0;
}

}  // namespace sayso
