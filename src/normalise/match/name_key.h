// Names -> keys: "Durrës" -> "durres" -> 64 bits, the same for a name and its plain spelling.
//
// A name is its words: runs of letters and digits, without accents and case. What stands between
// them (blank, hyphen, apostrophe, full stop) does not count, so that "Saint-Denis", "St. Denis"
// and however a text is cut into tokens meet in one key.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/word.h"

namespace sayso {

using NameKey = std::uint64_t;

// The key of the words so far and one more. Stored in models/gazetteer.bin: never changes meaning.
constexpr NameKey extend_name(NameKey words, WordKey word) {
  const std::uint64_t mixed = (words ^ word) * 0x9E3779B97F4A7C15U;
  return mixed ^ (mixed >> 29U);
}

// Appends `text` in lower case and without accents: letters of the Latin script become a to z, and
// whatever is neither such a letter nor a digit becomes a blank.
void append_folded(std::string_view text, std::string& out);

// The first word of `folded`, which is taken off; empty when no word is left.
std::string_view take_word(std::string_view& folded);

// The key of a whole name, accents and all.
NameKey name_key(std::string_view name);

}  // namespace sayso
