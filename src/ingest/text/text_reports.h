// A plain-text input -> one report.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

std::unique_ptr<ReportReader> read_text(ReaderInput input);

}  // namespace sayso
