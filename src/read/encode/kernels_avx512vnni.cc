// The kernels for AVX-512 with VNNI.
#include "read/encode/kernel_body.h"

namespace sayso {
extern const Kernels kAvx512VnniKernels;
constexpr Kernels kAvx512VnniKernels = table_named("avx512vnni");
}  // namespace sayso
