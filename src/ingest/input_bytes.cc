#include "ingest/input_bytes.h"

namespace sayso {

void InputBytes::open(ByteSource& source) {
  decoder_.reset();
  raw_.open(source);
}

ReadBuffer& InputBytes::decoded() {
  if (decoder_) return decoded_;
  constexpr std::size_t kMagic = 4;
  raw_.fill_to(kMagic);
  const Packing packing = tell_packing(raw_.window());
  if (packing == Packing::none) return raw_;
  decoder_ = decoded_bytes(raw_, packing);
  decoded_.open(*decoder_);
  return decoded_;
}

}  // namespace sayso
