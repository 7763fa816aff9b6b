// `sayso read`: reports -> readings on standard output, as pages, JSON Lines, HTML or CoNLL-U.
#pragma once

#include "cli/report_run.h"
#include "cli/terminal.h"
#include "core/reading_json.h"
#include "engine/engine.h"

namespace sayso {

enum class OutputFormat { automatic, text, json, html, conllu };

struct ReadOptions {
  RunOptions run = {};
  OutputFormat format = OutputFormat::automatic;  // text on a terminal, else JSON Lines
  EngineOptions engine = {};
  JsonOptions json = {};
  ColorChoice color = ColorChoice::automatic;
};

// The exit status: 0 when everything was read, 1 when some input failed (the rest still ran).
int run_read(const ReadOptions& options);

}  // namespace sayso
