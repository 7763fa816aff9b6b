#include "events/syntax.h"

#include <algorithm>

#include "core/word.h"
#include "core/word_set.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kReach = 60;  // tokens a search goes to the left
constexpr TokenIndex kReachRight = 40;
constexpr int kSharedSubjects = 4;  // verbs that hand a subject on, one to the next

constexpr auto kClauseOpeners = words("that", "whether", "if", "because", "although", "though",
                                      "while", "whereas", "unless", "when", "where", "so", "but");
constexpr auto kMaybeOpeners = words("after", "before", "since", "as", "until", "for", "once");
constexpr auto kRelatives = words("who", "which", "that", "whom", "whose", "where");
// The object of these does the verb that follows: "ordered the troops to fire".
constexpr auto kControllers = words(
    "order", "urge", "ask", "call", "force", "want", "allow", "tell", "request", "persuade",
    "instruct", "command", "require", "permit", "enable", "expect", "help", "compel", "invite",
    "pressure", "press", "warn", "advise", "encourage", "convince", "beg", "demand", "authorize",
    "authorise", "direct", "appeal", "implore", "oblige", "cause", "lead", "prompt", "see");

bool is_preposition(const Token& token) {
  return token.tag == Tag::IN || token.tag == Tag::TO || token.key == "including"_word ||
         token.key == "following"_word;
}
bool is_quote(const Token& token) {
  return token.tag == Tag::open_quote || token.tag == Tag::close_quote;
}
}  // namespace

void Phrases::reverse() {
  std::reverse(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(size_));
}

Syntax::Syntax(const Analysis& analysis)
    : analysis_(analysis),
      phrase_of_(analysis.tokens.size()),
      verb_of_(analysis.tokens.size()),
      mention_of_(analysis.tokens.size()) {
  for (PhraseIndex i = 0; i < analysis.noun_phrases.size(); ++i) {
    const TokenRange tokens = analysis.noun_phrases[i].tokens;
    std::fill(phrase_of_.begin() + tokens.first, phrase_of_.begin() + tokens.last, i + 1);
  }
  for (VerbIndex i = 0; i < analysis.verb_groups.size(); ++i) {
    const TokenRange tokens = analysis.verb_groups[i].tokens;
    std::fill(verb_of_.begin() + tokens.first, verb_of_.begin() + tokens.last, i + 1);
  }
  for (MentionIndex i = 0; i < analysis.mentions.size(); ++i) {
    std::uint32_t& slot = mention_of_[analysis.mentions[i].head];
    if (slot == 0) slot = i + 1;  // the longest comes first
  }
}

// "The union called for talks.": the only verb of a sentence that is no headline.
bool Syntax::is_only_verb(VerbIndex index) const {
  const VerbGroup& group = verb(index);
  const Sentence& sentence = analysis_.sentences[analysis_.tokens[group.head].sentence];
  const TokenIndex next = group.tokens.last;
  const TokenRange tokens = sentence.tokens;
  if (sentence.kind == SentenceKind::heading || tokens.size() > kReach || next >= tokens.last)
    return false;
  if (analysis_.tokens[next].key == "by"_word ||
      analysis_.tokens[tokens.last - 1].tag != Tag::period)
    return false;
  if (group.head == tokens.first || phrase_of_[group.head - 1] == 0) return false;
  return !verb_between(tokens.first, tokens.last);
}

// Taggers take "the blast killed three" for "the blast killed by three": a participle that stands
// for a clause has no object.
bool Syntax::is_misread_past(VerbIndex index) const {
  static constexpr auto kDays =
      words("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
            "yesterday", "earlier", "last", "this");
  const VerbGroup& group = verb(index);
  if (group.tokens.size() != 1 || analysis_.tokens[group.head].tag != Tag::VBN) return false;
  const TokenIndex next = group.tokens.last;
  if (is_only_verb(index)) return true;
  return next < analysis_.tokens.size() && phrase_of_[next] != 0 &&
         sentence_of(group.head).contains(next) && !kDays.has(analysis_.tokens[next].key);
}

