#include "core/reading_json.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "core/testing/analysis_builder.h"
#include "core/utf8.h"

namespace sayso {
namespace {

// A small reading with a name outside ASCII before everything else, so that bytes and code points
// differ: "Manëz police said one died".
Reading small_reading() {
  BuiltAnalysis built = build_analysis("Manëz/NNP police/NNS said/VBD one/CD died/VBD");
  Reading reading{.report = std::move(built.report), .analysis = std::move(built.analysis)};
  Analysis& analysis = reading.analysis;
  analysis.mentions = {{.span = {0, 13}, .tokens = {0, 2}, .head = 1}};
  analysis.entities = {{.type = EntityType::organization, .name = "Manëz police", .mentions = {0}}};
  reading.attributions = {
      {.source = {{0, 13}}, .cue = {{14, 18}}, .content = {{19, 27}}, .source_entity = 0}};
  reading.values.quantities = {{.span = {19, 22}, .min = 1, .max = 1}};
  reading.events = {
      {.type = EventType::assault,
       .trigger = {23, 27},
       .casualties = {{.effect = Effect::killed, .quantity = 0, .evidence = {19, 27}}},
       .voice = {0},
       .evidence = {19, 27}}};
  return reading;
}

TEST(ReadingJson, CountsCodePointsNotBytes) {
  std::string out;
  to_json(small_reading(), out);
  EXPECT_NE(out.find(R"("source":[[0,12]],"cue":[[13,17]],"content":[[18,26]])"), std::string::npos)
      << out;
  EXPECT_NE(out.find(R"("trigger":[22,26])"), std::string::npos) << out;
}

TEST(ReadingJson, RefersByIdsThatCountFromOne) {
  std::string out;
  to_json(small_reading(), out);
  EXPECT_NE(out.find(R"("source_entity":"e1")"), std::string::npos);
  EXPECT_NE(out.find(R"("voice":["a1"])"), std::string::npos);
  EXPECT_NE(out.find(R"("quantity":"q1")"), std::string::npos);
}

TEST(ReadingJson, IsTheSameValueWhenPretty) {
  std::string compact;
  std::string pretty;
  to_json(small_reading(), compact);
  to_json(small_reading(), pretty, {.pretty = true});
  EXPECT_EQ(compact.find('\n'), std::string::npos);
  EXPECT_GT(pretty.size(), compact.size());
  simdjson::dom::parser parser;
  const std::string minified = simdjson::minify(parser.parse(pretty));
  EXPECT_EQ(minified, simdjson::minify(parser.parse(compact)));
}

TEST(ReadingJson, HoldsTokensForThoseWhoAsk) {
  Reading reading = small_reading();
  std::string without;
  to_json(reading, without);
  EXPECT_EQ(without.find(R"("tokens")"), std::string::npos) << without;

  reading.analysis.tokens[0].name = NameKind::place;
  reading.analysis.tokens[0].name_begins = true;
  std::string fast;
  to_json(reading, fast, {.tokens = true});
  EXPECT_NE(fast.find(R"("kind":"prose","tokens":[{"span":[0,5],"tag":"NNP","lemma":"Manëz",)"
                      R"("name":"B-place","upos":null,"head":null,"relation":null},)"
                      R"({"span":[6,12],"tag":"NNS","lemma":"police","name":null,)"),
            std::string::npos)
      << fast;

  reading.analysis.dependencies = {{Upos::PROPN, 1, "compound"},
                                   {Upos::NOUN, 2, "nsubj"},
                                   {Upos::VERB, 2, "root"},
                                   {Upos::NUM, 4, "nsubj"},
                                   {Upos::VERB, 2, "ccomp"}};
  std::string full;
  to_json(reading, full, {.tokens = true});
  EXPECT_NE(full.find(R"("name":"B-place","upos":"PROPN","head":2,"relation":"compound"})"),
            std::string::npos)
      << full;
  EXPECT_NE(full.find(R"("upos":"VERB","head":0,"relation":"root"})"), std::string::npos) << full;
}

TEST(ReadingJson, CountsHeadsFromTheirSentence) {
  BuiltAnalysis built = build_analysis("One/CD died/VBD\nTwo/CD fled/VBD");
  built.analysis.dependencies = {{Upos::NUM, 1, "nsubj"},
                                 {Upos::VERB, 1, "root"},
                                 {Upos::NUM, 3, "nsubj"},
                                 {Upos::VERB, 3, "root"}};
  std::string out;
  to_json(Reading{.report = std::move(built.report), .analysis = std::move(built.analysis)}, out,
          {.tokens = true});
  EXPECT_NE(out.find(R"("lemma":"two","name":null,"upos":"NUM","head":2,"relation":"nsubj"})"),
            std::string::npos)
      << out;
}

// Spellings are stored up to a number of bytes, which may fall inside a letter.
TEST(ReadingJson, IsUtf8WhereALemmaIsCut) {
  for (std::string word : {"x", "xx", "xxx"}) {
    while (word.size() < 300) word += "\u20AC";
    BuiltAnalysis built = build_analysis(word);
    std::string out;
    to_json(Reading{.report = std::move(built.report), .analysis = std::move(built.analysis)}, out,
            {.tokens = true});
    EXPECT_FALSE(find_invalid_utf8(out)) << word;
  }
}

TEST(ReadingJson, SaysWhereTheReportWasFound) {
  Report report = small_reading().report;
  report.sha256 = "aa";
  std::string text;
  to_json(report, text);
  EXPECT_NE(text.find(R"("sha256":"aa","source":null},"text":)"), std::string::npos) << text;
  report.media_type = "text/html";
  std::string plain;
  to_json(report, plain);
  EXPECT_NE(
      plain.find(
          R"("source":{"media_type":"text/html","file":null,"offset":null,"sha256":"aa"}},"text":)"),
      std::string::npos)
      << plain;
  report.source = {
      .media_type = "application/warc", .file = "a.warc", .offset = 4711, .sha256 = "bb"};
  std::string archived;
  to_json(report, archived);
  EXPECT_NE(
      archived.find(
          R"("source":{"media_type":"application/warc","file":"a.warc","offset":4711,"sha256":"bb"})"),
      std::string::npos)
      << archived;
}

TEST(ReadingJson, GivesARefusalItsReason) {
  std::string out;
  to_json(Error{ErrorKind::not_text, "cannot read a.bin: it is not text"}, "a.bin", out);
  EXPECT_EQ(out, R"({"schema":"sayso.reading/1","report":{"id":"a.bin"},)"
                 R"("error":{"kind":"not_text","message":"cannot read a.bin: it is not text"}})");
}

}  // namespace
}  // namespace sayso
