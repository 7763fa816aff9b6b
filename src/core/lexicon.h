// Lexicons: text, one entry a line -> phrases found among tokens.
//
// A lexicon file holds one entry a line, its fields separated by tabs, the first being the phrase
// in lower case; a line that starts with '#' is a comment, and the first comments name the source
// and the licence. Files are in lexicons/ and travel inside the program.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/word.h"

namespace sayso {

// The fields of each entry, as views into `file`, which must outlive them. Empty lines and
// comments are left out; white space around fields is not part of them.
std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view file);

// Phrases of one word or more -> a number (most often the index of a row or an enum's value).
class PhraseTable {
 public:
  struct Match {
    std::uint32_t value = 0;
    TokenIndex last = 0;  // one past the last token
  };
  // Which of a token's keys the phrase's words are compared with.
  enum class By : std::uint8_t { form, lemma };

  // `phrase` is lower-case words separated by single blanks. A later value replaces an earlier.
  void add(std::string_view phrase, std::uint32_t value);

  // The longest phrase that begins at `first` and ends by `end`.
  std::optional<Match> longest(std::span<const Token> tokens, TokenIndex first, TokenIndex end,
                               By by = By::form) const;
  // The value of a one-word phrase.
  std::optional<std::uint32_t> find(WordKey word) const;
  std::size_t size() const { return size_; }

 private:
  // A slot is the phrase so far: its last word's key mixed with the words before it.
  struct Slot {
    WordKey key = 0;
    std::uint32_t value = 0;
    bool used = false;
    bool complete = false;  // a phrase ends here, with `value`
    bool longer = false;    // some phrase goes on from here
  };
  // Whether some slot may have this key: a bit for each of 4 * slots values of its upper half,
  // small enough to stay near the processor. Most words of a text are in no table.
  bool may_hold(WordKey key) const {
    const std::size_t bit = filter_bit(key);
    return (filter_[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  std::size_t filter_bit(WordKey key) const { return (key >> 32U) & (filter_.size() * 64 - 1); }
  Slot& slot_for(WordKey key);
  const Slot* find_slot(WordKey key) const;
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // open addressing, a power of two
  std::vector<std::uint64_t> filter_ = std::vector<std::uint64_t>(1);
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

}  // namespace sayso
