#include "ingest/html/metadata/metadata.h"

namespace sayso {

PageMetadata find_metadata(const Dom& /*dom*/, const PageContext& /*context*/) { return {}; }

}  // namespace sayso
