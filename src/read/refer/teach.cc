// Where the report itself says that two phrases mean the same: aliases and appositions.
#include <algorithm>

#include "read/refer/clause.h"
#include "read/refer/context.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kMaxApposition = 12;  // tokens of "a lawyer who lives in Tirana"

bool is_organised(EntityType type) {
  return type == EntityType::organization || type == EntityType::group ||
         type == EntityType::facility;
}

bool untyped(const Candidate& c) { return c.name == NameKind::none || c.name == NameKind::other; }

class Teacher {
 public:
  Teacher(const ReferContext& context, std::uint32_t c)
      : context_(context),
        index_(c),
        c_(context.candidates[c]),
        begin_(context.analysis.sentences[context.token(c_.head).sentence].tokens.first),
        end_(context.analysis.sentences[context.token(c_.head).sentence].tokens.last) {}

  std::uint32_t alias() const {
    const TokenIndex at = c_.phrase.first;
    if (before(at, 1) == Tag::open_bracket && after() == Tag::close_bracket) {
      return if_bracketed(target(at - 1));
    }
    if (key_before(at, 1) == "or"_word && before(at, 2) == Tag::comma && closes(c_.tokens.last)) {
      return if_bracketed(target(at - 2));
    }
    if (key_before(at, 1) == "as"_word && key_before(at, 2) == "known"_word) {
      return if_called(target(at - 2));
    }
    if (key_before(at, 1) == "for"_word && key_before(at, 2) == "short"_word) {
      return if_called(target(at - 2));
    }
    if (before(at, 1) == Tag::VBN && is_calling(key_before(at, 1))) {
      return if_called(target(at - 1));
    }
    return one_more();
  }

  std::uint32_t apposition() const {
    const TokenIndex at = c_.phrase.first;
    if (before(at, 1) == Tag::comma) {
      const std::uint32_t other = context_.ending_at(at - 1, index_);
      return other != kNone && name_and_nominal(other) && is_set_off() ? other : kNone;
    }
    return predicate();
  }

 private:
  const Token& token(TokenIndex i) const { return context_.token(i); }
  Tag before(TokenIndex at, TokenIndex n) const {
    return at >= begin_ + n ? token(at - n).tag : Tag::XX;
  }
  WordKey key_before(TokenIndex at, TokenIndex n) const {
    return at >= begin_ + n ? token(at - n).key : 0;
  }
  Tag after() const { return c_.tokens.last < end_ ? token(c_.tokens.last).tag : Tag::period; }

  bool closes(TokenIndex at) const {
    if (at >= end_) return true;
    const Tag tag = token(at).tag;
    return tag == Tag::comma || tag == Tag::period || tag == Tag::colon ||
           tag == Tag::close_bracket || tag == Tag::close_quote;
  }

  static bool is_calling(WordKey word) {
    return word == "called"_word || word == "nicknamed"_word || word == "dubbed"_word ||
           word == "named"_word;
  }

  // "known as the FFE, the FE and the Front": aliases go on.
  std::uint32_t one_more() const {
    if (index_ == 0 || context_.last_alias + 1 != index_) return kNone;
    TokenIndex at = c_.phrase.first;
    if (before(at, 1) == Tag::CC) --at;
    if (before(at, 1) == Tag::comma) --at;
    const Candidate& alias = context_.candidates[index_ - 1];
    if (at == c_.phrase.first || alias.tokens.last != at || !closes_or_goes_on(c_.tokens.last)) {
      return kNone;
    }
    return if_called(index_ - 1);
  }

  bool closes_or_goes_on(TokenIndex at) const { return closes(at) || token(at).tag == Tag::CC; }

  // What "known as" at `at` speaks of: past "also", "better", commas and quotes.
  std::uint32_t target(TokenIndex at) const {
    for (int steps = 0; steps < 4 && at > begin_; ++steps) {
      const std::uint32_t phrase = context_.ending_at(at, index_);
      const std::uint32_t name = context_.name_ending_at(at, index_);
      if (phrase != kNone) return name == kNone || abbreviates(phrase) ? phrase : name;
      const Token& t = token(at - 1);
      if (t.tag != Tag::comma && t.tag != Tag::open_quote && t.tag != Tag::close_quote &&
          !is_adverb(t.tag) && t.tag != Tag::WDT && t.tag != Tag::WP && t.lemma_key != "be"_word) {
        return kNone;
      }
      --at;
    }
    return kNone;
  }

  // "the Ministry of Justice of Lurania (MJL)" is all of it.
  bool abbreviates(std::uint32_t phrase) const {
    return c_.tokens.size() == 1 &&
           context_.drafts.is_acronym_of(c_.tokens.first, context_.candidates[phrase].tokens);
  }

