// Byte sources: a file, standard input or memory -> its bytes.
//
// Everything that reads inputs reads them through this, so a fuzz target can hand in memory and
// most readers don't know whether their input was compressed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/member_decoder.h"

namespace sayso {

class ReadBuffer;

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
};

// "-" is standard input. Fails with not_found or unreadable.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);

// `bytes` must outlive the source.
std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes);

// What the members of `raw`, which must outlive the source, hold one after another.
std::unique_ptr<ByteSource> decoded_bytes(ReadBuffer& raw, Packing packing);

}  // namespace sayso
