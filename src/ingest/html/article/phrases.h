// A block's words -> whether it is something else than running text: "Read also: ...".
#pragma once

#include <string_view>

namespace sayso {

// A line that stands between paragraphs wherever it turns up: adverts, links to other reports.
bool is_interruption(std::string_view text);
// A line that closes a page rather than a text: how to write to the author, rights, newsletters.
bool is_closing(std::string_view text);

}  // namespace sayso
