// ingest: bytes -> Reports, one at a time, in input order.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/report.h"
#include "core/result.h"
#include "ingest/uri_filter.h"

namespace sayso {

// What the user knows of reports that don't say it themselves.
struct KnownMetadata {
  std::optional<std::string> outlet = {};
  std::optional<std::string> published = {};  // ISO 8601 date
};

struct IngestOptions {
  std::uint64_t max_report_bytes = std::uint64_t{16} << 20U;  // over it, a report is refused
  KnownMetadata known = {};
  UriFilter uris = {};                 // reports with another address, or none, are left out
  std::function<void()> on_skip = {};  // called as something is left out: a bar must move meanwhile
};

// Takes a report's place in the output when it cannot be read.
struct Refusal {
  std::string id = {};  // the given id or the file's name
  Error error = {};
};
using ReportOrRefusal = std::variant<Report, Refusal>;

// An input that holds no report at all (no such file, unreadable, a directory without reports):
// goes to standard error, has no place in the output.
struct MissingInput {
  Error error = {};
};
using IngestItem = std::variant<Report, Refusal, MissingInput>;

// The reports of files, directories (recursively, in name order) and standard input ("-").
// Memory holds one report and one read buffer, whatever the inputs' size.
class Inputs {
 public:
  explicit Inputs(std::vector<std::string> paths, IngestOptions options = {});
  ~Inputs();
  Inputs(const Inputs&) = delete;
  Inputs& operator=(const Inputs&) = delete;
  Inputs(Inputs&&) noexcept;
  Inputs& operator=(Inputs&&) noexcept;

  // The next item, or nothing when all inputs are read.
  std::optional<IngestItem> next();
  // For a progress bar: bytes of the files as they lie on disk; total is 0 when unknown.
  std::uint64_t bytes_done() const;
  std::uint64_t bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One plain-text report, with the metadata its text shows (outlet, dateline, byline, date, title).
// Fields already set in `known` (id, outlet, published ...) win over what the text says.
// Fails with not_text or too_large.
Result<Report> report_from_text(std::string text, Report known = {}, const IngestOptions& = {});

}  // namespace sayso
