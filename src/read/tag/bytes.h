// Model files: bytes inside the program -> numbers and sections, read in place.
//
// A file is: 8 bytes of magic ("SAYSOMOD"), then little-endian 32-bit numbers: format version (1),
// number of sections, and for each section its begin and its size in bytes. What a section holds
// is the model's business. Nothing is copied or built at load, so loading costs nothing.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace sayso {

inline constexpr std::string_view kModelMagic = "SAYSOMOD";
inline constexpr std::uint32_t kModelFormat = 1;

// The number of type T at index `i` of an array that begins at `bytes`; the caller checks bounds.
template <typename T>
T number_at(const char* bytes, std::size_t i) {
  T value;
  std::memcpy(&value, bytes + i * sizeof(T), sizeof(T));
  return value;
}

// The sections of a model file, or nothing when it is no such file or cut short.
std::optional<std::vector<std::string_view>> model_sections(std::string_view file);

}  // namespace sayso
