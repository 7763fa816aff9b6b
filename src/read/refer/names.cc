#include "read/refer/names.h"

#include <algorithm>
#include <array>

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

constexpr TokenIndex kMaxName = 16;

// Capitalised, tagged as names, but times.
constexpr std::array kTimeWords = {
    "monday"_word,    "tuesday"_word, "wednesday"_word, "thursday"_word, "friday"_word,
    "saturday"_word,  "sunday"_word,  "january"_word,   "february"_word, "march"_word,
    "april"_word,     "may"_word,     "june"_word,      "july"_word,     "august"_word,
    "september"_word, "october"_word, "november"_word,  "december"_word, "jan."_word,
    "feb."_word,      "aug."_word,    "sept."_word,     "oct."_word,     "nov."_word,
    "dec."_word,      "jan"_word,     "feb"_word,       "mar"_word,      "apr"_word,
    "jun"_word,       "jul"_word,     "aug"_word,       "sep"_word,      "sept"_word,
    "oct"_word,       "nov"_word,     "dec"_word,       "a.m."_word,     "p.m."_word,
    "gmt"_word,       "mr."_word,     "god"_word};

// After a surname: "Doda Jr."
bool is_suffix(const Token& token) {
  switch (token.key) {
    case "jr"_word:
    case "jr."_word:
    case "sr"_word:
    case "sr."_word:
    case "ii"_word:
    case "iii"_word:
    case "iv"_word: return true;
    default: return false;
  }
}

class NameFinder {
 public:
  explicit NameFinder(const ReferWords& words) : words_(words), analysis_(words.analysis()) {}

  std::vector<FoundName> find() {
    std::vector<FoundName> names;
    const auto size = static_cast<TokenIndex>(analysis_.tokens.size());
    for (TokenIndex first = 0; first < size;) {
      const bool possible = token(first).name != NameKind::none || is_proper(token(first).tag);
      const TokenIndex last = possible ? end_of_run(first) : first;
      if (last == first) {
        ++first;
        continue;
      }
      if (const auto name = trim({first, last})) names.push_back(*name);
      first = last;
    }
    return names;
  }

 private:
  const Token& token(TokenIndex i) const { return analysis_.tokens[i]; }

  // A proper noun that the tagger gave no name: part of one all the same.
  bool untagged(const Token& t) const {
    if (t.name != NameKind::none || !is_proper(t.tag) || t.shape == WordShape::lower) return false;
    if (analysis_.sentences[t.sentence].kind == SentenceKind::heading) return false;
    return std::find(kTimeWords.begin(), kTimeWords.end(), t.key) == kTimeWords.end();
  }

  // One past the run of name tokens that begins at `first`; `first` when none does.
  TokenIndex end_of_run(TokenIndex first) const {
    const auto size = static_cast<TokenIndex>(analysis_.tokens.size());
    const Token& begin = token(first);
    const bool loose = untagged(begin);
    if (begin.name == NameKind::none && !loose) return first;
    TokenIndex last = first + 1;
    const auto goes_on = [&](const Token& t) {
      if (t.sentence != begin.sentence) return false;
      return loose ? untagged(t) : t.name == begin.name && !t.name_begins;
    };
    while (last < size && last - first < kMaxName && goes_on(token(last))) ++last;
    return last;
  }

  std::optional<FoundName> trim(TokenRange run) const {
    FoundName name{.tokens = run, .kind = token(run.first).name};
    trim_end(name.tokens);
    trim_begin(name);
    cut_label(name.tokens);
    trim_end(name.tokens);
    if (name.tokens.empty()) return std::nullopt;
    if (!describes_country(name)) return std::nullopt;
    name.head = head_of(name.tokens);
    return name;
  }

  void trim_end(TokenRange& range) const {
    while (!range.empty()) {
      const Token& t = token(range.last - 1);
      const bool verb = t.tag == Tag::VBZ || t.tag == Tag::VBD || t.tag == Tag::MD;
      if (t.tag != Tag::POS && t.shape != WordShape::punctuation && t.tag != Tag::IN && !verb) {
        return;
      }
      if (t.tag == Tag::close_bracket) return;
      --range.last;
    }
  }

