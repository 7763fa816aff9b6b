// Words and numbers in a text -> where they end.
//
// Each function answers for what begins at `at` and returns `at` itself when it finds nothing;
// none looks further than a fixed number of bytes past what it accepts.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

// Letters, digits and underscores, with the ignorable characters between them.
std::uint32_t end_of_word(std::string_view text, std::uint32_t at);

// From an apostrophe: "'s", "'re", "'ll".
std::uint32_t end_of_clitic(std::string_view text, std::uint32_t at);

// "90s", "68": what may follow an apostrophe that stands for a century.
std::uint32_t end_of_decade(std::string_view text, std::uint32_t at);

// "U.S.", "U.S", "a.m.", "J.": single letters with stops; a stop before a longer word ends it.
std::uint32_t end_of_initialism(std::string_view text, std::uint32_t at);

// "3.5", "200,000", "5:00", "9/11", "555-0143", "2023-06-21".
std::uint32_t end_of_number(std::string_view text, std::uint32_t at);

// What joins two words to one. `at` is the joint, `begin` where the word before it begins; the
// result is where the next part begins, or `at` when the word ends before the joint.
std::uint32_t after_apostrophe(std::string_view text, std::uint32_t at);  // "O'Neill"
std::uint32_t after_hyphen(std::string_view text, std::uint32_t begin,
                           std::uint32_t at);  // "pre-war"
std::uint32_t after_ampersand(std::string_view text, std::uint32_t begin,
                              std::uint32_t at);                                          // "R&D"
std::uint32_t after_slash(std::string_view text, std::uint32_t begin, std::uint32_t at);  // "c/o"

}  // namespace sayso
