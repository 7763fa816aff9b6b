// Standard output or a file; remembers the first failure.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace sayso {

class Output {
 public:
  // An empty path is standard output. An error message, or empty.
  std::string open(const std::string& path);
  void write(std::string_view bytes);
  void flush();
  bool failed() const { return error_ != 0; }
  // An error message, or empty.
  std::string close();

 private:
  std::FILE* file_ = stdout;
  int error_ = 0;
};

}  // namespace sayso