bool Syntax::is_participle(VerbIndex index) const {
  const VerbGroup& group = verb(index);
  if (is_misread_past(index)) return false;
  const Tag tag = analysis_.tokens[group.head].tag;
  if (group.infinitive || (tag != Tag::VBN && tag != Tag::VBG)) return false;
  for (TokenIndex i = group.tokens.first; i < group.head; ++i) {
    const Tag other = analysis_.tokens[i].tag;
    if (is_verb(other) && other != Tag::VBG && other != Tag::VBN) return false;
    if (other == Tag::MD) return false;
  }
  return true;
}

bool Syntax::is_passive(VerbIndex index) const {
  const VerbGroup& group = verb(index);
  if (is_misread_past(index)) return false;
  if (group.passive) return true;
  if (analysis_.tokens[group.head].tag != Tag::VBN) return false;
  return is_participle(index);
}

bool Syntax::is_denied(VerbIndex index) const {
  if (verb(index).negated) return true;
  static constexpr auto kNobody = words("no", "none", "nobody", "neither", "nothing", "no-one");
  for (const PhraseIndex p : subjects(index)) {
    if (kNobody.has(analysis_.tokens[phrase(p).tokens.first].key)) return true;
  }
  return false;
}

bool Syntax::verb_between(TokenIndex first, TokenIndex last) const {
  for (TokenIndex i = first; i < last; ++i) {
    if (verb_of_[i] != 0 && verb(verb_of_[i] - 1).finite) return true;
  }
  return false;
}

// "after" in "Police fled after protesters attacked", not in "the men after the raid fled": the
// clause before it has its own verb, or it opens the sentence.
bool Syntax::introduces_clause(TokenIndex preposition, VerbIndex index, TokenIndex first) const {
  const WordKey word = analysis_.tokens[preposition].key;
  if (kClauseOpeners.has(word)) return true;
  if (!kMaybeOpeners.has(word) || !verb(index).finite) return false;
  const TokenIndex from = preposition > first + kReach ? preposition - kReach : first;
  return preposition == first || verb_between(from, preposition);
}

// The noun phrase before a relative pronoun.
Syntax::Left Syntax::antecedent(TokenIndex before, TokenIndex first) const {
  TokenIndex i = before;
  while (i > first &&
         (analysis_.tokens[i - 1].tag == Tag::comma || is_preposition(analysis_.tokens[i - 1])))
    --i;
  if (i == first) return {};
  return {.phrase = phrase_at(i - 1)};
}

// A verb to the left: skipped when it belongs to the subject ("the men wearing masks fled"),
// else it shares its subject with ours. `i` moves before what is skipped.
Syntax::Left Syntax::step_over_verb(VerbIndex index, VerbIndex passed, bool joined,
                                    TokenIndex& i) const {
  const TokenIndex begin = verb(passed).tokens.first;
  const TokenIndex first = sentence_of(begin).first;
  if (joined || !verb(index).finite) return {.verb = passed};
  if (is_participle(passed) || verb(passed).infinitive) {
    i = begin;
    return {};
  }
  // "the man who fled was arrested": the relative clause is no clause of ours.
  if (begin > first && kRelatives.has(analysis_.tokens[begin - 1].key)) {
    i = begin - 1;
    return {};
  }
  return {.verb = passed};
}

// "Ana Doda, the mayor of Vel, said": the name before the apposition is the subject.
PhraseIndex Syntax::past_apposition(PhraseIndex found, VerbIndex index, TokenIndex first) const {
  const TokenIndex verb_first = verb(index).tokens.first;
  const TokenIndex begin = phrase(found).tokens.first;
  if (verb_first == 0 || analysis_.tokens[verb_first - 1].tag != Tag::comma) return found;
  if (begin < first + 2 || analysis_.tokens[begin - 1].tag != Tag::comma) return found;
  const auto named = phrase_at(begin - 2);
  return named ? outermost(*named) : found;
}

// The verb to the left that a verb behind "and", behind a comma or behind a preposition hangs on.
std::optional<VerbIndex> Syntax::verb_before(TokenIndex begin, bool finite) const {
  const TokenIndex first = sentence_of(begin).first;
  const TokenIndex stop = begin > first + kReach ? begin - kReach : first;
  for (TokenIndex i = begin; i > stop; --i) {
    if (analysis_.tokens[i - 1].tag == Tag::colon) break;
    const auto found = verb_at(i - 1);
    if (!found) continue;
    if (verb(*found).finite == finite || (!finite && !is_participle(*found))) return found;
    i = verb(*found).tokens.first + 1;
  }
  return std::nullopt;
}

