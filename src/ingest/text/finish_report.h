// A text and what is known of it -> Report: checks, metadata from the text, language, hash.
#pragma once

#include <string>

#include "ingest/ingest.h"

namespace sayso {

// Errors have no name of the input, so that every reader can say where the text came from.
Result<Report> finish_report(std::string text, Report known, const IngestOptions& options);

// "over the limit of 16 MiB a report"
std::string over_limit(const IngestOptions& options);

}  // namespace sayso
