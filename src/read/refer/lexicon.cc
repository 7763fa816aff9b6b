#include "read/refer/lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/resource.h"

namespace sayso {
namespace {
using namespace literals;

EntityType parse_entity_type(std::string_view text) {
  for (int i = 0; i < static_cast<int>(EntityType::other); ++i) {
    if (to_text(static_cast<EntityType>(i)) == text) return static_cast<EntityType>(i);
  }
  return EntityType::other;
}

Gender parse_gender(std::string_view text) {
  if (text == "m") return Gender::male;
  return text == "f" ? Gender::female : Gender::unknown;
}

HeadWord parse_head(const std::vector<std::string_view>& row) {
  HeadWord head{.type = parse_entity_type(row[1])};
  std::string_view traits = row.size() > 2 ? row[2] : std::string_view();
  while (!traits.empty()) {
    const auto blank = traits.find(' ');
    const auto trait = traits.substr(0, blank);
    traits.remove_prefix(blank == std::string_view::npos ? traits.size() : blank + 1);
    if (trait == "m" || trait == "f") head.gender = parse_gender(trait);
    head.role |= trait == "role";
    head.speaks |= trait == "speaks";
    head.many |= trait == "many";
    head.names |= trait == "names";
    head.country |= trait == "country";
    head.says |= trait == "says";
  }
  return head;
}

// First fields -> genders.
PhraseTable load_genders(std::string_view name) {
  PhraseTable table;
  for (const auto& row : lexicon_rows(resource(name))) {
    if (row.size() > 1) table.add(row[0], static_cast<std::uint32_t>(parse_gender(row[1])));
  }
  return table;
}
}  // namespace

ReferLexicon ReferLexicon::load() {
  ReferLexicon lexicon;
  lexicon.load_heads();
  lexicon.load_countries();
  lexicon.titles_ = load_genders("lexicons/titles.tsv");
  lexicon.first_names_ = load_genders("lexicons/first_names.tsv");
  for (const auto& row : lexicon_rows(resource("lexicons/labels.tsv"))) {
    lexicon.labels_.add(row[0], 1);
  }
  return lexicon;
}

void ReferLexicon::load_heads() {
  for (const auto& row : lexicon_rows(resource("lexicons/entity_heads.tsv"))) {
    if (row.size() < 2) continue;
    head_rows_.add(row[0], static_cast<std::uint32_t>(heads_.size()));
    heads_.push_back(parse_head(row));
  }
}

void ReferLexicon::load_countries() {
  std::vector<std::pair<std::string_view, CountryId>> codes;  // rows of a country stand together
  for (const auto& row : lexicon_rows(resource("lexicons/demonyms.tsv"))) {
    if (row.size() < 3) continue;
    if (codes.empty() || codes.back().first != row[1]) {
      codes.emplace_back(row[1], static_cast<CountryId>(country_names_.size()));
      country_names_.push_back(row.size() > 3 ? row[3] : row[0]);
    }
    const auto form = row[2] == "name"        ? CountryWord::Form::name
                      : row[2] == "adjective" ? CountryWord::Form::adjective
                                              : CountryWord::Form::people;
    countries_.add(row[0], codes.back().second * 4U + static_cast<std::uint32_t>(form));
  }
}

const HeadWord* ReferLexicon::head(const Token& token) const {
  auto row = head_rows_.find(token.lemma_key);
  if (!row && token.key != token.lemma_key) row = head_rows_.find(token.key);
  return row ? &heads_[*row] : nullptr;
}

std::optional<Gender> ReferLexicon::title(const Token& token) const {
  const auto gender = titles_.find(token.key);
  if (!gender) return std::nullopt;
  return static_cast<Gender>(*gender);
}

Gender ReferLexicon::gender_of_first_name(const Token& token) const {
  return static_cast<Gender>(first_names_.find(token.key).value_or(0));
}

bool ReferLexicon::is_label(const Token& token) const {
  return labels_.find(token.lemma_key).has_value();
}

std::optional<CountryWord> ReferLexicon::country(std::span<const Token> tokens, TokenIndex first,
                                                 TokenIndex end) const {
  const auto match = countries_.longest(tokens, first, end);
  if (!match || tokens[first].shape == WordShape::lower) return std::nullopt;
  if (tokens[first].key == "us"_word && tokens[first].shape != WordShape::upper) {
    return std::nullopt;
  }
  return CountryWord{static_cast<CountryId>(match->value / 4U),
                     static_cast<CountryWord::Form>(match->value % 4U), match->last};
}

}  // namespace sayso
