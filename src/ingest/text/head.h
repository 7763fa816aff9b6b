// A report's text -> what its head shows: outlet, title, bylines, dateline, date.
#pragma once

#include "core/report.h"
#include "ingest/ingest.h"

namespace sayso {

// Sets the fields of `report` that are not set yet, and its furniture and title_span. Reads the
// first few kilobytes of the text only. What the user knows stands in where the report does not
// say; an agency in a dateline is taken for the outlet only when nothing else is known.
void find_head(Report& report, const KnownMetadata& known = {});

}  // namespace sayso
