// The lexicons of events -> tables to look words up in.
//
// lexicons/triggers.tsv, casualties.tsv, instruments.tsv, contexts.tsv and labels.tsv say in their
// comments what their columns mean; here each row is numbers and views into the files.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/analysis.h"
#include "core/event.h"
#include "core/lexicon.h"
#include "events/events.h"

namespace sayso {

// Where an argument of a trigger may stand: a set of places, as bits. Prepositions come last.
using Places = std::uint32_t;
inline constexpr Places kSubject = 1U << 0U, kObject = 1U << 1U, kPossessor = 1U << 2U,
                        kPremodifier = 1U << 3U, kBy = 1U << 4U, kOf = 1U << 5U,
                        kBetween = 1U << 6U, kWith = 1U << 7U;
// The bit of a preposition, or 0 for one that no lexicon names.
Places preposition_bit(WordKey word);

// What must hold for a row of triggers.tsv to be read.
enum Need : std::uint16_t {
  kNeedsObject = 1U << 0U,
  kNeedsTarget = 1U << 1U,
  kNeedsAgent = 1U << 2U,
  kNeedsPeople = 1U << 3U,
  kNeedsThings = 1U << 4U,
  kNeedsTerritory = 1U << 5U,
  kNeedsPolice = 1U << 6U,
  kNeedsNoPolice = 1U << 7U,
  kNeedsWeapon = 1U << 8U,
  kNeedsWeaponObject = 1U << 9U,
  kNeedsWeaponOrAgent = 1U << 10U,
  kNeedsPeopleOrNone = 1U << 11U,
};

// A row of triggers.tsv that names an event.
struct Sense {
  EventType type = EventType::assault;
  std::string_view mode = {};
  Places actor = 0, target = 0, object = 0, instrument = 0;
  std::uint16_t needs = 0;
};

// What a light verb's subject, or the verb, is to the event of a noun trigger.
// `answer`: is said to be behind it, so that a denial leaves the event standing.
enum class LightRole : std::uint8_t { actor, target, happen, not_happen, answer };

enum class CasualtyCause : std::uint8_t { violent, detention, death, toll, head, state };
// A row of casualties.tsv that names an effect.
struct CasualtyWord {
  Effect effect = Effect::killed;
  std::string_view severity = {};
  CasualtyCause cause = CasualtyCause::death;
  Places who = 0;  // kSubject, kObject, kOf; 0 is the phrase's own noun phrase
};

// Phrases of lemmas, of which some have a gap: "take * hostage". The values are the caller's.
class GapTable {
 public:
  struct Match {
    std::uint32_t value = 0;
    TokenIndex last = 0;       // one past the last token
    TokenIndex head_last = 0;  // one past the part before the gap
    bool gap = false;
  };
  // `phrase` must outlive the loading.
  void add(std::string_view phrase, std::uint32_t value);
  // The longest phrase that begins at `first`, gaps before none, and ends by `end`.
  std::optional<Match> find(std::span<const Token> tokens, TokenIndex first, TokenIndex end) const;
  // Whether the word alone is a phrase.
  bool has(WordKey lemma) const { return whole_.find(lemma).has_value(); }

 private:
  struct Gap {
    std::vector<WordKey> tail = {};
    std::uint32_t value = 0;
  };
  std::optional<Match> find_gap(std::span<const Token> tokens, TokenIndex head_last, TokenIndex end,
                                std::uint32_t list) const;

  PhraseTable whole_;  // -> value
  PhraseTable heads_;  // what stands before the gap -> index into gaps_
  std::vector<std::vector<Gap>> gaps_;
  std::unordered_map<std::string_view, std::uint32_t> head_lists_;  // used while loading
};

// The tables of single phrases, as bits.
enum Lexicon : std::uint16_t {
  kVerbs = 1U << 0U,
  kNouns = 1U << 1U,
  kInstruments = 1U << 2U,
  kContexts = 1U << 3U,
  kLabels = 1U << 4U,
  kCasualtyVerbs = 1U << 5U,
  kCasualtyNouns = 1U << 6U,
  kCasualtyAdjectives = 1U << 7U,
  kAccidents = 1U << 8U,
};

// Which tables may have a phrase that begins with a word. One look at 64 KB, most often in the
// first-level cache, spares a probe of each table; a word that shares its slot costs a probe.
class FirstWords {
 public:
  void mark(std::string_view phrase, Lexicon lexicon);
  std::uint16_t of(WordKey lemma) const { return slots_[lemma % kSlots]; }

 private:
  static constexpr std::size_t kSlots = std::size_t{1} << 15U;
  std::vector<std::uint16_t> slots_ = std::vector<std::uint16_t>(kSlots);
};

struct EventLexicon::Parts {
  FirstWords first_words;

  // A verb's or noun's value is the index of a list of senses, tried in order.
  GapTable verbs;
  PhraseTable nouns;
  std::vector<std::vector<Sense>> senses;

  GapTable lights;          // -> LightRole
  GapTable passive_lights;  // "be accuse of" without its "be": when the verb is passive

  GapTable casualty_verbs;  // -> casualty_words
  PhraseTable casualty_nouns, casualty_adjectives, casualty_states;
  std::vector<CasualtyWord> casualty_words;
  PhraseTable severities;  // -> severity_names
  std::vector<std::string_view> severity_names;
  PhraseTable accidents;

  PhraseTable instruments;  // -> instrument_modes
  std::vector<std::string_view> instrument_modes;

  PhraseTable contexts;  // -> context_sets: bits of context_names
  std::vector<std::uint64_t> context_sets;
  std::vector<std::string_view> context_names;

  struct LabelTerm {
    std::string_view term = {};
    bool noun = false, adjective = false, deed = false;
  };
  PhraseTable labels;  // -> label_terms
  std::vector<LabelTerm> label_terms;
};

}  // namespace sayso
