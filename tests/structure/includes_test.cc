// The folders of src/ are the pipeline: an #include may only point where the folder's link line
// (`sayso_folder(NAME ...)` in its CMakeLists.txt) says it may.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

namespace {
namespace fs = std::filesystem;
const fs::path kSource = fs::path(SAYSO_SOURCE_DIR) / "src";

std::string contents(const fs::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// "sayso_folder(events sayso_core)" -> events may include events and core.
std::set<std::string> allowed(const fs::path& folder) {
  std::string text = contents(folder / "CMakeLists.txt");
  const std::string call = "sayso_folder(";
  const std::size_t begin = text.find(call) + call.size();
  std::istringstream words(text.substr(begin, text.find(')', begin) - begin));
  std::set<std::string> folders;
  for (std::string word; words >> word;) {
    if (word.starts_with("sayso_")) word = word.substr(6);
    if (fs::is_directory(kSource / word)) folders.insert(word);  // the rest are libraries
  }
  return folders;
}

// The folders of src/ that `file` includes from: `#include "core/span.h"` -> core.
std::set<std::string> included(const fs::path& file) {
  std::set<std::string> folders;
  std::istringstream lines(contents(file));
  const std::string include = "#include \"";
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(include)) continue;
    const std::string path = line.substr(include.size(), line.rfind('"') - include.size());
    const std::string folder = path.substr(0, path.find('/'));
    if (fs::is_directory(kSource / folder)) folders.insert(folder);
  }
  return folders;
}

TEST(Includes, PointTheWayTheLinkLinesSay) {
  std::size_t files = 0;
  for (const auto& folder : fs::directory_iterator(kSource)) {
    if (!folder.is_directory()) continue;
    const std::set<std::string> may = allowed(folder.path());
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const std::string kind = entry.path().extension();
      if (kind != ".cc" && kind != ".h") continue;
      ++files;
      for (const std::string& from : included(entry.path())) {
        EXPECT_TRUE(may.contains(from)) << entry.path() << " includes " << from << "/";
      }
    }
  }
  EXPECT_GT(files, 50U);
}

TEST(Includes, OfAStageNeedCoreAlone) {
  for (const char* stage : {"ingest", "read", "attribute", "normalise", "events"}) {
    EXPECT_EQ(allowed(kSource / stage), (std::set<std::string>{stage, "core"}));
  }
}

// Two classes of one name in one namespace would be one class to the linker.
TEST(Types, HaveANameEach) {
  std::map<std::string, fs::path> headers;
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    if (entry.path().extension() != ".h") continue;
    std::istringstream lines(contents(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      std::istringstream words(line);
      std::string kind;
      std::string name;
      words >> kind >> name;
      const bool defines =
          (line.starts_with("struct ") || line.starts_with("class ")) && line.ends_with('{');
      if (!defines) continue;
      const auto [first, is_new] = headers.emplace(name, entry.path());
      EXPECT_TRUE(is_new) << name << " is in " << first->second << " and in " << entry.path();
    }
  }
  EXPECT_GT(headers.size(), 50U);
}
}  // namespace
