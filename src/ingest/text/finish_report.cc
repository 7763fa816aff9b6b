#include "ingest/text/finish_report.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "ingest/calendar.h"
#include "ingest/language.h"
#include "ingest/sha256.h"
#include "ingest/text/head.h"
#include "ingest/text_fault.h"

namespace sayso {
namespace {
// Spans count bytes in 32 bits.
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1;

void normalise_date(std::optional<std::string>& date, const char* which, Report& report) {
  if (!date) return;
  if (auto iso = to_iso(*date)) {
    date = std::move(*iso);
    return;
  }
  report.warnings.push_back("cannot read the " + std::string(which) + " date \"" + *date +
                            "\": ignored");
  date.reset();
}
}  // namespace

std::string over_limit(const IngestOptions& options) {
  const std::uint64_t limit = std::min(options.max_report_bytes, kMostBytes);
  constexpr std::uint64_t kMebibyte = std::uint64_t{1} << 20U;
  const std::string size = limit % kMebibyte == 0 ? std::to_string(limit / kMebibyte) + " MiB"
                                                  : std::to_string(limit) + " bytes";
  return "over the limit of " + size + " a report";
}

Result<Report> finish_report(std::string text, Report known, const IngestOptions& options) {
  if (text.size() > std::min(options.max_report_bytes, kMostBytes)) {
    return Error{ErrorKind::too_large, over_limit(options)};
  }
  if (auto fault = find_text_fault(text)) return std::move(*fault);
  Report report = std::move(known);
  report.text = std::move(text);
  report.sha256 = sha256_hex(report.text);
  normalise_date(report.published, "publication", report);
  normalise_date(report.modified, "modification", report);
  find_head(report, options.known);
  if (report.language) {
    report.language = language_tag(*report.language);
  } else {
    report.language = identify_language(report.text, report.furniture);
  }
  return report;
}

}  // namespace sayso
