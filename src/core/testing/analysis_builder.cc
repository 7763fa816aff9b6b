#include "core/testing/analysis_builder.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <string>

namespace sayso {
namespace {
bool is_upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
bool is_lower(char c) { return std::islower(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

WordShape shape_of(std::string_view word) {
  if (std::none_of(word.begin(), word.end(),
                   [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; })) {
    return WordShape::punctuation;
  }
  if (std::any_of(word.begin(), word.end(), is_digit)) return WordShape::number;
  if (std::none_of(word.begin(), word.end(), is_upper)) return WordShape::lower;
  if (std::none_of(word.begin(), word.end(), is_lower) && word.size() > 1) return WordShape::upper;
  if (std::none_of(word.begin() + 1, word.end(), is_upper)) return WordShape::capitalized;
  return WordShape::mixed;
}

// "said/VBD/say" -> its parts; a slash inside a word is not supported.
struct Parts {
  std::string_view word, tag, lemma;
};
Parts split(std::string_view item) {
  Parts parts{item, {}, {}};
  const auto slash = item.find('/');
  if (slash == std::string_view::npos || slash == 0) return parts;
  parts.word = item.substr(0, slash);
  parts.tag = item.substr(slash + 1);
  if (const auto second = parts.tag.find('/'); second != std::string_view::npos) {
    parts.lemma = parts.tag.substr(second + 1);
    parts.tag = parts.tag.substr(0, second);
  }
  return parts;
}

class Builder {
 public:
  void add_line(std::string_view line) {
    std::string& text = built_.report.text;
    if (!text.empty()) text += '\n';
    Sentence sentence;
    sentence.paragraph = static_cast<std::uint32_t>(built_.analysis.sentences.size());
    sentence.tokens.first = static_cast<TokenIndex>(built_.analysis.tokens.size());
    sentence.span.begin = static_cast<std::uint32_t>(text.size());
    while (!line.empty()) {
      const auto blank = line.find(' ');
      if (const auto item = line.substr(0, blank); !item.empty()) add_token(split(item));
      line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
    }
    sentence.span.end = static_cast<std::uint32_t>(text.size());
    sentence.tokens.last = static_cast<TokenIndex>(built_.analysis.tokens.size());
    if (!sentence.tokens.empty()) built_.analysis.sentences.push_back(sentence);
  }
  BuiltAnalysis take() { return std::move(built_); }

 private:
  void add_token(const Parts& parts) {
    std::string& text = built_.report.text;
    Token token;
    const bool joins = std::string_view(".,;:?!").find(parts.word) != std::string_view::npos;
    const bool line_begins = text.empty() || text.back() == '\n';
    if (!line_begins && !joins) text += ' ';
    token.space_before = line_begins || !joins;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += parts.word;
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.sentence = static_cast<std::uint32_t>(built_.analysis.sentences.size());
    token.shape = shape_of(parts.word);
    if (!parts.tag.empty()) {
      const auto tag = parse_tag(parts.tag);
      assert(tag && "no such tag");
      token.tag = *tag;
    }
    std::string lower(parts.word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    built_.analysis.set_lower(token, lower);
    built_.analysis.set_lemma(token, parts.lemma.empty() ? std::string_view(lower) : parts.lemma);
    built_.analysis.tokens.push_back(token);
  }

  BuiltAnalysis built_{.report = {.id = "test", .published = "2023-06-21", .language = "en"}};
};
}  // namespace

BuiltAnalysis build_analysis(std::string_view tagged_words) {
  Builder builder;
  while (true) {
    const auto end = tagged_words.find('\n');
    builder.add_line(tagged_words.substr(0, end));
    if (end == std::string_view::npos) return builder.take();
    tagged_words.remove_prefix(end + 1);
  }
}

}  // namespace sayso
