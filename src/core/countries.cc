#include "core/countries.h"

#include <algorithm>

#include "core/resource.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)

CountryWords CountryWords::load() {
  CountryWords made;
  for (const auto& row : lexicon_rows(resource("lexicons/country_codes.tsv"))) {
    if (row.size() > 1) made.codes_.push_back({row[0], row[1]});
  }
  std::sort(made.codes_.begin(), made.codes_.end(),
            [](const Codes& a, const Codes& b) { return a.alpha2 < b.alpha2; });
  for (const auto& row : lexicon_rows(resource("lexicons/demonyms.tsv"))) {
    if (row.size() < 3) continue;
    if (made.countries_.back().code != row[1]) {  // rows of a country stand together
      const std::string_view whole = row[1].substr(0, 2);
      made.countries_.push_back({.code = row[1],
                                 .alpha2 = made.alpha3(whole).empty() ? std::string_view() : whole,
                                 .name = row.size() > 3 ? row[3] : row[0]});
    }
    const auto form = row[2] == "name"        ? CountryWord::Form::name
                      : row[2] == "adjective" ? CountryWord::Form::adjective
                                              : CountryWord::Form::people;
    made.first_words_.push_back(row[0].substr(0, row[0].find(' ')));
    made.words_.add(row[0], static_cast<std::uint32_t>((made.countries_.size() - 1) * 4) +
                                static_cast<std::uint32_t>(form));
  }
  return made;
}

std::optional<CountryWord> CountryWords::find(std::span<const Token> tokens, TokenIndex first,
                                              TokenIndex end) const {
  const auto match = words_.longest(tokens, first, end);
  if (!match || tokens[first].shape == WordShape::lower) return std::nullopt;
  if (tokens[first].key == "us"_word && tokens[first].shape != WordShape::upper) {
    return std::nullopt;
  }
  return CountryWord{static_cast<CountryId>(match->value / 4U),
                     static_cast<CountryWord::Form>(match->value % 4U), match->last};
}

std::optional<CountryId> CountryWords::by_code(std::string_view code) const {
  const auto at = std::find_if(countries_.begin() + 1, countries_.end(),
                               [code](const Country& c) { return c.code == code; });
  if (at == countries_.end()) return std::nullopt;
  return static_cast<CountryId>(at - countries_.begin());
}

std::string_view CountryWords::alpha3(std::string_view alpha2) const {
  const auto at = std::lower_bound(codes_.begin(), codes_.end(), alpha2,
                                   [](const Codes& c, std::string_view a) { return c.alpha2 < a; });
  return at == codes_.end() || at->alpha2 != alpha2 ? std::string_view() : at->alpha3;
}

}  // namespace sayso
