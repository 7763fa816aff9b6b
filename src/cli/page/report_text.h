// Report -> its text and metadata for people and their tools, without any analysis.
#pragma once

#include <string>
#include <string_view>

#include "core/report.h"
#include "core/result.h"

namespace sayso {

// A title, a line of metadata, the address, and the text; in lines of at most `width` columns, or
// as they are with a width of 0. Ends with a line end.
std::string report_as_text(const Report& report, unsigned width);

// Metadata as YAML front matter, a heading, and the text with what would be markup escaped.
std::string report_as_markdown(const Report& report);
std::string refusal_as_markdown(const Error& error, std::string_view id);

}  // namespace sayso
