#include "cli/command_line.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <iostream>
#include <map>

#include "cli/completion.h"
#include "cli/extract_command.h"
#include "cli/nearest.h"
#include "cli/read_command.h"
#include "core/version.h"

namespace sayso {
namespace {
constexpr int kUsage = 2;

constexpr const char* kAbout = R"(sayso reads news reports: what happened, and on whose say-so.

Examples:
  sayso read report.txt                      a page for people
  sayso read report.txt > reading.json       the same as JSON
  sayso read reports/ --format json          every report below a folder, one line each
  zcat reports.jsonl.gz | sayso read -       JSON Lines from standard input
  sayso extract page.html                    only the text and what the page says of itself
)";

constexpr const char* kAboutRead =
    R"(Reads reports: HTML pages, WARC archives, RSS, Atom and JSON feeds, plain text, JSON Lines (id, text,
and optionally outlet, title, published, uri, language) or CSV with the same names in its header;
plain, gzip or zstd; told by content.

Examples:
  sayso read report.txt                      a page for people
  sayso read report.txt --format html -o report.html
  sayso read report.txt --format conllu      its tokens, for treebank tools
  sayso read a.txt b.jsonl.gz reports/       files and folders, in that order
  sayso read feed.csv --threads 2 > readings.jsonl
  sayso read crawl.warc.gz --url-filter /world/ > readings.jsonl
)";

constexpr const char* kAboutExtract =
    R"(Extracts the clean text of reports and their metadata, without any analysis. Takes what
sayso read takes.

Examples:
  sayso extract page.html
  sayso extract crawl.warc.gz --format json > reports.jsonl
  sayso extract feed.xml --format markdown -o feed.md
)";

constexpr const char* kAfterRun = R"(
Exit status: 0 everything was read; 1 some input could not be read (the rest was); 2 wrong usage.
Environment: NO_COLOR, CLICOLOR_FORCE, COLUMNS, SAYSO_KERNELS.)";

const std::map<std::string, OutputFormat> kFormats = {{"text", OutputFormat::text},
                                                      {"json", OutputFormat::json},
                                                      {"html", OutputFormat::html},
                                                      {"conllu", OutputFormat::conllu}};
// What else the JSON may hold.
const std::map<std::string, bool JsonOptions::*> kLayers = {{"tokens", &JsonOptions::tokens}};
const std::map<std::string, ExtractFormat> kExtractFormats = {
    {"text", ExtractFormat::text},
    {"json", ExtractFormat::json},
    {"markdown", ExtractFormat::markdown}};
const std::map<std::string, ColorChoice> kColors = {{"auto", ColorChoice::automatic},
                                                    {"always", ColorChoice::always},
                                                    {"never", ColorChoice::never}};

const std::map<std::string, ReaderKind> kReaders = {{"full", ReaderKind::full},
                                                    {"fast", ReaderKind::fast}};

// Help that begins with examples, which the list of commands leaves out.
class Help : public CLI::Formatter {
 public:
  std::string make_description(const CLI::App* app) const override {
    if (app->get_name() == "read") return std::string(kAboutRead) + "\n";
    if (app->get_name() == "extract") return std::string(kAboutExtract) + "\n";
    return app->get_parent() == nullptr ? std::string(kAbout) + "\n"
                                        : app->get_description() + "\n\n";
  }
};

template <typename Value>
std::vector<std::string> names_of(const std::map<std::string, Value>& choices) {
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const auto& [name, meaning] : choices) names.push_back(name);
  return names;
}

std::string check_choice(const std::string& given, const std::vector<std::string>& allowed) {
  if (std::find(allowed.begin(), allowed.end(), given) != allowed.end()) return {};
  std::string error = "'" + given + "' is none of " + CLI::detail::join(allowed, ", ");
  if (const auto near = nearest(given, allowed)) error += "; did you mean " + *near + "?";
  return error;
}

