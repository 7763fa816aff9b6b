// Bytes -> their SHA-256.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

// Lower-case hexadecimal, 64 digits.
std::string sha256_hex(std::string_view bytes);

}  // namespace sayso
