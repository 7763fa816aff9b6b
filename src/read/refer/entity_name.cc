#include "read/refer/entity_name.h"

#include <string_view>

namespace sayso {
namespace {
bool is_left_out(const Token& token) {
  return token.tag == Tag::DT || token.tag == Tag::PDT || token.tag == Tag::PRPS;
}

// A longer name is noise, and is not repeated in the names of what belongs to it.
constexpr std::uint32_t kLongestOwner = 120;  // bytes

class Namer {
 public:
  Namer(const ReferContext& context, const Report& report) : context_(context), report_(report) {}

  std::string name(DraftId id) const {
    const EntityDraft& draft = context_.drafts[id];
    if (draft.named) return words(draft.name);
    if (draft.country != 0) return std::string(context_.words.country_name(draft.country));
    if (draft.nominal == kNone) return {};
    const Candidate& c = context_.candidates[draft.nominal];
    if (c.description.head_is_label && are_people(draft)) return in_place_of_label(draft);
    return owner_name(c) + words(own_words(c));
  }

 private:
  const Token& token(TokenIndex i) const { return context_.token(i); }

  bool is_short(TokenRange name) const {
    return context_.analysis.span_of(name).size() <= kLongestOwner;
  }

  static bool are_people(const EntityDraft& draft) {
    return draft.type == EntityType::person || draft.type == EntityType::group ||
           draft.type == EntityType::organization;
  }

  // The words with single blanks; labels and articles are left out, but for capitalised ones.
  std::string words(TokenRange range) const {
    std::string out;
    bool blank = false;
    for (TokenIndex i = range.first; i < range.last; ++i) {
      const Token& t = token(i);
      const bool label = t.shape == WordShape::lower && context_.words.is_label(i);
      const bool joint = t.tag == Tag::CC || t.tag == Tag::comma;  // what a label left behind
      if (label || ((is_left_out(t) || joint) && out.empty())) continue;
      blank |= t.space_before;
      if (blank && !out.empty()) out += ' ';
      blank = false;
      out += slice(report_.text, t.span);
    }
    return out;
  }

  // "its" in "its offices" and "the country's" in "the country's police" read as a name.
  bool has_owner_in_front(const Candidate& c) const {
    if (c.description.owner == kNone) return false;
    const Candidate& owner = context_.candidates[c.description.owner];
    const bool possessive =
        token(owner.head).tag == Tag::PRPS ||
        (owner.tokens.last < c.head && token(owner.tokens.last).tag == Tag::POS);
    return possessive && owner.tokens.first >= c.tokens.first && owner.head < c.head;
  }

  std::string owner_name(const Candidate& c) const {
    if (!has_owner_in_front(c)) return {};
    const DraftId owner = context_.draft_of(c.description.owner);
    if (owner == kNone) return {};
    const EntityDraft& draft = context_.drafts[owner];
    if (draft.named) return is_short(draft.name) ? words(draft.name) + "'s " : std::string();
    if (draft.country == 0) return {};
    return std::string(context_.words.country_name(draft.country)) + "'s ";
  }

  TokenRange own_words(const Candidate& c) const {
    TokenRange range = c.tokens;
    if (!has_owner_in_front(c)) return range;
    const TokenIndex after = context_.candidates[c.description.owner].tokens.last;
    range.first = token(after).tag == Tag::POS ? after + 1 : after;
    return range;
  }

  std::string in_place_of_label(const EntityDraft& draft) const {
    const bool many = draft.type != EntityType::person;
    if (draft.belongs_to != kNone && context_.drafts[draft.belongs_to].named &&
        is_short(context_.drafts[draft.belongs_to].name)) {
      return words(context_.drafts[draft.belongs_to].name) + (many ? " members" : " member");
    }
    return many ? "unnamed people" : "unnamed person";
  }

  const ReferContext& context_;
  const Report& report_;
};
}  // namespace

std::string entity_name(const ReferContext& context, const Report& report, DraftId id) {
  return Namer(context, report).name(id);
}

}  // namespace sayso
