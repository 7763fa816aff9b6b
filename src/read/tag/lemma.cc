#include "read/tag/lemma.h"

#include <algorithm>

#include "core/lexicon.h"
#include "read/tag/key_table.h"
#include "read/tag/linear_model.h"

namespace sayso {
namespace {
bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool has_vowel(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return is_vowel(c) || c == 'y'; });
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

// Groups of vowels, "qu" apart.
std::size_t syllables(std::string_view s) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const bool begins = is_vowel(s[i]) || (s[i] == 'y' && i > 0);
    if (begins && (i == 0 || !is_vowel(s[i - 1]))) ++n;
  }
  return n;
}

// "stopp" -> "stop", "controll" -> "control"; but "call", "pass", "add".
bool is_doubled(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 4 || stem[n - 1] != stem[n - 2] || is_vowel(stem[n - 1])) return false;
  if (one_of(stem, {"ss", "zz", "ff"})) return false;
  return !stem.ends_with("ll") || syllables(stem) > 1;
}

// Endings of stems of two syllables or more that have lost an "e" before "-ed" and "-ing".
bool lost_e_after(std::string_view stem) {
  if (one_of(stem, {"eat", "oat", "oid", "ead", "oad", "eed", "ain", "oin", "aim", "air", "eer",
                    "eav", "our", "oor"})) {
    return one_of(stem, {"eav"});
  }
  return one_of(stem, {"at", "ut", "id", "ad", "od", "ud", "ed", "ur", "ir", "ar", "in",
                       "im", "um", "ap", "ok", "ak", "ul", "il", "bl", "dl", "gl", "pl",
                       "tl", "kl", "fl", "zl", "iv", "ib", "ub", "rb", "yp", "ag", "eg"});
}

bool lost_e(std::string_view stem) {
  const std::size_t n = stem.size();
  if (n < 2) return false;
  const char last = stem[n - 1], before = stem[n - 2];
  if (last == 'c' || last == 'v' || last == 'u') return true;
  if (last == 'z') return before != 'z';
  if (last == 's') return before != 's';
  if (last == 'g')
    return before == 'r' || before == 'd' || before == 'a' || before == 'e' || before == 'n';
  if (one_of(stem, {"bl", "dl", "gl", "pl", "tl", "kl", "fl", "zl"})) return true;
  if (is_vowel(last) || last == 'w' || last == 'x' || last == 'y') return false;
  // Of one syllable: "hop-ed" is of "hope", or it would have been "hopped".
  if (syllables(stem) == 1) return is_vowel(before) && (n < 3 || !is_vowel(stem[n - 3]));
  return lost_e_after(stem);
}

// What is left of a verb when "-ed" or "-ing" is taken off, made a word again.
std::string base_of(std::string_view stem) {
  if (is_doubled(stem)) return std::string(stem.substr(0, stem.size() - 1));
  std::string base(stem);
  if (lost_e(stem)) base += 'e';
  return base;
}

std::string without(std::string_view word, std::size_t size, std::string_view instead = {}) {
  return std::string(word.substr(0, word.size() - size)).append(instead);
}

// "-s" of nouns and of verbs in the third person.
std::string without_s(std::string_view word) {
  const bool decade =
      word.size() > 1 && word[word.size() - 2] >= '0' && word[word.size() - 2] <= '9';
  if (word.size() < 3 || !word.ends_with('s') || decade || one_of(word, {"ss", "us", "is"})) {
    return std::string(word);
  }
  if (word.ends_with("ies") && word.size() > 4) return without(word, 3, "y");
  if (one_of(word, {"sses", "shes", "ches", "xes", "zzes", "oes"})) return without(word, 2);
  return without(word, 1);
}

std::string without_ed(std::string_view word) {
  if (!word.ends_with("ed")) return std::string(word);
  if (word.ends_with("ied")) return word.size() > 4 ? without(word, 3, "y") : without(word, 1);
  const std::string_view stem = word.substr(0, word.size() - 2);
  return has_vowel(stem) ? base_of(stem) : std::string(word);
}