  // Drops articles, then titles and what stands before them ("Albanian Interior Minister").
  void trim_begin(FoundName& name) const {
    TokenRange& range = name.tokens;
    while (!range.empty() && (token(range.first).tag == Tag::DT ||
                              token(range.first).shape == WordShape::punctuation ||
                              token(range.first).key == "the"_word)) {
      ++range.first;
    }
    if (name.kind == NameKind::person || name.kind == NameKind::none) drop_titles(name);
    if (name.gender == Gender::unknown && !range.empty() && range.first > 0) {
      if (token(range.first - 1).sentence == token(range.first).sentence) {
        name.gender = words_.title(range.first - 1).value_or(Gender::unknown);
      }
    }
  }

  void drop_titles(FoundName& name) const {
    TokenIndex begin = name.tokens.first;
    for (TokenIndex i = name.tokens.first; i + 1 < name.tokens.last; ++i) {
      if (is_suffix(token(i + 1)) && i + 2 >= name.tokens.last) break;
      const auto title = words_.title(i);
      const HeadWord* head = words_.head(i);
      if (!title && (head == nullptr || !head->role)) continue;
      // "Executive Order" is no Mr Order.
      if (name.kind == NameKind::none && words_.head(name.tokens.last - 1) != nullptr) {
        continue;
      }
      begin = i + 1;
      if (title && *title != Gender::unknown) name.gender = *title;
    }
    name.tokens.first = begin;
  }

  // A lower-case label ends the name: "MKO terrorist group". A proper name that holds such a word
  // in capitals keeps it, or it would not be that name.
  void cut_label(TokenRange& range) const {
    for (TokenIndex i = range.first; i < range.last; ++i) {
      if (token(i).shape != WordShape::lower || !words_.is_label(i)) continue;
      if (i > range.first) {
        range.last = i;
      } else {
        range.first = i + 1;
      }
    }
  }

  // Fills in the country; false when the words are no name at all ("Albanian").
  bool describes_country(FoundName& name) const {
    const auto word = words_.country(name.tokens.first, name.tokens.last);
    if (!word || word->last != name.tokens.last) return name_like(name);
    if (word->form == CountryWord::Form::adjective) return false;
    if (word->form == CountryWord::Form::people) {
      name.people = true;
      name.kind = NameKind::other;
      name.country = word->country;
      return true;
    }
    if (name.kind == NameKind::person) return true;  // "Jordan"
    name.kind = NameKind::place;
    name.country = word->country;
    return true;
  }

  // "the Attorney General" is described, not named.
  bool only_titles(TokenRange range) const {
    for (TokenIndex i = range.first; i < range.last; ++i) {
      const HeadWord* head = words_.head(i);
      if (!words_.title(i) && (head == nullptr || !head->role)) return false;
    }
    return true;
  }

  bool name_like(const FoundName& name) const {
    if (name.tokens.size() == 1 && token(name.tokens.first).lemma_key == "state"_word) return false;
    if (name.kind != NameKind::organization && only_titles(name.tokens)) return false;
    const auto capital = [&](TokenIndex i) {
      const WordShape shape = token(i).shape;
      return shape == WordShape::capitalized || shape == WordShape::upper ||
             shape == WordShape::mixed || shape == WordShape::other;
    };
    for (TokenIndex i = name.tokens.first; i < name.tokens.last; ++i) {
      if (capital(i)) return true;
    }
    return false;
  }

  TokenIndex head_of(TokenRange range) const {
    for (TokenIndex i = range.first + 1; i < range.last; ++i) {
      if (token(i).tag == Tag::IN && words_.head(i - 1) != nullptr) return i - 1;
    }
    TokenIndex head = range.last - 1;
    while (head > range.first && is_suffix(token(head))) --head;
    return head;
  }

  const ReferWords& words_;
  const Analysis& analysis_;
};
}  // namespace

std::vector<FoundName> find_names(const ReferWords& words) { return NameFinder(words).find(); }

std::span<const FoundName> names_in(const std::vector<FoundName>& names, TokenRange range) {
  const auto before = [](const FoundName& n, TokenIndex at) { return n.tokens.last <= at; };
  const auto first = std::lower_bound(names.begin(), names.end(), range.first, before);
  auto last = first;
  while (last != names.end() && last->tokens.first < range.last) ++last;
  return {first, last};
}

}  // namespace sayso
