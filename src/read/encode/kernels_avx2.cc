// The kernels for AVX2.
#include "read/encode/kernel_body.h"

namespace sayso {
extern const Kernels kAvx2Kernels;
constexpr Kernels kAvx2Kernels = table_named("avx2");
}  // namespace sayso
