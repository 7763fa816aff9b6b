// JSON Lines, one JSON object, or an array of objects -> reports, one an object.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

// Fields: "text", and optionally "id", "outlet", "title", "published", "uri" (or "url"),
// "language", "bylines" (or "authors"), either beside "text" or in an object "report", as sayso's
// own readings have them. A record that cannot be read is refused, the rest still read.
std::unique_ptr<ReportReader> read_json_lines(ReaderInput input);
// The same from objects that run over lines: one, several in a row, or an array.
std::unique_ptr<ReportReader> read_json_values(ReaderInput input);

}  // namespace sayso
