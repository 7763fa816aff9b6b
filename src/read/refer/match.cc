#include "read/refer/match.h"

#include <algorithm>

namespace sayso {
namespace {
// Whose the description says it is; countries are kept apart, because adjectives name them too.
struct Owner {
  CountryId country = 0;
  DraftId draft = kNone;
};

Owner owner_of(const ReferContext& context, const Description& d) {
  Owner owner{.country = d.country, .draft = context.draft_of(d.owner)};
  if (owner.draft != kNone && context.drafts[owner.draft].country != 0) {
    owner.country = context.drafts[owner.draft].country;
  }
  if (owner.draft == kNone && owner.country != 0) {
    owner.draft = context.drafts.by_country(owner.country).value_or(kNone);
  }
  return owner;
}

bool subset(std::span<const WordKey> few, std::span<const WordKey> many) {
  return std::all_of(few.begin(), few.end(), [&](WordKey word) {
    return std::find(many.begin(), many.end(), word) != many.end();
  });
}

class Matcher {
 public:
  Matcher(ReferContext& context, std::uint32_t index)
      : context_(context),
        c_(context.candidates[index]),
        owner_(owner_of(context, c_.description)) {}

  std::optional<DraftId> match() {
    std::optional<DraftId> best;
    context_.drafts.each_described(c_.description.head, [&](const DescribedAs& known) {
      if (!fits(known)) return;
      const DraftId id = context_.drafts.find(known.draft);
      if (!best || context_.drafts[id].latest > context_.drafts[*best].latest) best = id;
    });
    return best;
  }

 private:
  bool fits(const DescribedAs& known) const {
    const Description& a = c_.description;
    const Description& b = known.description;
    if (a.plural != b.plural) return false;
    if (!subset(a.modifiers(), b.modifiers())) return false;
    if (!owners_fit(known)) return false;
    // "protesters" without an article may be others than those before: only the same words count.
    const bool loose = c_.definiteness == Definiteness::bare && a.plural;
    return !loose || (a.word_count == b.word_count && a.country == b.country);
  }

  bool owners_fit(const DescribedAs& known) const {
    const CountryId country = known.description.country;
    if (owner_.country != 0 && country != 0) return owner_.country == country;
    if (owner_.country != 0) {
      return known.owner == kNone && is_one_per_country(known.description) &&
             known.description.word_count == c_.description.word_count;
    }
    if (owner_.draft == kNone) return c_.description.owner == kNone;
    if (known.owner == kNone) return false;
    return context_.drafts.find(known.owner) == owner_.draft;
  }

  // "the Albanian police" after "the police", but not "the Albanian team" after "the team".
  static bool is_one_per_country(const Description& d) {
    return d.kind != nullptr && d.kind->type == EntityType::organization && !d.kind->names &&
           !d.plural;
  }

  ReferContext& context_;
  const Candidate& c_;
  Owner owner_;
};
}  // namespace

std::optional<DraftId> match_description(ReferContext& context, std::uint32_t c) {
  return Matcher(context, c).match();
}

void note_description(ReferContext& context, std::uint32_t c, DraftId draft) {
  Description d = context.candidates[c].description;
  if (d.head == 0 || context.candidates[c].nobody) return;
  const Owner owner = owner_of(context, d);
  d.country = owner.country;
  EntityDraft& known = context.drafts[draft];
  const bool is_itself = owner.draft != kNone && owner.draft == context.drafts.find(draft);
  if (known.belongs_to == kNone && owner.draft != kNone && !is_itself) {
    known.belongs_to = owner.draft;
  }
  bool new_words = true;
  context.drafts.each_described(d.head, [&](const DescribedAs& other) {
    if (context.drafts.find(other.draft) != context.drafts.find(draft)) return;
    const Description& o = other.description;
    new_words &= !(subset(d.modifiers(), o.modifiers()) && d.plural == o.plural &&
                   (d.country == 0 || d.country == o.country) &&
                   (owner.draft == kNone || d.country != 0 || other.owner != kNone));
  });
  if (new_words) context.drafts.add_description(draft, d, is_itself ? kNone : owner.draft);
}

}  // namespace sayso
