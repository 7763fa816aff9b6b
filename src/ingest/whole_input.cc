#include "ingest/whole_input.h"

#include <utility>

namespace sayso {
namespace {
class WholeInput : public ReportReader {
 public:
  WholeInput(ReaderInput input, MakeReport make) : input_(std::move(input)), make_(make) {}

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
    input_.buffer.fill_to(input_.options.max_report_bytes + 1);
    if (input_.buffer.error()) return *input_.buffer.error();
    return make_(input_.buffer.window(), input_);
  }

  ReaderInput input_;
  MakeReport make_;
  bool done_ = false;
};
}  // namespace

std::unique_ptr<ReportReader> read_whole(ReaderInput input, MakeReport make) {
  return std::make_unique<WholeInput>(std::move(input), make);
}

}  // namespace sayso
