// Data that a page's scripts would show -> the article in them, as HTML.
//
// Some pages are empty until their scripts run; the text lies in JSON ("__NEXT_DATA__", calls
// with string arguments). Which key holds it differs, that it is the most prose does not.
#pragma once

#include <string>

#include "ingest/html/dom.h"

namespace sayso {

// Empty when the scripts hold no prose.
std::string find_script_text(const Dom& dom);

}  // namespace sayso
