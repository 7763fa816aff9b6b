#include "ingest/ingest.h"

#include <utility>

#include "ingest/byte_source.h"
#include "ingest/input_bytes.h"
#include "ingest/report_reader.h"
#include "ingest/text/finish_report.h"
#include "ingest/text_fault.h"
#include "ingest/walk.h"

namespace sayso {

struct Inputs::State {
  std::vector<std::string> paths = {};
  IngestOptions options = {};
  Walk walk;
  InputBytes bytes = {};
  std::unique_ptr<ByteSource> source = {};    // of the open input
  std::optional<std::string> file = {};       // its path as given; none of standard input
  std::unique_ptr<ReportReader> reader = {};  // of the open input
  std::uint64_t bytes_of_closed = 0;
  mutable std::optional<std::uint64_t> bytes_total = {};

  std::optional<MissingInput> open(const FoundFile& found);
  void close();
};

namespace {
IngestItem to_item(ReportOrRefusal&& found, const std::optional<std::string>& file) {
  if (auto* report = std::get_if<Report>(&found)) {
    report->source.file = file;
    return std::move(*report);
  }
  return std::get<Refusal>(std::move(found));
}

MissingInput missing(const FoundFile& file, const Error& error) {
  return {{error.kind, "cannot read " + as_utf8(file.path) + ": " + error.message}};
}
}  // namespace

std::optional<MissingInput> Inputs::State::open(const FoundFile& found) {
  auto opened = open_bytes(found.path);
  if (!opened) return missing(found, opened.error());
  source = std::move(*opened);
  bytes.open(*source);
  bytes.raw().fill();
  if (const auto& error = bytes.raw().error(); error && error->kind == ErrorKind::unreadable) {
    MissingInput item = missing(found, *error);
    close();
    return item;
  }
  file = found.path == "-" ? std::nullopt : std::optional(as_utf8(found.path));
  reader = open_reader(bytes, {file.value_or(found.name), as_utf8(found.name)}, options);
  return std::nullopt;
}

void Inputs::State::close() {
  if (source) bytes_of_closed += bytes.raw().bytes_read();
  reader.reset();
  source.reset();
}

Inputs::Inputs(std::vector<std::string> paths, IngestOptions options)
    : state_(std::make_unique<State>(
          State{.paths = paths, .options = std::move(options), .walk = Walk(std::move(paths))})) {}
Inputs::~Inputs() = default;
Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;

std::optional<IngestItem> Inputs::next() {
  while (true) {
    if (state_->reader) {
      if (auto found = state_->reader->next()) return to_item(std::move(*found), state_->file);
      state_->close();
    }
    auto file = state_->walk.next();
    if (!file) return std::nullopt;
    if (!*file) {
      Error error = file->error();
      error.message = as_utf8(error.message);
      return MissingInput{std::move(error)};
    }
    if (auto item = state_->open(**file)) return std::move(*item);
  }
}

std::uint64_t Inputs::bytes_done() const {
  return state_->bytes_of_closed + (state_->source ? state_->bytes.raw().bytes_read() : 0);
}

std::uint64_t Inputs::bytes_total() const {
  if (!state_->bytes_total) state_->bytes_total = total_bytes(state_->paths);
  return *state_->bytes_total;
}

Result<Report> report_from_text(std::string text, Report known, const IngestOptions& options) {
  const std::string name = known.id.empty() ? "the text" : known.id;
  auto report = finish_report(std::move(text), std::move(known), options);
  if (report) return report;
  return Error{report.error().kind, "cannot read " + name + ": " + report.error().message};
}

}  // namespace sayso
