#include "read/refer/find_candidates.h"

#include <algorithm>
#include <span>

#include "read/refer/clause.h"
#include "read/refer/describe.h"
#include "read/refer/names.h"

namespace sayso {
namespace {
using namespace literals;

constexpr std::size_t kMaxChain = 3;    // "the head of the office of the ministry"
constexpr TokenIndex kMaxTail = 8;      // tokens of a phrase after "of" that joins a mention
constexpr TokenIndex kMaxMention = 24;  // what core's mention_headed_by relies on

// A phrase with the part of it that is read now.
struct Segment {
  TokenRange words = {};  // "interior ministry" in "the country's interior ministry"
  TokenIndex head = 0;
  TokenIndex phrase_first = 0;  // where the whole phrase begins
  std::uint32_t owner = kNone;
  bool last = true;  // no owner of something else
};

// What follows a phrase after "of" or "for".
struct Tail {
  std::uint32_t candidate = kNone;
  TokenRange tokens = {};
};

class CandidateFinder {
 public:
  explicit CandidateFinder(const Words& words)
      : words_(words), analysis_(words.analysis()), names_(find_names(words)) {
    found_.reserve(analysis_.noun_phrases.size() * 3 / 2 + 8);
    join_at_labels();
  }

  std::vector<Candidate> find() {
    const auto& phrases = phrases_;
    for (std::size_t i = 0; i < phrases.size();) {
      if (phrases[i].tokens.last <= done_) {  // inside a name that began earlier
        ++i;
        continue;
      }
      read_loose(phrases[i].tokens.first);
      const std::size_t end = end_of_chain(i);
      Tail tail;
      const TokenIndex begin = done_;
      for (std::size_t k = end; k-- > i;) {
        tail.candidate = read_phrase(phrases[k], k == i ? begin : phrases[k].tokens.first, tail);
        tail.tokens = {phrases[k].tokens.first, std::max(tail.tokens.last, phrases[k].tokens.last)};
      }
      done_ = std::max(done_, phrases[end - 1].tokens.last);
      i = end;
    }
    read_loose(static_cast<TokenIndex>(analysis_.tokens.size()));
    return std::move(found_);
  }

 private:
  const Token& token(TokenIndex i) const { return analysis_.tokens[i]; }

  // "the MKO | terrorist group" is one phrase, though an adjective follows a name.
  void join_at_labels() {
    phrases_.reserve(analysis_.noun_phrases.size());
    for (const NounPhrase& phrase : analysis_.noun_phrases) {
      const TokenIndex first = phrase.tokens.first;
      const bool joins = !phrases_.empty() && phrases_.back().tokens.last == first &&
                         is_noun(token(first - 1).tag) && words_.is_label(first);
      if (joins) {
        phrases_.back() = {{phrases_.back().tokens.first, phrase.tokens.last}, phrase.head};
      } else {
        phrases_.push_back(phrase);
      }
    }
  }

  std::span<const FoundName> names_in(TokenRange range) const {
    const auto before = [](const FoundName& n, TokenIndex at) { return n.tokens.last <= at; };
    const auto first = std::lower_bound(names_.begin(), names_.end(), range.first, before);
    auto last = first;
    while (last != names_.end() && last->tokens.first < range.last) ++last;
    return {first, last};
  }

  // Names and pronouns outside noun phrases, up to `end`.
  void read_loose(TokenIndex end) {
    const auto names = names_in({done_, std::max(done_, end)});
    auto name = names.begin();
    for (TokenIndex i = done_; i < end;) {
      while (name != names.end() && name->tokens.last <= i) ++name;
      if (name != names.end() && name->tokens.contains(i)) {
        add_name(*name, {.words = {i, name->tokens.last}, .head = name->head, .phrase_first = i},
                 {});
        i = name->tokens.last;
        continue;
      }
      if (is_pronoun(token(i).tag) || is_wh(token(i).tag)) add_pronoun(i);
      ++i;
    }
    done_ = std::max(done_, end);
  }

  bool links(const Token& preposition, TokenIndex head) const {
    if (preposition.tag != Tag::IN) return false;
    if (preposition.key == "of"_word) return true;
    const HeadWord* kind = words_.head(head);
    if (kind == nullptr || !(kind->speaks || kind->says || kind->role)) return false;
    return preposition.key == "for"_word || preposition.key == "from"_word ||
           (preposition.key == "by"_word && kind->says) ||
           (preposition.key == "at"_word && kind->role);
  }

  // One past the phrases that hang together from `first` on: "the ministry | of Albania".
  std::size_t end_of_chain(std::size_t first) const {
    const auto& phrases = phrases_;
    std::size_t end = first + 1;
    while (end < phrases.size() && end - first < kMaxChain) {
      const NounPhrase& before = phrases[end - 1];
      const TokenIndex after = before.tokens.last;
      if (phrases[end].tokens.first != after + 1 || !links(token(after), before.head)) break;
      const auto names = names_in({before.head, before.head + 1});
      if (!names.empty() && names.front().tokens.last > after) break;  // "Ministry of Justice"
      ++end;
    }
    return end;
  }

