// Inputs that are one report: a text file, a page.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/report_reader.h"

namespace sayso {

// Reads the input to its end, or to one byte over the limit, which tells as much as all the rest,
// and makes the report with `make`; its errors get the input's name in front.
using MakeReport = Result<Report> (*)(std::string_view bytes, const ReaderInput& input);
std::unique_ptr<ReportReader> read_whole(ReaderInput input, MakeReport make);

}  // namespace sayso
