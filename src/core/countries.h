// CountryWords: the names of countries and the words made of them -> which country.
//
// From lexicons/demonyms.tsv (names, adjectives, peoples) and lexicons/country_codes.tsv (ISO
// 3166).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/lexicon.h"

namespace sayso {

// Index of a country; 0 is no country.
using CountryId = std::uint16_t;

struct CountryWord {
  enum class Form : std::uint8_t { name, adjective, people };
  CountryId country = 0;
  Form form = Form::name;
  TokenIndex last = 0;  // one past the last token
};

class CountryWords {
 public:
  static CountryWords load();

  // The longest country word that begins at `first`. "us" is one only in capitals.
  std::optional<CountryWord> find(std::span<const Token> tokens, TokenIndex first,
                                  TokenIndex end) const;
  std::string_view name(CountryId country) const { return countries_[country].name; }
  // ISO 3166-1 alpha-2, of a part of a country ("Scotland") the whole's; empty for the European
  // Union.
  std::string_view alpha2(CountryId country) const { return countries_[country].alpha2; }
  // ISO 3166-1 alpha-2, of a part of a country ISO 3166-2: "GB-SCT".
  std::string_view code(CountryId country) const { return countries_[country].code; }
  std::optional<CountryId> by_code(std::string_view code) const;
  // ISO 3166-1 alpha-3 of an alpha-2 code, empty where there is none.
  std::string_view alpha3(std::string_view alpha2) const;
  // The first word of each phrase, which says where it is worth looking.
  const std::vector<std::string_view>& first_words() const { return first_words_; }

 private:
  struct Country {
    std::string_view code = {};
    std::string_view alpha2 = {};
    std::string_view name = {};
  };
  struct Codes {
    std::string_view alpha2 = {}, alpha3 = {};
  };
  std::vector<Country> countries_ = {{}};
  std::vector<Codes> codes_ = {};  // by alpha2
  std::vector<std::string_view> first_words_ = {};
  PhraseTable words_ = {};  // country * 4 + form
};

}  // namespace sayso
