// The items of a JSON Feed (jsonfeed.org, 1 and 1.1) -> Reports, in the feed's order.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

std::unique_ptr<ReportReader> read_json_feed(ReaderInput input);

}  // namespace sayso
