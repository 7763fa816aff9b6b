// Addresses, tags and other signs of the web in a text -> where they end.
//
// Each function answers for a token that begins at `at` and returns `at` itself when it finds
// nothing. None looks further than a fixed number of bytes past what it accepts, so the tokenizer
// stays linear in the text.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

// "https://example.org/a?b=1" and "www.example.org", without the punctuation after it.
std::uint32_t end_of_url(std::string_view text, std::uint32_t at);

// "a.haddad@example.org".
std::uint32_t end_of_email(std::string_view text, std::uint32_t at);

// "example.com", "report.pdf": words with stops that end in a well-known domain or file ending.
std::uint32_t end_of_domain(std::string_view text, std::uint32_t at);

// "<b>", "</p>", "<a href=...>"; but not "<as he said>".
std::uint32_t end_of_markup(std::string_view text, std::uint32_t at);

// ":)", ";-)", ":D" standing free.
std::uint32_t end_of_emoticon(std::string_view text, std::uint32_t at);

// "&amp;", "&#8217;".
std::uint32_t end_of_entity(std::string_view text, std::uint32_t at);

}  // namespace sayso
