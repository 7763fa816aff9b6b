#include "cli/report_run.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <thread>
#include <utility>

#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "core/reading_json.h"
#include "core/utf8.h"
#include "ingest/text_fault.h"

namespace sayso {
namespace {
unsigned thread_count(unsigned wanted) {
  return wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

// Reports are read together in batches of so many: most of what that gains, and little to wait for.
constexpr std::size_t kMostReports = 64;
constexpr std::size_t kEnoughBytes = std::size_t{256} << 10U;

bool reads_stream(const std::vector<std::string>& inputs) {
  return inputs.empty() || std::find(inputs.begin(), inputs.end(), "-") != inputs.end();
}

class ReportRun {
 public:
  ReportRun(const RunOptions& options, const ItemFormat& format, Output& output)
      : options_(options),
        format_(format),
        output_(output),
        to_terminal_(options.to_terminal()),
        one_by_one_(to_terminal_ || reads_stream(options.inputs)),
        progress_(!options.quiet && !to_terminal_ && stderr_is_terminal()),
        in_order_(thread_count(options.threads), [this](const std::string& text) { write(text); }) {
  }

  // False when some input failed.
  bool run() {
    IngestOptions ingest = options_.ingest;
    Inputs* opened = nullptr;
    ingest.on_skip = [&] { show_progress(*opened); };
    Inputs inputs(options_.inputs, std::move(ingest));
    opened = &inputs;
    output_.write(format_.head);
    while (!output_.failed()) {
      std::optional<IngestItem> item = inputs.next();
      if (!item) break;
      take(std::move(*item));
      show_progress(inputs);
    }
    submit_reports();
    in_order_.finish();
    output_.write(format_.foot);
    return !failed_;
  }

 private:
  void show_progress(const Inputs& inputs) {
    progress_.update(inputs.bytes_done(), inputs.bytes_total(), number_);
  }

  void take(IngestItem item) {
    if (const auto* missing = std::get_if<MissingInput>(&item)) {
      complain(missing->error.message);
      return;
    }
    if (auto* refusal = std::get_if<Refusal>(&item)) {
      complain(refusal->error.message);
      submit_reports();
      in_order_.submit([this, number = ++number_, refused = std::move(*refusal)] {
        return format_.refusal(refused, number);
      });
      return;
    }
    ++number_;
    reports_.push_back(std::move(std::get<Report>(item)));
    bytes_ += reports_.back().text.size();
    if (one_by_one_ || reports_.size() == kMostReports || bytes_ >= kEnoughBytes) submit_reports();
  }

  void submit_reports() {
    if (reports_.empty()) return;
    const std::size_t first = number_ + 1 - reports_.size();
    // std::function must be copyable, so the reports travel in a shared pointer.
    auto reports = std::make_shared<std::vector<Report>>(std::exchange(reports_, {}));
    bytes_ = 0;
    in_order_.submit(
        [this, first, reports] { return format_.reports(std::move(*reports), first); });
  }

  void complain(const std::string& message) {
    failed_ = true;
    progress_.clear();
    std::cerr << "sayso: " << without_controls(message) << '\n';
  }

  void write(const std::string& text) {
    output_.write(text);
    if (to_terminal_) output_.flush();
  }

  const RunOptions& options_;
  const ItemFormat& format_;
  Output& output_;
  bool to_terminal_;
  bool one_by_one_;  // somebody may wait for each
  Progress progress_;
  std::size_t number_ = 0;            // of reports and refusals so far
  std::vector<Report> reports_ = {};  // read together with those to come
  std::size_t bytes_ = 0;             // of their text
  bool failed_ = false;
  InOrder in_order_;  // last: its threads use the members above
};
}  // namespace

std::string without_controls(std::string_view message) {
  const std::string valid = as_utf8(message);
  std::string out;
  for (std::uint32_t at = 0; at < valid.size();) {
    const CodePoint c = decode_utf8(valid, at);
    append_utf8(out, is_control(c.value) ? U'\uFFFD' : c.value);
    at += c.size;
  }
  return out;
}

bool RunOptions::to_terminal() const { return output.empty() && stdout_is_terminal(); }

int run_reports(const RunOptions& options, const ItemFormat& format) {
  Output output;
  if (const std::string error = output.open(options.output); !error.empty()) {
    std::cerr << "sayso: " << error << '\n';
    return 1;
  }
  const bool all_read = ReportRun(options, format, output).run();
  if (const std::string error = output.close(); !error.empty()) {
    std::cerr << "sayso: " << error << '\n';
    return 1;
  }
  return all_read ? 0 : 1;
}

std::function<std::string(const Refusal&, std::size_t)> refusal_as_json(bool pretty) {
  return [pretty](const Refusal& refusal, std::size_t) {
    std::string out;
    to_json(refusal.error, refusal.id, out, {.pretty = pretty});
    return out += '\n';
  };
}

std::string separator_line(std::size_t number, unsigned width) {
  return number == 1 ? "" : "\n" + std::string(width, '-') + "\n\n";
}

}  // namespace sayso