// "and fled", ", killing three", "after fleeing": a verb that has no subject of its own.
std::optional<Syntax::Left> Syntax::shared_subject(VerbIndex index) const {
  const VerbGroup& group = verb(index);
  const TokenIndex first = sentence_of(group.head).first;
  TokenIndex i = group.tokens.first;
  while (i > first && is_adverb(analysis_.tokens[i - 1].tag)) --i;
  if (i == first) return std::nullopt;
  const Token& before = analysis_.tokens[i - 1];
  const bool gerund = analysis_.tokens[group.head].tag == Tag::VBG && !group.finite;
  if (before.tag == Tag::CC) {
    const auto found = verb_before(i - 1, group.finite);
    return found ? std::optional<Left>(Left{.verb = found}) : std::nullopt;
  }
  if (before.tag == Tag::comma && !gerund && i - 1 > first) {
    // "entered the village, looted shops": the village is the object of the verb before.
    const auto object = phrase_at(i - 2);
    const TokenIndex begins = object ? phrase(outermost(*object)).tokens.first : first;
    const auto of = begins > first ? verb_at(begins - 1) : std::nullopt;
    if (of && verb(*of).finite) return Left{.verb = of};
  }
  if (!gerund) return std::nullopt;
  if (before.tag == Tag::comma) {
    const auto found = verb_before(i - 1, true);
    return found ? std::optional<Left>(Left{.verb = found}) : std::nullopt;
  }
  if (before.tag != Tag::IN) return std::nullopt;
  // "accused the men of killing": the men did it.
  const bool bound =
      before.key == "of"_word || before.key == "from"_word || before.key == "for"_word;
  if (bound && i - 1 > first && phrase_of_[i - 2] != 0) return Left{.phrase = phrase_at(i - 2)};
  return Left{.verb = verb_before(i - 1, true)};
}

Syntax::Left Syntax::look_left(VerbIndex index) const {
  if (const auto shared = shared_subject(index)) return *shared;
  const TokenIndex begin = verb(index).tokens.first;
  const TokenIndex first = sentence_of(begin).first;
  const TokenIndex stop = begin > first + kReach ? begin - kReach : first;
  const bool reduced = is_participle(index) && begin > first && phrase_of_[begin - 1] != 0;
  if (reduced) return {.phrase = phrase_at(begin - 1)};
  bool joined = false;  // a conjunction, a comma or a preposition stands between
  for (TokenIndex i = begin; i > stop;) {
    const Token& token = analysis_.tokens[i - 1];
    if (const auto found = phrase_at(i - 1)) {
      const TokenIndex begins = phrase(*found).tokens.first;
      if (kRelatives.has(analysis_.tokens[begins].key) && phrase(*found).tokens.size() == 1 &&
          is_wh(analysis_.tokens[begins].tag)) {
        return antecedent(begins, first);
      }
      if (begins > first && is_preposition(analysis_.tokens[begins - 1]) &&
          !introduces_clause(begins - 1, index, first)) {
        i = begins - 1;  // "the men in the car": not the car
        continue;
      }
      return {.phrase = past_apposition(*found, index, first)};
    }
    if (const auto passed = verb_at(i - 1)) {
      TokenIndex next = verb(*passed).tokens.first;
      const Left left = step_over_verb(index, *passed, joined, next);
      if (left.verb) return left;
      i = next;
      continue;
    }
    if (is_wh(token.tag) || token.key == "that"_word) {
      if (kRelatives.has(token.key) && token.tag != Tag::IN) return antecedent(i - 1, first);
      if (token.key == "that"_word && i - 1 > first && phrase_of_[i - 2] != 0 && i == begin) {
        return antecedent(i - 1, first);
      }
      return {};
    }
    if (token.tag == Tag::colon) return {};
    if (token.tag == Tag::CC || token.tag == Tag::comma || token.tag == Tag::IN) joined = true;
    --i;
  }
  return {};
}

std::optional<VerbIndex> Syntax::governor(VerbIndex index) const {
  const Left left = look_left(index);
  if (left.verb) return left.verb;
  if (!verb(index).infinitive || !left.phrase) return std::nullopt;
  const TokenIndex begins = phrase(*left.phrase).tokens.first;
  return begins == 0 ? std::nullopt : verb_at(begins - 1);
}

