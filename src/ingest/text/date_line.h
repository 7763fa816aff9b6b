// Lines and prefixes that say when and by whom a report was published -> date and outlet.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ingest/calendar.h"

namespace sayso {

struct PublishedMatch {
  std::size_t size = 0;  // bytes
  std::optional<CalendarDate> published = {};
  std::optional<CalendarDate> updated = {};
  std::string_view outlet = {};  // as written
};

// A whole line: "Published: 12 May 2021 Dunmore Herald", "Posted: Friday, June 26, 2015 1:11 PM
// EDT Updated: ...", "Xinhua | Updated: 2017-09-15 21:45", "Thursday, Apr 2, 2009".
std::optional<PublishedMatch> match_date_line(std::string_view line);

// The same at the end of a line that begins with something else, most often the title: where it
// begins, or nothing.
std::optional<std::size_t> find_date_line_at_end(std::string_view line);

// What scrapers put before the first sentence: " date 2023-06-21 Dunmore Herald - ".
std::optional<PublishedMatch> match_scraped_prefix(std::string_view text);

}  // namespace sayso
