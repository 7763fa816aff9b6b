// Byte sources: a file, standard input or memory -> its bytes, decompressed.
//
// Everything that reads inputs reads them through this, so a fuzz target can hand in memory and
// no reader knows whether its input was compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"

namespace sayso {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  ByteSource(ByteSource&&) = delete;
  ByteSource& operator=(ByteSource&&) = delete;
  virtual ~ByteSource() = default;

  // Writes up to `size` bytes (not 0) to `out` and returns how many; 0 at the end.
  virtual Result<std::size_t> read(char* out, std::size_t size) = 0;
  // Bytes taken so far from where they lie: compressed bytes of a compressed file.
  virtual std::uint64_t raw_bytes() const = 0;
};

// "-" is standard input. Fails with not_found or unreadable. gzip (also several members in a row)
// and zstd, told by their first bytes, are decompressed.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);

// `bytes` must outlive the source.
std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes);

// The same bytes, decompressed when their first bytes say gzip or zstd.
Result<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> raw);

}  // namespace sayso
