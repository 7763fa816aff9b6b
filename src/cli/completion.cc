#include "cli/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

namespace sayso {
namespace {

std::string options_of(const CLI::App& command) {
  std::string out;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) out += " --" + name;
  }
  return out.empty() ? out : out.substr(1);
}

std::string commands_of(const CLI::App& app) {
  std::string out;
  for (const CLI::App* command : app.get_subcommands(nullptr)) out += " " + command->get_name();
  return out.empty() ? out : out.substr(1);
}

// The first line, without quotes that would end a shell string.
std::string plain(std::string text) {
  text.resize(std::min(text.size(), text.find('\n')));
  std::erase(text, '\'');
  return text;
}

std::string bash_script(const CLI::App& app) {
  std::string out = "_sayso() {\n  local word=${COMP_WORDS[COMP_CWORD]} words=\"" +
                    commands_of(app) + " " + options_of(app) + "\"\n  case ${COMP_WORDS[1]} in\n";
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    out += "    " + command->get_name() + ") [ \"$COMP_CWORD\" -gt 1 ] && words=\"" +
           options_of(*command) + "\" ;;\n";
  }
  return out +
         "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n}\n"
         "complete -o default -F _sayso sayso\n";
}

std::string zsh_script(const CLI::App& app) {
  return "autoload -U +X bashcompinit && bashcompinit\n" + bash_script(app);
}

std::string fish_script(const CLI::App& app) {
  std::string out;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    const std::string& name = command->get_name();
    out += "complete -c sayso -n __fish_use_subcommand -a " + name + " -d '" +
           plain(command->get_description()) + "'\n";
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& word : option->get_lnames()) {
        out += fmt::format("complete -c sayso -n '__fish_seen_subcommand_from {}' -l {} -d '{}'\n",
                           name, word, plain(option->get_description()));
      }
    }
  }
  return out;
}
}  // namespace

std::string completion_script(const CLI::App& app, std::string_view shell) {
  if (shell == "zsh") return zsh_script(app);
  if (shell == "fish") return fish_script(app);
  return bash_script(app);
}

}  // namespace sayso