  std::uint32_t read_phrase(const NounPhrase& phrase, TokenIndex from, const Tail& tail) {
    TokenRange words{std::max(phrase.tokens.first, from), phrase.head + 1};
    if (words.first >= words.last) return kNone;
    if (is_pronoun(token(phrase.head).tag) || is_wh(token(phrase.head).tag)) {
      return add_pronoun(phrase.head);
    }
    if (words.size() > kMaxMention) words.first = words.last - kMaxMention;
    Segment segment{.words = words, .head = phrase.head, .phrase_first = words.first};
    if (token(words.first).tag == Tag::POS) {  // the chunk before was its owner
      segment.owner = found_ending_at(words.first);
      ++segment.words.first;
    }
    for (TokenIndex i = segment.words.first; i < phrase.head; ++i) {
      if (token(i).tag == Tag::PRPS) segment.owner = add_pronoun(i);
      if (token(i).tag != Tag::POS || in_name(i) || i == segment.words.first) continue;
      Segment owner = segment;
      owner.words.last = i;
      owner.head = i - 1;
      owner.last = false;
      segment.owner = read_segment(owner, {});
      segment.words.first = i + 1;
    }
    if (segment.words.first >= segment.words.last) return segment.owner;
    return read_segment(segment, tail);
  }

  bool in_name(TokenIndex i) const {
    const auto names = names_in({i, i + 1});
    return !names.empty() && names.front().tokens.last > i + 1;
  }

  std::uint32_t found_ending_at(TokenIndex token) const {
    for (std::size_t k = found_.size(); k-- > 0 && found_.size() - k <= 3;) {
      if (found_[k].tokens.last == token) return static_cast<std::uint32_t>(k);
    }
    return kNone;
  }

  std::uint32_t read_segment(const Segment& segment, const Tail& tail) {
    const auto names = names_in(segment.words);
    if (!names.empty() && names.back().tokens.contains(segment.head)) {
      const std::uint32_t owner = add_inner_names(names.first(names.size() - 1), segment);
      Segment named = segment;
      if (owner != kNone) named.owner = owner;
      return add_name(names.back(), named, tail);
    }
    const std::uint32_t owner = add_inner_names(names, segment);
    Segment described = segment;
    if (owner != kNone) described.owner = owner;
    return add_nominal(described, owner, names, tail);
  }

  // "MKO" in "MKO forces". Returns the one that says whose the head is.
  std::uint32_t add_inner_names(std::span<const FoundName> names, const Segment& segment) {
    std::uint32_t owner = kNone;
    for (const FoundName& name : names) {
      if (name.tokens.first < segment.words.first) continue;
      owner = add_name(name,
                       {.words = name.tokens,
                        .head = name.head,
                        .phrase_first = name.tokens.first,
                        .last = false},
                       {});
      for (TokenIndex i = name.tokens.last; i < segment.head; ++i) {
        if (token(i).tag == Tag::CC || token(i).tag == Tag::comma) owner = kNone;
      }
    }
    return owner;
  }

  std::uint32_t add_name(const FoundName& name, const Segment& segment, const Tail& tail) {
    Candidate c{.tokens = name.tokens,
                .phrase = {std::min(segment.phrase_first, name.tokens.first), name.tokens.last},
                .head = name.head,
                .kind = MentionKind::name,
                .name = name.kind,
                .gender = name.gender,
                .definiteness = definiteness_of(analysis_, segment.words),
                .country = name.people ? CountryId{0} : name.country,
                .people = name.people};
    describe_name(name, segment, c);
    c.description.owner = segment.owner;
    join_tail(tail, c);
    c.tokens = name.tokens;  // a name is marked alone
    if (segment.last) c.verb = verb_of_subject(words_, c.phrase);
    done_ = std::max(done_, name.tokens.last);
    return add(c);
  }

