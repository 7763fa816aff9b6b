#include "ingest/text/dateline.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
// "rule | what it covers | place | source"
std::string summary(std::string_view text, DatelineContext context = {}) {
  const auto match = match_dateline(text, context);
  if (!match) return "none";
  return std::string(match->made_by) + " | " + std::string(text.substr(0, match->size)) + " | " +
         std::string(match->place) + " | " + std::string(match->source);
}

struct Row {
  const char *text, *summary;
};

TEST(Dateline, ReadsTheFormsThatAgenciesUse) {
  for (const Row& row : {
           Row{"KORVA, 12 JAN 90 (EFE) -- The river rose",
               "dateline.place_date_source | KORVA, 12 JAN 90 (EFE) -- | KORVA | EFE"},
           {"KORVA, Jun 29 (MNA) \xE2\x80\x93 Two",
            "dateline.place_date_source | KORVA, Jun 29 (MNA) \xE2\x80\x93 | KORVA | MNA"},
           {"KORVA, March 3 (AP) _ Two",
            "dateline.place_date_source | KORVA, March 3 (AP) _ | KORVA | AP"},
           {"SAN TELMO (MARESIA), 3 MAY 90 (RADIO\nALTURA) -- Two",
            "dateline.place_date_source | SAN TELMO (MARESIA), 3 MAY 90 (RADIO\nALTURA) -- | SAN "
            "TELMO "
            "(MARESIA) | RADIO\nALTURA"},
           {"Korva, June 29, IRNA - Two",
            "dateline.place_date_source | Korva, June 29, IRNA - | Korva | IRNA"},
           {"KORVA, June 29. /TASS/. Two",
            "dateline.place_date_source | KORVA, June 29. /TASS/. | KORVA | TASS"},
           {"Korva, Jun 29 (PTI) Two",
            "dateline.place_date_source | Korva, Jun 29 (PTI) | Korva | PTI"},
           {"Korva [Maresia], June 29 (ANI): Two",
            "dateline.place_date_source | Korva [Maresia], June 29 (ANI): | Korva [Maresia] | ANI"},
           {"KORVA (Reuters) - Two", "dateline.place_source | KORVA (Reuters) - | KORVA | Reuters"},
           {"KORVA (WXYZ) - Two", "dateline.place_source | KORVA (WXYZ) - | KORVA | WXYZ"},
           {"Dunmore, Ky. (Valley Network) - Two",
            "dateline.place_source | Dunmore, Ky. (Valley Network) - | Dunmore, Ky. | Valley "
            "Network"},
           {"KORVA/SAN TELMO (Reuters) - Two",
            "dateline.place_source | KORVA/SAN TELMO (Reuters) - | KORVA/SAN TELMO | Reuters"},
           {"Korva, SANA- Two", "dateline.place_bare_source | Korva, SANA- | Korva | SANA"},
           {"(Reuters) - Two", "dateline.source | (Reuters) - |  | Reuters"},
           {"(CNN) The", "dateline.source | (CNN) |  | CNN"},
           {"KORVA, May 3 -- Two", "dateline.place_date | KORVA, May 3 -- | KORVA | "},
           {"Dunmore, Ky. (May 3, 2020) - Two",
            "dateline.place_date | Dunmore, Ky. (May 3, 2020) - | Dunmore, Ky. | "},
           {"KORVA \xE2\x80\x94 Two", "dateline.upper_place | KORVA \xE2\x80\x94 | KORVA | "},
           {"DUNMORE, N.Y. -\n\nTwo", "dateline.upper_place | DUNMORE, N.Y. - | DUNMORE, N.Y. | "},
           {"Washington -- The minister", "dateline.known_place | Washington -- | Washington | "},
       }) {
    EXPECT_EQ(summary(row.text), row.summary) << row.text;
  }
}

TEST(Dateline, LeavesProseAlone) {
  for (const char* text : {
           "On May 3 the police - who came late - left.",
           "On Tuesday, May 3 - the police left.",
           "The police - Two officers and a dog - left.",
           "Korva - The mayor left.",
           "Ann Example \xE2\x80\x94 The mayor \xE2\x80\x94 left.",
           "UPDATE - The mayor left.",
           "FILE - In this May 3, 2020, photo",
           "BREAKING: The mayor left.",
           "Valley Machine Devices (VMD) - The company",
           "VMD (Valley Machine Devices) - The company",
           "Valley Machine Works (VMD) said",
           "KORVA - the town by the river - is empty.",
           "KORVA",
           "KORVA, a town",
           "Q - Why did you go?",
           "Korva, May 3, 2020",
           "(FDA) The agency",
           "(a) The first",
           "-- Two",
           "",
       }) {
    EXPECT_EQ(summary(text), "none") << text;
  }
}

TEST(Dateline, NeedsMoreThanAPlaceInCapitalsWhenAllIsInCapitals) {
  const DatelineContext capitals{.all_capitals = true};
  EXPECT_EQ(summary("THE ARMY - TWO BATTALIONS", capitals), "none");
  EXPECT_EQ(summary("KORVA - TWO BATTALIONS", capitals), "none");
  EXPECT_EQ(summary("KORVA, 12 JAN 90 -- [TEXT] TWO", capitals),
            "dateline.place_date | KORVA, 12 JAN 90 -- | KORVA | ");
  EXPECT_EQ(summary("KORVA (MARESIA), 12 JAN 90 -- TWO", capitals),
            "dateline.place_date | KORVA (MARESIA), 12 JAN 90 -- | KORVA (MARESIA) | ");
  EXPECT_EQ(summary("KORVA, NO DATE (EFE) -- TWO", capitals),
            "dateline.place_date_source | KORVA, NO DATE (EFE) -- | KORVA | EFE");
}

TEST(Dateline, TakesOnlyCertainOnesOnceProseBegan) {
  const DatelineContext later{.prose_began = true};
  EXPECT_EQ(summary("(Reuters) - Two", later), "none");
  EXPECT_EQ(summary("Washington -- Two", later), "none");
  EXPECT_NE(summary("KORVA, May 3 (AP) -- Two", later), "none");
}

TEST(Dateline, CoversTheHeadersOfMonitoringServices) {
  EXPECT_EQ(match_bracketed_headers(" [TEXT] THE ARMY"), 7U);
  EXPECT_EQ(match_bracketed_headers("[REPORT] [PRESS\nOFFICE] [TEXT] THE"), 30U);
  for (const char* text : {"[sic] The army", "[ARMY] THE", "[TEXT THE", "TEXT", "[the] text"}) {
    EXPECT_EQ(match_bracketed_headers(text), 0U) << text;
  }
}
}  // namespace
}  // namespace sayso
