#include "read/encode/kernels.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace sayso {

extern const Kernels kPortableKernels;
#if defined(__x86_64__)
extern const Kernels kSse4Kernels;
extern const Kernels kAvx2Kernels;
extern const Kernels kAvx512VnniKernels;
#endif

namespace {

struct Row {
  const Kernels* kernels = nullptr;
  bool (*supported)() = nullptr;
};

// Best last. The builtins need names of features written out, hence a function for each.
constexpr Row kTable[] = {
    {&kPortableKernels, [] { return true; }},
#if defined(__x86_64__)
    {&kSse4Kernels, [] { return true; }},  // the whole program needs it
    {&kAvx2Kernels, [] { return static_cast<bool>(__builtin_cpu_supports("avx2")); }},
    {&kAvx512VnniKernels,
     [] {
       return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
              __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
     }},
#endif
};

std::vector<const Kernels*> find_supported() {
  std::vector<const Kernels*> found;
  for (const Row& row : kTable) {
    if (row.supported()) found.push_back(row.kernels);
  }
  return found;
}

std::string names() {
  std::string all;
  for (const Row& row : kTable) all += (all.empty() ? "" : ", ") + std::string(row.kernels->name);
  return all;
}

}  // namespace

std::span<const Kernels* const> supported_kernels() {
  static const std::vector<const Kernels*> kSupported = find_supported();
  return kSupported;
}

Result<const Kernels*> kernels_named(std::string_view name) {
  for (const Row& row : kTable) {
    if (row.kernels->name != name) continue;
    if (row.supported()) return row.kernels;
    return Error{ErrorKind::not_found, "cannot use the kernels '" + std::string(name) +
                                           "': this processor has no such instructions"};
  }
  return Error{ErrorKind::not_found,
               "cannot use the kernels '" + std::string(name) + "': there are only " + names()};
}

Result<const Kernels*> choose_kernels() {
  const char* name = std::getenv("SAYSO_KERNELS");
  if (name != nullptr && *name != '\0') return kernels_named(name);
  return supported_kernels().back();
}

}  // namespace sayso
