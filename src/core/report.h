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

// Written by ingest, read by every stage, never changed after. `text` is valid UTF-8 and is the
// input, byte for byte: evidence must be found again in the original.
struct Report {
  std::string id = {};
  std::string text = {};
  std::optional<std::string> uri = {};
  std::optional<std::string> outlet = {};
  std::optional<std::string> title = {};
  std::vector<std::string> bylines = {};
  std::optional<Dateline> dateline = {};
  std::optional<std::string> published = {};  // ISO 8601 date or date-time
  std::optional<std::string> language = {};   // BCP 47: "en"
  std::string media_type = "text/plain";
  std::string sha256 = {};  // of `text`, lower-case hexadecimal

  // Parts of the text that are about the report rather than its prose (dateline, byline, date
  // prefix), in text order. No sentence begins inside one.
  std::vector<Span> furniture = {};
  std::optional<Span> title_span = {};     // where the text itself holds its title
  std::vector<std::string> warnings = {};  // what a user should know about this input
};

}  // namespace sayso
