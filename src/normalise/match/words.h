// Words: lexicons of time and quantity words -> the symbols and values of each word or phrase.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/lexicon.h"
#include "normalise/match/word_class.h"

namespace sayso {

// What a word means in one of its classes: MONTH 6, WEEKDAY 2, SCALE 1000. For classes whose
// value is a name (units of measure, currencies), the name is `text`.
struct ClassValue {
  WordClass word_class = WordClass::number;
  double number = 0;
  std::string_view text = {};
};

// Built once, when resources are loaded; then const.
class Words {
 public:
  // Rows are `phrase TAB CLASS TAB value`; the file must outlive this object.
  void add_lexicon(std::string_view file);
  // The symbol of a plain word named by a pattern; made when it is new.
  Symbol literal(std::string_view word);

  struct Entry {
    SymbolSet symbols = {};
    std::vector<ClassValue> values = {};
  };
  struct Found {
    const Entry* entry = nullptr;
    TokenIndex last = 0;  // one past the phrase's last token
  };
  // The longest phrase that begins at `first`; most tokens are turned away by one bit.
  std::optional<Found> find(std::span<const Token> tokens, TokenIndex first, TokenIndex end) const {
    const WordKey key = tokens[first].key;
    if ((first_words_[key / 64U % kFilterWords] >> (key % 64U) & 1U) == 0) return std::nullopt;
    return look_up(tokens, first, end);
  }
  // The entry of a word that is no token of its own, or nothing.
  const Entry* find_word(WordKey word) const {
    const auto index = phrases_.find(word);
    return index ? &entries_[*index] : nullptr;
  }

 private:
  static constexpr std::size_t kFilterWords = 256;
  Entry& entry_for(std::string_view phrase);
  std::optional<Found> look_up(std::span<const Token> tokens, TokenIndex first,
                               TokenIndex end) const;

  PhraseTable phrases_;  // -> index into entries_
  std::vector<Entry> entries_;
  std::unordered_map<std::string_view, std::uint32_t> index_;  // phrase -> its entry; for loading
  std::vector<std::string_view> literals_;
  std::array<std::uint64_t, kFilterWords> first_words_ = {};  // which words begin a phrase
};

}  // namespace sayso
