// Words in and around the names of authors (lexicons/byline_words.tsv).
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

enum class BylineWord : std::uint8_t {
  cue,
  start,
  preposition,
  joint,
  particle,
  role,
  opener,
  nameless,
  nobody
};

// Whether `lower`, in lower case, is such a word.
bool is_byline_word(BylineWord kind, std::string_view lower);

}  // namespace sayso
