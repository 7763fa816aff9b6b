#include "read/refer/make_candidate.h"

#include <algorithm>

#include "read/refer/clause.h"
#include "read/refer/describe.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kMaxTail = 8;  // tokens of a phrase after "of" that joins a mention

bool untyped(const Candidate& c) { return c.name == NameKind::none || c.name == NameKind::other; }

// "the MKO group" is the MKO; "an MKO group", "MKO groups" and "the US company" are not.
bool names_itself(const Candidate& name, const HeadWord& kind, const Candidate& c) {
  return kind.names && name.country == 0 && !name.people && name.name != NameKind::person &&
         (name.name != NameKind::place || kind.type == EntityType::place) &&
         !c.description.plural && c.definiteness != Definiteness::indefinite;
}

bool is_place_noun(WordKey word) {
  switch (word) {
    case "city"_word:
    case "town"_word:
    case "village"_word:
    case "province"_word:
    case "state"_word:
    case "island"_word:
    case "republic"_word:
    case "kingdom"_word:
    case "port"_word:
    case "district"_word:
    case "region"_word:
    case "capital"_word: return true;
    default: return false;
  }
}
}  // namespace

Candidate CandidateMaker::name(const FoundName& name, const Segment& segment,
                               const Tail& tail) const {
  Candidate c{.tokens = name.tokens,
              .phrase = {std::min(segment.phrase_first, name.tokens.first), name.tokens.last},
              .head = name.head,
              .kind = MentionKind::name,
              .name = name.kind,
              .gender = name.gender,
              .definiteness = definiteness_of(words_.analysis(), segment.words),
              .country = name.people ? CountryId{0} : name.country,
              .people = name.people};
  describe_name(name, segment, c);
  c.description.owner = segment.owner;
  join_tail(tail, c);
  c.tokens = name.tokens;  // a name is marked alone
  if (segment.last) c.verb = verb_of_subject(words_, c.phrase);
  return c;
}

// "interior minister" before a person's name, "Interior Ministry" in an organisation's.
void CandidateMaker::describe_name(const FoundName& name, const Segment& segment,
                                   Candidate& c) const {
  const TokenRange before{segment.words.first, std::max(segment.words.first, name.tokens.first)};
  if (!before.empty()) {
    const TokenIndex last = before.last - 1;
    const HeadWord* kind = words_.head(last);
    if (kind != nullptr && token(last).tag != Tag::POS && stands_before(*kind, name, c)) {
      c.description = describe(words_, before, last, names_in(names_, before));
      if (kind->type == EntityType::person) c.name = NameKind::person;
      if (kind->gender != Gender::unknown) c.gender = kind->gender;
    }
  }
  if (c.people) {
    c.description = describe(words_, segment.words, name.head, {});
    c.description.country = name.country;
  }
  if (untyped(c) && name.tokens.size() > 1 &&
      words_.first_name(name.tokens.first) != Gender::unknown) {
    c.name = NameKind::person;
  }
  if (c.description.kind != nullptr || c.name == NameKind::person || c.country != 0) return;
  if (words_.head(name.head) == nullptr) return;
  const TokenRange all{segment.words.first, name.tokens.last};
  c.description = describe(words_, all, name.head, {});
}

// "minister Doda", "the newspaper Kombi".
bool CandidateMaker::stands_before(const HeadWord& kind, const FoundName& name,
                                   const Candidate& c) const {
  if (c.name == NameKind::person) return kind.type == EntityType::person;
  if (kind.type != EntityType::person) return kind.names && c.country == 0;
  return kind.role && untyped(c) && words_.head(name.head) == nullptr;
}

