// The tokens of reports: in the JSON, and as CoNLL-U.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>

#include "program.h"

namespace sayso::testing {
namespace {
const std::string kSample = std::string(SAYSO_SOURCE_DIR) + "/examples/reports/dravica.txt";

std::string times(std::size_t n, const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i) out += text;
  return out;
}

std::vector<std::string> split(const std::string& line, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(line);
  for (std::string part; std::getline(stream, part, at);) parts.push_back(part);
  return parts;
}

bool has_blank(const std::string& column) { return has(column, " "); }

// Blanks only inside a column, one at a time; the other white space and control characters never.
bool is_column(const std::string& column) {
  if (column.empty() || column.front() == ' ' || column.back() == ' ' || has(column, "  ")) {
    return false;
  }
  for (const char* wide : {"\u00A0", "\u0085", "\u2003", "\u2028", "\u2029", "\u3000"}) {
    if (has(column, wide)) return false;
  }
  return std::none_of(column.begin(), column.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// What is wrong with a sentence's block, by level 1 of the Universal Dependencies' validator and
// by its rule that the text is what the forms make.
std::string fault_of(const std::vector<std::string>& block) {
  std::string text;
  std::string of_forms;
  std::size_t words = 0;
  for (const std::string& line : block) {
    if (line.starts_with('#')) {
      if (words != 0) return "a comment between words";
      if (!is_column(line)) return "white space in a comment";
      if (line.starts_with("# text = ")) text = line.substr(9);
      continue;
    }
    const auto columns = split(line, '\t');
    if (columns.size() != 10) return "not ten columns: " + line;
    if (columns[0] != std::to_string(++words)) return "not in sequence: " + line;
    if (!std::all_of(columns.begin(), columns.end(), is_column)) return "white space: " + line;
    for (const std::size_t i : {0U, 3U, 4U, 5U, 6U, 7U, 8U}) {
      if (has_blank(columns[i])) return "white space: " + line;
    }
    of_forms += columns[1] + (has(columns[9], "SpaceAfter=No") ? "" : " ");
  }
  if (words == 0) return "no words";
  if (of_forms.ends_with(' ')) of_forms.pop_back();
  return of_forms == text ? "" : "the forms make '" + of_forms + "', not '" + text + "'";
}

// The blocks between empty lines, each found right.
std::vector<std::vector<std::string>> expect_conllu(const char* what, const std::string& out) {
  std::vector<std::vector<std::string>> blocks;
  std::vector<std::string> block;
  for (const std::string& line : split(out, '\n')) {
    if (!line.empty()) {
      block.push_back(line);
      continue;
    }
    EXPECT_EQ(fault_of(block), "") << what;
    blocks.push_back(std::exchange(block, {}));
  }
  EXPECT_TRUE(block.empty()) << what << ": no empty line at the end";
  return blocks;
}

TEST(Conllu, HoldsEverySentence) {
  const Outcome ran = run_sayso({"read", "--format", "conllu", kSample, kSample});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  const auto blocks = expect_conllu("two reports", ran.out);
  ASSERT_GE(blocks.size(), 10U);
  EXPECT_EQ(blocks[0][0], "# newdoc id = dravica.txt");
  EXPECT_EQ(blocks[0][1], "# newpar");
  EXPECT_EQ(blocks[0][2], "# sent_id = dravica.txt-1");
  EXPECT_EQ(blocks[blocks.size() / 2][0], "# newdoc id = dravica.txt");
  EXPECT_TRUE(has(ran.out, "Name=B-place")) << ran.out;
}

TEST(Conllu, IsLegalForAnyText) {
  const std::string said = " Police said that two people had died in the town on Tuesday.\n";
  std::string controls;
  for (char c = 1; c < 0x20; ++c) controls += "Police" + std::string(1, c) + said;
  struct Row {
    const char* what;
    std::string text;
  };
  for (const Row& row :
       {Row{"tabs", "Police\tsaid\t\ttwo\t people\tdied.\t"},
        Row{"lines", "Police\r\nsaid\rtwo\r\r\npeople\n\n\ndied."},
        Row{"wide blanks",
            "Police\u00A0said 2\u00A0000 \u2003 1\u202F000\u3000died\u2028yes\u2029no."},
        Row{"controls", controls}, Row{"zeros", "Police" + std::string(3, '\0') + "said."},
        Row{"nothing shown", "Po\u00ADlice\u200B \u200B said\uFEFF \u2060 \u200E."},
        Row{"lone marks", "\u0301 \u0301\u0316 =\u0338 1\u20E3 ."},
        Row{"hashes", "# text = no\n# 1\n#\n1\tPolice\tsaid"},
        Row{"marks", "_ _ | = \" ''' --- ..."},
        Row{"pictures",
            "\U0001F468\u200D\U0001F469\u200D\U0001F467 died :-) <b> http://a.example/_"},
        Row{"one word", std::string(300'000, 'x')},
        Row{"wide word", times(100'000, "\u20AC\u00E9")}}) {
    std::string input = said;
    input.append(row.text).append(said);
    const Outcome ran = run_sayso({"read", "--format", "conllu", "-"}, input);
    EXPECT_EQ(ran.status, 0) << row.what << ran.err;
    EXPECT_GE(expect_conllu(row.what, ran.out).size(), 1U) << row.what;
  }
}

TEST(Conllu, LeavesARefusalToStandardError) {
  const Outcome ran = run_sayso(
      {"read", "--format", "conllu", "-"},
      "{\"id\":\"1\",\"text\":\"One died.\"}\ndamaged\n{\"id\":\"2\",\"text\":\"Two died.\"}\n");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
  const auto blocks = expect_conllu("a refusal", ran.out);
  ASSERT_EQ(blocks.size(), 2U) << ran.out;
  EXPECT_EQ(blocks[1][0], "# newdoc id = 2");
}

TEST(Conllu, IsNothingForAnEmptyText) {
  const Outcome ran = run_sayso({"read", "--format", "conllu", "-"}, " \n");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "");
}

TEST(Layers, AddTokensToTheJson) {
  const Outcome without = run_sayso({"read", kSample});
  EXPECT_FALSE(has(without.out, "\"tokens\":"));
  const Outcome with = run_sayso({"read", "--layers", "tokens", kSample});
  EXPECT_EQ(with.status, 0) << with.err;
  EXPECT_TRUE(has(with.out, ",\"tokens\":[{\"span\":[")) << with.out;
  EXPECT_TRUE(has(with.out, "\"name\":\"B-place\"")) << with.out;
  EXPECT_EQ(run_sayso({"read", "--layers=tokens,tokens", "--format", "json", kSample}).out,
            with.out);
}

TEST(Layers, AreInTheSchema) {
  const Folder folder;
  const std::string wrapped =
      folder.file("sayso", std::string("#!/bin/sh\nshift\nexec ") + SAYSO_PROGRAM +
                               " read --layers tokens \"$@\"\n");
  ASSERT_EQ(chmod(wrapped.c_str(), 0700), 0);
  const std::string source = SAYSO_SOURCE_DIR;
  EXPECT_EQ(std::system(("python3 " + source + "/tests/golden/validate.py " + wrapped + " " +
                         source + "/docs/reading.schema.json " + source + "/examples/reports")
                            .c_str()),
            0);
}

TEST(Layers, AreChosenByNameAndOnlyForJson) {
  struct Row {
    std::vector<std::string> arguments;
    const char* message;
  };
  for (const Row& row :
       {Row{{"read", "--layers", "token", "-"}, "'token' is none of tokens; did you mean tokens?"},
        Row{{"read", "--layers", "", "-"}, "'' is none of tokens"},
        Row{{"read", "--layers", "tokens,parse", "-"}, "'parse' is none of tokens"},
        Row{{"read", "--layers", "tokens", "--format", "html", "-"}, "--format is html"},
        Row{{"read", "-f", "conllu", "--layers", "tokens", "-"}, "--format is conllu"},
        Row{{"read", "--format", "conlu", "-"}, "did you mean conllu?"}}) {
    const Outcome ran = run_sayso(row.arguments, "One died.");
    EXPECT_EQ(ran.status, 2) << ran.out;
    EXPECT_EQ(lines(ran.err).size(), 1U) << ran.err;
    EXPECT_TRUE(has(ran.err, row.message)) << ran.err;
    EXPECT_EQ(ran.out, "");
  }
}

}  // namespace
}  // namespace sayso::testing
