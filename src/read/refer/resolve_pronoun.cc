// Pronouns -> drafts, by what they agree with, recency and subjects first. None when in doubt.
#include <algorithm>

#include "read/refer/clause.h"
#include "read/refer/context.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr std::uint32_t kLookBack = 30;  // candidates
constexpr float kEnough = 1.0F;          // a weaker antecedent than this is none,
constexpr float kEnoughAlone = 0.6F;     // unless it is the only one

enum class Class : std::uint8_t { none, he, she, they, it, who, which };
enum class Case : std::uint8_t { subject, object, possessive, reflexive };

struct Pronoun {
  Class cls = Class::none;
  Case role = Case::subject;
};

Pronoun classify(WordKey word) {
  switch (word) {
    case "he"_word: return {Class::he, Case::subject};
    case "him"_word: return {Class::he, Case::object};
    case "his"_word: return {Class::he, Case::possessive};
    case "himself"_word: return {Class::he, Case::reflexive};
    case "she"_word: return {Class::she, Case::subject};
    case "her"_word: return {Class::she, Case::object};
    case "hers"_word: return {Class::she, Case::possessive};
    case "herself"_word: return {Class::she, Case::reflexive};
    case "they"_word: return {Class::they, Case::subject};
    case "them"_word: return {Class::they, Case::object};
    case "their"_word:
    case "theirs"_word: return {Class::they, Case::possessive};
    case "themselves"_word: return {Class::they, Case::reflexive};
    case "it"_word: return {Class::it, Case::subject};
    case "its"_word: return {Class::it, Case::possessive};
    case "itself"_word: return {Class::it, Case::reflexive};
    case "who"_word:
    case "whom"_word:
    case "whose"_word: return {Class::who, Case::subject};
    case "which"_word: return {Class::which, Case::subject};
    default: return {};
  }
}

class PronounResolver {
 public:
  PronounResolver(const ReferContext& context, std::uint32_t index)
      : context_(context), index_(index), c_(context.candidates[index]) {
    const Token& token = context.token(c_.head);
    pronoun_ = classify(token.key);
    if (token.tag == Tag::PRPS) pronoun_.role = Case::possessive;  // "her office"
    if (pronoun_.role == Case::subject && c_.verb == kNone) pronoun_.role = Case::object;
    sentence_ = token.sentence;
  }

