#include "read/refer/lexicon.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/lexicon.h"
#include "core/resource.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

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

}  // namespace

ReferLexicon ReferLexicon::load() {
  ReferLexicon lexicon;
  lexicon.load_heads();
  lexicon.load_genders();
  lexicon.load_labels();
  lexicon.load_countries();
  return lexicon;
}

WordFacts& ReferLexicon::facts_for(std::string_view word) {
  const WordKey key = word_key(word);
  std::size_t i = key & (kSlots - 1);
  while (slots_[i].used && slots_[i].key != key) i = (i + 1) & (kSlots - 1);
  slots_[i].used = true;
  slots_[i].key = key;
  return slots_[i].facts;
}

const WordFacts* ReferLexicon::find(WordKey key) const {
  for (std::size_t i = key & (kSlots - 1);; i = (i + 1) & (kSlots - 1)) {
    if (!slots_[i].used) return nullptr;
    if (slots_[i].key == key) return &slots_[i].facts;
  }
}

WordFacts ReferLexicon::facts(const Token& token) const {
  WordFacts facts;
  if (const WordFacts* by_spelling = find(token.key)) facts = *by_spelling;
  if (token.lemma_key == token.key) return facts;
  if (const WordFacts* by_lemma = find(token.lemma_key)) {
    if (by_lemma->head != 0) facts.head = by_lemma->head;
    facts.label = by_lemma->label;
  }
  return facts;
}

void ReferLexicon::load_heads() {
  for (const auto& row : lexicon_rows(resource("lexicons/entity_heads.tsv"))) {
    if (row.size() < 2) continue;
    heads_.push_back(parse_head(row));
    facts_for(row[0]).head = static_cast<std::uint16_t>(heads_.size());
  }
}

void ReferLexicon::load_genders() {
  for (const auto& row : lexicon_rows(resource("lexicons/titles.tsv"))) {
    if (row.size() < 2) continue;
    facts_for(row[0]).title =
        static_cast<std::uint8_t>(1U + static_cast<unsigned>(parse_gender(row[1])));
  }
  for (const auto& row : lexicon_rows(resource("lexicons/first_names.tsv"))) {
    if (row.size() > 1) facts_for(row[0]).first_name = parse_gender(row[1]);
  }
}

// Labels of several words ("war criminal") are left to those who look for labels.
void ReferLexicon::load_labels() {
  for (const auto& row : lexicon_rows(resource("lexicons/labels.tsv"))) {
    if (row[0].find(' ') == std::string_view::npos) facts_for(row[0]).label = true;
  }
}

void ReferLexicon::load_countries() {
  for (const std::string_view word : countries_.first_words()) facts_for(word).country = true;
}

}  // namespace sayso
