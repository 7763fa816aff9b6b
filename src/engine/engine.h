// Engine: Report -> Reading, the stages in order. The only code that knows the order.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/reader_options.h"
#include "core/reading.h"
#include "core/report.h"
#include "core/result.h"

namespace sayso {

struct EngineOptions {
  ReaderOptions reader = {};
  std::vector<std::string> actor_files = {};  // more actors: see normalise/actor/registry.h
};

// Const once loaded and shared by threads; the same report gives the same reading on every CPU
// and with any number of threads.
class Engine {
 public:
  // From the resources inside the program; the full reader unless the options say otherwise.
  static Result<Engine> load(const EngineOptions& options = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  Reading read(Report report) const;
  // The same readings, faster: each stage reads all reports before the next begins, so that its
  // tables stay near the processor (a tenth of the time, from some dozen reports on).
  std::vector<Reading> read(std::vector<Report> reports) const;
  // Plain text, read as one report with the metadata its text shows. What `known` says of it
  // (id, outlet, published ...) wins. Fails with not_text or too_large.
  Result<Reading> read_text(std::string text, Report known = {}) const;

 private:
  struct Resources;
  explicit Engine(std::unique_ptr<const Resources> resources);
  std::unique_ptr<const Resources> resources_;
};

}  // namespace sayso