Phrases Syntax::subjects(VerbIndex index) const {
  for (int shared = 0; shared < kSharedSubjects; ++shared) {
    const Left left = look_left(index);
    if (left.phrase) {
      const TokenIndex begins = phrase(*left.phrase).tokens.first;
      const auto before = begins == 0 ? std::nullopt : verb_at(begins - 1);
      // "attacked the town to free prisoners" against "ordered the troops to fire".
      if (verb(index).infinitive && before &&
          !kControllers.has(analysis_.tokens[verb(*before).head].lemma_key)) {
        index = *before;
        continue;
      }
      return list_until(*left.phrase, sentence_of(begins).first);
    }
    if (!left.verb) return {};
    index = *left.verb;
  }
  return {};
}

// "12 soldiers and three civilians": the phrases listed before `last`.
Phrases Syntax::list_until(PhraseIndex last, TokenIndex first) const {
  Phrases list;
  PhraseIndex current = outermost(last);
  list.push_back(current);
  while (list.size() < 6) {
    TokenIndex i = phrase(current).tokens.first;
    bool linked = false;
    while (i > first &&
           (analysis_.tokens[i - 1].tag == Tag::CC || analysis_.tokens[i - 1].tag == Tag::comma)) {
      linked = linked || analysis_.tokens[i - 1].tag == Tag::CC || list.size() > 1;
      --i;
    }
    if (!linked || i == first) break;
    const auto before = phrase_at(i - 1);
    if (!before) break;
    const PhraseIndex outer = outermost(*before);
    const TokenIndex begins = phrase(outer).tokens.first;
    // What stands after a verb or a preposition is the end of another clause.
    if (begins > first &&
        (verb_of_[begins - 1] != 0 || is_preposition(analysis_.tokens[begins - 1]))) {
      break;
    }
    list.push_back(outer);
    current = outer;
  }
  list.reverse();
  return list;
}

Phrases Syntax::list_from(PhraseIndex index, TokenIndex end) const {
  Phrases list;
  list.push_back(index);
  PhraseIndex current = index;
  while (list.size() < 6) {
    current = innermost(current);
    TokenIndex i = phrase(current).tokens.last;
    bool linked = false;
    while (i < end &&
           (analysis_.tokens[i].tag == Tag::CC || analysis_.tokens[i].tag == Tag::comma ||
            analysis_.tokens[i].key == "including"_word)) {
      linked = true;
      ++i;
    }
    const auto next = linked && i < end ? phrase_at(i) : std::nullopt;
    if (!next) break;
    const PhraseIndex tail = innermost(*next);
    const TokenIndex after = phrase(tail).tokens.last;
    // "... and the army fled" begins a clause of its own.
    if (after < end && verb_of_[after] != 0 && verb(verb_of_[after] - 1).finite) break;
    list.push_back(*next);
    current = *next;
  }
  return list;
}

Phrases Syntax::objects(VerbIndex index, TokenIndex from) const {
  const TokenRange sentence = sentence_of(verb(index).head);
  TokenIndex i = from;
  while (i < sentence.last &&
         (is_adverb(analysis_.tokens[i].tag) || analysis_.tokens[i].tag == Tag::RP ||
          is_quote(analysis_.tokens[i]))) {
    ++i;
  }
  const auto object = i < sentence.last ? phrase_at(i) : std::nullopt;
  return object ? list_from(*object, sentence.last) : Phrases{};
}

std::vector<Prepositional> Syntax::prepositionals(TokenIndex from) const {
  std::vector<Prepositional> found;
  if (from == 0) return found;
  const TokenIndex end = std::min(sentence_of(from - 1).last, from + kReachRight);
  bool after_verb = false;
  for (TokenIndex i = from; i < end && found.size() < 6; ++i) {
    const Token& token = analysis_.tokens[i];
    if (token.tag == Tag::colon || is_wh(token.tag)) break;
    if (const auto next = verb_at(i)) {
      if (token.key == "using"_word || token.key == "including"_word) {
      } else if (verb(*next).finite || token.tag == Tag::TO) {
        break;
      } else {
        i = verb(*next).tokens.last - 1;
        after_verb = true;
        continue;
      }
    }
    if (phrase_of_[i] != 0 || (!is_preposition(token) && token.key != "using"_word)) continue;
    if (kClauseOpeners.has(token.key)) break;
    TokenIndex at = i + 1;
    while (at < end && is_adverb(analysis_.tokens[at].tag)) ++at;
    const auto object = at < end ? phrase_at(at) : std::nullopt;
    if (!object) continue;
    Prepositional& phrase_found = found.emplace_back();
    phrase_found.preposition = i;
    phrase_found.after_verb = after_verb;
    phrase_found.phrases = list_from(*object, end);
    phrase_found.last = phrase(phrase_found.phrases.back()).tokens.last;
    i = phrase(*object).tokens.last - 1;
  }
  return found;
}

