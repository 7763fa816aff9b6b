#include "ingest/text/text_reports.h"

#include <utility>

#include "ingest/text/finish_report.h"

namespace sayso {
namespace {
class TextReport : public ReportReader {
 public:
  explicit TextReport(ReaderInput input) : input_(std::move(input)) {}

  std::optional<ReportOrRefusal> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    auto report = read();
    if (report) return std::move(*report);
    Error error = report.error();
    error.message = "cannot read " + input_.path + ": " + error.message;
    return Refusal{input_.name, std::move(error)};
  }

 private:
  Result<Report> read() {
    // One byte over the limit tells as much as all the rest.
    input_.buffer.fill_to(input_.options.max_report_bytes + 1);
    if (input_.buffer.error()) return *input_.buffer.error();
    Report known;
    known.id = input_.name;
    return finish_report(std::string(input_.buffer.window()), std::move(known), input_.options);
  }

  ReaderInput input_;
  bool done_ = false;
};
}  // namespace

std::unique_ptr<ReportReader> read_text(ReaderInput input) {
  return std::make_unique<TextReport>(std::move(input));
}

}  // namespace sayso
