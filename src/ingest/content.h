// The first bytes of an input -> which reader reads it.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso {

enum class ContentKind : std::uint8_t {
  text,         // one report: whatever is nothing else
  json_lines,   // an object a line
  json_values,  // one object, several in a row, or an array of them, over any number of lines
  csv,          // with a header, separated by commas, semicolons or tabs
  markup,       // HTML and the like, which this version does not read
  binary,       // a known format that is no text
};

struct Content {
  ContentKind kind = ContentKind::text;
  std::string_view looks_like = {};  // "HTML", of an unsupported one
};

// How much of an input is enough to tell.
inline constexpr std::size_t kContentSample = std::size_t{64} << 10U;

// Content decides; the name only where content leaves it open (a damaged first line).
Content tell_content(std::string_view first_bytes, std::string_view file_name);

}  // namespace sayso
