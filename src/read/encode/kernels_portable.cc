// The kernels in plain C++, for any processor (and the slow, obvious twin of the others).
#define SAYSO_PORTABLE_KERNELS
#include "read/encode/kernel_body.h"

namespace sayso {
extern const Kernels kPortableKernels;
constexpr Kernels kPortableKernels = table_named("portable");
}  // namespace sayso
