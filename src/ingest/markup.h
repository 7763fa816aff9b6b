// The first bytes of an input -> whether they are markup, and which.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso {

enum class MarkupKind : std::uint8_t { html, xml_feed, other_xml };

// By the first element behind declarations, comments and white space: a known name of HTML, of a
// feed, or of anything behind an XML declaration. UTF-16 is told as well, with a byte-order mark or
// by its zeros. Nothing when it is no markup.
std::optional<MarkupKind> tell_markup(std::string_view first_bytes);

}  // namespace sayso
