// Descriptions against descriptions: "the Albanian ministry" and "Albania's interior ministry".
#pragma once

#include <optional>

#include "read/refer/context.h"

namespace sayso {

// The draft that was last spoken of in words that candidate `c`'s may repeat or shorten: the same
// head and number, no word that the earlier description lacks, no other country or owner.
std::optional<DraftId> match_description(ReferContext& context, std::uint32_t c);

// Files how candidate `c` describes `draft`, when that is new, and whose it is.
void note_description(ReferContext& context, std::uint32_t c, DraftId draft);

}  // namespace sayso
