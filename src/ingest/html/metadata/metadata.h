// A parsed page -> its title, authors, outlet, dates, address and language.
//
// Pages say these things in many places that disagree. Every place is a row of a table in its
// order of trust (docs/metadata.md), and the answer carries the row's name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ingest/html/dom.h"

namespace sayso {

// What is known of a page besides its bytes.
struct PageContext {
  std::optional<std::string> uri = {};      // where it was fetched from
  std::optional<std::string> fetched = {};  // ISO 8601: nothing on it was published later
};

// Which row of which table each answer came from ("json_ld.headline"); empty without an answer.
struct MetadataOrigins {
  const char* title = "";
  const char* authors = "";
  const char* outlet = "";
  const char* published = "";
  const char* modified = "";
};

struct PageMetadata {
  std::optional<std::string> title = {};
  std::vector<std::string> authors = {};  // names alone, in the page's order
  std::optional<std::string> outlet = {};
  std::optional<std::string> published = {};  // ISO 8601 date or date-time
  std::optional<std::string> modified = {};
  std::optional<std::string> canonical_uri = {};
  std::optional<std::string> language = {};     // BCP 47
  std::optional<std::string> description = {};  // the page's own summary
  std::optional<std::string> body = {};  // articleBody of JSON-LD: some pages' text is only there
  bool paywalled = false;                // the page says that not all of it is free to read
  MetadataOrigins origins = {};
};

// Never fails: what a page does not say stays empty.
PageMetadata find_metadata(const Dom& dom, const PageContext& context);

}  // namespace sayso
