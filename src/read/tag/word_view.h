// What the tag and name models see of a token besides its spelling: how its case is to be read.
//
// Capitals mean a name in prose, little at the start of a sentence or in a headline, and nothing
// in wire copy written in capitals throughout; so a token's case is read by its sentence's.
#pragma once

#include <cstdint>
#include <span>

#include "core/analysis.h"

namespace sayso {

// How a sentence uses capitals.
enum class CaseStyle : std::uint8_t {
  prose,
  title,  // "Two Held After Border Clash"
  upper,  // "TWO WERE HELD AFTER THE CLASH"
  lower,  // "two were held", no capital anywhere
};
CaseStyle case_style(std::span<const Token> sentence);

// What a token's case says; the values are part of the models and never change meaning.
enum class CaseSign : std::uint8_t {
  none = 0,     // symbols, other scripts
  lower = 1,    // in prose
  first = 2,    // capitalized, first word of a sentence or a quotation
  capital = 3,  // capitalized within a sentence
  acronym = 4,  // all capitals within prose
  mixed = 5,    // "McAdam", "iPhone"
  number = 6,
  punctuation = 7,
  title_capital = 8,
  title_lower = 9,
  in_upper = 10,   // any word of a sentence in capitals
  in_lower = 11,   // any word of a sentence without capitals
  free_mark = 12,  // a mark with blanks on both sides: a dash, not a hyphen
};
// Of `sentence[i]`; `opens`: the token begins its sentence or a quotation in it.
CaseSign case_sign(std::span<const Token> sentence, std::size_t i, CaseStyle style, bool opens);

// Whether the token after one with this sign and spelling opens in its turn: marks, numbers and
// symbols before the first word leave it the first, and a quotation mark or a colon begins anew.
bool still_opens(bool opens, CaseSign sign, WordKey key);

}  // namespace sayso
