// One run over all inputs: every report and refusal, in input order, in one format.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace sayso {

// What the commands that go over inputs share.
struct RunOptions {
  std::vector<std::string> inputs = {};
  std::string output = {};  // a file; empty = standard output
  unsigned threads = 0;     // 0 = as many as there are processors
  bool quiet = false;
  IngestOptions ingest = {};

  // Whether people will read the output as it comes.
  bool to_terminal() const;
};

// The text of reports in a row, and of one refusal; `number`, of the first, counts reports and
// refusals from 1. Called by several threads.
struct ItemFormat {
  std::string_view head = {}, foot = {};  // of the whole output
  std::function<std::string(std::vector<Report> reports, std::size_t number)> reports = {};
  std::function<std::string(const Refusal& refusal, std::size_t number)> refusal = {};
};

// A refusal as the JSON object that takes its report's place, on a line of its own.
std::function<std::string(const Refusal& refusal, std::size_t number)> refusal_as_json(bool pretty);

// The exit status: 0 when everything was read, 1 when some input failed (the rest still ran) or
// the output cannot be written. Errors and the progress bar go to standard error.
int run_reports(const RunOptions& options, const ItemFormat& format);

// A message as it may be shown: a name or address in it must not drive the terminal, so each
// control character becomes U+FFFD, as does each byte that is not UTF-8.
std::string without_controls(std::string_view message);

// What stands between two reports of a text output; nothing in front of the first.
std::string separator_line(std::size_t number, unsigned width);

}  // namespace sayso
