#include "cli/output.h"

#include <cerrno>
#include <cstring>

namespace sayso {

std::string Output::open(const std::string& path) {
  if (path.empty()) return {};
  file_ = std::fopen(path.c_str(), "wb");
  return file_ == nullptr ? "cannot write " + path + ": " + std::strerror(errno) : std::string();
}

void Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size() && error_ == 0) {
    error_ = errno;
  }
}

void Output::flush() {
  if (std::fflush(file_) != 0 && error_ == 0) error_ = errno;
}

std::string Output::close() {
  flush();
  if (file_ != stdout && std::fclose(file_) != 0 && error_ == 0) error_ = errno;
  return error_ == 0 ? std::string()
                     : std::string("cannot write the output: ") + std::strerror(error_);
}

}  // namespace sayso
