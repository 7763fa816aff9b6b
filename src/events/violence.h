// Scene -> which sentences speak of violence: weapons, the dead and wounded, soldiers, gunmen.
//
// "Attack", "hit", "fight" and "beat" are as much at home in debates and games. Such a word tells
// of an assault only where its surroundings do.
#pragma once

#include <cstdint>
#include <vector>

#include "events/scene.h"

namespace sayso {

class Violence {
 public:
  explicit Violence(const Scene& scene) : scene_(scene), known_(scene.analysis.sentences.size()) {}

  // Whether a draft of an assault is no figure of speech.
  bool is_literal(const Draft& draft);

 private:
  enum class Tone : std::uint8_t { unknown, plain, violent, political };
  Tone tone(std::uint32_t sentence);
  Tone read_tone(std::uint32_t sentence) const;
  bool is_physical(TokenIndex i, TokenIndex last) const;

  const Scene& scene_;
  std::vector<Tone> known_;  // by sentence
};

}  // namespace sayso
