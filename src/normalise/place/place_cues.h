// lexicons/places_cues.tsv -> what a word says about the name beside it: "village", "Mr.", "said".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/word.h"

namespace sayso {

// The roles of the lexicon, which explains them; a word may have several.
enum class PlaceCue : std::uint8_t {
  inside,
  motion,
  of,
  division,
  settlement,
  feature,
  prefix_feature,
  small_feature,
  direction,
  institution,
  company,
  title,
  says,
  name_suffix,
  weak,
  also_name,
  first_name,  // lexicons/first_names.tsv
};

class PlaceCueSet {
 public:
  constexpr PlaceCueSet() = default;
  constexpr explicit PlaceCueSet(std::uint32_t bits) : bits_(bits) {}
  constexpr bool has(PlaceCue cue) const { return (bits_ & bit(cue)) != 0; }
  constexpr void add(PlaceCue cue) { bits_ |= bit(cue); }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr std::uint32_t bits() const { return bits_; }

 private:
  static constexpr std::uint32_t bit(PlaceCue cue) {
    return std::uint32_t{1} << static_cast<unsigned>(cue);
  }
  std::uint32_t bits_ = 0;
};

class PlaceCues {
 public:
  // From the resources inside the program.
  static Result<PlaceCues> load();
  // The same from files' texts, for tests.
  static Result<PlaceCues> read(std::string_view cues, std::string_view first_names);

  PlaceCueSet of(WordKey word) const {
    for (std::size_t i = word & mask();; i = (i + 1) & mask()) {
      if (slots_[i].check == check(word)) return PlaceCueSet(slots_[i].cues);
      if (slots_[i].cues == 0) return {};
    }
  }

 private:
  // Open addressing, small enough to stay in the second cache: it is asked about every word
  // around a name.
  struct Slot {
    std::uint32_t check = 0;
    std::uint32_t cues = 0;  // 0: the slot is free
  };
  static std::uint32_t check(WordKey word) { return static_cast<std::uint32_t>(word >> 32U); }
  std::size_t mask() const { return slots_.size() - 1; }
  void add(std::string_view word, PlaceCueSet cues);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(16);  // a power of two, at most half full
  std::vector<WordKey> words_ = {};                  // those in the table
};

}  // namespace sayso
