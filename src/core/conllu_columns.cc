#include "core/conllu_columns.h"

#include <array>
#include <cassert>

#include "core/utf8.h"

namespace sayso {

std::string_view name_column(const Token& token) {
  struct Names {
    std::string_view begins, inside;
  };
  static constexpr std::array<Names, 5> kNames = {{{"", ""},
                                                   {"B-person", "I-person"},
                                                   {"B-organization", "I-organization"},
                                                   {"B-place", "I-place"},
                                                   {"B-other", "I-other"}}};
  const Names& names = kNames[static_cast<std::size_t>(token.name)];
  return token.name_begins ? names.begins : names.inside;
}

std::string_view lemma_column(std::string_view text, const Analysis& analysis, const Token& token) {
  std::string_view lemma = analysis.lemma(token);
  const std::string_view lower = analysis.lower(token);
  const std::string_view form = slice(text, token.span);
  if (is_proper(token.tag) && form.size() == lower.size() && lower.starts_with(lemma)) {
    lemma = form.substr(0, lemma.size());
  }
  return lemma.substr(0, find_invalid_utf8(lemma).value_or(lemma.size()));
}

std::uint32_t head_column(const Sentence& sentence, const Dependency& dependency,
                          TokenIndex token) {
  assert(sentence.tokens.contains(dependency.head));
  return dependency.head == token ? 0 : dependency.head - sentence.tokens.first + 1;
}

}  // namespace sayso
