// Corpus: the plain files prepare.py writes -> sentences, and those -> an Analysis to learn from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/analysis.h"

namespace sayso::train {

struct Word {
  std::string form = {};
  std::string tag = {};    // "_": unknown
  std::string lemma = {};  // "_": unknown
  std::string name = {};   // "B-PER", "O"; "_": unknown
  bool joins = false;      // no white space before it
};
using Words = std::vector<Word>;
struct Document {
  std::vector<Words> sentences = {};
};

// Lower case, typographic quotation marks and dashes as ASCII: Analysis::lower.
std::string lowered(const std::string& form);

// Ends the program with a message when the file cannot be read.
std::vector<Document> read_corpus(const std::string& path);

// What happens to text on its way to a reader.
enum class Casing : std::uint8_t { kept, upper, lower, title };
Word recased(const Word& word, Casing casing);

// The sentences as the segmenter would give them (spellings and shapes set, tags not).
Analysis analysis_of(const std::vector<const Words*>& sentences, Casing casing);

// A small generator that gives the same numbers everywhere (xorshift64*).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return state_ * 0x2545F4914F6CDD1DULL;
  }
  std::uint64_t below(std::uint64_t n) { return (next() >> 11U) % n; }
  bool chance(std::uint64_t percent) { return below(100) < percent; }

 private:
  std::uint64_t state_;
};

}  // namespace sayso::train
