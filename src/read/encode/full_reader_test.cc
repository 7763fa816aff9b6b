#include "read/encode/full_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "read/encode/testing_reader.h"
#include "read/segment/abbreviations.h"
#include "read/segment/segment.h"

namespace sayso {
namespace {
const FullReader& reader() {
  static const std::string file = tiny_reader();
  static const FullReader loaded = std::move(*FullReader::in(std::move(*ModelFile::in(file))));
  return loaded;
}

Analysis read(const std::string& text) {
  static const Abbreviations abbreviations = std::move(*Abbreviations::load());
  Report report;
  report.text = text;
  Analysis analysis;
  segment(report, abbreviations, analysis);
  reader().read(report, analysis);
  return analysis;
}

void expect_sound(const Analysis& a) {
  ASSERT_EQ(a.dependencies.size(), a.tokens.size());
  TokenIndex next = 0;
  for (std::size_t i = 0; i < a.sentences.size(); ++i) {
    const Sentence& s = a.sentences[i];
    ASSERT_EQ(s.tokens.first, next);
    next = s.tokens.last;
    std::size_t roots = 0;
    for (TokenIndex t = s.tokens.first; t < s.tokens.last; ++t) {
      EXPECT_EQ(a.tokens[t].sentence, i);
      const Dependency& d = a.dependencies[t];
      ASSERT_TRUE(s.tokens.contains(d.head));
      roots += d.head == t ? 1U : 0U;
      EXPECT_EQ(d.head == t, d.relation == "root");
      TokenIndex at = t;
      for (std::size_t steps = 0; a.dependencies[at].head != at; ++steps) {
        ASSERT_LE(steps, s.tokens.size()) << "a cycle";
        at = a.dependencies[at].head;
      }
    }
    EXPECT_EQ(roots, 1U);
  }
  EXPECT_EQ(next, a.tokens.size());
  for (const Saying& saying : a.sayings) {
    EXPECT_FALSE(saying.cue.empty());
    EXPECT_FALSE(saying.content.empty());
    EXPECT_LE(saying.content.back().last, a.tokens.size());
  }
}

TEST(FullReader, GivesEverySentenceATree) {
  expect_sound(
      read("Rhea Soto spoke to the council on Monday. “We saw smoke,” she said.\n\n"
           "The ferry had left.\nNobody was hurt"));
}

TEST(FullReader, ReadsTextWithoutWords) {
  expect_sound(read(""));
  expect_sound(read(" \n\n\t "));
  expect_sound(read("."));
}

TEST(FullReader, ReadsSentencesLongerThanItsWindow) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "and so on ";
  expect_sound(read(text + "."));
}

TEST(FullReader, ReadsTheSameAgain) {
  const std::string text = "Gunmen raided Vellin, officials said. The army denied it.";
  const Analysis a = read(text);
  read("Something else altogether.");
  const Analysis b = read(text);
  ASSERT_EQ(a.tokens.size(), b.tokens.size());
  for (std::size_t t = 0; t < a.tokens.size(); ++t) {
    EXPECT_EQ(a.tokens[t].tag, b.tokens[t].tag);
    EXPECT_EQ(a.dependencies[t].head, b.dependencies[t].head);
    EXPECT_EQ(a.dependencies[t].relation, b.dependencies[t].relation);
  }
  EXPECT_EQ(a.sayings.size(), b.sayings.size());
}

TEST(FullReader, SaysWhatIsWrongWithAModel) {
  const TinyModel tiny;
  const std::string headless = tiny_model(tiny);
  const auto missing = FullReader::in(std::move(*ModelFile::in(headless)));
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::damaged_model);

  std::string foreign = tiny_reader();
  const std::size_t label = foreign.find("NOUN\nVERB");
  foreign.replace(label, 4, "NUON");
  seal(foreign);
  const auto wrong = FullReader::in(std::move(*ModelFile::in(foreign)));
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("upos"), std::string::npos);
}
}  // namespace
}  // namespace sayso
