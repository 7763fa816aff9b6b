#include "ingest/text/byline.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
std::string summary(const std::optional<BylineMatch>& match) {
  if (!match) return "none";
  std::string out;
  for (const auto name : match->names) out += std::string(name) + "; ";
  out += "| " + std::string(match->outlet);
  if (match->published) out += " | " + to_iso(*match->published, std::nullopt).value_or("?");
  return out;
}

struct Row {
  const char *line, *summary;
};

TEST(Byline, ReadsWholeLines) {
  for (const Row& row : {
           Row{"By Ann Example", "Ann Example; | "},
           {"By ANN EXAMPLE and BOB SAMPLE", "ANN EXAMPLE; BOB SAMPLE; | "},
           {"By Ann Example, Bob Sample and Cem de Test",
            "Ann Example; Bob Sample; Cem de Test; | "},
           {"By Ann Example, Staff Writer", "Ann Example; | "},
           {"By Ann B. Example, Associated Press", "Ann B. Example; | Associated Press"},
           {"by: Ann Example, Dunmore Herald", "Ann Example; | "},
           {"By Ann Example a.example@dunmore.example", "Ann Example; | "},
           {"By Ann Example on Tue 06/30/2015 04:48am", "Ann Example; |  | 2015-06-30"},
           {"By The Associated Press", "The Associated Press; | The Associated Press"},
           {"By ANN McGILLAssociated Press", "ANN McGILL; | Associated Press"},
           {"Ann Example | The Dunmore Herald | May 3, 2020",
            "Ann Example; | The Dunmore Herald | 2020-05-03"},
       }) {
    EXPECT_EQ(summary(match_byline(row.line)), row.summary) << row.line;
  }
}

TEST(Byline, LeavesProseAlone) {
  for (const char* line : {"By Monday the town was empty.", "By Monday", "By the river",
                           "By Ann Example's account, nobody came.", "By Land and Sea",
                           "By Ann Example the town was told.", "Bystanders Ann Example", "By",
                           "By May 3, Ann Example had left.", "Ann Example | Bob Sample",
                           "One | Two", "By Example", ""}) {
    EXPECT_EQ(summary(match_byline(line)), "none") << line;
  }
}

TEST(Byline, SplitsFromTheSentenceItRanInto) {
  struct RunOn {
    const char* text;
    std::size_t size;
  };
  for (const RunOn& row : {RunOn{"By Ann Example, Staff WriterThe minister said", 28},
                           {"By Ann ExampleThe minister said", 14},
                           {"By Ann Example and Bob SampleThe minister", 29},
                           {"By Ann Example The minister said", 0},
                           {"By Ann McGill the minister", 0},
                           {"By Ann DeVosse and the minister", 0},
                           {"By Monday theMinister", 0}}) {
    const auto match = match_run_on_byline(row.text);
    EXPECT_EQ(match ? match->size : 0, row.size) << row.text;
  }
}
}  // namespace
}  // namespace sayso
