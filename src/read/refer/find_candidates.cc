#include "read/refer/find_candidates.h"

#include <algorithm>
#include <span>

#include "read/refer/clause.h"
#include "read/refer/make_candidate.h"
#include "read/refer/names.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::size_t kMaxChain = 3;  // "the head of the office of the ministry"

class CandidateFinder {
 public:
  explicit CandidateFinder(const ReferWords& words)
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

  // Names and pronouns outside noun phrases, up to `end`.
  void read_loose(TokenIndex end) {
    const auto names = names_in(names_, {done_, std::max(done_, end)});
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
      const auto names = names_in(names_, {before.head, before.head + 1});
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
    const auto names = names_in(names_, {i, i + 1});
    return !names.empty() && names.front().tokens.last > i + 1;
  }

  std::uint32_t found_ending_at(TokenIndex token) const {
    for (std::size_t k = found_.size(); k-- > 0 && found_.size() - k <= 3;) {
      if (found_[k].tokens.last == token) return static_cast<std::uint32_t>(k);
    }
    return kNone;
  }

  std::uint32_t read_segment(const Segment& segment, const Tail& tail) {
    const auto names = names_in(names_, segment.words);
    if (!names.empty() && names.back().tokens.contains(segment.head)) {
      const std::uint32_t owner = add_inner_names(names.first(names.size() - 1), segment);
      Segment named = segment;
      if (owner != kNone) named.owner = owner;
      return add_name(names.back(), named, tail);
    }
    const std::uint32_t owner = add_inner_names(names, segment);
    Segment described = segment;
    if (owner != kNone) described.owner = owner;
    return add_nominal(described, owner, tail);
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
    done_ = std::max(done_, name.tokens.last);
    return add(maker_.name(name, segment, tail));
  }

  std::uint32_t add_nominal(const Segment& segment, std::uint32_t inner, const Tail& tail) {
    if (words_.head(segment.head) == nullptr) return kNone;
    return add(maker_.nominal(segment, inner, tail));
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

  const ReferWords& words_;
  const Analysis& analysis_;
  std::vector<FoundName> names_;
  std::vector<NounPhrase> phrases_ = {};
  std::vector<Candidate> found_ = {};
  CandidateMaker maker_{words_, names_, found_};
  std::size_t quotation_ = 0;  // the first that begins after the candidate before
  TokenIndex done_ = 0;        // every token before this one has been read
};
}  // namespace

std::vector<Candidate> find_candidates(const ReferWords& words) {
  return CandidateFinder(words).find();
}

}  // namespace sayso
