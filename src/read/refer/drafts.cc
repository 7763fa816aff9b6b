#include "read/refer/drafts.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::size_t kLongestAcronym = 10;

// Letters of an acronym in the making, lower-case ASCII.
struct Letters {
  std::array<char, kLongestAcronym> text = {};
  std::size_t size = 0;
  bool possible = true;  // false when too long or not ASCII

  void add(char c) {
    possible &= c >= 'a' && c <= 'z' && size < kLongestAcronym;
    if (possible) text[size++] = c;
  }
  WordKey key() const { return possible && size >= 2 ? word_key({text.data(), size}) : 0; }
};

bool is_name_word(const Token& token) {
  return token.shape != WordShape::punctuation && token.key != "the"_word;
}

std::uint32_t bytes(const Analysis& analysis, TokenRange range) {
  return range.empty() ? 0 : analysis.span_of(range).size();
}
}  // namespace

TokenRange fuller_name(const Analysis& analysis, TokenRange a, TokenRange b) {
  return bytes(analysis, b) > bytes(analysis, a) ? b : a;
}

Drafts::Drafts(const Analysis& analysis, std::size_t size) : analysis_(analysis), index_(size * 2) {
  drafts_.reserve(size);
  parents_.reserve(size);
  described_.reserve(size);
}

DraftId Drafts::create(const EntityDraft& draft) {
  drafts_.push_back(draft);
  parents_.push_back(static_cast<DraftId>(parents_.size()));
  return parents_.back();
}

DraftId Drafts::find(DraftId id) const {
  while (parents_[id] != id) {
    parents_[id] = parents_[parents_[id]];
    id = parents_[id];
  }
  return id;
}

DraftId Drafts::merge(DraftId a, DraftId b) {
  a = find(a);
  b = find(b);
  if (a == b) return a;
  if (b < a) std::swap(a, b);
  EntityDraft& kept = drafts_[a];
  const EntityDraft& gone = drafts_[b];
  parents_[b] = a;
  if (kept.type == EntityType::other || (!kept.named && gone.named)) kept.type = gone.type;
  if (kept.gender == Gender::unknown) kept.gender = gone.gender;
  if (kept.country == 0) kept.country = gone.country;
  if (kept.belongs_to == kNone) kept.belongs_to = gone.belongs_to;
  if (kept.speaks_for == kNone) kept.speaks_for = gone.speaks_for;
  kept.nominal = std::min(kept.nominal, gone.nominal);
  kept.latest = std::max(kept.latest, gone.latest);
  kept.name = fuller_name(analysis_, kept.name, gone.name);
  kept.mentions += gone.mentions;
  kept.named |= gone.named;
  kept.many |= gone.many;
  return a;
}

WordKey Drafts::name_key(TokenRange name) const {
  WordKey key = 0;
  for (TokenIndex i = name.first; i < name.last; ++i) {
    if (is_name_word(analysis_.tokens[i])) key = key * 0x100000001b3U + analysis_.tokens[i].key;
  }
  return key;
}

Drafts::Acronyms Drafts::acronyms_of(TokenRange name) const {
  Letters all, capitals;
  for (TokenIndex i = name.first; i < name.last; ++i) {
    const Token& token = analysis_.tokens[i];
    const std::string_view word = analysis_.lower(token);
    if (!is_name_word(token) || word.empty()) continue;
    all.add(word.front());
    if (token.shape != WordShape::lower) capitals.add(word.front());
  }
  return {all.key(), capitals.key()};
}

void Drafts::add_name(DraftId id, TokenRange name) {
  EntityDraft& draft = (*this)[id];
  draft.named = true;
  draft.name = fuller_name(analysis_, draft.name, name);
  index_.add(facet(Facet::name, name_key(name)), id);
  index_.add(facet(Facet::first_word, analysis_.tokens[name.first].key), id);
  index_.add(facet(Facet::last_word, analysis_.tokens[name.last - 1].key), id);
  if (name.size() < 2 || draft.type == EntityType::person) return;
  const Acronyms acronyms = acronyms_of(name);
  if (acronyms.all != 0) index_.add(facet(Facet::acronym, acronyms.all), id);
  if (acronyms.capitals != 0 && acronyms.capitals != acronyms.all) {
    index_.add(facet(Facet::acronym, acronyms.capitals), id);
  }
}

void Drafts::add_country(DraftId id, CountryId country) {
  (*this)[id].country = country;
  index_.add(facet(Facet::country, country), id);
}

void Drafts::add_description(DraftId id, const Description& description, DraftId owner) {
  if (description.head == 0) return;
  index_.add(facet(Facet::head, description.head), static_cast<std::uint32_t>(described_.size()));
  described_.push_back({description, id, owner});
}

std::optional<DraftId> Drafts::latest(Facet kind, WordKey key) const {
  std::optional<DraftId> found;
  index_.each(facet(kind, key), 1, [&](DraftId id) { found = find(id); });
  return found;
}

std::optional<DraftId> Drafts::by_name(TokenRange name) const {
  return latest(Facet::name, name_key(name));
}

std::optional<DraftId> Drafts::by_country(CountryId country) const {
  return latest(Facet::country, country);
}

std::optional<DraftId> Drafts::by_acronym(TokenRange name) const {
  if (name.size() == 1) {
    const Token& token = analysis_.tokens[name.first];
    return token.shape == WordShape::upper ? latest(Facet::acronym, token.key) : std::nullopt;
  }
  const Acronyms acronyms = acronyms_of(name);
  for (const WordKey key : {acronyms.capitals, acronyms.all}) {
    if (key == 0) continue;
    if (const auto found = latest(Facet::name, key)) return found;  // a name of that one word
  }
  return std::nullopt;
}

bool Drafts::is_acronym_of(TokenIndex acronym, TokenRange name) const {
  const Acronyms acronyms = acronyms_of(name);
  const WordKey key = analysis_.tokens[acronym].key;
  return key == acronyms.all || key == acronyms.capitals;
}

}  // namespace sayso
