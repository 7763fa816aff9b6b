#include "program.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace sayso::testing {
namespace {
namespace fs = std::filesystem;

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  out.reserve(words.size() + 1);
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

void redirect(const std::string& path, int flags, int descriptor) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, descriptor) < 0) _exit(126);
}
}  // namespace

Outcome run_sayso(const std::vector<std::string>& arguments, const std::string& input,
                  const std::vector<std::string>& environment) {
  const Folder folder;
  folder.file("in", input);
  std::vector<std::string> words = {SAYSO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = environment;
  variables.emplace_back("PATH=/usr/bin:/bin");
  const auto argv = pointers(words);
  const auto envp = pointers(variables);

  const pid_t child = fork();
  if (child == 0) {
    redirect(folder.path("in"), O_RDONLY, STDIN_FILENO);
    redirect(folder.path("out"), O_WRONLY | O_CREAT, STDOUT_FILENO);
    redirect(folder.path("err"), O_WRONLY | O_CREAT, STDERR_FILENO);
    execve(SAYSO_PROGRAM, argv.data(), envp.data());
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return {.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
          .out = contents(folder.path("out")),
          .err = contents(folder.path("err"))};
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "sayso-test-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string Folder::file(const std::string& name, const std::string& bytes) const {
  const fs::path file = path_ / name;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
  return file.string();
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string contents(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) out.push_back(line);
  return out;
}

std::string shared_data() {
  const fs::path data = fs::path(SAYSO_SOURCE_DIR).parent_path() / "shared" / "data";
  return fs::is_directory(data) ? data.string() : std::string();
}

}  // namespace sayso::testing
