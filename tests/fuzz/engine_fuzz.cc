// Text through every stage, to JSON and CoNLL-U.
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <utility>

#include "check.h"
#include "core/conllu.h"
#include "core/reading_json.h"
#include "engine/engine.h"
#include "ingest/ingest.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  // The fast one: model_fuzz.cc is for what the full reader adds, whose model is slow to look into.
  static const auto engine = sayso::Engine::load({.reader = {.kind = sayso::ReaderKind::fast}});
  if (!engine) std::cerr << engine.error().message << '\n';
  sayso::require(static_cast<bool>(engine));
  // Gives the year-less dates of the text something to be relative to.
  sayso::Report known{.id = "a", .published = "2023-06-21", .language = "en"};
  auto report = sayso::report_from_text(std::string(reinterpret_cast<const char*>(data), size),
                                        std::move(known));
  if (!report) return 0;
  sayso::check(*report);
  std::string json;
  std::string conllu;
  const sayso::Reading reading = engine->read(std::move(*report));
  sayso::to_json(reading, json, {.tokens = true});
  sayso::to_conllu(reading, conllu);
  sayso::require(!sayso::find_invalid_utf8(json) && !sayso::find_invalid_utf8(conllu));
  return 0;
}
