#include <algorithm>
#include <array>
#include <string>

#include "normalise/place/toponym.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// Words of a name; the longest in the gazetteer that news uses have seven.
constexpr std::size_t kMaxWords = 8;

bool is_plain(std::string_view lower) {
  return std::all_of(lower.begin(), lower.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

bool begins_with_capital(const Token& token) {
  return token.shape == WordShape::capitalized || token.shape == WordShape::upper ||
         token.shape == WordShape::mixed;
}

// "al-Raqqa", "el-Arish": an article in lower case before a hyphen.
bool is_article(const Token& token) {
  constexpr auto kArticles =
      std::to_array<WordKey>({"al"_word, "el"_word, "ar"_word, "as"_word, "ash"_word, "at"_word,
                              "az"_word, "an"_word, "ad"_word, "ed"_word, "es"_word});
  return std::find(kArticles.begin(), kArticles.end(), token.key) != kArticles.end();
}

// Tags of words that are no name, standing alone.
bool is_function_word(Tag tag) {
  switch (tag) {
    case Tag::CC:
    case Tag::DT:
    case Tag::EX:
    case Tag::IN:
    case Tag::MD:
    case Tag::PDT:
    case Tag::POS:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::RB:
    case Tag::RP:
    case Tag::TO:
    case Tag::UH:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB: return true;
    default: return false;
  }
}

class Matcher {
 public:
  Matcher(std::string_view text, const Analysis& analysis, const Gazetteer& gazetteer)
      : text_(text), analysis_(analysis), gazetteer_(gazetteer) {}

  std::vector<Toponym> run() {
    std::vector<Toponym> found;
    for (const Sentence& sentence : analysis_.sentences) {
      for (TokenIndex i = sentence.tokens.first; i < sentence.tokens.last;) {
        const auto toponym = at(i, sentence.tokens.last);
        if (toponym) found.push_back(*toponym);
        i = toponym ? toponym->tokens.last : i + 1;
      }
    }
    return found;
  }

 private:
  struct Ending {
    NameKey name = 0;
    TokenIndex last = 0;
  };

  const Token& token(TokenIndex i) const { return analysis_.tokens[i]; }

  bool may_start(TokenIndex i, TokenIndex end) const {
    if (begins_with_capital(token(i))) return true;
    return i + 2 < end && is_article(token(i)) && !token(i + 1).space_before &&
           text_[token(i + 1).span.begin] == '-';
  }

  // "Bosnia and Herzegovina", "St. John's", but no "Bosnia and".
  bool may_end(TokenIndex i) const {
    const std::string_view lower = analysis_.lower(token(i));
    return token(i).shape != WordShape::lower || lower.starts_with('\'');
  }

  // The longest name that begins at token `first`, or nothing.
  std::optional<Toponym> at(TokenIndex first, TokenIndex end) {
    if (!may_start(first, end)) return std::nullopt;
    std::array<Ending, kMaxWords> endings;
    std::size_t count = 0;
    NameKey name = 0;
    std::size_t words = 0;
    for (TokenIndex i = first; i < end && words < kMaxWords && count < kMaxWords; ++i) {
      if (i > first && !gazetteer_.may_go_on(name)) break;
      const std::size_t before = words;
      if (!extend(i, first, name, words)) break;
      if (words == before) continue;  // a hyphen
      if (may_end(i)) endings[count++] = {name, i + 1};
    }
    while (count > 0) {
      const Ending& ending = endings[--count];
      const auto bearers = gazetteer_.find(ending.name);
      if (bearers.empty()) continue;
      auto toponym = read(ending, {first, ending.last}, bearers);
      if (toponym) return toponym;
    }
    return std::nullopt;
  }

  // Adds the words of token `i` to the name; false when no name can go on with it.
  bool extend(TokenIndex i, TokenIndex first, NameKey& name, std::size_t& words) {
    const Token& t = token(i);
    const std::string_view lower = analysis_.lower(t);
    if (is_plain(lower)) {
      if (words == 0 && !gazetteer_.may_begin(t.key)) return false;
      name = extend_name(name, t.key);
      ++words;
      return true;
    }
    if (t.shape == WordShape::punctuation) return i > first && lower == "-" && !t.space_before;
    folded_.clear();
    append_folded(lower, folded_);
    std::string_view rest = folded_;
    for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest)) {
      const WordKey key = word_key(word);
      if (words == 0 && !gazetteer_.may_begin(key)) return false;
      if (++words > kMaxWords) return false;
      name = extend_name(name, key);
    }
    return true;
  }

  // What the gazetteer and the case of the letters make of the name.
  std::optional<Toponym> read(Ending ending, TokenRange range,
                              std::span<const NamedEntry> bearers) const {
    Toponym toponym;
    toponym.tokens = range;
    toponym.name = ending.name;
    toponym.bearers = bearers;
    bool listed = false;
    bool abbreviation = false;
    bool demonym = false;
    for (const NamedEntry& bearer : bearers) {
      abbreviation |= bearer.use() == NameUse::abbreviation;
      demonym |= bearer.use() == NameUse::demonym;
      listed |= bearer.use() != NameUse::abbreviation && bearer.use() != NameUse::demonym;
    }
    toponym.abbreviation = abbreviation && looks_abbreviated(range);
    toponym.demonym = demonym && !toponym.abbreviation;
    if (!listed && !toponym.abbreviation && !toponym.demonym) return std::nullopt;
    if (range.size() == 1 && !toponym.abbreviation && is_function_word(token(range.first).tag)) {
      return std::nullopt;
    }
    return toponym;
  }

  bool looks_abbreviated(TokenRange range) const {
    const Token& last = token(range.last - 1);
    return last.shape == WordShape::upper || text_[last.span.end - 1] == '.';
  }

  std::string_view text_;
  const Analysis& analysis_;
  const Gazetteer& gazetteer_;
  std::string folded_;
};
}  // namespace

std::vector<Toponym> match_toponyms(std::string_view text, const Analysis& analysis,
                                    const Gazetteer& gazetteer) {
  return Matcher(text, analysis, gazetteer).run();
}

}  // namespace sayso
