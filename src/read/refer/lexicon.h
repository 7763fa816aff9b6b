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
#include "core/lexicon.h"

namespace sayso {

enum class Gender : std::uint8_t { unknown, male, female };

// Index of a country's first name; 0 is no country.
using CountryId = std::uint16_t;

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

struct CountryWord {
  enum class Form : std::uint8_t { name, adjective, people };
  CountryId country = 0;
  Form form = Form::name;
  TokenIndex last = 0;  // one past the last token
};

class ReferLexicon {
 public:
  static ReferLexicon load();

  // By the token's lemma, else by its spelling; nothing for a word that heads no entity.
  const HeadWord* head(const Token& token) const;
  std::optional<Gender> title(const Token& token) const;
  Gender gender_of_first_name(const Token& token) const;
  bool is_label(const Token& token) const;
  // The longest country word that begins at `first`. "us" is one only in capitals.
  std::optional<CountryWord> country(std::span<const Token> tokens, TokenIndex first,
                                     TokenIndex end) const;
  std::string_view country_name(CountryId country) const { return country_names_[country]; }

 private:
  void load_heads();
  void load_countries();

  std::vector<HeadWord> heads_ = {};
  PhraseTable head_rows_ = {};
  PhraseTable titles_ = {}, first_names_ = {}, labels_ = {};
  PhraseTable countries_ = {};  // country * 4 + form
  std::vector<std::string_view> country_names_ = {""};
};

}  // namespace sayso
