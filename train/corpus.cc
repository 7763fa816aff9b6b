#include "corpus.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "core/utf8.h"

namespace sayso::train {
namespace {
std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

// Case of the letters newspapers use: ASCII, Latin-1, Latin Extended-A, Greek, Cyrillic.
char32_t to_lower(char32_t c) {
  if (c >= 'A' && c <= 'Z') return c + 32;
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9)) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1U;
  if (c >= 0x139 && c <= 0x148) return c % 2 == 1 ? c + 1 : c;
  if (c >= 0x14A && c <= 0x177) return c | 1U;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}
char32_t to_upper(char32_t c) {
  if (c >= 'a' && c <= 'z') return c - 32;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 32;
  if (c >= 0x100 && c <= 0x137) return c & ~1U;
  return c;
}
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) {
  return to_lower(c) != c || to_upper(c) != c ||
         (c >= 0xAA && c != 0xAB && c != 0xBB && c != 0xB7 && !(c >= 0x2000 && c < 0x2070) &&
          !(c >= 0xA0 && c <= 0xBF) && !(c >= 0x20A0 && c < 0x2C00) && c < 0xFE00);
}

template <typename F>
void each_code_point(const std::string& text, F&& f) {
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    f(c.value);
    at += c.size;
  }
}

WordShape shape_of(const std::string& form) {
  std::size_t lower = 0, upper = 0, digits = 0, letters = 0, later_upper = 0;
  each_code_point(form, [&](char32_t c) {
    if (is_digit(c)) ++digits;
    if (is_letter(c)) ++letters;
    if (to_lower(c) != c) {
      ++upper;
      if (letters > 1) ++later_upper;
    } else if (to_upper(c) != c) {
      ++lower;
    }
  });
  if (digits > 0) return WordShape::number;
  if (letters == 0) return WordShape::punctuation;
  if (upper == 0) return lower > 0 ? WordShape::lower : WordShape::other;
  if (lower == 0 && upper > 1) return WordShape::upper;
  if (later_upper == 0) return WordShape::capitalized;
  return WordShape::mixed;
}

std::string with_case(const std::string& form, Casing casing) {
  std::string out;
  bool first = true;
  each_code_point(form, [&](char32_t c) {
    const bool up = casing == Casing::upper || (casing == Casing::title && first);
    append_utf8(out, up ? to_upper(c) : casing == Casing::lower ? to_lower(c) : c);
    first = false;
  });
  return out;
}
}  // namespace

std::string lowered(const std::string& form) {
  std::string out;
  each_code_point(form, [&](char32_t c) {
    if (c == 0x2018 || c == 0x2019) c = '\'';
    if (c == 0x201C || c == 0x201D) c = '"';
    if (c >= 0x2010 && c <= 0x2015) c = '-';
    append_utf8(out, to_lower(c));
  });
  return out;
}

std::vector<Document> read_corpus(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "cannot read %s\n", path.c_str());
    std::exit(1);
  }
  std::vector<Document> documents;
  Words words;
  std::string line;
  while (std::getline(in, line)) {
    if (line == "# doc") {
      documents.emplace_back();
    } else if (line.empty()) {
      if (documents.empty()) documents.emplace_back();
      if (!words.empty()) documents.back().sentences.push_back(std::move(words));
      words.clear();
    } else {
      const auto f = split(line);
      words.push_back({f[0], f[1], f[2], f[3], f[4] == "1"});
    }
  }
  return documents;
}

Word recased(const Word& word, Casing casing) {
  Word out = word;
  // Headlines keep their small words small.
  const bool small = word.form.size() < 4 && word.tag != "NN" && word.tag != "VB";
  if (casing != Casing::kept && !(casing == Casing::title && small)) {
    out.form = with_case(word.form, casing);
  }
  return out;
}

Analysis analysis_of(const std::vector<const Words*>& sentences, Casing casing) {
  Analysis analysis;
  std::uint32_t at = 0;
  for (const Words* words : sentences) {
    Sentence sentence;
    sentence.tokens.first = static_cast<TokenIndex>(analysis.tokens.size());
    sentence.span.begin = at;
    for (const Word& as_written : *words) {
      const Word word = recased(as_written, casing);
      Token token;
      if (!word.joins) ++at;
      token.space_before = !word.joins;
      token.span = {at, at + static_cast<std::uint32_t>(word.form.size())};
      at = token.span.end;
      token.sentence = static_cast<std::uint32_t>(analysis.sentences.size());
      token.shape = shape_of(word.form);
      analysis.set_lower(token, lowered(word.form));
      analysis.set_lemma(token, lowered(word.form));
      analysis.tokens.push_back(token);
    }
    sentence.tokens.last = static_cast<TokenIndex>(analysis.tokens.size());
    sentence.span.end = at;
    analysis.sentences.push_back(sentence);
  }
  return analysis;
}

}  // namespace sayso::train
