// The built program as its users run it: arguments and standard input -> status and output.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sayso::testing {

struct Outcome {
  int status = -1;  // exit status; 128 + signal when killed
  std::string out = {}, err = {};
};

// Runs sayso with a clean environment (no terminal, no colour settings) plus `environment`
// ("NAME=value").
Outcome run_sayso(const std::vector<std::string>& arguments, const std::string& input = "",
                  const std::vector<std::string>& environment = {});

// A folder for one test's files, removed with the object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // Writes a file (and the folders above it); returns its path.
  std::string file(const std::string& name, const std::string& bytes) const;
  std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Whether `part` is in `text`.
bool has(const std::string& text, const std::string& part);
std::string contents(const std::string& path);
std::vector<std::string> lines(const std::string& text);

// Where the development data is, or empty when it is not here.
std::string shared_data();

}  // namespace sayso::testing
