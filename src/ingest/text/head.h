// A report's text -> what its head shows: outlet, title, bylines, dateline, date.
#pragma once

#include "core/report.h"

namespace sayso {

// Sets the fields of `report` that are not set yet, and its furniture and title_span. Reads the
// first few kilobytes of the text only.
void find_head(Report& report);

}  // namespace sayso
