#include "ingest/walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace sayso {
namespace {
namespace fs = std::filesystem;

std::string base_name(const std::string& path) {
  if (path == "-") return "stdin";
  const std::size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

Error cannot_read(const std::string& path, const std::string& why, ErrorKind kind) {
  return {kind, "cannot read " + path + ": " + why};
}
}  // namespace

Walk::Walk(std::vector<std::string> paths) : paths_(std::move(paths)) {}

std::optional<Result<FoundFile>> Walk::next() {
  while (!open_.empty() || next_path_ < paths_.size()) {
    if (auto found = open_.empty() ? next_path() : next_entry()) return found;
  }
  return std::nullopt;
}

std::optional<Result<FoundFile>> Walk::next_path() {
  const std::string& path = paths_[next_path_++];
  std::error_code error;
  if (path == "-" || !fs::is_directory(path, error)) return FoundFile{path, base_name(path), false};
  found_any_ = false;
  if (auto failed = enter(path)) return *failed;
  return std::nullopt;
}

std::optional<Result<FoundFile>> Walk::next_entry() {
  Directory& directory = open_.back();
  if (directory.names.empty()) {
    const std::string path = std::move(directory.path);
    open_.pop_back();
    if (!open_.empty() || found_any_) return std::nullopt;
    return cannot_read(path, "the directory holds no reports", ErrorKind::not_found);
  }
  const std::string name = std::move(directory.names.back());
  directory.names.pop_back();
  const std::string path =
      directory.path.ends_with('/') ? directory.path + name : directory.path + "/" + name;
  std::error_code error;
  const fs::file_status itself = fs::symlink_status(path, error);
  if (fs::is_directory(itself)) {
    if (auto failed = enter(path)) return *failed;
    return std::nullopt;
  }
  const fs::file_status target = fs::status(path, error);
  const bool dangling = fs::is_symlink(itself) && !fs::exists(target);
  if (!fs::is_regular_file(target) && !dangling) return std::nullopt;
  found_any_ = true;
  return FoundFile{path, name, true};
}

std::optional<Error> Walk::enter(const std::string& path) {
  std::error_code error;
  Directory directory{path, {}};
  for (fs::directory_iterator i(path, error), end; !error && i != end; i.increment(error)) {
    std::string name = i->path().filename().string();
    if (!name.starts_with('.')) directory.names.push_back(std::move(name));
  }
  if (error) {
    found_any_ = true;  // saying so once is enough
    return cannot_read(path, error.message(), ErrorKind::unreadable);
  }
  std::sort(directory.names.begin(), directory.names.end(), std::greater<>());
  open_.push_back(std::move(directory));
  return std::nullopt;
}

std::uint64_t total_bytes(const std::vector<std::string>& paths) {
  std::uint64_t total = 0;
  Walk walk(paths);
  while (const auto found = walk.next()) {
    if (!*found) continue;
    std::error_code error;
    const fs::file_status status = fs::status((*found)->path, error);
    if ((*found)->path == "-" || (fs::exists(status) && !fs::is_regular_file(status))) return 0;
    const std::uintmax_t size = fs::file_size((*found)->path, error);
    if (!error) total += size;
  }
  return total;
}

}  // namespace sayso
