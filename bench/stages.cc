// Nanoseconds a byte of text for each stage of the engine, over the reports of one JSON Lines file
// (SAYSO_BENCH_REPORTS), all stages before it done outside the clock; and nanoseconds a look-up in
// the gazetteer.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <variant>
#include <vector>

#include "attribute/attribute.h"
#include "core/reading.h"
#include "core/reading_json.h"
#include "core/resource.h"
#include "events/events.h"
#include "ingest/ingest.h"
#include "normalise/match/name_key.h"
#include "normalise/normalise.h"
#include "normalise/place/gazetteer.h"
#include "read/read.h"

namespace {
using namespace sayso;  // NOLINT(google-build-using-namespace)

template <typename Resource, typename... Options>
Resource load(const Options&... options) {
  auto loaded = Resource::load(options...);
  if (!loaded) {
    std::cerr << "stages: " << loaded.error().message << '\n';
    std::exit(1);
  }
  return std::move(*loaded);
}

struct Stages {
  Reader reader = load<Reader>(ReaderOptions{.kind = ReaderKind::fast});
  Cues cues = load<Cues>();
  ValueResources values = load<ValueResources>();
  EventLexicon events = load<EventLexicon>();
};

const char* input() { return std::getenv("SAYSO_BENCH_REPORTS"); }

std::vector<Report> reports() {
  std::vector<Report> out;
  Inputs inputs({input()});
  while (auto item = inputs.next()) {
    if (auto* report = std::get_if<Report>(&*item)) out.push_back(std::move(*report));
  }
  return out;
}

// Every reading, whole: what each stage is given.
std::vector<Reading> readings(const Stages& s) {
  std::vector<Reading> out;
  for (Report& report : reports()) {
    Reading r{.report = std::move(report)};
    r.analysis = analyse(r.report, s.reader);
    r.attributions = find_attributions(r.report, r.analysis, s.cues);
    r.values = find_values(r.report, r.analysis, s.values);
    r.events = find_events(r.report, r.analysis, r.attributions, r.values, s.events).events;
    out.push_back(std::move(r));
  }
  return out;
}

std::size_t bytes_of(const std::vector<Reading>& all) {
  std::size_t bytes = 0;
  for (const Reading& r : all) bytes += r.report.text.size();
  return bytes;
}

void run(benchmark::State& state, std::size_t bytes, const std::function<void()>& work) {
  for (auto _ : state) work();
  const auto total = static_cast<double>(bytes) * static_cast<double>(state.iterations());
  state.counters["ns_per_byte"] =
      benchmark::Counter(total / 1e9, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// Registers a benchmark of `stage` over every reading.
void add(const char* name, const std::vector<Reading>& all,
         const std::function<void(const Reading&)>& stage) {
  benchmark::RegisterBenchmark(name, [&all, stage](benchmark::State& state) {
    run(state, bytes_of(all), [&] {
      for (const Reading& r : all) stage(r);
    });
  })->Unit(benchmark::kMillisecond);
}
}  // namespace

int main(int argc, char** argv) {
  if (input() == nullptr) {
    std::cerr << "stages: set SAYSO_BENCH_REPORTS to a JSON Lines file of reports\n";
    return 2;
  }
  const Stages s;
  const std::vector<Reading> all = readings(s);
  benchmark::RegisterBenchmark("ingest", [&all](benchmark::State& state) {
    run(state, bytes_of(all), [] { benchmark::DoNotOptimize(reports()); });
  })->Unit(benchmark::kMillisecond);
  add("read", all,
      [&](const Reading& r) { benchmark::DoNotOptimize(analyse(r.report, s.reader)); });
  add("attribute", all, [&](const Reading& r) {
    benchmark::DoNotOptimize(find_attributions(r.report, r.analysis, s.cues));
  });
  add("normalise", all, [&](const Reading& r) {
    benchmark::DoNotOptimize(find_values(r.report, r.analysis, s.values));
  });
  add("events", all, [&](const Reading& r) {
    benchmark::DoNotOptimize(find_events(r.report, r.analysis, r.attributions, r.values, s.events));
  });
  // One look-up for each word of the reports, as a name of one word.
  const auto gazetteer = Gazetteer::open(resource("models/gazetteer.bin"));
  benchmark::RegisterBenchmark("look-up", [&](benchmark::State& state) {
    std::size_t looked = 0;
    for (auto _ : state) {
      for (const Reading& r : all) {
        for (const Token& token : r.analysis.tokens) {
          benchmark::DoNotOptimize(gazetteer->find(extend_name(0, token.key)));
        }
        looked += r.analysis.tokens.size();
      }
    }
    state.counters["ns_each"] =
        benchmark::Counter(static_cast<double>(looked) / 1e9,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  });
  std::string out;
  add("json", all, [&](const Reading& r) {
    out.clear();
    to_json(r, out);
    benchmark::DoNotOptimize(out.data());
  });
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
