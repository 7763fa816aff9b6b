// What an entity is called: its fullest name, or else the words that first described it.
#pragma once

#include <string>

#include "core/report.h"
#include "read/refer/context.h"

namespace sayso {

// Without articles, titles and labels: "Kaltrina Doda", "Albania's interior ministry". People known
// only by a label are "MKO members" when the report ties them to a name, else "unnamed people".
std::string entity_name(const ReferContext& context, const Report& report, DraftId id);

}  // namespace sayso