std::optional<PhraseIndex> Syntax::complement(PhraseIndex index) const {
  const TokenIndex of = phrase(index).tokens.last;
  if (of + 1 >= analysis_.tokens.size() || analysis_.tokens[of].key != "of"_word)
    return std::nullopt;
  return phrase_at(of + 1);
}

// The last phrase of "the number of members of the group".
PhraseIndex Syntax::innermost(PhraseIndex index) const {
  for (int depth = 0; depth < 6; ++depth) {
    const auto inner = complement(index);
    if (!inner) break;
    index = *inner;
  }
  return index;
}

TokenIndex Syntax::noun_end(PhraseIndex index) const {
  const TokenIndex from = phrase(index).tokens.last;
  const TokenIndex last = std::min(sentence_of(from - 1).last, from + 6);
  TokenIndex end = from;
  while (end < last && verb_of_[end] == 0 && !is_punctuation(analysis_.tokens[end].tag)) ++end;
  return end;
}

PhraseIndex Syntax::outermost(PhraseIndex index) const {
  for (int depth = 0; depth < 4; ++depth) {
    const TokenIndex begins = phrase(index).tokens.first;
    if (begins < 2 || analysis_.tokens[begins - 1].key != "of"_word) break;
    const auto outer = phrase_at(begins - 2);
    if (!outer || phrase(*outer).tokens.last != begins - 1) break;
    index = *outer;
  }
  return index;
}

std::optional<EntityIndex> Syntax::entity_with_head(TokenIndex head) const {
  const auto mention = at(mention_of_, head);
  if (!mention) return std::nullopt;
  return analysis_.mentions[*mention].entity;
}

std::optional<EntityIndex> Syntax::entity(PhraseIndex index) const {
  // Only a count and a few nouns of amount stand for what follows their "of".
  static constexpr auto kAmounts = words(
      "dozen", "dozens", "hundreds", "hundred", "thousands", "scores", "score", "some", "several",
      "many", "most", "all", "half", "both", "none", "number", "majority", "rest", "group", "each",
      "one", "any", "few", "lot", "total", "series", "couple", "handful", "member", "members");
  for (int depth = 0; depth < 4; ++depth) {
    const TokenIndex head = phrase(index).head;
    const auto inner = complement(index);
    const bool amount =
        analysis_.tokens[head].tag == Tag::CD || kAmounts.has(analysis_.tokens[head].key);
    if (!inner || !amount) return entity_with_head(head);
    const auto found = entity_with_head(phrase(*inner).head);
    if (found) return found;
    index = *inner;
  }
  return std::nullopt;
}

std::optional<EntityIndex> Syntax::possessor(PhraseIndex index) const {
  const NounPhrase& np = phrase(index);
  const Token& opening = analysis_.tokens[np.tokens.first];
  if (opening.tag == Tag::PRPS) return entity_with_head(np.tokens.first);
  for (TokenIndex i = np.head; i > np.tokens.first + 0; --i) {
    if (analysis_.tokens[i - 1].tag != Tag::POS || i - 1 == np.tokens.first) continue;
    return entity_with_head(i - 2);
  }
  return std::nullopt;
}

std::optional<EntityIndex> Syntax::premodifier(PhraseIndex index, TokenIndex before) const {
  for (TokenIndex i = before; i > phrase(index).tokens.first; --i) {
    if (analysis_.tokens[i - 1].tag == Tag::POS) return std::nullopt;
    const auto mention = at(mention_of_, i - 1);
    if (!mention) continue;
    const Mention& found = analysis_.mentions[*mention];
    if (found.tokens.last <= before) return found.entity;
  }
  return std::nullopt;
}

}  // namespace sayso
