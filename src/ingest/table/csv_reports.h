// A table with a header -> reports, one a row.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

// Columns are named by the header, in any order; unknown ones are ignored. A row that cannot be
// read is refused, the rest still read.
std::unique_ptr<ReportReader> read_csv(ReaderInput input);

}  // namespace sayso
