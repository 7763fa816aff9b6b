// InputBytes: one opened input -> its bytes as they lie, and decompressed.
#pragma once

#include <memory>

#include "ingest/byte_source.h"
#include "ingest/read_buffer.h"

namespace sayso {

// Its buffers keep their memory from one input to the next.
class InputBytes {
 public:
  // Starts on `source`, which must outlive its use here.
  void open(ByteSource& source);
  // As they lie.
  ReadBuffer& raw() { return raw_; }
  // gzip (also several members in a row) and zstd, told by their first bytes, are decompressed;
  // other bytes are as they lie. To be asked for before anything is consumed.
  ReadBuffer& decoded();

 private:
  ReadBuffer raw_ = ReadBuffer();
  ReadBuffer decoded_ = ReadBuffer();
  std::unique_ptr<ByteSource> decoder_ = {};
};

}  // namespace sayso
