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

// A report, read by one of the readers.
struct Case {
  std::string name = {};
  ReaderKind reader = ReaderKind::full;

  fs::path expected() const { return kGolden / "readings" / to_text(reader) / (name + ".words"); }
};

Golden load(const Case& c) {
  Golden golden;
  std::istringstream stream(contents(c.expected()));
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

const Result<Engine>& engine(ReaderKind reader) {
  static const Result<Engine> full = Engine::load({.reader = {.kind = ReaderKind::full}});
  static const Result<Engine> fast = Engine::load({.reader = {.kind = ReaderKind::fast}});
  return reader == ReaderKind::full ? full : fast;
}

std::vector<std::string> read(const Case& c, const Golden& golden) {
  Report known = golden.known;
  known.id = c.name;
  const auto reading =
      engine(c.reader)->read_text(contents(kGolden / "reports" / (c.name + ".txt")), known);
  return reading ? reading_in_words(*reading) : std::vector{"refused | " + reading.error().message};
}

std::vector<Case> cases() {
  std::vector<Case> out;
  for (const auto& entry : fs::directory_iterator(kGolden / "reports")) {
    for (const ReaderKind reader : {ReaderKind::full, ReaderKind::fast}) {
      out.push_back({entry.path().stem().string(), reader});
    }
  }
  std::sort(out.begin(), out.end(), [](const Case& a, const Case& b) {
    return std::pair(a.name, a.reader) < std::pair(b.name, b.reader);
  });
  return out;
}

bool take(std::multiset<std::string>& set, const std::string& line) {
  const auto found = set.find(line);
  if (found == set.end()) return false;
  set.erase(found);
  return true;
}

class GoldenTest : public ::testing::TestWithParam<Case> {};

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

std::string test_name(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name + "_" + std::string(to_text(info.param.reader));
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Reports, GoldenTest, ::testing::ValuesIn(cases()), test_name);

// The expected lines in their order, marked by today's reading; then what is read besides.
void rewrite(const Case& c) {
  const Golden golden = load(c);
  const auto lines = read(c, golden);
  std::multiset<std::string> read_now(lines.begin(), lines.end());
  std::ostringstream out;
  for (const std::string& comment : golden.comments) out << comment << '\n';
  for (const std::string& line : golden.expected)
    out << (take(read_now, line) ? "" : "! ") << line << '\n';
  for (const std::string& line : lines) {
    if (take(read_now, line)) out << "? " << line << '\n';
  }
  std::ofstream(c.expected(), std::ios::binary) << out.str();
}
}  // namespace
}  // namespace sayso::testing

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  for (const sayso::ReaderKind reader : {sayso::ReaderKind::full, sayso::ReaderKind::fast}) {
    if (const auto& loaded = sayso::testing::engine(reader); !loaded) {
      std::cerr << "golden_test: " << loaded.error().message << '\n';
      return 1;
    }
  }
  if (argc >= 2 && std::string_view(argv[1]) == "--rewrite") {
    const std::vector<std::string> some(argv + 2, argv + argc);
    for (const auto& c : sayso::testing::cases()) {
      if (some.empty() || std::find(some.begin(), some.end(), c.name) != some.end()) {
        sayso::testing::rewrite(c);
      }
    }
    std::cout << "Read the diff: every line that begins with ! or ? waits for a person.\n";
    return 0;
  }
  return RUN_ALL_TESTS();
}
