// One gzip member or zstd frame -> its contents, in pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace sayso {

enum class Packing : std::uint8_t { none, gzip, zstd };

// By the first bytes; four are enough.
Packing tell_packing(std::string_view first_bytes);

struct DecodeStep {
  std::size_t used = 0;         // bytes of the input
  std::size_t made = 0;         // bytes of output
  bool at_end = false;          // of the member
  const char* fault = nullptr;  // what is wrong with the input: nothing more can be decoded
};

class MemberDecoder {
 public:
  MemberDecoder() = default;
  MemberDecoder(const MemberDecoder&) = delete;
  MemberDecoder& operator=(const MemberDecoder&) = delete;
  MemberDecoder(MemberDecoder&&) = delete;
  MemberDecoder& operator=(MemberDecoder&&) = delete;
  virtual ~MemberDecoder() = default;

  // Starts on a new member.
  virtual void begin() = 0;
  // Decodes what fits into `room` bytes at `out`. No more input is an empty `in`: what the decoder
  // still holds comes out.
  virtual DecodeStep decode(std::string_view in, char* out, std::size_t room) = 0;
};

std::unique_ptr<MemberDecoder> gzip_decoder();
// The raw deflate or zlib data that HTTP calls "deflate".
std::unique_ptr<MemberDecoder> deflate_decoder(bool with_zlib_header);
// `dictionary` is copied.
std::unique_ptr<MemberDecoder> zstd_decoder(std::string_view dictionary = {});

}  // namespace sayso
