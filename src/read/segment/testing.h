// For tests: segments a text and writes the layers in words, not offsets.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/report.h"
#include "read/segment/segment.h"

namespace sayso::testing {

struct Segmented {
  Report report = {};
  Analysis analysis = {};
};

inline Segmented segmented(Report report) {
  static const Abbreviations kAbbreviations = *Abbreviations::load();
  Segmented made{.report = std::move(report)};
  segment(made.report, kAbbreviations, made.analysis);
  return made;
}

inline Segmented segmented(std::string_view text) {
  return segmented(Report{.text = std::string(text)});
}

inline std::string joined(const Report& report, const std::vector<Span>& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += '|';
    out += slice(report.text, span);
  }
  return out;
}

// "do|n't|go"
inline std::string tokens_of(std::string_view text) {
  const Segmented made = segmented(text);
  std::vector<Span> spans;
  for (const Token& token : made.analysis.tokens) spans.push_back(token.span);
  return joined(made.report, spans);
}

inline std::string sentences_of(const Segmented& made) {
  std::vector<Span> spans;
  for (const Sentence& sentence : made.analysis.sentences) spans.push_back(sentence.span);
  return joined(made.report, spans);
}

// Each quotation, an unclosed one with '+' behind it, one that continues with '+' before it, and
// a nested one in brackets.
inline std::string quotations_of(std::string_view text) {
  const Segmented made = segmented(text);
  std::string out;
  for (const Quotation& q : made.analysis.quotations) {
    if (!out.empty()) out += '|';
    std::string words(slice(made.report.text, q.span));
    if (q.continues) words.insert(0, 1, '+');
    if (!q.closed) words += '+';
    out += q.nested ? "[" + words + "]" : words;
  }
  return out;
}

}  // namespace sayso::testing