Candidate CandidateMaker::nominal(const Segment& segment, std::uint32_t inner,
                                  const Tail& tail) const {
  const HeadWord& kind = *words_.head(segment.head);
  Candidate c{.tokens = {segment.phrase_first, segment.head + 1},
              .phrase = {segment.phrase_first, segment.head + 1},
              .head = segment.head,
              .gender = kind.gender,
              .definiteness = definiteness_of(words_.analysis(), segment.words)};
  c.description = describe(words_, segment.words, segment.head, names_in(names_, segment.words));
  c.description.owner = segment.owner;
  c.description.plural |= !is_noun(token(segment.head).tag);  // "the injured"
  if (segment.owner != kNone && inner == kNone && c.definiteness == Definiteness::bare) {
    c.definiteness = Definiteness::definite;  // "the country's police"
  }
  for (TokenIndex i = segment.words.first; i < segment.head; ++i) {
    c.counted |= token(i).tag == Tag::CD;
  }
  c.nobody = speaks_of_nobody(words_.analysis(), segment.words);
  if (inner != kNone && names_itself(found_[inner], kind, c)) c.same_as = inner;
  join_bracket(kind, c);
  join_tail(tail, c);
  if (segment.last) {
    c.verb = verb_of_subject(words_, c.phrase);
    c.narrowed = is_narrowed(c.phrase.last);
  }
  return c;
}

// A relative clause or participle without a comma: "the men who", "the men seen".
bool CandidateMaker::is_narrowed(TokenIndex after) const {
  if (after >= words_.analysis().tokens.size()) return false;
  if (is_wh(token(after).tag)) return true;
  const std::uint32_t verb = words_.verb_at(after);
  return verb != kNone && !words_.analysis().verb_groups[verb].finite &&
         !words_.analysis().verb_groups[verb].infinitive;
}

// "the Mujahedin-e Khalq (MKO) | terrorist organization".
void CandidateMaker::join_bracket(const HeadWord& kind, Candidate& c) const {
  if (!kind.names || c.same_as != kNone || c.tokens.first == 0 || found_.empty()) return;
  if (c.definiteness != Definiteness::bare || c.description.plural) return;
  if (token(c.tokens.first - 1).tag != Tag::close_bracket) return;
  const Candidate& alias = found_.back();
  if (alias.kind != MentionKind::name || alias.tokens.last + 1 != c.tokens.first) return;
  if (alias.country != 0 || alias.name == NameKind::person) return;
  c.same_as = static_cast<std::uint32_t>(found_.size() - 1);
}

void CandidateMaker::join_tail(const Tail& tail, Candidate& c) const {
  if (tail.tokens.empty() || tail.tokens.first != c.phrase.last + 1) return;
  const HeadWord* kind = c.description.kind;
  if (kind == nullptr) return;
  Description& d = c.description;
  if (tail.candidate == kNone) {  // "minister of interior": says which one
    if (tail.tokens.size() > 3) return;
    for (TokenIndex i = tail.tokens.first; i < tail.tokens.last; ++i) {
      if (is_noun(token(i).tag)) d.add(token(i).lemma_key);
    }
  } else {
    if (d.owner != kNone) return;
    const Candidate& of = found_[tail.candidate];
    if (is_title_of(of, c, *kind)) {  // "Secretary of State | Kaltrina Doda"
      c.same_as = tail.candidate;
      for (TokenIndex i = of.phrase.first; i < of.tokens.first; ++i) d.add(token(i).lemma_key);
      c.tokens.last = of.tokens.first;
      c.phrase.last = of.phrase.last;
      return;
    }
    d.owner = tail.candidate;
    if (is_place_noun(token(c.head).lemma_key) && of.name == NameKind::place &&
        of.kind == MentionKind::name && !d.plural) {
      c.same_as = tail.candidate;  // "the city of Manez"
    }
    if (of.definiteness == Definiteness::indefinite) return;
  }
  if (tail.tokens.size() <= kMaxTail && tail.tokens.last - c.tokens.first <= kMaxMention) {
    c.tokens.last = c.phrase.last = tail.tokens.last;
  }
}

// A title that goes on after "of", up to the person's name.
bool CandidateMaker::is_title_of(const Candidate& of, const Candidate& c,
                                 const HeadWord& kind) const {
  if (!kind.role || of.kind != MentionKind::name || of.name != NameKind::person) return false;
  if (of.phrase.first >= of.tokens.first) return false;
  if (of.tokens.first > c.tokens.first + kMaxMention) return false;
  const Token& before = token(of.tokens.first - 1);
  if (!is_noun(before.tag) || words_.title(of.tokens.first - 1)) return false;
  const HeadWord* head = words_.head(of.tokens.first - 1);
  return head == nullptr || head->type != EntityType::person;
}

}  // namespace sayso
