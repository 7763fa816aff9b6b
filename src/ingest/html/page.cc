#include "ingest/html/page.h"

#include <utility>

#include "ingest/text/finish_report.h"

namespace sayso {

Result<Report> report_from_page(std::string_view bytes, PageSource source,
                                const IngestOptions& options) {
  Report known;
  known.id = std::move(source.id);
  known.uri = std::move(source.uri);
  return finish_report(std::string(bytes), std::move(known), options);
}

Result<Report> report_from_fragment(std::string_view html, Report known,
                                    const IngestOptions& options) {
  return finish_report(std::string(html), std::move(known), options);
}

std::unique_ptr<ReportReader> read_page(ReaderInput) { return nullptr; }

}  // namespace sayso
