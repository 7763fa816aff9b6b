#include "attribute/cue_lexicon.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "attribute/testing/scene.h"
#include "core/lexicon.h"
#include "core/resource.h"

namespace sayso {
namespace {
constexpr std::string_view kFile =
    "# a comment\n"
    "say\tverb\tsay\tqpc\t97\n"
    "call\tverb\tsay\tqn\t80\n"
    "call for\tverb\tdemand\tn\t80\n"
    "claim\tverb\tclaim\tqpc\t80\n"
    "claim\tnoun\tclaim\tcn\t30\n"
    "according to\tpreposition\tsay\tpcn\t90\n"
    "afraid\tadjective\tbelieve\tct\t30\n";

std::string found(std::string_view marked_words) {
  const CueLexicon lexicon(kFile);
  const TaggedScene s = scene(marked_words);
  std::string out;
  for (TokenIndex i = 0; i < s.analysis.tokens.size(); ++i) {
    const auto hit = lexicon.find(s.analysis, i, s.analysis.sentences.back().tokens.last);
    if (!hit) continue;
    out += s.words(hit->phrase) + "/" + std::string(to_text(hit->row->act)) + " ";
  }
  return out;
}

TEST(CueLexicon, FindsTheLongestPhraseThatATagAllows) {
  struct Row {
    const char *words, *found;
  };
  for (const Row& row : {
           Row{"They/PRP said/VBD/say so/RB", "said/say "},
           Row{"They/PRP called/VBD/call for/IN calm/NN", "called for/demand "},
           Row{"They/PRP called/VBD/call it/PRP wrong/JJ", "called/say "},
           Row{"according/VBG/accord to/IN Rhea/NNP", "according to/say "},
           Row{"the/DT claim/NN", "claim/claim "},
           Row{"he/PRP is/VBZ/be afraid/JJ", "afraid/believe "},
           Row{"the/DT call/NN", ""},
           Row{"say/NN", ""},
           Row{"They/PRP left/VBD/leave", ""},
       }) {
    EXPECT_EQ(found(row.words), row.found) << row.words;
  }
}

TEST(CueLexicon, HoldsWhatItsFileSays) {
  const CueLexicon lexicon(kFile);
  const TaggedScene s = scene("He/PRP claims/VBZ/claim");
  const auto hit = lexicon.find(s.analysis, 1, 2);
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->row->takes, kTakesQuotation | kMayFollow | kTakesClause);
  EXPECT_EQ(hit->row->reliability, 80);
}

TEST(CueLexicon, OfTheProgramIsWellFormed) {
  const std::set<std::string_view> kinds = {"verb", "noun", "adjective", "adverb", "preposition"};
  std::set<std::string> seen;
  for (const auto& fields : lexicon_rows(resource("lexicons/cues.tsv"))) {
    ASSERT_EQ(fields.size(), 5U) << fields[0];
    EXPECT_TRUE(kinds.contains(fields[1])) << fields[0];
    EXPECT_TRUE(parse_act(fields[2])) << fields[0];
    EXPECT_EQ(fields[3].find_first_not_of("qpctn-"), std::string_view::npos) << fields[0];
    EXPECT_TRUE(seen.insert(std::string(fields[0]) + '/' + std::string(fields[1])).second)
        << fields[0] << " stands there twice";
  }
}
}  // namespace
}  // namespace sayso
