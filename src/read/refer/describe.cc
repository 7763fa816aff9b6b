#include "read/refer/describe.h"

#include <algorithm>

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// Says nothing about which one is meant.
bool is_empty_modifier(WordKey word) {
  switch (word) {
    case "same"_word:
    case "own"_word:
    case "entire"_word:
    case "whole"_word:
    case "alleged"_word:
    case "suspected"_word:
    case "the"_word:
    case "local"_word:
    case "former"_word:
    case "joint"_word: return true;
    default: return false;
  }
}

bool is_content(const Token& token) {
  if (token.shape == WordShape::punctuation || token.shape == WordShape::number) return false;
  switch (token.tag) {
    case Tag::DT:
    case Tag::PDT:
    case Tag::CD:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::POS:
    case Tag::CC:
    case Tag::IN:
    case Tag::RB: return false;
    default: return !is_empty_modifier(token.lemma_key);
  }
}

// "forces" is; "police" is one word for many, however it was tagged.
bool is_plural(const Token& head, const HeadWord* kind) {
  if (head.tag != Tag::NNS && head.tag != Tag::NNPS) return false;
  return kind == nullptr || !kind->many || head.key != head.lemma_key;
}

// "European and American officials" are of no one country.
bool is_joined(const Analysis& analysis, TokenRange words, TokenIndex first, TokenIndex last) {
  return (first > words.first && analysis.tokens[first - 1].tag == Tag::CC) ||
         (last < words.last && analysis.tokens[last].tag == Tag::CC);
}

bool is_quantifier(WordKey word) {
  switch (word) {
    case "several"_word:
    case "many"_word:
    case "few"_word:
    case "more"_word:
    case "most"_word:
    case "other"_word:
    case "another"_word:
    case "numerous"_word:
    case "various"_word:
    case "some"_word:
    case "any"_word:
    case "no"_word:
    case "a"_word:
    case "an"_word:
    case "each"_word:
    case "every"_word:
    case "either"_word:
    case "neither"_word:
    case "new"_word:
    case "such"_word:
    case "certain"_word:
    case "what"_word:
    case "which"_word: return true;
    default: return false;
  }
}
}  // namespace

Description describe(const ReferWords& words, TokenRange range, TokenIndex head,
                     std::span<const FoundName> names) {
  const Token& head_token = words.token(head);
  Description d{.kind = words.head(head), .head = head_token.lemma_key};
  d.plural = is_plural(head_token, d.kind);
  if (words.is_label(head)) {
    d.label = head_token.lemma_key;
    d.head_is_label = true;
  }
  auto name = names.begin();
  for (TokenIndex i = range.first; i < range.last;) {
    while (name != names.end() && name->tokens.last <= i) ++name;
    if (name != names.end() && name->tokens.contains(i)) {
      if (name->country != 0) d.country = name->country;
      i = name->tokens.last;
      continue;
    }
    if (const auto country = words.country(i, range.last); country && i != head) {
      if (!is_joined(words.analysis(), range, i, country->last)) d.country = country->country;
      i = country->last;
      continue;
    }
    const Token& token = words.token(i);
    if (i != head && is_content(token)) {
      if (words.is_label(i)) {
        d.label = token.lemma_key;
      } else {
        d.add(token.lemma_key);
      }
    }
    ++i;
  }
  return d;
}

Definiteness definiteness_of(const Analysis& analysis, TokenRange words) {
  for (TokenIndex i = words.first; i < words.last; ++i) {
    const Token& token = analysis.tokens[i];
    if (token.tag == Tag::CD || is_quantifier(token.key)) return Definiteness::indefinite;
    if (token.tag == Tag::DT || token.tag == Tag::PRPS || token.tag == Tag::POS) {
      // "the other man" and "another man" are not one spoken of before.
      const bool other = i + 1 < words.last && analysis.tokens[i + 1].key == "other"_word;
      return other ? Definiteness::indefinite : Definiteness::definite;
    }
    if (token.tag != Tag::PDT && !is_adverb(token.tag)) return Definiteness::bare;
  }
  return Definiteness::bare;
}

bool speaks_of_nobody(const Analysis& analysis, TokenRange words) {
  for (TokenIndex i = words.first; i < words.last; ++i) {
    switch (analysis.tokens[i].key) {
      case "no"_word:
      case "any"_word:
      case "each"_word:
      case "every"_word:
      case "either"_word:
      case "neither"_word:
      case "another"_word:
      case "other"_word:
      case "such"_word:
      case "what"_word:
      case "which"_word: return true;
      default: break;
    }
  }
  return false;
}

}  // namespace sayso
