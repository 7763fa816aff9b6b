#include "ingest/text/text_reports.h"

#include <string>
#include <utility>

#include "ingest/text/finish_report.h"
#include "ingest/whole_input.h"

namespace sayso {

std::unique_ptr<ReportReader> read_text(ReaderInput input) {
  return read_whole(std::move(input), [](std::string_view bytes, const ReaderInput& from) {
    Report known;
    known.id = from.name;
    return finish_report(std::string(bytes), std::move(known), from.options);
  });
}

}  // namespace sayso
