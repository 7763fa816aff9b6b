#include "read/refer/clause.h"

#include <algorithm>
#include <vector>

#include "read/refer/candidate.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr int kMaxSteps = 4;          // modifiers between a subject and its verb
constexpr TokenIndex kMaxAside = 16;  // tokens between the commas around an aside

class Walk {
 public:
  Walk(const ReferWords& words, std::uint32_t sentence)
      : words_(words), end_(words.analysis().sentences[sentence].tokens.last) {}

  // Past one modifier at `at` ("in Tirana", ", which ...,", "(MKO)", "also"); `at` when none.
  TokenIndex skip(TokenIndex at) const {
    if (at >= end_) return at;
    const Tag tag = words_.token(at).tag;
    if (is_adverb(tag)) return at + 1;
    if (tag == Tag::comma) return past(at, Tag::comma);
    if (tag == Tag::open_bracket) return past(at, Tag::close_bracket);
    if (tag == Tag::IN || tag == Tag::TO) {
      const std::uint32_t phrase = words_.phrase_at(at + 1);
      if (phrase != kNone) return words_.analysis().noun_phrases[phrase].tokens.last;
    }
    return at;
  }

 private:
  TokenIndex past(TokenIndex open, Tag close) const {
    const TokenIndex last = std::min(end_, open + kMaxAside);
    for (TokenIndex i = open + 1; i < last; ++i) {
      if (words_.token(i).tag == close) return i + 1;
    }
    return open;
  }

  const ReferWords& words_;
  TokenIndex end_;
};

// '"We had no warning," said the mayor.'
std::uint32_t inverted_verb(const ReferWords& words, TokenRange phrase) {
  const Analysis& analysis = words.analysis();
  const std::uint32_t verb = words.verb_before(phrase.first);
  if (verb == kNone) return kNone;
  const VerbGroup& group = analysis.verb_groups[verb];
  if (!is_saying_verb(analysis.tokens[group.head].lemma_key) || group.passive) return kNone;
  if (group.tokens.first == 0) return verb;
  const Tag before = analysis.tokens[group.tokens.first - 1].tag;
  return before == Tag::comma || before == Tag::close_quote || before == Tag::open_quote ? verb
                                                                                         : kNone;
}
}  // namespace

std::uint32_t verb_of_subject(const ReferWords& words, TokenRange phrase) {
  const Analysis& analysis = words.analysis();
  const std::uint32_t sentence = analysis.tokens[phrase.first].sentence;
  if (phrase.first > analysis.sentences[sentence].tokens.first) {
    const Tag before = analysis.tokens[phrase.first - 1].tag;
    if (before == Tag::IN || before == Tag::TO) return kNone;
  }
  const Walk walk(words, sentence);
  TokenIndex at = phrase.last;
  for (int step = 0; step < kMaxSteps; ++step) {
    const std::uint32_t verb = words.verb_at(at);
    if (verb != kNone) return analysis.verb_groups[verb].finite ? verb : kNone;
    const TokenIndex next = walk.skip(at);
    if (next == at) break;
    at = next;
  }
  return inverted_verb(words, phrase);
}

bool is_saying_verb(WordKey lemma) {
  switch (lemma) {
    case "say"_word:
    case "add"_word:
    case "tell"_word:
    case "report"_word:
    case "announce"_word:
    case "state"_word:
    case "declare"_word:
    case "claim"_word:
    case "explain"_word:
    case "note"_word:
    case "confirm"_word:
    case "deny"_word:
    case "insist"_word:
    case "warn"_word:
    case "allege"_word:
    case "write"_word:
    case "stress"_word:
    case "reveal"_word:
    case "disclose"_word:
    case "conclude"_word:
    case "read"_word: return true;
    default: return false;
  }
}

bool is_issuing_verb(WordKey lemma) {
  switch (lemma) {
    case "issue"_word:
    case "release"_word:
    case "publish"_word:
    case "make"_word:
    case "give"_word:
    case "send"_word:
    case "post"_word:
    case "deliver"_word:
    case "read"_word:
    case "write"_word:
    case "sign"_word:
    case "put"_word:
    case "circulate"_word:
    case "distribute"_word:
    case "broadcast"_word:
    case "air"_word:
    case "file"_word:
    case "submit"_word:
    case "tweet"_word:
    case "carry"_word:
    case "run"_word:
    case "print"_word:
    case "draft"_word:
    case "prepare"_word: return true;
    default: return false;
  }
}

}  // namespace sayso
