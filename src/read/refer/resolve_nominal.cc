// Described things -> drafts: "the ministry", "the country", "MKO terrorists".
#include <algorithm>
#include <optional>

#include "read/refer/context.h"
#include "read/refer/match.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::uint32_t kFarBack = 40;       // candidates searched for what "the group" may be
constexpr std::uint32_t kSentencesBack = 4;  // and sentences
constexpr std::size_t kMaxLabelled = 8;

class NominalResolver {
 public:
  NominalResolver(ReferContext& context, std::uint32_t index)
      : context_(context),
        drafts_(context.drafts),
        index_(index),
        c_(context.candidates[index]),
        kind_(*c_.description.kind) {}

  DraftId resolve() {
    if (const DraftId id = context_.draft_of(c_.same_as); id != kNone) {
      return adopt(typed(id), "refer.named");
    }
    if (const DraftId id = context_.draft_of(find_apposition(context_, index_)); id != kNone) {
      return adopt(id, "refer.apposition");
    }
    if (const auto id = known()) return adopt(*id, "refer.description");
    return adopt(create(), "refer.nominal");
  }

 private:
  std::optional<DraftId> known() {
    if (c_.narrowed) return std::nullopt;
    if (c_.definiteness == Definiteness::indefinite && !counted_again()) return std::nullopt;
    if (kind_.country && is_bare_of_words()) return country_in_play();
    if (c_.definiteness == Definiteness::bare && !may_be_known()) return std::nullopt;
    if (const auto id = match_description(context_, index_)) return id;
    return kind_.names ? named_before() : std::nullopt;
  }

  // "the two men" are known; "two men" are not.
  bool counted_again() const {
    return c_.counted && context_.token(c_.phrase.first).key == "the"_word;
  }

  bool is_bare_of_words() const {
    const Description& d = c_.description;
    return c_.definiteness == Definiteness::definite && d.word_count == 0 && d.country == 0 &&
           d.owner == kNone && !d.plural;
  }

  // Without an article: "police said", "MKO forces", but not "protesters threw stones".
  bool may_be_known() const {
    if (c_.description.plural) {
      const DraftId owner = context_.draft_of(c_.description.owner);
      return owner != kNone && drafts_[owner].named && drafts_[owner].country == 0;
    }
    return kind_.type == EntityType::organization || kind_.country;
  }

  std::optional<DraftId> country_in_play() {
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= kFarBack;) {
      const Candidate& c = context_.candidates[k];
      const CountryId country = c.country != 0 ? c.country : c.description.country;
      if (country == 0 || country_is_union(country)) continue;
      if (const auto id = drafts_.by_country(country)) return id;
      const DraftId made = drafts_.create({.type = EntityType::place, .latest = index_});
      drafts_.add_country(made, country);
      return made;
    }
    return std::nullopt;
  }

  bool country_is_union(CountryId country) const {
    return context_.words.country_name(country) == "European Union";
  }

  // "the group" after a name alone: the latest organisation that did something.
  std::optional<DraftId> named_before() const {
    if (!is_bare_of_words() || kind_.type != EntityType::organization) return std::nullopt;
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= kFarBack;) {
      if (context_.sentence_of(index_) - context_.sentence_of(k) > kSentencesBack) break;
      const Candidate& c = context_.candidates[k];
      const DraftId id = context_.draft_of(k);
      if (c.kind != MentionKind::name || id == kNone) continue;
      const EntityDraft& draft = drafts_[id];
      if (draft.type != EntityType::organization || draft.country != 0) continue;
      if (c.description.kind != nullptr) continue;  // a ministry is no group
      if (c.verb == kNone && draft.mentions < 2) continue;
      return id;
    }
    return std::nullopt;
  }

  DraftId create() {
    const Description& d = c_.description;
    EntityDraft draft{.type = kind_.type, .gender = kind_.gender, .latest = index_};
    draft.plural = d.plural;
    draft.many = kind_.many;
    if (draft.type == EntityType::person && d.plural) draft.type = EntityType::group;
    draft.nominal = index_;
    return drafts_.create(draft);
  }

  // "the MKO group" says what the MKO is.
  DraftId typed(DraftId id) {
    EntityDraft& draft = drafts_[id];
    if (draft.type == EntityType::other) draft.type = kind_.type;
    return id;
  }

  DraftId adopt(DraftId id, const char* made_by) {
    EntityDraft& draft = drafts_[id];
    if (draft.mentions == 0) draft.made_by = made_by;
    draft.nominal = std::min(draft.nominal, index_);
    if (draft.gender == Gender::unknown && draft.type == EntityType::person) {
      draft.gender = kind_.gender;
    }
    note_description(context_, index_, id);
    note_label(id);
    return id;
  }

  // "the MKO terrorist group", "MKO terrorists": from here on "the terrorists" are the MKO's.
  void note_label(DraftId id) {
    const WordKey label = c_.description.label;
    if (label == 0) return;
    EntityDraft& draft = drafts_[id];
    const DraftId owner = draft.belongs_to;
    const DraftId whose = c_.same_as != kNone ? id : owner;
    auto& labelled = context_.labelled;
    const auto known = std::find_if(labelled.begin(), labelled.end(),
                                    [&](const auto& l) { return l.label == label; });
    if (whose != kNone && drafts_[whose].named && drafts_[whose].country == 0) {
      if (known != labelled.end()) {
        known->draft = whose;
      } else if (labelled.size() < kMaxLabelled) {
        labelled.push_back({label, whose});
      }
    } else if (owner == kNone && known != labelled.end() &&
               c_.definiteness == Definiteness::definite && !draft.named &&
               (kind_.type == EntityType::person || kind_.many)) {
      draft.belongs_to = known->draft;
    }
  }

  ReferContext& context_;
  Drafts& drafts_;
  std::uint32_t index_;
  const Candidate& c_;
  const HeadWord& kind_;
};
}  // namespace

DraftId resolve_nominal(ReferContext& context, std::uint32_t c) {
  return NominalResolver(context, c).resolve();
}

}  // namespace sayso
