// Voices: voice_of (core/attribution.h) for many spans, without looking at every attribution.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/attribution.h"
#include "core/span.h"

namespace sayso {

class Voices {
 public:
  explicit Voices(const std::vector<Attribution>& attributions);

  // As voice_of: the attributions whose content holds `span`, the outermost first. Looks at the 64
  // innermost contents that are open where the span begins.
  std::vector<AttributionIndex> of(Span span) const;
  // The innermost content that holds `span`.
  std::optional<Span> content_of(Span span) const;

 private:
  struct Content {
    Span span = {};
    AttributionIndex attribution = 0;
    std::uint32_t enclosing = 0;  // index plus one of the content open when this began
  };
  template <typename Visit>
  void visit(Span span, Visit visit) const;

  std::vector<Content> contents_;     // by begin, longer first
  std::vector<std::uint64_t> sizes_;  // bytes of each attribution's contents
};

}  // namespace sayso
