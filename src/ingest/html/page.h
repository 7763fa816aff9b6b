// HTML pages, and the pieces of HTML that feeds carry -> Reports.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/report.h"
#include "core/result.h"
#include "ingest/ingest.h"
#include "ingest/report_reader.h"

namespace sayso {

// What is known of a page besides its bytes.
struct PageSource {
  std::optional<std::string> uri = {};      // where it was fetched from, when known
  std::optional<std::string> charset = {};  // of the HTTP header
  std::optional<std::string> fetched = {};  // ISO 8601 date-time: no page is published after it
  std::string id = {};
};

// The article of a page in any encoding, with what the page says about it. A page without one is a
// report with an empty text and a warning. Fails with too_large. Errors have no name of the input.
Result<Report> report_from_page(std::string_view bytes, PageSource source,
                                const IngestOptions& options);

// An item of a feed: `html` is valid UTF-8 and all of it is the item's own text. What is `known`
// stays as it is.
Result<Report> report_from_fragment(std::string_view html, Report known,
                                    const IngestOptions& options);

// One HTML file.
std::unique_ptr<ReportReader> read_page(ReaderInput input);

}  // namespace sayso
