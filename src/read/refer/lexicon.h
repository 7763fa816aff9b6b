// ReferLexicon: the word lists that tell what a phrase speaks of.
//
// Heads ("minister": a person), titles ("Ms."), labels ("terrorist"), countries with the words made
// of them ("Albania", "Albanian"), first names. All are looked up by word key, none by string.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/countries.h"

namespace sayso {

enum class Gender : std::uint8_t { unknown, male, female };

// A row of lexicons/entity_heads.tsv, whose comments explain the traits.
struct HeadWord {
  EntityType type = EntityType::other;
  Gender gender = Gender::unknown;
  bool role = false;
  bool speaks = false;
  bool many = false;
  bool names = false;
  bool country = false;
  bool says = false;
};

// What the lists say of one word.
struct WordFacts {
  std::uint16_t head = 0;  // row + 1 of the heads; 0 for a word that heads no entity
  std::uint8_t title = 0;  // 1 + its gender; 0 for a word that is no title
  Gender first_name = Gender::unknown;
  bool label = false;
  bool country = false;  // a country word may begin here
};

class ReferLexicon {
 public:
  static ReferLexicon load();

  // Heads and labels are found by the lemma, else by the spelling; the rest by the spelling.
  WordFacts facts(const Token& token) const;
  const HeadWord* head(const WordFacts& facts) const {
    return facts.head == 0 ? nullptr : &heads_[facts.head - 1U];
  }
  const CountryWords& countries() const { return countries_; }

 private:
  static constexpr std::size_t kSlots = 1U << 13U;  // the lists hold half as many words
  struct Slot {
    WordKey key = 0;
    WordFacts facts = {};
    bool used = false;
  };
  void load_heads();
  void load_genders();
  void load_labels();
  void load_countries();
  WordFacts& facts_for(std::string_view word);
  const WordFacts* find(WordKey key) const;

  std::vector<HeadWord> heads_ = {};
  std::vector<Slot> slots_ = std::vector<Slot>(kSlots);  // open addressing
  CountryWords countries_ = CountryWords::load();
};

}  // namespace sayso
