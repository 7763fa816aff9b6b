#include "cli/read_command.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include "cli/in_order.h"
#include "cli/page/page_html.h"
#include "cli/page/page_text.h"
#include "cli/progress.h"
#include "core/reading_json.h"
#include "engine/engine.h"

namespace sayso {
namespace {

// Standard output or a file; remembers the first failure.
class Output {
 public:
  // An error message, or empty.
  std::string open(const std::string& path) {
    if (path.empty()) return {};
    file_ = std::fopen(path.c_str(), "wb");
    return file_ == nullptr ? "cannot write " + path + ": " + std::strerror(errno) : std::string();
  }
  void write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size() && error_ == 0)
      error_ = errno;
  }
  void flush() {
    if (std::fflush(file_) != 0 && error_ == 0) error_ = errno;
  }
  bool failed() const { return error_ != 0; }
  std::string close() {
    flush();
    if (file_ != stdout && std::fclose(file_) != 0 && error_ == 0) error_ = errno;
    return error_ == 0 ? std::string()
                       : std::string("cannot write the output: ") + std::strerror(error_);
  }

 private:
  std::FILE* file_ = stdout;
  int error_ = 0;
};

// Readings and refusals in one format; each call makes the text of one item.
class Formatter {
 public:
  Formatter(OutputFormat format, bool pretty, const TextStyle& style)
      : format_(format), pretty_(pretty), style_(style) {}

  std::string_view head() const { return format_ == OutputFormat::html ? html_head() : ""; }
  std::string_view foot() const { return format_ == OutputFormat::html ? html_foot() : ""; }

  std::string reading(const Reading& reading, std::size_t number) const {
    if (format_ == OutputFormat::html) return article_as_html(reading, number);
    if (format_ == OutputFormat::text) return separator(number) + page_as_text(reading, style_);
    std::string out;
    to_json(reading, out, pretty_);
    return out += '\n';
  }

  std::string refusal(const Refusal& refusal, std::size_t number) const {
    if (format_ == OutputFormat::html) return refusal_as_html(refusal.error, refusal.id);
    if (format_ == OutputFormat::text)
      return separator(number) + refusal.id + "\nRefused: " + refusal.error.message + "\n";
    std::string out;
    to_json(refusal.error, refusal.id, out, pretty_);
    return out += '\n';
  }

 private:
  std::string separator(std::size_t number) const {
    return number == 1 ? "" : "\n" + std::string(style_.width, '-') + "\n\n";
  }

  OutputFormat format_;
  bool pretty_;
  TextStyle style_;
};

unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// One run over all inputs.
class ReadRun {
 public:
  ReadRun(const ReadOptions& options, const Engine& engine, Output& output)
      : options_(options),
        engine_(engine),
        output_(output),
        to_terminal_(options.output.empty() && stdout_is_terminal()),
        formatter_(resolved(options.format), options.pretty, text_style(options.color)),
        progress_(!options.quiet && !to_terminal_ && stderr_is_terminal()),
        in_order_(thread_count(options.threads), [this](const std::string& text) { write(text); }) {
  }

  int run() {
    Inputs inputs(options_.inputs, options_.ingest);
    output_.write(formatter_.head());
    while (!output_.failed()) {
      std::optional<IngestItem> item = inputs.next();
      if (!item) break;
      take(std::move(*item));
      progress_.update(inputs.bytes_done(), inputs.bytes_total(), number_);
    }
    in_order_.finish();
    output_.write(formatter_.foot());
    return failed_ ? 1 : 0;
  }

 private:
  OutputFormat resolved(OutputFormat format) const {
    if (format != OutputFormat::automatic) return format;
    return to_terminal_ ? OutputFormat::text : OutputFormat::json;
  }

  void take(IngestItem item) {
    if (const auto* missing = std::get_if<MissingInput>(&item)) {
      complain(missing->error.message);
      return;
    }
    const std::size_t number = ++number_;
    if (auto* refusal = std::get_if<Refusal>(&item)) {
      complain(refusal->error.message);
      in_order_.submit([this, number, refused = std::move(*refusal)] {
        return formatter_.refusal(refused, number);
      });
      return;
    }
    // std::function must be copyable, so the report travels in a shared pointer.
    auto report = std::make_shared<Report>(std::move(std::get<Report>(item)));
    in_order_.submit([this, number, report] {
      return formatter_.reading(engine_.read(std::move(*report)), number);
    });
  }

  void complain(const std::string& message) {
    failed_ = true;
    progress_.clear();
    std::cerr << "sayso: " << message << '\n';
  }

  void write(const std::string& text) {
    output_.write(text);
    if (to_terminal_) output_.flush();
  }

  const ReadOptions& options_;
  const Engine& engine_;
  Output& output_;
  bool to_terminal_;
  Formatter formatter_;
  Progress progress_;
  std::size_t number_ = 0;
  bool failed_ = false;
  InOrder in_order_;  // last: its threads use the members above
};
}  // namespace

int run_read(const ReadOptions& options) {
  Output output;
  if (const std::string error = output.open(options.output); !error.empty()) {
    std::cerr << "sayso: " << error << '\n';
    return 1;
  }
  const Result<Engine> engine = Engine::load();
  if (!engine) {
    std::cerr << "sayso: " << engine.error().message << '\n';
    return 1;
  }
  const int status = ReadRun(options, *engine, output).run();
  if (const std::string error = output.close(); !error.empty()) {
    std::cerr << "sayso: " << error << '\n';
    return 1;
  }
  return status;
}

}  // namespace sayso
