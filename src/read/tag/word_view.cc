#include "read/tag/word_view.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

struct CaseCounts {
  std::uint32_t lower = 0, lower_long = 0, capitalized = 0, upper = 0, mixed = 0;
};

CaseCounts count_cases(std::span<const Token> sentence) {
  CaseCounts n;
  for (const Token& token : sentence) {
    switch (token.shape) {
      case WordShape::lower:
        ++n.lower;
        // Headlines keep short words small: "of", "and", "with".
        n.lower_long += token.span.size() > 4 ? 1U : 0U;
        break;
      case WordShape::capitalized:
        if (token.span.size() > 1) ++n.capitalized;
        break;
      case WordShape::upper: ++n.upper; break;
      case WordShape::mixed: ++n.mixed; break;
      default: break;
    }
  }
  return n;
}

// Marks after which a capital says nothing: they open a sentence inside a sentence.
bool opens_after(WordKey mark) {
  switch (mark) {
    case "\""_word:
    case "``"_word:
    case "''"_word:
    case ":"_word:
    case "."_word:
    case "?"_word:
    case "!"_word:
    case "("_word:
    case "["_word:
    case "*"_word: return true;
    default: return false;
  }
}

bool is_free(std::span<const Token> sentence, std::size_t i) {
  return sentence[i].space_before && (i + 1 == sentence.size() || sentence[i + 1].space_before);
}
}  // namespace

CaseStyle case_style(std::span<const Token> sentence) {
  const CaseCounts n = count_cases(sentence);
  const std::uint32_t cased = n.capitalized + n.upper + n.mixed;
  if (n.upper >= 3 && n.upper > 3 * (n.lower + n.capitalized)) return CaseStyle::upper;
  if (cased == 0 && n.lower >= 3) return CaseStyle::lower;
  if (n.capitalized >= 4 && n.capitalized > 3 * n.lower_long && 2 * n.capitalized > n.lower) {
    return CaseStyle::title;
  }
  return CaseStyle::prose;
}

CaseSign case_sign(std::span<const Token> sentence, std::size_t i, CaseStyle style, bool opens) {
  const Token& token = sentence[i];
  switch (token.shape) {
    case WordShape::other: return CaseSign::none;
    case WordShape::number: return CaseSign::number;
    case WordShape::punctuation:
      return is_free(sentence, i) ? CaseSign::free_mark : CaseSign::punctuation;
    default: break;
  }
  if (style == CaseStyle::upper) return CaseSign::in_upper;
  if (style == CaseStyle::lower) return CaseSign::in_lower;
  switch (token.shape) {
    case WordShape::lower:
      return style == CaseStyle::title ? CaseSign::title_lower : CaseSign::lower;
    case WordShape::capitalized:
      if (style == CaseStyle::title) return CaseSign::title_capital;
      return opens ? CaseSign::first : CaseSign::capital;
    case WordShape::upper: return CaseSign::acronym;
    default: return CaseSign::mixed;
  }
}

bool still_opens(bool opens, CaseSign sign, WordKey key) {
  const bool word =
      sign != CaseSign::punctuation && sign != CaseSign::free_mark && sign != CaseSign::none;
  return !word && (opens || opens_after(key));
}

}  // namespace sayso
