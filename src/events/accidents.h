// Accidents: whether the words around a harm, or the sentences before it, tell of one.
#pragma once

#include <cstdint>
#include <vector>

#include "events/harm.h"
#include "events/scene.h"

namespace sayso {

class Accidents {
 public:
  explicit Accidents(const Scene& scene) : scene_(scene) {}

  // "were killed when a bus overturned"; "A fire killed three": nobody set it, as far as this
  // tells.
  bool explain(const Harm& harm) const;
  // Whether one of the `reach` sentences before it names one.
  bool are_told_before(std::uint32_t sentence, std::uint32_t reach);

 private:
  bool are_told_in(std::uint32_t sentence);
  bool are_named(TokenRange tokens) const;

  enum class Told : std::uint8_t { unknown, no, yes };
  const Scene& scene_;
  std::vector<Told> told_ = {};  // by sentence
};

}  // namespace sayso
