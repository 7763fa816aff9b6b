#include "core/values.h"

#include <array>

namespace sayso {

std::string_view to_text(TimexType type) {
  static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
  return kNames[static_cast<std::size_t>(type)];
}

std::string_view to_text(PlaceKind kind) {
  return kind == PlaceKind::literal ? "literal" : "associative";
}

}  // namespace sayso
