#include "engine/engine.h"

#include <string>
#include <string_view>
#include <utility>

#include "attribute/attribute.h"
#include "events/events.h"
#include "ingest/ingest.h"
#include "normalise/normalise.h"
#include "read/read.h"

namespace sayso {
namespace {
// "en", "en-US", "EN_gb": BCP 47 compares without regard to case.
bool is_english(std::string_view language) {
  if (language.size() < 2) return false;
  const bool en = (language[0] | 0x20) == 'e' && (language[1] | 0x20) == 'n';
  return en && (language.size() == 2 || language[2] == '-' || language[2] == '_');
}

bool is_empty(const Report& report) {
  return report.text.find_first_not_of(" \t\r\n") == std::string::npos;
}
bool is_foreign(const Report& report) { return report.language && !is_english(*report.language); }
bool can_be_read(const Report& report) { return !is_empty(report) && !is_foreign(report); }

Reading begin_reading(Report report) {
  Reading r{.report = std::move(report)};
  r.warnings = r.report.warnings;
  if (is_empty(r.report)) {
    r.warnings.emplace_back("the text is empty");
  } else if (is_foreign(r.report)) {
    r.warnings.push_back("the text is in another language (" + *r.report.language +
                         ") than this reader knows (en): only metadata was read");
  }
  return r;
}
}  // namespace

struct Engine::Resources {
  Reader reader;
  Cues cues;
  ValueResources values;
  EventLexicon events;
};

Engine::Engine(std::unique_ptr<const Resources> resources) : resources_(std::move(resources)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Result<Engine> Engine::load(const EngineOptions& options) {
  auto reader = Reader::load(options.reader);
  if (!reader) return reader.error();
  auto cues = Cues::load();
  if (!cues) return cues.error();
  auto values = ValueResources::load(options.actor_files);
  if (!values) return values.error();
  auto events = EventLexicon::load();
  if (!events) return events.error();
  return Engine(std::make_unique<const Resources>(
      Resources{std::move(*reader), std::move(*cues), std::move(*values), std::move(*events)}));
}

std::vector<Reading> Engine::read(std::vector<Report> reports) const {
  std::vector<Reading> readings;
  readings.reserve(reports.size());
  for (Report& report : reports) {
    readings.push_back(begin_reading(std::move(report)));
    readings.back().reader = to_text(resources_->reader.kind());
  }
  const auto each = [&readings](const auto& stage) {
    for (Reading& r : readings) {
      if (can_be_read(r.report)) stage(r);
    }
  };
  each([&](Reading& r) {
    r.analysis = analyse(r.report, resources_->reader);
    if (resources_->reader.kind() == ReaderKind::full &&
        r.analysis.tokens.size() > kMostFullTokens) {
      r.reader = to_text(ReaderKind::fast);
      r.warnings.push_back("the text is longer than the full reader takes (" +
                           std::to_string(kMostFullTokens) +
                           " words and marks): the fast one read it");
    }
  });
  each([&](Reading& r) {
    r.attributions = find_attributions(r.report, r.analysis, resources_->cues);
  });
  each([&](Reading& r) { r.values = find_values(r.report, r.analysis, resources_->values); });
  each([&](Reading& r) {
    Events found = find_events(r.report, r.analysis, r.attributions, r.values, resources_->events);
    r.events = std::move(found.events);
    r.labels = std::move(found.labels);
    r.incidents = std::move(found.incidents);
  });
  return readings;
}

Reading Engine::read(Report report) const {
  std::vector<Report> one;
  one.push_back(std::move(report));
  return std::move(read(std::move(one)).front());
}

Result<Reading> Engine::read_text(std::string text, Report known) const {
  auto report = report_from_text(std::move(text), std::move(known));
  if (!report) return report.error();
  return read(std::move(*report));
}

}  // namespace sayso
