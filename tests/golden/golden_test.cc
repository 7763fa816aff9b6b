// Golden readings: reports we wrote ourselves, and what a person says their reading must be.
//
// reports/NAME.txt is the input, readings/NAME.words the reading, one fact a line (words.h):
//   a plain line   must be read
//   "! ..."        must be read, but is missed today
//   "? ..."        is read today, but is wrong
// A line that begins with '#' is a comment; "# published 2023-06-21" and "# outlet AVN" are given
// to the reader. The test fails when a plain line is missing, when something unlisted is read, and
// when a marked line no longer deserves its mark. `golden_test --rewrite [NAME...]` marks what
// differs: a person reads the diff, and decides which lines are right.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <sstream>
#include <string>

#include "engine/engine.h"
#include "words.h"

namespace sayso::testing {
namespace {
namespace fs = std::filesystem;
const fs::path kGolden = fs::path(SAYSO_SOURCE_DIR) / "tests" / "golden";

std::string contents(const fs::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

struct Golden {
  std::vector<std::string> comments = {};
  std::vector<std::string> expected = {};  // plain and "!" lines, in the file's order
  std::multiset<std::string> missed = {};  // of those, the "!" ones
  std::multiset<std::string> wrong = {};   // "?" lines
  Report known = {};
};

Golden load(const std::string& name) {
  Golden golden;
  std::istringstream stream(contents(kGolden / "readings" / (name + ".words")));
  for (std::string line; std::getline(stream, line);) {
    const std::string fact = line.substr(std::min<std::size_t>(2, line.size()));
    if (line.starts_with("# ")) {
      golden.comments.push_back(line);
      if (fact.starts_with("published ")) golden.known.published = fact.substr(10);
      if (fact.starts_with("outlet ")) golden.known.outlet = fact.substr(7);
    } else if (line.starts_with("? ")) {
      golden.wrong.insert(fact);
    } else if (line.starts_with("! ")) {
      golden.expected.push_back(fact);
      golden.missed.insert(fact);
    } else if (!line.empty()) {
      golden.expected.push_back(line);
    }
  }
  return golden;
}

const Result<Engine>& engine() {
  static const Result<Engine> loaded = Engine::load();
  return loaded;
}

std::vector<std::string> read(const std::string& name, const Golden& golden) {
  Report known = golden.known;
  known.id = name;
  const auto reading = engine()->read_text(contents(kGolden / "reports" / (name + ".txt")), known);
  return reading ? reading_in_words(*reading) : std::vector{"refused | " + reading.error().message};
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(kGolden / "reports")) {
    out.push_back(entry.path().stem().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool take(std::multiset<std::string>& set, const std::string& line) {
  const auto found = set.find(line);
  if (found == set.end()) return false;
  set.erase(found);
  return true;
}

class GoldenTest : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, IsReadAsAPersonReadsIt) {
  const Golden golden = load(GetParam());
  const auto lines = read(GetParam(), golden);
  std::multiset<std::string> read_now(lines.begin(), lines.end());
  std::multiset<std::string> unmarked(golden.expected.begin(), golden.expected.end());
  for (const std::string& line : golden.missed) take(unmarked, line);
  for (const std::string& line : unmarked) {
    if (!take(read_now, line)) ADD_FAILURE() << "no longer read:\n" << line;
  }
  for (const std::string& line : golden.missed) {
    if (take(read_now, line)) ADD_FAILURE() << "now read, remove its mark:\n! " << line;
  }
  for (const std::string& line : golden.wrong) {
    if (!take(read_now, line)) ADD_FAILURE() << "no longer read, remove it:\n? " << line;
  }
  for (const std::string& line : read_now) ADD_FAILURE() << "read, but not expected:\n" << line;
}

std::string test_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Reports, GoldenTest, ::testing::ValuesIn(names()), test_name);

// The expected lines in their order, marked by today's reading; then what is read besides.
void rewrite(const std::string& name) {
  const Golden golden = load(name);
  const auto lines = read(name, golden);
  std::multiset<std::string> read_now(lines.begin(), lines.end());
  std::ostringstream out;
  for (const std::string& comment : golden.comments) out << comment << '\n';
  for (const std::string& line : golden.expected)
    out << (take(read_now, line) ? "" : "! ") << line << '\n';
  for (const std::string& line : lines) {
    if (take(read_now, line)) out << "? " << line << '\n';
  }
  std::ofstream(kGolden / "readings" / (name + ".words"), std::ios::binary) << out.str();
}
}  // namespace
}  // namespace sayso::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  if (const auto& loaded = sayso::testing::engine(); !loaded) {
    std::cerr << "golden_test: " << loaded.error().message << '\n';
    return 1;
  }
  if (argc >= 2 && std::string_view(argv[1]) == "--rewrite") {
    const std::vector<std::string> some(argv + 2, argv + argc);
    for (const std::string& name : some.empty() ? sayso::testing::names() : some)
      sayso::testing::rewrite(name);
    std::cout << "Read the diff: every line that begins with ! or ? waits for a person.\n";
    return 0;
  }
  return RUN_ALL_TESTS();
}
