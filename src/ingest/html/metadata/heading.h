// A parsed page -> the element that shows its headline.
#pragma once

#include <string>

#include "ingest/html/dom.h"

namespace sayso {

// The heading that agrees best with the page's title, else its first <h1>; kNoNode when there is
// none. A heading that only names the site is none.
NodeIndex find_heading(const Dom& dom);

// The words of a heading without lines above and below the title that stand in it: kickers,
// subtitles, dates.
std::string heading_text(const Dom& dom, NodeIndex heading);

}  // namespace sayso
