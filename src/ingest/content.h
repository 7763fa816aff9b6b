// The first bytes of an input -> which reader reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

enum class ContentKind : std::uint8_t {
  text,         // one report: whatever is nothing else
  json_lines,   // an object a line
  json_values,  // one object, several in a row, or an array of them, over any number of lines
  json_feed,    // jsonfeed.org
  csv,          // with a header, separated by commas, semicolons or tabs
  html,         // a page, or a piece of one
  xml_feed,     // RSS, RDF (RSS 1.0) or Atom
  mail,         // the rest is not read
  other_text,
  binary,
};

struct Content {
  ContentKind kind = ContentKind::text;
  // Of what is not read: "it is a PDF; sayso does not read PDF: convert it to text or HTML first".
  std::string why_not = {};
};

// How much of an input is enough to tell.
inline constexpr std::size_t kContentSample = std::size_t{64} << 10U;

// Content decides; the name only where content leaves it open (a damaged first line). WARC files
// are told before (warc_bytes.h): they are read as they lie, compressed.
Content tell_content(std::string_view first_bytes, std::string_view file_name);

}  // namespace sayso
