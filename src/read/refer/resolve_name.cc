// Names -> drafts: the same name, an alias, an acronym, a surname, a short form.
#include <optional>

#include "read/refer/context.h"
#include "read/refer/match.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "inc"_word

EntityType type_of(const Candidate& c) {
  const HeadWord* kind = c.description.kind;
  switch (c.name) {
    case NameKind::person: return EntityType::person;
    case NameKind::place:
      return kind != nullptr && kind->type == EntityType::facility ? EntityType::facility
                                                                   : EntityType::place;
    case NameKind::organization: return EntityType::organization;
    default: break;
  }
  if (c.people) return EntityType::group;
  if (kind == nullptr) return EntityType::other;
  return kind->type == EntityType::person && c.description.plural ? EntityType::group : kind->type;
}

bool genders_agree(Gender a, Gender b) {
  return a == Gender::unknown || b == Gender::unknown || a == b;
}

class NameResolver {
 public:
  NameResolver(ReferContext& context, std::uint32_t index)
      : context_(context), drafts_(context.drafts), index_(index), c_(context.candidates[index]) {}

  DraftId resolve() {
    DraftId id = context_.draft_of(find_alias(context_, index_));
    if (id != kNone) {
      if (const auto known = drafts_.by_name(c_.tokens)) id = drafts_.merge(id, *known);
      return adopt(id, "refer.alias");
    }
    id = context_.draft_of(find_apposition(context_, index_));
    if (id != kNone) {
      if (const auto known = known_name()) id = drafts_.merge(id, *known);
      return adopt(id, "refer.apposition");
    }
    if (const auto known = known_name()) return adopt(*known, "refer.name");
    return adopt(create(), "refer.name");
  }

 private:
  const Token& token(TokenIndex i) const { return context_.token(i); }

  std::optional<DraftId> known_name() {
    if (c_.country != 0) return drafts_.by_country(c_.country);
    if (is_common_noun()) {
      if (const auto id = match_description(context_, index_)) return id;
    }
    if (const auto id = drafts_.by_name(c_.tokens); id && same_kind(*id)) return id;
    if (c_.name != NameKind::person) {
      if (const auto id = drafts_.by_acronym(c_.tokens); id && !is_human(*id)) return id;
    }
    if (c_.people) return match_description(context_, index_);
    if (const auto id = by_surname()) return id;
    if (c_.name == NameKind::person) return by_first_name();
    if (c_.name == NameKind::place) return std::nullopt;
    if (const auto id = match_description_of_name()) return id;
    return by_short_form();
  }

  // "the Ministry", "the President": a name only by its capital.
  bool is_common_noun() const {
    return c_.tokens.size() == 1 && c_.description.kind != nullptr &&
           c_.description.head == token(c_.head).lemma_key;
  }

  bool is_human(DraftId id) const { return drafts_[id].type == EntityType::person; }

  // One word may be a person's and a place's name; longer ones are what they were.
  bool same_kind(DraftId id) const {
    const EntityType type = drafts_[id].type;
    if (c_.tokens.size() > 1) return true;
    const bool person = c_.name == NameKind::person;
    return !(person && type == EntityType::place) &&
           !(c_.name == NameKind::place && type == EntityType::person);
  }

  // "Ms. Doda" after "Kaltrina Doda"; "Kaltrina Doda" after "Doda"; "K. Doda".
  std::optional<DraftId> by_surname() const {
    if (c_.name == NameKind::place) return std::nullopt;
    if (c_.name == NameKind::organization && c_.tokens.size() > 1) return std::nullopt;
    const Token& surname = token(c_.head);
    std::optional<DraftId> best;
    drafts_.each_ending_with(surname.key, [&](DraftId id) {
      const EntityDraft& d = drafts_[id];
      if (!may_be_a_person(d) || !genders_agree(gender(), d.gender) || !may_be(d)) return;
      if (!best || d.latest > drafts_[*best].latest) best = id;
    });
    return best;
  }

  bool may_be(const EntityDraft& d) const {
    if (d.name.size() == 1) return c_.tokens.size() > 1;
    if (d.type != EntityType::person) return false;
    if (c_.tokens.size() == 1) return true;
    return same_first_name(token(c_.tokens.first), token(d.name.first));
  }

  // A surname in a headline may have been taken for something else.
  static bool may_be_a_person(const EntityDraft& d) {
    return d.type == EntityType::person || d.type == EntityType::other ||
           (d.type == EntityType::organization && d.nominal == kNone);
  }