  DraftId resolve() const {
    if (pronoun_.cls == Class::none) return kNone;
    if (pronoun_.cls == Class::who || pronoun_.cls == Class::which) return right_before();
    if (pronoun_.cls == Class::it && is_empty_it()) return kNone;
    DraftId best = kNone;
    float best_score = kEnoughAlone;
    DraftId any = kNone;
    bool alone = true;
    const DraftId excluded = co_argument();
    const DraftId speaker = speaker_of_quotation();
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= kLookBack;) {
      const std::uint32_t back = sentence_ - context_.sentence_of(k);
      if (back > max_back()) break;
      const DraftId id = context_.draft_of(k);
      if (id == kNone || id == excluded || id == speaker || !agrees(context_.drafts[id])) continue;
      alone &= any == kNone || any == id;
      any = id;
      const float score = score_of(k, back, context_.drafts[id]);
      if (score > best_score) {  // the nearer of equals wins
        best_score = score;
        best = id;
      }
    }
    if (best_score < kEnough && (!alone || pronoun_.cls == Class::it)) return kNone;
    return best;
  }

 private:
  std::uint32_t max_back() const {
    return pronoun_.cls == Class::he || pronoun_.cls == Class::she ? 3 : 1;
  }

  // "the man who", "the MKO, which".
  DraftId right_before() const {
    if (c_.tokens.first == 0) return kNone;
    TokenIndex at = c_.tokens.first;
    if (context_.token(at - 1).tag == Tag::comma) --at;
    const std::uint32_t k = context_.ending_at(at, index_);
    const DraftId id = context_.draft_of(k);
    if (id == kNone || context_.sentence_of(k) != sentence_) return kNone;
    const EntityDraft& draft = context_.drafts[id];
    const bool people = draft.type == EntityType::person || draft.type == EntityType::group;
    if (pronoun_.cls == Class::which) return people && !draft.many ? kNone : id;
    const bool inanimate = draft.type == EntityType::place || draft.type == EntityType::object ||
                           draft.type == EntityType::event || draft.type == EntityType::document;
    return inanimate ? kNone : id;
  }

  bool agrees(const EntityDraft& d) const {
    switch (pronoun_.cls) {
      case Class::he: return is_one_person(d) && d.gender != Gender::female;
      case Class::she: return is_one_person(d) && d.gender != Gender::male;
      case Class::they: return d.type == EntityType::group || d.plural || d.many;
      case Class::it:
        return !d.plural && d.type != EntityType::person && d.type != EntityType::group &&
               d.type != EntityType::other;
      default: return false;
    }
  }

  static bool is_one_person(const EntityDraft& d) {
    return d.type == EntityType::person && !d.plural;
  }

  float score_of(std::uint32_t k, std::uint32_t back, const EntityDraft& d) const {
    const Candidate& c = context_.candidates[k];
    float score = 2.0F - 1.1F * static_cast<float>(back);
    if (c.verb != kNone) score += 1.2F;
    if (back == 0 && pronoun_.role == Case::possessive) score += 0.4F;
    if (d.gender != Gender::unknown) score += 1.0F;
    if (d.named) score += 0.4F;
    if (c.kind == MentionKind::pronoun) score += 0.5F;
    score -= 0.02F * static_cast<float>(index_ - k);
    if (c_.quotation == kNone && c.quotation != kNone) score -= 1.0F;  // '"..." he said'
    if (pronoun_.cls == Class::it) score -= it_malus(c, d);
    if (pronoun_.cls == Class::they) score -= they_malus(d);
    return score;
  }

  // "it" and "its" are most often what the clause before was about.
  static float it_malus(const Candidate& c, const EntityDraft& d) {
    float malus = 0.0F;
    if (c.verb == kNone && c.kind != MentionKind::pronoun) malus += 1.0F;
    if (d.type == EntityType::place) malus += 0.5F;
    if (d.many) malus += 0.3F;
    return malus;
  }

  // "they" are people more often than things, and seldom one organisation.
  static float they_malus(const EntityDraft& d) {
    if (d.plural || d.type == EntityType::group) {
      const bool people = d.type == EntityType::group || d.type == EntityType::person ||
                          d.type == EntityType::organization;
      return people ? 0.0F : 1.2F;
    }
    return 0.8F;
  }

  // "Doda told him": he is not Doda.
  DraftId co_argument() const {
    if (pronoun_.role != Case::object) return kNone;
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= 6;) {
      if (context_.sentence_of(k) != sentence_) break;
      if (context_.candidates[k].verb != kNone) return context_.draft_of(k);
    }
    return kNone;
  }

  // 'Doda said: "He lied."': whoever speaks calls himself "I".
  DraftId speaker_of_quotation() const {
    if (c_.quotation == kNone) return kNone;
    for (std::uint32_t k = index_; k-- > 0 && index_ - k <= kLookBack;) {
      if (sentence_ - context_.sentence_of(k) > 1) break;
      const Candidate& c = context_.candidates[k];
      if (c.verb == kNone || c.quotation == c_.quotation) continue;
      const VerbGroup& verb = context_.analysis.verb_groups[c.verb];
      if (is_saying_verb(context_.token(verb.head).lemma_key)) return context_.draft_of(k);
    }
    return kNone;
  }

  // "it is clear that", "it was reported that", "it seems".
  bool is_empty_it() const {
    if (pronoun_.role != Case::subject) return false;
    const VerbGroup& verb = context_.analysis.verb_groups[c_.verb];
    const WordKey lemma = context_.token(verb.head).lemma_key;
    if (lemma == "seem"_word || lemma == "appear"_word || lemma == "happen"_word) return true;
    if (lemma == "rain"_word || lemma == "snow"_word || lemma == "take"_word) return true;
    if (lemma != "be"_word && !verb.passive) return false;
    const TokenIndex end =
        std::min(context_.analysis.sentences[sentence_].tokens.last, verb.tokens.last + 6);
    for (TokenIndex i = verb.tokens.last; i < end; ++i) {
      const Token& t = context_.token(i);
      if (t.key == "that"_word || t.tag == Tag::TO || is_wh(t.tag)) return true;
    }
    return false;
  }

  const ReferContext& context_;
  std::uint32_t index_;
  const Candidate& c_;
  Pronoun pronoun_ = {};
  std::uint32_t sentence_ = 0;
};
}  // namespace

DraftId resolve_pronoun(const ReferContext& context, std::uint32_t c) {
  return PronounResolver(context, c).resolve();
}

}  // namespace sayso
