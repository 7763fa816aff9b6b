#include "read/parse/verb_group.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kMostAdverbs = 3;  // between two verbs of a group
constexpr TokenIndex kMostVerbs = 6;    // "would not have been being held"

enum class Auxiliary : std::uint8_t { none, be, have, do_, get };

Auxiliary auxiliary_of(const Token& token) {
  switch (token.key) {
    case "be"_word:
    case "is"_word:
    case "are"_word:
    case "am"_word:
    case "was"_word:
    case "were"_word:
    case "been"_word:
    case "being"_word:
    case "'re"_word:
    case "'m"_word:
    case "ai"_word: return Auxiliary::be;
    case "have"_word:
    case "has"_word:
    case "had"_word:
    case "having"_word:
    case "'ve"_word:
    case "'d"_word: return Auxiliary::have;
    case "do"_word:
    case "does"_word:
    case "did"_word: return Auxiliary::do_;
    case "get"_word:
    case "gets"_word:
    case "got"_word:
    case "getting"_word: return Auxiliary::get;
    default: return Auxiliary::none;
  }
}

struct Modal {
  WordKey word;
  Tense tense;
  Modality modality;
};
constexpr Modal kModals[] = {
    {"will"_word, Tense::future, Modality::none},
    {"'ll"_word, Tense::future, Modality::none},
    {"wo"_word, Tense::future, Modality::none},  // "won't"
    {"shall"_word, Tense::future, Modality::none},
    {"can"_word, Tense::present, Modality::none},
    {"ca"_word, Tense::present, Modality::none},
    {"may"_word, Tense::present, Modality::possible},
    {"might"_word, Tense::past, Modality::possible},
    {"could"_word, Tense::past, Modality::possible},
    {"must"_word, Tense::present, Modality::necessary},
    {"should"_word, Tense::present, Modality::necessary},
    {"ought"_word, Tense::present, Modality::necessary},
    {"would"_word, Tense::past, Modality::conditional},
    {"'d"_word, Tense::past, Modality::conditional},
};

bool negates(const Token& token) {
  switch (token.key) {
    case "not"_word:
    case "n't"_word:
    case "nt"_word:
    case "never"_word: return true;
    default: return false;
  }
}

class Matcher {
 public:
  Matcher(const std::vector<Token>& tokens, TokenRange sentence, TokenIndex first)
      : tokens_(tokens), sentence_(sentence), first_(first), at_(first) {}

  std::optional<VerbGroup> match() {
    if (inside(at_) && negates(tokens_[at_])) ++at_;  // "never said", "not to leave"
    group_.negated = at_ > first_;
    if (!begin()) return std::nullopt;
    // Each round takes one more verb that the last one can stand before.
    for (TokenIndex n = 0; n < kMostVerbs; ++n) {
      const TokenIndex next = after_adverbs(at_);
      if (!inside(next) || !goes_on(tokens_[next])) break;
      add(next);
    }
    // "is not", "has n't"; but "asked" + "not to leave".
    if (inside(at_) && negates(tokens_[at_]) && is_auxiliary(verb())) {
      group_.negated = true;
      ++at_;
    }
    group_.tokens = {first_, at_};
    return group_;
  }

 private:
  bool inside(TokenIndex i) const { return i < sentence_.last; }
  const Token& verb() const { return tokens_[group_.head]; }

  bool begin() {
    if (!inside(at_)) return false;
    if (tokens_[at_].tag == Tag::TO) return begin_infinitive();
    const Token& token = tokens_[at_];
    if (token.tag != Tag::MD && !is_verb(token.tag)) return false;
    group_.finite = token.tag != Tag::VBN && token.tag != Tag::VBG &&
                    (token.tag != Tag::VB || at_ == sentence_.first);
    group_.tense = tense_of(token);
    group_.passive = token.tag == Tag::VBN;
    group_.progressive = token.tag == Tag::VBG;
    take(at_);
    return true;
  }

  bool begin_infinitive() {
    const TokenIndex verb = after_adverbs(at_ + 1);
    if (!inside(verb) || tokens_[verb].tag != Tag::VB) return false;
    note_negation(at_ + 1, verb);
    group_.infinitive = true;
    take(verb);
    return true;
  }