std::string without_ing(std::string_view word) {
  if (!word.ends_with("ing") || word.size() < 5) return std::string(word);
  const std::string_view stem = word.substr(0, word.size() - 3);
  return has_vowel(stem) ? base_of(stem) : std::string(word);
}

std::string without_degree(std::string_view word, std::size_t size) {
  if (word.size() < size + 3) return std::string(word);
  const std::string_view stem = word.substr(0, word.size() - size);
  if (stem.ends_with('i')) return without(stem, 1, "y");
  return base_of(stem);
}

// Tags whose words the rules may change.
bool is_inflected(Tag tag) {
  switch (tag) {
    case Tag::NNS:
    case Tag::NNPS:
    case Tag::VBZ:
    case Tag::VBD:
    case Tag::VBN:
    case Tag::VBG:
    case Tag::JJR:
    case Tag::JJS:
    case Tag::RBR:
    case Tag::RBS: return true;
    default: return false;
  }
}

constexpr std::uint32_t kException = 101;  // apart from every feature of the models
std::uint64_t exception_key(WordKey word, Tag tag) {
  return feature(kException, both(word, static_cast<std::uint64_t>(tag)));
}
}  // namespace

std::string lemma_by_rule(std::string_view lower, Tag tag) {
  switch (tag) {
    case Tag::NNS:
    case Tag::NNPS:
      if (lower.size() > 4 && lower.ends_with("men")) return without(lower, 2, "an");
      return without_s(lower);
    case Tag::VBZ: return without_s(lower);
    case Tag::VBD:
    case Tag::VBN: return without_ed(lower);
    case Tag::VBG: return without_ing(lower);
    case Tag::JJR:
    case Tag::RBR: return lower.ends_with("er") ? without_degree(lower, 2) : std::string(lower);
    case Tag::JJS:
    case Tag::RBS: return lower.ends_with("est") ? without_degree(lower, 3) : std::string(lower);
    default: return std::string(lower);
  }
}

Lemmas::Lemmas(std::string_view exceptions) : file_(exceptions) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
  for (const auto& row : lexicon_rows(exceptions)) {
    if (row.size() < 3) continue;
    const auto at = static_cast<std::uint32_t>(row[1].data() - exceptions.data());
    const std::uint32_t place = (at << 8U) | static_cast<std::uint32_t>(row[1].size());
    for (std::string_view rest = row[2]; !rest.empty();) {
      const std::size_t blank = std::min(rest.find(' '), rest.size());
      if (const auto tag = parse_tag(rest.substr(0, blank))) {
        entries.emplace_back(exception_key(word_key(row[0]), *tag), place);
      }
      rest.remove_prefix(std::min(blank + 1, rest.size()));
    }
  }
  table_ = KeyTable::build(entries);
}

std::string Lemmas::lemma(std::string_view lower, Tag tag) const {
  const std::uint32_t place = KeyTable::in(table_)->find(exception_key(word_key(lower), tag), 0);
  if (place == 0) return lemma_by_rule(lower, tag);
  return std::string(file_.substr(place >> 8U, place & 0xFFU));
}

void Lemmas::set(Analysis& analysis) const {
  const KeyTable table = *KeyTable::in(table_);
  constexpr std::size_t kAhead = 12;  // tokens whose look-ups are announced to the memory
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    Token& token = analysis.tokens[i];
    if (i + kAhead < analysis.tokens.size()) {
      const Token& next = analysis.tokens[i + kAhead];
      table.prefetch(exception_key(next.key, next.tag));
    }
    const std::uint32_t place = table.find(exception_key(token.key, token.tag), 0);
    if (place != 0) {
      analysis.set_lemma(token, file_.substr(place >> 8U, place & 0xFFU));
    } else if (is_inflected(token.tag)) {
      analysis.set_lemma(token, lemma_by_rule(analysis.lower(token), token.tag));
    } else {
      analysis.set_lemma(token, analysis.lower(token));
    }
  }
}

}  // namespace sayso
