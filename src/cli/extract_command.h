// `sayso extract`: reports -> their clean text and metadata, without any analysis.
#pragma once

#include "cli/report_run.h"
#include "cli/terminal.h"

namespace sayso {

enum class ExtractFormat { text, json, markdown };

struct ExtractOptions {
  RunOptions run = {};
  ExtractFormat format = ExtractFormat::text;
  bool pretty = false;
};

// The exit status, as of run_reports().
int run_extract(const ExtractOptions& options);

}  // namespace sayso
