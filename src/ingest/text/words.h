// The parts that datelines, bylines and headings are made of: capitalised words, dashes.
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso {

// Letters of the Latin, Greek and Cyrillic scripts.
bool is_upper_letter(char32_t c);
bool is_lower_letter(char32_t c);
bool starts_upper(std::string_view text);
// Letters, and none of them lower-case.
bool is_all_capitals(std::string_view word);
// Most letters are capitals: wire copy of old.
bool is_mostly_capitals(std::string_view text);

// The size of the capitalised word that `text` starts with, or 0: letters, with the marks that
// names have inside ("Port-au-Prince", "O'Hara", "N.Y.", "Calif.").
std::size_t match_capitalised(std::string_view text);

// The size of a dash as it separates a dateline from its report, in all its spellings ("--", "-",
// an en or em dash, "_"), or 0. A single hyphen must be followed by a blank.
std::size_t match_dash(std::string_view text);

// Whether a sentence may begin here: a capital, a digit, a quotation mark or a bracket.
bool may_begin_sentence(std::string_view text);

// Ends in a full stop, a question or an exclamation mark, quotation marks and brackets aside.
bool ends_sentence(std::string_view line);

// At most `size` bytes of `text`, ending where a character ends.
std::string_view prefix(std::string_view text, std::size_t size);

std::string_view trimmed(std::string_view text);

}  // namespace sayso