template <typename Enum>
CLI::Option* add_choice(CLI::App& app, const std::string& names, Enum& value,
                        const std::map<std::string, Enum>& choices, const std::string& help) {
  const std::vector<std::string> allowed = names_of(choices);
  const auto check = [allowed](const std::string& given) { return check_choice(given, allowed); };
  return app
      .add_option_function<std::string>(
          names, [&value, &choices](const std::string& name) { value = choices.at(name); }, help)
      ->check(CLI::Validator(check, "", ""))
      ->type_name(CLI::detail::join(allowed, "|"));
}

// "2023-06-21", with a month and a day that there are.
std::string check_day(const std::string& given) {
  const bool shaped = given.size() == 10 && given[4] == '-' && given[7] == '-' &&
                      given.find_first_not_of("0123456789-") == std::string::npos;
  if (shaped) {
    const std::chrono::year_month_day day{
        std::chrono::year(std::stoi(given.substr(0, 4))),
        std::chrono::month(static_cast<unsigned>(std::stoi(given.substr(5, 2)))),
        std::chrono::day(static_cast<unsigned>(std::stoi(given.substr(8, 2))))};
    if (day.ok()) return {};
  }
  return "'" + given + "' is no day written YYYY-MM-DD";
}

std::string check_pattern(const std::string& given) {
  const auto filter = UriFilter::compile(given);
  return filter ? std::string() : filter.error().message;
}

std::string name_of(OutputFormat format) {
  for (const auto& [name, meaning] : kFormats) {
    if (meaning == format) return name;
  }
  return {};
}

// "--layers tokens,...": asks for JSON, the only format that has layers.
void add_layers(CLI::App& read, ReadOptions& o) {
  const auto check = [allowed = names_of(kLayers)](const std::string& list) {
    std::string error;
    for (const std::string& name : CLI::detail::split(list, ',')) {
      if (error.empty()) error = check_choice(name, allowed);
    }
    return error;
  };
  const auto choose = [&o](const std::string& list) {
    for (const std::string& name : CLI::detail::split(list, ',')) {
      o.json.*kLayers.at(name) = true;
    }
  };
  CLI::Option* layers =
      read.add_option_function<std::string>("--layers", choose,
                                            "What else the JSON holds, separated by commas: tokens "
                                            "(with tags, lemmas, names, dependencies)")
          ->check(CLI::Validator(check, "", ""))
          ->type_name("LIST");
  read.callback([&o, layers] {
    if (layers->count() == 0) return;
    if (o.format == OutputFormat::automatic) o.format = OutputFormat::json;
    if (o.format == OutputFormat::json) return;
    throw CLI::ValidationError(
        "--layers", "only the json format has layers, and --format is " + name_of(o.format));
  });
}

// What every command that goes over inputs has.
void add_run_options(CLI::App& command, RunOptions& o) {
  command.footer(kAfterRun);
  command
      .add_option("input", o.inputs,
                  "Files, folders, or - for standard input (the default in a pipe)")
      ->type_name("");
  command.add_option("-o,--output", o.output, "Write to this file, not to standard output")
      ->type_name("FILE");
  command
      .add_option("--outlet", o.ingest.known.outlet,
                  "Who published the reports, where they don't say")
      ->type_name("NAME");
  command
      .add_option("--published", o.ingest.known.published,
                  "The day they were published, where they don't say: what 'Tuesday' is counted "
                  "from")
      ->check(CLI::Validator(check_day, "", ""))
      ->type_name("YYYY-MM-DD");
  command
      .add_option_function<std::string>(
          "--url-filter",
          [&o](const std::string& pattern) { o.ingest.uris = *UriFilter::compile(pattern); },
          "Only reports whose address matches this regular expression")
      ->check(CLI::Validator(check_pattern, "", ""))
      ->type_name("REGEX");
  command
      .add_option("--threads", o.threads,
                  "How many reports to read at once (default: one a processor)")
      ->check(CLI::Range(1, 256).description(""))
      ->type_name("N");
  command
      .add_option("--max-report-size", o.ingest.max_report_bytes,
                  "Refuse larger reports (default: 16MiB)")
      ->transform(CLI::AsSizeValue(false).description(""))
      ->type_name("SIZE");
  command.add_flag("-q,--quiet", o.quiet, "No progress bar");
}