  std::uint32_t if_bracketed(std::uint32_t other) const {
    if (other == kNone || c_.country != 0 || c_.kind != MentionKind::name) return kNone;
    const Candidate& o = context_.candidates[other];
    const DraftId draft = context_.draft_of(other);
    if (draft == kNone || o.kind == MentionKind::pronoun) return kNone;
    if (c_.tokens.size() == 1 && context_.drafts.is_acronym_of(c_.tokens.first, o.tokens)) {
      return other;
    }
    const EntityDraft& d = context_.drafts[draft];
    if (d.country != 0 || d.plural || o.people || is_dateline(o)) return kNone;
    const bool person = c_.name == NameKind::person;
    if (d.type == EntityType::person || person) {
      return d.type == EntityType::person && person && o.kind == MentionKind::name ? other : kNone;
    }
    if (d.type == EntityType::place || c_.name == NameKind::place) return kNone;
    if (!is_organised(d.type) && !untyped(o)) return kNone;
    const Token& word = token(c_.tokens.first);
    const bool capitals =
        c_.tokens.size() == 1 && word.shape == WordShape::upper && word.span.size() > 1;
    return capitals || c_.name == NameKind::organization ? other : kNone;
  }

  // "TIRANA (AFP) -" opens a report.
  bool is_dateline(const Candidate& o) const {
    const TokenIndex after = c_.tokens.last + 1;
    if (o.tokens.first != begin_ || after >= end_) return false;
    return token(after).shape == WordShape::punctuation && token(after).tag != Tag::comma &&
           token(after).tag != Tag::period;
  }

  std::uint32_t if_called(std::uint32_t other) const {
    if (other == kNone || c_.kind != MentionKind::name || c_.country != 0) return kNone;
    const DraftId draft = context_.draft_of(other);
    if (draft == kNone) return kNone;
    const EntityDraft& d = context_.drafts[draft];
    if (d.plural && d.type != EntityType::group) return kNone;
    switch (c_.name) {
      case NameKind::person: return d.type == EntityType::person ? other : kNone;
      case NameKind::place: return d.type == EntityType::place ? other : kNone;
      case NameKind::organization: return d.type == EntityType::person ? kNone : other;
      default: return other;
    }
  }

  // Whether one of the two is a name and the other describes such a thing.
  bool name_and_nominal(std::uint32_t other) const {
    const Candidate& o = context_.candidates[other];
    const bool named_first = o.kind == MentionKind::name;
    if (named_first == (c_.kind == MentionKind::name)) return false;
    if (o.kind == MentionKind::pronoun || c_.kind == MentionKind::pronoun) return false;
    const Candidate& name = named_first ? o : c_;
    const Candidate& nominal = named_first ? c_ : o;
    const Description& d = nominal.description;
    if (d.kind == nullptr || d.plural || name.people) return false;
    switch (d.kind->type) {
      case EntityType::person: return name.name == NameKind::person;
      case EntityType::organization:
      case EntityType::group: return name.name == NameKind::organization || untyped(name);
      case EntityType::place: return name.name == NameKind::place && nominal_place_fits(name, d);
      default: return false;
    }
  }

  static bool nominal_place_fits(const Candidate& name, const Description& d) {
    return (name.country != 0) == d.kind->country;
  }

  // Whether what was begun by a comma ends at one, and is no item of a list.
  bool is_set_off() const {
    const TokenIndex last = std::min(end_, c_.phrase.last + kMaxApposition);
    for (TokenIndex i = c_.phrase.last; i < last; ++i) {
      const Tag tag = token(i).tag;
      if (tag == Tag::CC || tag == Tag::VBD || tag == Tag::VBZ || tag == Tag::VBP ||
          tag == Tag::MD) {
        return false;
      }
      if (is_wh(tag) && i == c_.phrase.last) return true;
      if (closes(i)) return i + 1 >= end_ || token(i + 1).tag != Tag::CC;
    }
    return last == end_;
  }

  std::uint32_t predicate() const {
    if (c_.kind != MentionKind::nominal || c_.description.plural) return kNone;
    const HeadWord* kind = c_.description.kind;
    if (kind == nullptr || kind->type != EntityType::person) return kNone;
    const std::uint32_t verb = context_.words.verb_before(c_.phrase.first);
    if (verb == kNone) return kNone;
    const VerbGroup& group = context_.analysis.verb_groups[verb];
    if (token(group.head).lemma_key != "be"_word || group.negated) return kNone;
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= 4;) {
      const Candidate& o = context_.candidates[k];
      if (o.verb != verb) continue;
      return o.kind == MentionKind::name && o.name == NameKind::person ? k : kNone;
    }
    return kNone;
  }

  const ReferContext& context_;
  std::uint32_t index_;
  const Candidate& c_;
  TokenIndex begin_, end_;  // the sentence
};
}  // namespace

std::uint32_t find_alias(ReferContext& context, std::uint32_t c) {
  const std::uint32_t other = Teacher(context, c).alias();
  if (other != kNone) context.last_alias = c;
  return other;
}

std::uint32_t find_apposition(const ReferContext& context, std::uint32_t c) {
  return Teacher(context, c).apposition();
}

}  // namespace sayso
