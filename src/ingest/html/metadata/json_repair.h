// JSON as pages hold it, slightly broken -> JSON a parser takes.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// Comments, CDATA marks and what surrounds the outermost value are dropped, as are commas before a
// closing bracket; control characters inside strings become blanks, unknown escapes the character
// itself; missing commas between values in a row are put in, and several outermost values become
// an array. One pass; what is broken otherwise stays broken.
std::string repair_json(std::string_view json);

}  // namespace sayso
