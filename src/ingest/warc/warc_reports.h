// The HTML pages of a WARC file -> Reports, in record order.
//
// Read are `response` records with status 200 and `resource` records, when they hold HTML; other
// records are passed over. WarcReports refuses in its place what is damaged, too large or packed in
// a way that is not read, and goes on behind it.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

// `input.buffer` holds the file as it lies. Pages are wanted or not by the address they were
// fetched from.
std::unique_ptr<ReportReader> read_warc(ReaderInput input);

}  // namespace sayso
