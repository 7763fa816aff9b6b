// The questions that weights answer on the way from a cue to an attribution.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sayso {

// Each has its own features and its own weights; the numbers are part of the model file's format.
enum class Judgement : std::uint8_t {
  cue,          // may this word attribute anything?
  source,       // which words are its source?
  layout,       // where does its content stand?
  left_begin,   // where does content before the cue begin?
  right_begin,  // ... and content after it?
  right_end,    // ... and where does that end?
  carry,        // does the content go on in the next sentence?
  keep,         // is all of it right?
};
inline constexpr std::size_t kJudgements = 8;

}  // namespace sayso
