#include "ingest/report_reader.h"

#include <utility>

#include "ingest/content.h"
#include "ingest/table/csv_reports.h"
#include "ingest/table/json_reports.h"
#include "ingest/text/text_reports.h"

namespace sayso {
namespace {
// An input whose format is known and not read: refused in its place.
class RefusedInput : public ReportReader {
 public:
  explicit RefusedInput(Refusal refusal) : refusal_(std::move(refusal)) {}
  std::optional<ReportOrRefusal> next() override {
    if (!refusal_) return std::nullopt;
    return *std::exchange(refusal_, std::nullopt);
  }

 private:
  std::optional<Refusal> refusal_;
};
}  // namespace

std::unique_ptr<ReportReader> open_reader(ReaderInput input) {
  input.buffer.fill_to(kContentSample);
  const Content content = tell_content(input.buffer.window(), input.name);
  switch (content.kind) {
    case ContentKind::text: return read_text(std::move(input));
    case ContentKind::json_lines: return read_json_lines(std::move(input));
    case ContentKind::json_values: return read_json_values(std::move(input));
    case ContentKind::csv: return read_csv(std::move(input));
    case ContentKind::markup:
    case ContentKind::binary: break;
  }
  const ErrorKind kind =
      content.kind == ContentKind::binary ? ErrorKind::not_text : ErrorKind::malformed;
  return std::make_unique<RefusedInput>(Refusal{
      std::move(input.name),
      {kind, "cannot read " + input.path + ": looks like " + std::string(content.looks_like) +
                 "; this version reads plain text, JSON Lines and CSV"}});
}

}  // namespace sayso
