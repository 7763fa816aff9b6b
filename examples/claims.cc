// Prints every claim of a report with the voices it stands in, the outermost first.
#include <sayso/sayso.h>

#include <iostream>
#include <iterator>

int main() {
  const auto engine = sayso::Engine::load();
  if (!engine) return std::cerr << engine.error().message << '\n', 1;
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const auto reading = engine->read_text(text);
  if (!reading) return std::cerr << reading.error().message << '\n', 1;

  for (const sayso::Event& event : reading->events) {
    std::cout << to_text(event.type) << ": ";
    for (const sayso::AttributionIndex voice : event.voice) {
      for (const sayso::Span source : reading->attributions[voice].source) {
        std::cout << slice(text, source) << " > ";
      }
    }
    std::cout << slice(text, event.evidence) << '\n';
  }
}
