// One report, read with each table of kernels: the same tags, names, trees and sayings.
#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <string>

#include "read/encode/full_reader.h"
#include "read/encode/testing_reader.h"
#include "read/segment/abbreviations.h"
#include "read/segment/segment.h"

namespace sayso {
namespace {
std::string in_words(const std::vector<TokenRange>& ranges) {
  std::string out;
  for (const TokenRange r : ranges) {
    out += ' ' + std::to_string(r.first) + '-' + std::to_string(r.last);
  }
  return out;
}

// All that the reader writes, a token or a saying a line; confidence to the bit.
std::string in_words(const Analysis& a) {
  std::string out;
  for (std::size_t t = 0; t < a.tokens.size(); ++t) {
    const Token& token = a.tokens[t];
    const Dependency& d = a.dependencies[t];
    out += std::to_string(token.sentence) + ' ' + std::string(to_text(token.tag)) + ' ' +
           std::to_string(static_cast<int>(token.name)) + (token.name_begins ? "! " : " ") +
           std::string(to_text(d.upos)) + ' ' + std::to_string(d.head) + ' ' +
           std::string(d.relation) + '\n';
  }
  for (const Saying& s : a.sayings) {
    out += in_words({s.cue}) + " |" + in_words(s.source) + " |" + in_words(s.content) + " | " +
           std::to_string(std::bit_cast<std::uint32_t>(s.confidence)) + '\n';
  }
  return out;
}

std::string read_with(const std::string& model, const char* kernels, const std::string& text) {
  setenv("SAYSO_KERNELS", kernels, 1);
  const auto reader = FullReader::in(std::move(*ModelFile::in(model)));
  unsetenv("SAYSO_KERNELS");
  EXPECT_TRUE(reader) << kernels;
  const Abbreviations abbreviations = std::move(*Abbreviations::load());
  Report report;
  report.text = text;
  Analysis analysis;
  segment(report, abbreviations, analysis);
  reader->read(report, analysis);
  return in_words(analysis);
}

TEST(Reading, IsTheSameWithEveryKernel) {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text += "The ferry left Vellin at " + std::to_string(i) + ", Rhea Soto told the council. ";
    text += "“Nobody was hurt,” she said; a clerk denied it\n";
  }
  for (std::uint32_t seed = 1; seed <= 3; ++seed) {
    const std::string model = tiny_reader({.seed = seed});
    const std::string expected = read_with(model, "portable", text);
    EXPECT_NE(expected.find('|'), std::string::npos) << "no sayings to compare";
    for (const Kernels* kernels : supported_kernels()) {
      EXPECT_EQ(read_with(model, kernels->name, text), expected) << kernels->name;
    }
  }
}

TEST(Reading, FailsWithKernelsThatAreNone) {
  const std::string model = tiny_reader();
  setenv("SAYSO_KERNELS", "abacus", 1);
  const auto reader = FullReader::in(std::move(*ModelFile::in(model)));
  unsetenv("SAYSO_KERNELS");
  ASSERT_FALSE(reader);
  EXPECT_NE(reader.error().message.find("'abacus'"), std::string::npos) << reader.error().message;
}
}  // namespace
}  // namespace sayso