  bool same_first_name(const Token& a, const Token& b) const {
    if (a.key == b.key) return true;
    const std::string_view x = context_.analysis.lower(a);
    const std::string_view y = context_.analysis.lower(b);
    const bool initial = x.size() == 1 || y.size() == 1 || (x.size() == 2 && x[1] == '.') ||
                         (y.size() == 2 && y[1] == '.');
    return initial && !x.empty() && !y.empty() && x[0] == y[0];
  }

  // "Kaltrina" after "Kaltrina Doda", and the other way round.
  std::optional<DraftId> by_first_name() const {
    std::optional<DraftId> best;
    drafts_.each_beginning_with(token(c_.tokens.first).key, [&](DraftId id) {
      const EntityDraft& d = drafts_[id];
      if (d.type != EntityType::person || (d.name.size() == 1) == (c_.tokens.size() == 1)) return;
      if (!best || d.latest > drafts_[*best].latest) best = id;
    });
    return best;
  }

  // "the Interior Ministry" after "the interior ministry of Albania".
  std::optional<DraftId> match_description_of_name() const {
    const HeadWord* kind = c_.description.kind;
    if (kind == nullptr || kind->type == EntityType::person) return std::nullopt;
    if (c_.description.head != token(c_.head).lemma_key) return std::nullopt;
    return match_description(context_, index_);
  }

  // "Ora" after "Ora Group"; "the Herald" after "the Morning Herald".
  std::optional<DraftId> by_short_form() const {
    if (c_.tokens.size() != 1 || c_.name == NameKind::none) return std::nullopt;
    std::optional<DraftId> best;
    const auto consider = [&](DraftId id) {
      const EntityDraft& d = drafts_[id];
      if (d.type != EntityType::organization || d.name.size() < 2) return;
      if (!best || d.latest > drafts_[*best].latest) best = id;
    };
    drafts_.each_ending_with(token(c_.tokens.first).key, consider);
    drafts_.each_beginning_with(token(c_.tokens.first).key, [&](DraftId id) {
      const TokenRange name = drafts_[id].name;
      if (name.size() == 2 && is_kind_word(name.last - 1)) consider(id);
    });
    return best;
  }

  bool is_kind_word(TokenIndex i) const {
    const HeadWord* kind = context_.words.head(i);
    if (kind != nullptr && kind->type == EntityType::organization) return true;
    switch (token(i).key) {
      case "inc"_word:
      case "inc."_word:
      case "corp"_word:
      case "corp."_word:
      case "co"_word:
      case "co."_word:
      case "ltd"_word:
      case "ltd."_word:
      case "plc"_word:
      case "ag"_word:
      case "gmbh"_word:
      case "llc"_word: return true;
      default: return false;
    }
  }

  Gender gender() const {
    if (c_.gender != Gender::unknown || c_.tokens.size() < 2) return c_.gender;
    return context_.words.first_name(c_.tokens.first);
  }

  DraftId create() {
    EntityDraft draft{.type = type_of(c_), .gender = Gender::unknown, .latest = index_};
    draft.plural = c_.description.plural && draft.type == EntityType::group;
    draft.many = c_.description.kind != nullptr && c_.description.kind->many;
    draft.name = c_.tokens;
    const DraftId id = drafts_.create(draft);
    if (c_.country != 0) drafts_.add_country(id, c_.country);
    return id;
  }

  // Files everything this mention teaches about its entity.
  DraftId adopt(DraftId id, const char* made_by) {
    EntityDraft& draft = drafts_[id];
    const bool person = c_.name == NameKind::person && c_.tokens.size() > 1;
    if (draft.type == EntityType::other || (!draft.named && draft.type != EntityType::person) ||
        (person && draft.type == EntityType::organization)) {
      if (const EntityType type = type_of(c_); type != EntityType::other) draft.type = type;
    }
    if (draft.gender == Gender::unknown && draft.type == EntityType::person) {
      draft.gender = gender();
      if (draft.gender == Gender::unknown) {
        draft.gender = context_.words.first_name(c_.tokens.first);
      }
    }
    if (draft.mentions == 0) draft.made_by = made_by;
    const auto known = drafts_.by_name(c_.tokens);
    if (!known || *known != drafts_.find(id)) drafts_.add_name(id, c_.tokens);
    note_description(context_, index_, id);
    return drafts_.find(id);
  }

  ReferContext& context_;
  Drafts& drafts_;
  std::uint32_t index_;
  const Candidate& c_;
};
}  // namespace

DraftId resolve_name(ReferContext& context, std::uint32_t c) {
  return NameResolver(context, c).resolve();
}

}  // namespace sayso
