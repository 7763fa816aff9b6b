// Small closed sets of words, compared by key.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "core/word.h"

namespace sayso {

template <std::size_t N>
class WordSet {
 public:
  consteval explicit WordSet(const std::array<std::string_view, N>& words) {
    for (std::size_t i = 0; i < N; ++i) keys_[i] = word_key(words[i]);
    std::sort(keys_.begin(), keys_.end());
  }
  constexpr bool has(WordKey word) const {
    return std::binary_search(keys_.begin(), keys_.end(), word);
  }

 private:
  std::array<WordKey, N> keys_ = {};
};

template <typename... Words>
consteval auto words(Words... list) {
  return WordSet<sizeof...(list)>(std::array<std::string_view, sizeof...(list)>{list...});
}

}  // namespace sayso
