// Paths as given on the command line -> the files to read, in order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"

namespace sayso {

struct FoundFile {
  std::string path = {};
  std::string name = {};  // without directories; "stdin" for "-"
  bool from_directory = false;
};

// Directories are walked in the byte order of their entries' names. Inside them, hidden entries and
// what is neither file nor directory are passed over, and links to directories are not followed,
// so that a walk always ends. Memory holds the listings of one path through the tree.
class Walk {
 public:
  explicit Walk(std::vector<std::string> paths);

  // The next file, an error about a path that gives none, or nothing at the end.
  std::optional<Result<FoundFile>> next();

 private:
  struct Directory {
    std::string path = {};
    std::vector<std::string> names = {};  // sorted backwards: the next one is at the back
  };
  std::optional<Result<FoundFile>> next_path();
  std::optional<Result<FoundFile>> next_entry();
  std::optional<Error> enter(const std::string& path);

  std::vector<std::string> paths_;
  std::size_t next_path_ = 0;
  std::vector<Directory> open_ = {};
  bool found_any_ = true;  // in the directory that was given
};

// Bytes of all files a walk finds; 0 when that cannot be known (standard input, a pipe).
std::uint64_t total_bytes(const std::vector<std::string>& paths);

}  // namespace sayso
