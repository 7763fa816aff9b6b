#include "ingest/report_reader.h"

#include <utility>

#include "ingest/content.h"
#include "ingest/feed/json_feed.h"
#include "ingest/feed/xml_feed.h"
#include "ingest/html/page.h"
#include "ingest/table/csv_reports.h"
#include "ingest/table/json_reports.h"
#include "ingest/text/text_reports.h"
#include "ingest/warc/warc_bytes.h"
#include "ingest/warc/warc_reports.h"

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

// Leaves out the reports whose address is not wanted.
class WantedReports : public ReportReader {
 public:
  WantedReports(std::unique_ptr<ReportReader> all, const IngestOptions& options)
      : all_(std::move(all)), uris_(options.uris), on_skip_(options.on_skip) {}
  std::optional<ReportOrRefusal> next() override {
    while (auto item = all_->next()) {
      const auto* report = std::get_if<Report>(&*item);
      if (report == nullptr || (report->uri && uris_.wants(*report->uri))) return item;
      if (on_skip_) on_skip_();
    }
    return std::nullopt;
  }

 private:
  std::unique_ptr<ReportReader> all_;
  UriFilter uris_;
  std::function<void()> on_skip_;
};

std::unique_ptr<ReportReader> refuse(const ReaderInput& input, const Content& content) {
  const ErrorKind kind =
      content.kind == ContentKind::binary ? ErrorKind::not_text : ErrorKind::malformed;
  return std::make_unique<RefusedInput>(
      Refusal{input.name, {kind, "cannot read " + input.path + ": it is " + content.why_not}});
}

std::unique_ptr<ReportReader> open_decoded(ReaderInput input) {
  input.buffer.fill_to(kContentSample);
  const Content content = tell_content(input.buffer.window(), input.name);
  switch (content.kind) {
    case ContentKind::text: return read_text(std::move(input));
    case ContentKind::json_lines: return read_json_lines(std::move(input));
    case ContentKind::json_values: return read_json_values(std::move(input));
    case ContentKind::json_feed: return read_json_feed(std::move(input));
    case ContentKind::csv: return read_csv(std::move(input));
    case ContentKind::html: return read_page(std::move(input));
    case ContentKind::xml_feed: return read_xml_feed(std::move(input));
    case ContentKind::mail:
    case ContentKind::other_text:
    case ContentKind::binary: break;
  }
  return refuse(input, content);
}
}  // namespace

std::unique_ptr<ReportReader> open_reader(InputBytes& bytes, InputName name,
                                          const IngestOptions& options) {
  bytes.raw().fill_to(kContentSample);
  if (is_warc(bytes.raw().window())) {
    return read_warc({bytes.raw(), std::move(name.path), std::move(name.name), options});
  }
  auto reader =
      open_decoded({bytes.decoded(), std::move(name.path), std::move(name.name), options});
  if (options.uris.wants_all()) return reader;
  return std::make_unique<WantedReports>(std::move(reader), options);
}

}  // namespace sayso
