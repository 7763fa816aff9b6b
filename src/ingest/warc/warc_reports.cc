#include "ingest/warc/warc_reports.h"

#include <utility>

#include "ingest/html/page.h"
#include "ingest/markup.h"
#include "ingest/text/finish_report.h"
#include "ingest/text_fault.h"
#include "ingest/warc/http_response.h"
#include "ingest/warc/warc_records.h"

namespace sayso {
namespace {
constexpr int kOk = 200;
// An HTTP header beside the largest page.
constexpr std::uint64_t kHeaderRoom = std::uint64_t{64} << 10U;

bool is_resource(const WarcHead& head) { return equal_but_for_case(head.type, "resource"); }

bool is_wanted(const WarcHead& head, const UriFilter& uris) {
  const bool response = equal_but_for_case(head.type, "response");
  const bool resource =
      equal_but_for_case(head.type, "resource") && is_html(parse_media_type(head.content_type));
  return (response || resource) && uris.wants(head.target_uri);
}

MediaType type_of(const WarcHead& head, const HttpResponse& response) {
  return parse_media_type(is_resource(head) ? head.content_type
                                            : response.fields.find("content-type").value_or(""));
}

// Nothing when the record holds no HTML, or the server had no page to give.
std::optional<HttpResponse> find_page(const WarcRecord& record) {
  if (is_resource(record.head)) return HttpResponse{.status = kOk, .body = record.block};
  auto response = parse_http_response(record.block);
  if (!response || response->status != kOk) return std::nullopt;
  const MediaType type = type_of(record.head, *response);
  const bool html =
      type.name.empty() ? tell_markup(response->body) == MarkupKind::html : is_html(type);
  return html ? std::move(response) : std::nullopt;
}

class WarcReports : public ReportReader {
 public:
  explicit WarcReports(ReaderInput input)
      : input_(std::move(input)),
        records_(
            input_.buffer, [this](const WarcHead& head) { return wants(head); },
            input_.options.max_report_bytes + kHeaderRoom) {}

  std::optional<ReportOrRefusal> next() override {
    while (const auto item = records_.next()) {
      if (const auto* fault = std::get_if<WarcFault>(&*item)) {
        return refuse({.offset = fault->offset}, fault->error);
      }
      const auto& record = std::get<WarcRecord>(*item);
      if (const auto page = find_page(record)) return read(record, *page);
    }
    return std::nullopt;
  }

 private:
  bool wants(const WarcHead& head) const {
    const bool wanted = is_wanted(head, input_.options.uris);
    if (!wanted && input_.options.on_skip) input_.options.on_skip();
    return wanted;
  }

  ReportOrRefusal read(const WarcRecord& record, const HttpResponse& page) {
    auto report = report_from(record, page);
    if (!report) return refuse(record.head, report.error());
    return std::move(*report);
  }

  Result<Report> report_from(const WarcRecord& record, const HttpResponse& page) {
    const Error too_large{ErrorKind::too_large, over_limit(input_.options)};
    if (!record.whole) return too_large;
    const auto body = bodies_.decode(page, input_.options.max_report_bytes);
    if (!body && body.error().kind == ErrorKind::too_large) return too_large;
    if (!body) return body.error();
    PageSource source{.charset = type_of(record.head, page).charset, .id = id_of(record.head)};
    if (!record.head.target_uri.empty()) source.uri = as_utf8(record.head.target_uri);
    if (!record.head.date.empty()) source.fetched = as_utf8(record.head.date);
    auto report = report_from_page(*body, std::move(source), input_.options);
    if (!report) return report;
    report->source.media_type = "application/warc";
    report->source.offset = record.head.offset;
    if (!record.head.truncated.empty()) {
      report->warnings.push_back("the crawler cut the page short (WARC-Truncated: " +
                                 as_utf8(record.head.truncated) + ")");
    } else if (bodies_.cut_short()) {
      report->warnings.emplace_back("the page's compressed data break off: its end is missing");
    }
    return report;
  }

  std::string id_of(const WarcHead& head) const {
    return head.id.empty() ? input_.name + ":" + std::to_string(head.offset) : as_utf8(head.id);
  }

  Refusal refuse(const WarcHead& head, const Error& error) const {
    std::string message =
        "cannot read " + input_.path + " at offset " + std::to_string(head.offset);
    if (!head.target_uri.empty()) message += " (" + as_utf8(head.target_uri) + ")";
    return {id_of(head), {error.kind, message + ": " + error.message}};
  }

  ReaderInput input_;
  WarcRecords records_;
  HttpBodies bodies_ = {};
};
}  // namespace

std::unique_ptr<ReportReader> read_warc(ReaderInput input) {
  return std::make_unique<WarcReports>(std::move(input));
}

}  // namespace sayso
