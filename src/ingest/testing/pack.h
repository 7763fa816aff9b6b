// For tests, fuzz targets and benchmarks: bytes -> the same packed as one gzip member or zstd
// frame.
#pragma once

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace sayso::testing {

enum class Wrapper : int { zlib = MAX_WBITS, gzip = 16 + MAX_WBITS, raw_deflate = -MAX_WBITS };

inline std::string deflated(std::string_view bytes, Wrapper wrapper, int level = 6) {
  z_stream stream = {};
  constexpr int kMemory = 8;
  deflateInit2(&stream, level, Z_DEFLATED, static_cast<int>(wrapper), kMemory, Z_DEFAULT_STRATEGY);
  constexpr std::size_t kAround = 64;  // header and trailer
  std::string out(deflateBound(&stream, bytes.size()) + kAround, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

inline std::string gzip(std::string_view bytes, int level = 6) {
  return deflated(bytes, Wrapper::gzip, level);
}

inline std::string zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  constexpr int kLevel = 3;
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), kLevel));
  return out;
}

}  // namespace sayso::testing
