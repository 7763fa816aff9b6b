#include "core/conllu.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/testing/analysis_builder.h"

namespace sayso {
namespace {

std::string conllu_of(BuiltAnalysis built) {
  std::string out;
  to_conllu(Reading{.report = std::move(built.report), .analysis = std::move(built.analysis)}, out);
  return out;
}

// One sentence of one token, which covers all of `text`.
std::string conllu_of_token(const std::string& text) {
  BuiltAnalysis built = build_analysis("x");
  built.report.text = text;
  built.analysis.tokens[0].span.end = static_cast<std::uint32_t>(text.size());
  return conllu_of(std::move(built));
}

TEST(Conllu, LeavesOpenWhatTheReaderDoesNotKnow) {
  BuiltAnalysis built =
      build_analysis("Manëz/NNP police/NNS said/VBD/say ./.\nThey/PRP left/VBD/leave");
  built.analysis.tokens[0].name = built.analysis.tokens[1].name = NameKind::organization;
  built.analysis.tokens[0].name_begins = true;
  EXPECT_EQ(conllu_of(std::move(built)),
            "# newdoc id = test\n"
            "# newpar\n"
            "# sent_id = test-1\n"
            "# text = Manëz police said.\n"
            "1\tManëz\tManëz\t_\tNNP\t_\t_\t_\t_\tName=B-organization|Offset=0:5\n"
            "2\tpolice\tpolice\t_\tNNS\t_\t_\t_\t_\tName=I-organization|Offset=6:12\n"
            "3\tsaid\tsay\t_\tVBD\t_\t_\t_\t_\tOffset=13:17|SpaceAfter=No\n"
            "4\t.\t.\t_\t.\t_\t_\t_\t_\tOffset=17:18\n"
            "\n"
            "# newpar\n"
            "# sent_id = test-2\n"
            "# text = They left\n"
            "1\tThey\tthey\t_\tPRP\t_\t_\t_\t_\tOffset=19:23\n"
            "2\tleft\tleave\t_\tVBD\t_\t_\t_\t_\tOffset=24:28\n"
            "\n");
}

TEST(Conllu, CountsHeadsFromTheirSentence) {
  BuiltAnalysis built = build_analysis("Fine/JJ\nThey/PRP left/VBD/leave");
  built.analysis.dependencies = {
      {Upos::ADJ, 0, "root"}, {Upos::PRON, 2, "nsubj"}, {Upos::VERB, 2, "root"}};
  const std::string out = conllu_of(std::move(built));
  EXPECT_NE(out.find("1\tFine\tfine\tADJ\tJJ\t_\t0\troot\t_\t"), std::string::npos) << out;
  EXPECT_NE(out.find("1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t"), std::string::npos) << out;
  EXPECT_NE(out.find("2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t"), std::string::npos) << out;
}

TEST(Conllu, BeginsAParagraphOnce) {
  BuiltAnalysis built = build_analysis("One\nTwo\nThree");
  built.analysis.sentences[1].paragraph = 0;
  const std::string out = conllu_of(std::move(built));
  EXPECT_NE(out.find("\n\n# sent_id = test-2\n"), std::string::npos) << out;
  EXPECT_NE(out.find("\n\n# newpar\n# sent_id = test-3\n"), std::string::npos) << out;
}

TEST(Conllu, IsEmptyWithoutTokens) {
  EXPECT_EQ(conllu_of({}), "");
  BuiltAnalysis built;
  built.analysis.sentences.resize(2);
  EXPECT_EQ(conllu_of(std::move(built)), "");
}

TEST(Conllu, MakesAColumnOfAnyToken) {
  struct Row {
    const char *token, *form;
  };
  for (const Row& row : std::vector<Row>{{"2\u00A0000", "2 000"},
                                         {"a\t\r\n\u2028b", "a b"},
                                         {"\u3000 a\v", "a"},
                                         {"a\x01\x7F\u0085\x1F"
                                          "b",
                                          "a b"},
                                         {"\t", "_"},
                                         {"_", "_"},
                                         {"#1", "#1"},
                                         {"a\u200Bb", "a\u200Bb"},
                                         {"e\u0301", "é"},
                                         {"\u212B", "Å"},
                                         {"q\u0307\u0323", "q\u0323\u0307"}}) {
    const std::string out = conllu_of_token(row.token);
    EXPECT_NE(out.find("\n# text = " + std::string(row.form) + "\n1\t" + row.form + "\tx\t_\tNN\t"),
              std::string::npos)
        << out;
  }
}

TEST(Conllu, KeepsApartTokensThatWouldCompose) {
  BuiltAnalysis built = build_analysis("e \u0301");
  built.report.text = "e\u0301";
  built.analysis.tokens[1].span = {1, 3};
  const std::string out = conllu_of(std::move(built));
  EXPECT_NE(out.find("# text = e\u034F\u0301\n1\te\t"), std::string::npos) << out;
  EXPECT_NE(out.find("\n2\t\u034F\u0301\t"), std::string::npos) << out;
}

TEST(Conllu, ComposesManyMarksInLinearTime) {
  std::string text = "a";
  for (int i = 0; i < 200'000; ++i) text += "\u0301";
  for (int i = 0; i < 200'000; ++i) text += "\u0316";
  EXPECT_GT(conllu_of_token(text).size(), text.size());
}

TEST(Conllu, WritesIdsThatMayStandThere) {
  struct Row {
    const char *id, *newdoc, *sentence;
  };
  for (const Row& row : {Row{"a b/c%.txt", " id = a b/c%.txt", "a%20b%2Fc%25.txt-1"},
                         Row{"a\n1\tb", " id = a 1 b", "a%201%20b-1"}, Row{" ", "", "1"}}) {
    BuiltAnalysis built = build_analysis("x");
    built.report.id = row.id;
    const std::string out = conllu_of(std::move(built));
    EXPECT_TRUE(out.starts_with(std::string("# newdoc") + row.newdoc +
                                "\n# newpar\n# sent_id = " + row.sentence + "\n"))
        << out;
  }
}

}  // namespace
}  // namespace sayso