  Tense tense_of(const Token& token) {
    switch (token.tag) {
      case Tag::MD: return modal(token);
      case Tag::VBD: return Tense::past;
      case Tag::VBP:
      case Tag::VBZ: return Tense::present;
      default: return group_.finite ? Tense::present : Tense::none;
    }
  }

  Tense modal(const Token& token) {
    for (const Modal& row : kModals) {
      if (row.word != token.key) continue;
      group_.modality = row.modality;
      return row.tense;
    }
    return Tense::present;
  }

  // Past the adverbs at `i`, of which a group may hold a few.
  TokenIndex after_adverbs(TokenIndex i) const {
    const TokenIndex limit = i + kMostAdverbs;
    while (i < limit && inside(i) && is_adverb(tokens_[i].tag)) ++i;
    return i;
  }

  // Whether the group's last verb is an auxiliary of `next`.
  bool goes_on(const Token& next) const {
    if (verb().tag == Tag::MD) return next.tag == Tag::VB;
    switch (auxiliary_of(verb())) {
      case Auxiliary::be: return next.tag == Tag::VBN || next.tag == Tag::VBG;
      // A VBD after "have" is a participle the tagger took for a past tense.
      case Auxiliary::have: return next.tag == Tag::VBN || next.tag == Tag::VBD;
      case Auxiliary::do_: return next.tag == Tag::VB;
      case Auxiliary::get: return next.tag == Tag::VBN;
      default: return is_contracted(verb()) && (next.tag == Tag::VBN || next.tag == Tag::VBG);
    }
  }
  static bool is_auxiliary(const Token& token) {
    return token.tag == Tag::MD || auxiliary_of(token) != Auxiliary::none || is_contracted(token);
  }
  static bool is_contracted(const Token& token) { return token.key == "'s"_word; }

  void add(TokenIndex next) {
    const Token& token = tokens_[next];
    note_negation(at_, next);
    if (verb().tag != Tag::MD) {
      const Auxiliary auxiliary = is_contracted(verb()) ? Auxiliary::be : auxiliary_of(verb());
      const bool participle = token.tag == Tag::VBN || token.tag == Tag::VBD;
      const bool becomes = auxiliary_of(token) == Auxiliary::be;  // "'s been"
      group_.perfect |= auxiliary == Auxiliary::have || (participle && becomes);
      group_.progressive = token.tag == Tag::VBG;
      group_.passive = participle && auxiliary != Auxiliary::have && !becomes;
    }
    take(next);
  }

  void note_negation(TokenIndex begin, TokenIndex end) {
    for (TokenIndex i = begin; i < end; ++i) group_.negated |= negates(tokens_[i]);
  }

  void take(TokenIndex verb) {
    group_.head = verb;
    at_ = verb + 1;
  }

  const std::vector<Token>& tokens_;
  TokenRange sentence_;
  TokenIndex first_;
  TokenIndex at_;
  VerbGroup group_ = {};
};
}  // namespace

std::optional<VerbGroup> verb_group_at(const std::vector<Token>& tokens, TokenRange sentence,
                                       TokenIndex first) {
  return Matcher(tokens, sentence, first).match();
}

void share_auxiliaries(Analysis& analysis) {
  auto& groups = analysis.verb_groups;
  if (groups.size() < 2) return;
  const VerbGroup& before = groups[groups.size() - 2];
  VerbGroup& group = groups.back();
  const bool adjacent = before.tokens.last + 1 == group.tokens.first &&
                        analysis.tokens[before.tokens.last].tag == Tag::CC;
  const Tag tag = analysis.tokens[group.head].tag;
  const bool bare =
      group.tokens.size() == 1 && (tag == Tag::VB || tag == Tag::VBN || tag == Tag::VBG);
  const bool had_auxiliary = before.tokens.size() > 1;
  const bool alike = tag == analysis.tokens[before.head].tag;
  if (!adjacent || !bare || !had_auxiliary || !alike) return;
  const TokenRange tokens = group.tokens;
  const TokenIndex head = group.head;
  group = before;
  group.tokens = tokens;
  group.head = head;
}

}  // namespace sayso
