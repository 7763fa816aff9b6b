// Readings -> one self-contained HTML page: each report's text with its spans marked by role,
// beside what happened and on whose say-so.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/reading.h"
#include "core/result.h"

namespace sayso {

// A page is a head, an article a report (numbered from 1, so that anchors differ), and a foot.
std::string_view html_head();
std::string article_as_html(const Reading& reading, std::size_t number);
std::string refusal_as_html(const Error& error, std::string_view report_id);
std::string_view html_foot();

// The text with & < > " and ' as character references, control characters as U+FFFD.
std::string escape_html(std::string_view text);

}  // namespace sayso
