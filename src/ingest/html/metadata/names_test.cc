#include "ingest/html/metadata/names.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string cleaned(std::string_view raw) {
  std::string all;
  for (const std::string& name : clean_names(raw)) all += (all.empty() ? "" : "; ") + name;
  return all;
}

TEST(Names, AreCutOutOfBylines) {
  struct Row {
    const char *raw, *names;
  };
  for (const Row& row : {
           Row{"Ann Example", "Ann Example"},
           Row{"By Ann Example and Bob Sample, Staff Reporter", "Ann Example; Bob Sample"},
           Row{"Von Ann Example und Çem Örnek", "Ann Example; Çem Örnek"},
           Row{"Par Ann Example, Bob Sample et Jean-Luc Modèle",
               "Ann Example; Bob Sample; Jean-Luc Modèle"},
           Row{"Ann Example (dpa)", "Ann Example"},
           Row{"Ann Example - Sports Desk", "Ann Example"},
           Row{"Ann Example ann@herald.example", "Ann Example"},
           Row{"Ann Example, @annexample", "Ann Example"},
           Row{"Ann Example | May 3, 2020", "Ann Example"},
           Row{"Ann Example Redakteurin für Wirtschaft und Umwelt", "Ann Example"},
           Row{"Written by: Ann O'Hara Jr.", "Ann O'Hara Jr."},
           Row{"View all posts by Ann Example", "Ann Example"},
           Row{"Alle Artikel von Ann von der Muster", "Ann von der Muster"},
           Row{"Ann Example im Gespräch mit Bob Sample", "Ann Example; Bob Sample"},
           Row{"&Eacute;mile Exemple", "Émile Exemple"},
           Row{"https://www.facebook.example/ann", ""},
           Row{"", ""},
       }) {
    EXPECT_EQ(cleaned(row.raw), row.names) << row.raw;
  }
}

TEST(Names, OfPeopleAreTold) {
  for (const char* name : {"Ann Example", "Ann von der Muster", "Jean-Luc M. Modèle"}) {
    EXPECT_TRUE(is_person(name)) << name;
  }
  for (const char* name : {"Ann", "admin", "Read more", "Staff Reporter", "Top 10 Cities",
                           "Why Did It Rain?", "Share This Article With Your Friends Now"}) {
    EXPECT_FALSE(is_person(name)) << name;
  }
  EXPECT_TRUE(is_nameless("Redaktion"));
  EXPECT_FALSE(is_nameless("Ann Example"));
}

TEST(Names, FollowBylineCues) {
  EXPECT_EQ(match_byline_cue("By Ann Example"), 3U);
  EXPECT_EQ(match_byline_cue("Text: Ann Example"), 6U);
  EXPECT_EQ(match_byline_cue("Von"), 3U);
  EXPECT_EQ(match_byline_cue("Text messages are read"), 0U);
  EXPECT_EQ(match_byline_cue("Ann Example"), 0U);
}

TEST(Names, AreEqualWhateverTheirMarks) {
  EXPECT_EQ(fold_key("“It’s ÜBER” — ok!"), fold_key("\"Its über\" - OK"));
}
}  // namespace
}  // namespace sayso
