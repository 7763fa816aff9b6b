#include "ingest/text/date_line.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string summary(const std::optional<PublishedMatch>& match) {
  if (!match) return "none";
  const auto iso = [](const std::optional<CalendarDate>& date) {
    return date ? to_iso(*date, std::nullopt).value_or("?") : "-";
  };
  return iso(match->published) + " " + iso(match->updated) + " " + std::string(match->outlet);
}

struct Row {
  const char *line, *summary;
};

TEST(DateLine, ReadsWholeLines) {
  for (const Row& row : {
           Row{"Published: 12 May 2021 Dunmore Herald", "2021-05-12 - Dunmore Herald"},
           {"Published: 12 May 2021 Outlet", "2021-05-12 - Outlet"},
           {"Posted: Friday, June 26, 2015 1:11 PM EDT Updated: Friday, August 7, 2015",
            "2015-06-26 2015-08-07 "},
           {"Xinhua | Updated: 2017-09-15 21:45", "- 2017-09-15 Xinhua"},
           {"3 July 2013 Last updated at 13:38 GMT", "2013-07-03 - "},
           {"Thursday, Apr 2, 2009 | Updated 1:32 PM PDT", "2009-04-02 - "},
           {"MAR. 14, 2013, 8:12 PM", "2013-03-14 - "},
           {"Published: Sunday, 5/29/2016 - Updated: 2 hours ago", "2016-05-29 - "},
           {"Updated: 2016-07-15 06:50 (Xinhua)", "- 2016-07-15 Xinhua"},
           {"date 2023-06-21", "2023-06-21 - "},
           {"Updated at 9:50 p.m. ET Thursday", "- - "},
       }) {
    EXPECT_EQ(summary(match_date_line(row.line)), row.summary) << row.line;
  }
}

TEST(DateLine, LeavesProseAlone) {
  for (const char* line :
       {"On May 3, 2020 the town was empty.", "May 3", "May 3 in Korva", "Monday", "2020", "Update",
        "Posted by Ann Example", "May 3, 2020 was a Sunday", "", "Korva, May 3, 2020",
        "12 May 2021 Minister Resigns"}) {
    EXPECT_EQ(summary(match_date_line(line)), "none") << line;
  }
}

TEST(DateLine, IsFoundBehindATitle) {
  EXPECT_EQ(find_date_line_at_end("Bridge closed Posted: May 3, 2020 1:11 PM"), 14U);
  EXPECT_EQ(find_date_line_at_end("Bridge closed, police said: May 3, 2020"), std::nullopt);
  EXPECT_EQ(find_date_line_at_end("Updated: May 3, 2020"), std::nullopt);
}

TEST(DateLine, ReadsWhatScrapersPutBeforeTheText) {
  for (const Row& row : {
           Row{"date 2023-06-21 Dunmore Valley - The", "2023-06-21 - Dunmore Valley"},
           {"2023-06-21 Dunmore Herald - The", "2023-06-21 - Dunmore Herald"},
           {"Published: 12 May 2021 Reuters: The", "2021-05-12 - Reuters"},
           {"date 2023-06-21 the police - The", "none"},
           {"May 3, 2020 Korva - The", "none"},
           {"On May 3, 2020 Dunmore Herald - The", "none"},
           {"date 2023-06-21 Dunmore Herald reported", "none"},
           {"Date night: May 3", "none"},
       }) {
    EXPECT_EQ(summary(match_scraped_prefix(row.line)), row.summary) << row.line;
  }
}
}  // namespace
}  // namespace sayso
