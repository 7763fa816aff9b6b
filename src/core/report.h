// Report: one news report as published.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/span.h"

namespace sayso {

// "LIMA, 12 JAN 90 (EFE) --": where and when the report was filed, as far as the line says.
struct Dateline {
  std::optional<std::string> place = {};  // as written: "LIMA"
  std::optional<std::string> date = {};   // ISO 8601: "1990-01-12"
};

// Where a report was found: enough to fetch its bytes again and to see that they are the same.
struct ReportSource {
  std::string media_type = {};               // of the file that holds it; empty: as the report's
  std::optional<std::string> file = {};      // as the user named it; none of standard input
  std::optional<std::uint64_t> offset = {};  // of a WARC record, in bytes of the file as it lies
  std::string sha256 = {};                   // of the bytes it was made from; empty: as the text's
};

// Written by ingest, read by every stage, never changed after. `text` is valid UTF-8: of a
// text input the input, byte for byte, because evidence must be found again in the original; of a
// page or feed the text extracted from it.
struct Report {
  std::string id = {};
  std::string text = {};
  std::optional<std::string> uri = {};
  std::optional<std::string> outlet = {};
  std::optional<std::string> title = {};
  std::vector<std::string> bylines = {};
  std::optional<Dateline> dateline = {};
  std::optional<std::string> published = {};  // ISO 8601 date or date-time
  std::optional<std::string> modified = {};   // the same: when it was last changed
  std::optional<std::string> language = {};   // BCP 47: "en"
  std::string media_type = "text/plain";
  std::string sha256 = {};  // of `text`, lower-case hexadecimal
  ReportSource source = {};

  // Parts of the text that are about the report rather than its prose (dateline, byline, date
  // prefix), in text order. No sentence begins inside one.
  std::vector<Span> furniture = {};
  std::optional<Span> title_span = {};     // where the text itself holds its title
  std::vector<std::string> warnings = {};  // what a user should know about this input
};

}  // namespace sayso
