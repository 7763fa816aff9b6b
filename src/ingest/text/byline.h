// Lines that name a report's authors -> their names.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/calendar.h"

namespace sayso {

struct BylineMatch {
  std::size_t size = 0;                      // bytes
  std::vector<std::string_view> names = {};  // as written
  std::string_view outlet = {};              // as written
  std::optional<CalendarDate> published = {};
};

// A whole line: "By Ann Example and Bob Sample, Staff Writers", "By ANN EXAMPLE", "Ann Example |
// The Dunmore Herald | May 3, 2020".
std::optional<BylineMatch> match_byline(std::string_view line);

// A byline that ran into the first sentence: "By Ann Example, Staff WriterThe minister".
std::optional<BylineMatch> match_run_on_byline(std::string_view text);

}  // namespace sayso
