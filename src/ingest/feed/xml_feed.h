// The items of an RSS (0.9x, 1.0, 2.0) or Atom feed -> Reports, in the feed's order.
#pragma once

#include <memory>

#include "ingest/report_reader.h"

namespace sayso {

// Streams: memory holds one item.
std::unique_ptr<ReportReader> read_xml_feed(ReaderInput input);

}  // namespace sayso
