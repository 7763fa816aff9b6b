#include "ingest/feed/json_feed.h"

namespace sayso {

std::unique_ptr<ReportReader> read_json_feed(ReaderInput) { return nullptr; }

}  // namespace sayso
