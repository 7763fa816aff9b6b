// The start of a report's prose -> its dateline: "LIMA, 12 JAN 90 (EFE) --".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/calendar.h"

namespace sayso {

struct DatelineMatch {
  std::size_t size = 0;         // bytes, with the dash, without the blanks behind it
  std::string_view place = {};  // as written, with its region: "ERIE, Pa."
  std::optional<CalendarDate> date = {};
  std::string_view source = {};  // as written
  const char* made_by = "";
};

struct DatelineContext {
  bool all_capitals = false;  // the whole text is: a capital place says nothing
  bool prose_began = false;   // not at the start of the report: only what is beyond doubt
};

// The dateline that `text` starts with. Wrong ones hide prose, so what could be prose is none.
std::optional<DatelineMatch> match_dateline(std::string_view text, DatelineContext context = {});

// The bracketed headers of monitoring services ("[REPORT] [NATIONAL POLICE] [TEXT]") that `text`
// starts with: their size, or 0.
std::size_t match_bracketed_headers(std::string_view text);

}  // namespace sayso