  // "interior minister" before a person's name, "Interior Ministry" in an organisation's.
  void describe_name(const FoundName& name, const Segment& segment, Candidate& c) const {
    const TokenRange before{segment.words.first, std::max(segment.words.first, name.tokens.first)};
    if (!before.empty()) {
      const TokenIndex last = before.last - 1;
      const HeadWord* kind = words_.head(last);
      if (kind != nullptr && token(last).tag != Tag::POS && stands_before(*kind, name, c)) {
        c.description = describe(words_, before, last, names_in(before));
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
  bool stands_before(const HeadWord& kind, const FoundName& name, const Candidate& c) const {
    if (c.name == NameKind::person) return kind.type == EntityType::person;
    if (kind.type != EntityType::person) return kind.names && c.country == 0;
    return kind.role && untyped(c) && words_.head(name.head) == nullptr;
  }

  static bool untyped(const Candidate& c) {
    return c.name == NameKind::none || c.name == NameKind::other;
  }

  std::uint32_t add_nominal(const Segment& segment, std::uint32_t inner,
                            std::span<const FoundName> names, const Tail& tail) {
    const HeadWord* kind = words_.head(segment.head);
    if (kind == nullptr) return kNone;
    Candidate c{.tokens = {segment.phrase_first, segment.head + 1},
                .phrase = {segment.phrase_first, segment.head + 1},
                .head = segment.head,
                .gender = kind->gender,
                .definiteness = definiteness_of(analysis_, segment.words)};
    c.description = describe(words_, segment.words, segment.head, names);
    c.description.owner = segment.owner;
    c.description.plural |= !is_noun(token(segment.head).tag);  // "the injured"
    if (segment.owner != kNone && inner == kNone && c.definiteness == Definiteness::bare) {
      c.definiteness = Definiteness::definite;  // "the country's police"
    }
    for (TokenIndex i = segment.words.first; i < segment.head; ++i) {
      c.counted |= token(i).tag == Tag::CD;
    }
    c.nobody = speaks_of_nobody(analysis_, segment.words);
    if (inner != kNone && names_itself(found_[inner], *kind, c)) c.same_as = inner;
    join_bracket(*kind, c);
    join_tail(tail, c);
    if (segment.last) {
      c.verb = verb_of_subject(words_, c.phrase);
      c.narrowed = is_narrowed(c.phrase.last);
    }
    return add(c);
  }

  // A relative clause or participle without a comma: "the men who", "the men seen".
  bool is_narrowed(TokenIndex after) const {
    if (after >= analysis_.tokens.size()) return false;
    if (is_wh(token(after).tag)) return true;
    const std::uint32_t verb = words_.verb_at(after);
    return verb != kNone && !analysis_.verb_groups[verb].finite &&
           !analysis_.verb_groups[verb].infinitive;
  }

  // "the MKO group" is the MKO; "an MKO group", "MKO groups" and "the US company" are not.
  static bool names_itself(const Candidate& name, const HeadWord& kind, const Candidate& c) {
    return kind.names && name.country == 0 && !name.people && name.name != NameKind::person &&
           (name.name != NameKind::place || kind.type == EntityType::place) &&
           !c.description.plural && c.definiteness != Definiteness::indefinite;
  }

  // "the Mujahedin-e Khalq (MKO) | terrorist organization".
  void join_bracket(const HeadWord& kind, Candidate& c) const {
    if (!kind.names || c.same_as != kNone || c.tokens.first == 0 || found_.empty()) return;
    if (c.definiteness != Definiteness::bare || c.description.plural) return;
    if (token(c.tokens.first - 1).tag != Tag::close_bracket) return;
    const Candidate& alias = found_.back();
    if (alias.kind != MentionKind::name || alias.tokens.last + 1 != c.tokens.first) return;
    if (alias.country != 0 || alias.name == NameKind::person) return;
    c.same_as = static_cast<std::uint32_t>(found_.size() - 1);
  }

  void join_tail(const Tail& tail, Candidate& c) const {
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
  bool is_title_of(const Candidate& of, const Candidate& c, const HeadWord& kind) const {
    if (!kind.role || of.kind != MentionKind::name || of.name != NameKind::person) return false;
    if (of.phrase.first >= of.tokens.first) return false;
    if (of.tokens.first > c.tokens.first + kMaxMention) return false;
    const Token& before = token(of.tokens.first - 1);
    if (!is_noun(before.tag) || words_.title(of.tokens.first - 1)) return false;
    const HeadWord* head = words_.head(of.tokens.first - 1);
    return head == nullptr || head->type != EntityType::person;
  }

  static bool is_place_noun(WordKey word) {
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

  std::uint32_t add_pronoun(TokenIndex i) {
    const Token& t = token(i);
    if (!is_pronoun(t.tag) && !is_wh(t.tag)) return kNone;
    Candidate c{.tokens = {i, i + 1},
                .phrase = {i, i + 1},
                .head = i,
                .kind = MentionKind::pronoun,
                .definiteness = Definiteness::definite};
    c.verb = t.tag == Tag::PRP || t.tag == Tag::WP ? verb_of_subject(words_, c.phrase) : kNone;
    return add(c);
  }

  // Candidates come nearly in text order, so the quotation is most often that of the one before.
  std::uint32_t quotation_at(std::uint32_t byte) {
    const auto& quotations = analysis_.quotations;
    while (quotation_ < quotations.size() && quotations[quotation_].span.begin <= byte) {
      ++quotation_;
    }
    while (quotation_ > 0 && quotations[quotation_ - 1].span.begin > byte) --quotation_;
    const bool inside = quotation_ > 0 && quotations[quotation_ - 1].span.contains(byte);
    return inside ? static_cast<std::uint32_t>(quotation_ - 1) : kNone;
  }

  std::uint32_t add(const Candidate& c) {
    found_.push_back(c);
    found_.back().quotation = quotation_at(token(c.head).span.begin);
    return static_cast<std::uint32_t>(found_.size() - 1);
  }

  const Words& words_;
  const Analysis& analysis_;
  std::vector<FoundName> names_;
  std::vector<NounPhrase> phrases_ = {};
  std::vector<Candidate> found_ = {};
  std::size_t quotation_ = 0;  // the first that begins after the candidate before
  TokenIndex done_ = 0;        // every token before this one has been read
};
}  // namespace

std::vector<Candidate> find_candidates(const Words& words) { return CandidateFinder(words).find(); }

}  // namespace sayso
