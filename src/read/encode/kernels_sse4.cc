// The kernels for SSE 4.1 (every x86-64 processor since 2009).
#include "read/encode/kernel_body.h"

namespace sayso {
extern const Kernels kSse4Kernels;
constexpr Kernels kSse4Kernels = table_named("sse4");
}  // namespace sayso
