// Page -> the text page that `sayso read` shows on a terminal.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "core/reading.h"

namespace sayso {

// Ends with a line end. Plain words carry every meaning; colour comes with `style.color`.
std::string page_as_text(const Reading& reading, const TextStyle& style);

}  // namespace sayso
