#include <iostream>

#include "core/reading_json.h"
#include "engine/engine.h"
#include "ingest/ingest.h"

int main(int argc, char** argv) {
  auto engine = sayso::Engine::load();
  if (!engine) {
    std::cerr << engine.error().message << '\n';
    return 1;
  }
  sayso::Inputs inputs(std::vector<std::string>(argv + 1, argv + argc));
  std::string out;
  while (auto item = inputs.next()) {
    if (auto* report = std::get_if<sayso::Report>(&*item)) {
      out.clear();
      sayso::to_json(engine->read(std::move(*report)), out);
      std::cout << out << '\n';
    }
  }
}