void add_read(CLI::App& app, ReadOptions& o) {
  CLI::App* read = app.add_subcommand("read", "Reads reports: what happened, and on whose say-so");
  add_choice(*read, "-f,--format", o.format, kFormats,
             "How to show readings; text on a terminal, else json (one object a line)");
  read->add_flag("--pretty", o.json.pretty, "Indent the JSON");
  add_layers(*read, o);
  add_run_options(*read, o.run);
  add_choice(*read, "--reader", o.engine.reader.kind, kReaders,
             "full (the default): a neural model; fast: rules and light statistics, some fifty "
             "times faster");
  read->add_option("--model", o.engine.reader.model,
                   "A model of the full reader to use in place of its own")
      ->type_name("FILE");
  read->add_option("--actors", o.engine.actor_files,
                   "More actors to know by name: lines of id, name, aliases ..., separated by tabs "
                   "(docs/actors.md)")
      ->type_name("FILE")
      ->allow_extra_args(false);
  add_choice(*read, "--color", o.color, kColors, "Colour on the page (default: auto)");
}

void add_extract(CLI::App& app, ExtractOptions& o) {
  CLI::App* extract =
      app.add_subcommand("extract", "Extracts the text of reports and their metadata, no more");
  add_choice(*extract, "-f,--format", o.format, kExtractFormats,
             "text (the default), json (one object a line) or markdown (with front matter)");
  extract->add_flag("--pretty", o.pretty, "Indent the JSON");
  add_run_options(*extract, o.run);
}

// Standard input where no input is named, unless somebody would have to type it.
bool has_inputs(RunOptions& options, std::string_view command) {
  if (!options.inputs.empty()) return true;
  if (stdin_is_terminal()) {
    std::cerr << "sayso " << command
              << ": name a file, a folder, or - for standard input (see sayso " << command
              << " --help)\n";
    return false;
  }
  options.inputs.emplace_back("-");
  return true;
}

// "--formt" among the options of the command that was being parsed.
std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : app.get_subcommands(nullptr)) words.push_back(command->get_name());
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

int usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  const CLI::App& command = chosen.empty() ? app : *chosen.front();
  std::string message = error.what();
  const auto unknown = command.remaining();
  if (!unknown.empty()) {
    const std::string& word = unknown.front();
    message = (word.starts_with('-') ? "no such option: " : "no such command: ") + word;
    if (const auto near = nearest(word, known_words(command)))
      message += "; did you mean " + *near + "?";
  }
  std::replace(message.begin(), message.end(), '\n', ' ');
  const std::string name = chosen.empty() ? "sayso" : "sayso " + command.get_name();
  std::cerr << name << ": " << message << " (see " << name << " --help)\n";
  return kUsage;
}
}  // namespace

int run_command_line(int argc, const char* const* argv) {
  CLI::App app(kAbout, "sayso");
  app.formatter(std::make_shared<Help>());
  app.set_version_flag("--version", "sayso " + std::string(kVersion));
  app.require_subcommand(0, 1);
  ReadOptions read;
  add_read(app, read);
  ExtractOptions extract;
  add_extract(app, extract);
  std::string shell;
  CLI::App* completion =
      app.add_subcommand("completion", "Prints the completion script of a shell, to source");
  completion->add_option("shell", shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("");

  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& success) {  // --help, --version
    return app.exit(success);
  } catch (const CLI::ParseError& error) {
    return usage_error(app, error);
  }

  if (app.got_subcommand(completion)) {
    std::cout << completion_script(app, shell);
    return 0;
  }
  if (app.got_subcommand("read")) return has_inputs(read.run, "read") ? run_read(read) : kUsage;
  if (app.got_subcommand("extract")) {
    return has_inputs(extract.run, "extract") ? run_extract(extract) : kUsage;
  }
  std::cerr << app.help();
  return kUsage;
}

}  // namespace sayso
