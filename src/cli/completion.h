// Shell completion: the program's own commands and options -> a script for bash, zsh or fish.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace sayso {

// `shell` is "bash", "zsh" or "fish". Made from the parser itself, so it cannot go stale.
std::string completion_script(const CLI::App& app, std::string_view shell);

}  // namespace sayso
