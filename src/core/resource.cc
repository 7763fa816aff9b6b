#include "core/resource.h"

#include <cassert>

// resources.inc has one RESOURCE(number, "path") line a file; resources.S holds the bytes.
#define RESOURCE(number, path)                             \
  extern "C" const char sayso_resource_##number##_begin[]; \
  extern "C" const char sayso_resource_##number##_end[];
#include "resources.inc"
#undef RESOURCE

namespace sayso {

std::string_view resource([[maybe_unused]] std::string_view name) {
#define RESOURCE(number, path)                                          \
  if (name == (path)) {                                                 \
    return {sayso_resource_##number##_begin,                            \
            static_cast<std::size_t>(sayso_resource_##number##_end -    \
                                     sayso_resource_##number##_begin)}; \
  }
#include "resources.inc"
#undef RESOURCE
  assert(false && "no such resource");
  return {};
}

}  // namespace sayso
