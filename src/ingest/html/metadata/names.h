// What pages put where an author's name belongs -> names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// "By Ann Example and Bob Sample, Staff Reporter" -> "Ann Example", "Bob Sample". Cue words, roles,
// dates, addresses and handles are cut; what is left of no name is dropped.
std::vector<std::string> clean_names(std::string_view raw);

// Two to five capitalised words and particles, none of them a role.
bool is_person(std::string_view name);

// "admin", "Redaktion", "Staff": somebody, but nobody's name.
bool is_nameless(std::string_view name);

// The size of the words before a name at the start of a byline ("By ", "Von ", "Text: "), or 0.
std::size_t match_byline_cue(std::string_view text);

// Whether a word like "by" or "von" stands somewhere in `text`.
bool holds_preposition(std::string_view text);

// Letters and digits in lower case, without marks and blanks: equal for the same title or name.
std::string fold_key(std::string_view text);

}  // namespace sayso
