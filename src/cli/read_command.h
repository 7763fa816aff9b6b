// `sayso read`: reports -> readings on standard output, as pages, JSON Lines or HTML.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/terminal.h"
#include "core/report.h"
#include "ingest/ingest.h"

namespace sayso {

enum class ReaderKind { fast };
enum class OutputFormat { automatic, text, json, html };

struct ReadOptions {
  std::vector<std::string> inputs = {};
  OutputFormat format = OutputFormat::automatic;  // text on a terminal, else JSON Lines
  ReaderKind reader = ReaderKind::fast;
  bool pretty = false;
  std::string output = {};  // a file; empty = standard output
  unsigned threads = 0;     // 0 = as many as there are processors
  ColorChoice color = ColorChoice::automatic;
  bool quiet = false;
  IngestOptions ingest = {};
};

// The exit status: 0 when everything was read, 1 when some input failed (the rest still ran).
int run_read(const ReadOptions& options);

}  // namespace sayso
