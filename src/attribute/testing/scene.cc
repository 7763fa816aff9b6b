#include "attribute/testing/scene.h"

#include <cassert>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {
bool is_bracket(std::string_view word) {
  return word.size() == 1 && std::string_view("[]{}<>").find(word) != std::string_view::npos;
}

NounPhrase noun_phrase(const Analysis& analysis, TokenRange tokens) {
  TokenIndex head = tokens.last - 1;
  while (head > tokens.first && !is_noun(analysis.tokens[head].tag)) --head;
  if (!is_noun(analysis.tokens[head].tag)) head = tokens.last - 1;
  return {.tokens = tokens, .head = head};
}

VerbGroup verb_group(const Analysis& analysis, TokenRange tokens, bool finite) {
  VerbGroup group{.tokens = tokens, .head = tokens.last - 1, .finite = finite};
  for (TokenIndex i = tokens.first; i < tokens.last; ++i) {
    const Token& token = analysis.tokens[i];
    group.negated = group.negated || analysis.lower(token) == "not";
    group.infinitive = group.infinitive || token.tag == Tag::TO;
    group.passive = group.passive ||
                    (analysis.lemma(token) == "be" && analysis.tokens[group.head].tag == Tag::VBN);
  }
  return group;
}

void mark_quotations(Analysis& analysis) {
  for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    if (token.tag == Tag::open_quote) {
      analysis.quotations.push_back({.span = token.span, .tokens = {i, i + 1}, .closed = false});
    } else if (token.tag == Tag::close_quote && !analysis.quotations.empty()) {
      Quotation& quotation = analysis.quotations.back();
      quotation.tokens.last = i + 1;
      quotation.span = analysis.span_of(quotation.tokens);
      quotation.closed = true;
    }
  }
}
}  // namespace

std::string TaggedScene::words(TokenRange tokens) const {
  if (tokens.empty()) return "-";
  return std::string(slice(report.text, analysis.span_of(tokens)));
}

TokenIndex TaggedScene::at(std::string_view word, int nth) const {
  for (TokenIndex i = 0; i < analysis.tokens.size(); ++i) {
    if (slice(report.text, analysis.tokens[i].span) == word && nth-- == 0) return i;
  }
  assert(false && "the scene has no such word");
  return 0;
}

TaggedScene scene(std::string_view marked_words) {
  struct Mark {
    char bracket;
    TokenIndex at;
  };
  std::vector<Mark> marks;
  std::string bare;
  TokenIndex tokens = 0;
  std::string_view rest = marked_words;
  while (!rest.empty()) {
    const std::size_t size = std::min(rest.find_first_of(" \n"), rest.size());
    const std::string_view word = rest.substr(0, size);
    if (is_bracket(word)) {
      marks.push_back({word[0], tokens});
    } else {
      bare += word;
      tokens += word.empty() ? 0U : 1U;
    }
    if (size < rest.size()) bare += rest[size];
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  BuiltAnalysis built = build_analysis(bare);
  TaggedScene result{.report = std::move(built.report), .analysis = std::move(built.analysis)};
  Analysis& analysis = result.analysis;
  for (std::size_t i = 0; i + 1 < marks.size(); i += 2) {
    const TokenRange range{marks[i].at, marks[i + 1].at};
    if (marks[i].bracket == '[') {
      analysis.noun_phrases.push_back(noun_phrase(analysis, range));
    } else {
      analysis.verb_groups.push_back(verb_group(analysis, range, marks[i].bracket == '{'));
    }
  }
  mark_quotations(analysis);
  return result;
}

}  // namespace sayso
