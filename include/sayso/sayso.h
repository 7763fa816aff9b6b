// sayso as a library: read a report, get who said what happened.
//
//   const auto engine = sayso::Engine::load();           // once; const, shared by threads
//   const auto reading = engine->read_text("MIRAVA (AVN) - Four people were ...");
//
// docs/library.md has a walk through a Reading; examples/claims.cc is a whole program.
#pragma once

#include "core/reading.h"       // IWYU pragma: export
#include "core/reading_json.h"  // IWYU pragma: export
#include "core/result.h"        // IWYU pragma: export
#include "engine/engine.h"      // IWYU pragma: export
