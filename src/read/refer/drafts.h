// Drafts: entities in the making, filed under everything they may be called by.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/analysis.h"
#include "read/refer/candidate.h"
#include "read/refer/key_index.h"

namespace sayso {

using DraftId = std::uint32_t;

struct EntityDraft {
  EntityType type = EntityType::other;
  Gender gender = Gender::unknown;
  bool plural = false;
  bool many = false;  // one word for many people: "police"
  bool named = false;
  TokenRange name = {};           // the fullest
  CountryId country = 0;          // the country that it is
  std::uint32_t nominal = kNone;  // the candidate that first described it
  std::uint32_t latest = 0;       // the latest candidate that spoke of it
  std::uint32_t mentions = 0;
  DraftId belongs_to = kNone;
  DraftId speaks_for = kNone;
  const char* made_by = "";
};

// One way in which an entity was described.
struct DescribedAs {
  Description description = {};
  DraftId draft = kNone;
  DraftId owner = kNone;
};

class Drafts {
 public:
  // For about `size` mentions.
  Drafts(const Analysis& analysis, std::size_t size);

  DraftId create(const EntityDraft& draft);
  // Two drafts turned out to be one: the earlier keeps everything.
  DraftId merge(DraftId a, DraftId b);
  // The draft that `id` has become part of.
  DraftId find(DraftId id) const;
  EntityDraft& operator[](DraftId id) { return drafts_[find(id)]; }
  const EntityDraft& operator[](DraftId id) const { return drafts_[find(id)]; }
  std::size_t size() const { return drafts_.size(); }

  // Files `id` under a name, its first and last word, and the acronyms it can have.
  void add_name(DraftId id, TokenRange name);
  void add_country(DraftId id, CountryId country);
  void add_description(DraftId id, const Description& description, DraftId owner);

  std::optional<DraftId> by_name(TokenRange name) const;
  std::optional<DraftId> by_country(CountryId country) const;
  // Called "MKO" for a name that has these initials, and the other way round.
  std::optional<DraftId> by_acronym(TokenRange name) const;
  bool is_acronym_of(TokenIndex acronym, TokenRange name) const;

  // The latest few drafts whose name ends (begins) with the word, each possibly more than once.
  template <typename F>
  void each_ending_with(WordKey word, F f) const {
    index_.each(facet(Facet::last_word, word), kLookBack, [&](DraftId id) { f(find(id)); });
  }
  template <typename F>
  void each_beginning_with(WordKey word, F f) const {
    index_.each(facet(Facet::first_word, word), kLookBack, [&](DraftId id) { f(find(id)); });
  }
  // The latest few descriptions with this head.
  template <typename F>
  void each_described(WordKey head, F f) {
    index_.each(facet(Facet::head, head), kLookBack, [&](std::uint32_t i) { f(described_[i]); });
  }

 private:
  static constexpr int kLookBack = 12;
  enum class Facet : std::uint64_t { name = 1, last_word, first_word, acronym, head, country };
  static WordKey facet(Facet kind, WordKey key) {
    return key ^ (static_cast<std::uint64_t>(kind) * 0x9E3779B97F4A7C15U);
  }
  std::optional<DraftId> latest(Facet kind, WordKey key) const;
  WordKey name_key(TokenRange name) const;

  // Keys of the initials: of every word, and of those in capitals.
  struct Acronyms {
    WordKey all = 0;
    WordKey capitals = 0;
  };
  Acronyms acronyms_of(TokenRange name) const;

  const Analysis& analysis_;
  std::vector<EntityDraft> drafts_ = {};
  mutable std::vector<DraftId> parents_ = {};  // paths are halved as they are walked
  std::vector<DescribedAs> described_ = {};
  KeyIndex index_;
};

// The longer of two names, in bytes of text; an empty one is the shorter.
TokenRange fuller_name(const Analysis& analysis, TokenRange a, TokenRange b);

}  // namespace sayso
