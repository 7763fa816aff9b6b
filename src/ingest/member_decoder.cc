#include "ingest/member_decoder.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace sayso {
namespace {
constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";
// zlib counts in 32 bits.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;

class Inflater : public MemberDecoder {
 public:
  // `window_bits` as inflateInit2 takes them: they say what stands around the data.
  Inflater(int window_bits, const char* damaged)
      : damaged_(damaged), ready_(inflateInit2(&stream_, window_bits) == Z_OK) {}
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  Inflater(Inflater&&) = delete;
  Inflater& operator=(Inflater&&) = delete;
  ~Inflater() override { inflateEnd(&stream_); }

  void begin() override { ready_ = ready_ && inflateReset(&stream_) == Z_OK; }

  DecodeStep decode(std::string_view in, char* out, std::size_t room) override {
    if (!ready_) return {.fault = "no memory to decompress gzip"};
    in = in.substr(0, kMostAtOnce);
    room = std::min(room, kMostAtOnce);
    // zlib's interface is not const-correct: it reads next_in only.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(room);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    DecodeStep step{in.size() - stream_.avail_in, room - stream_.avail_out, status == Z_STREAM_END};
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) step.fault = damaged_;
    return step;
  }

 private:
  z_stream stream_ = {};
  const char* damaged_;
  bool ready_;
};

class ZstdDecoder : public MemberDecoder {
 public:
  explicit ZstdDecoder(std::string_view dictionary) : stream_(ZSTD_createDCtx()) {
    if (stream_ != nullptr && !dictionary.empty()) {
      ZSTD_DCtx_loadDictionary(stream_, dictionary.data(), dictionary.size());
    }
  }
  ZstdDecoder(const ZstdDecoder&) = delete;
  ZstdDecoder& operator=(const ZstdDecoder&) = delete;
  ZstdDecoder(ZstdDecoder&&) = delete;
  ZstdDecoder& operator=(ZstdDecoder&&) = delete;
  ~ZstdDecoder() override { ZSTD_freeDCtx(stream_); }

  void begin() override {
    if (stream_ != nullptr) ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only);
  }

  DecodeStep decode(std::string_view in, char* out, std::size_t room) override {
    if (stream_ == nullptr) return {.fault = "no memory to decompress zstd"};
    ZSTD_inBuffer from = {in.data(), in.size(), 0};
    ZSTD_outBuffer to = {out, room, 0};
    const std::size_t status = ZSTD_decompressStream(stream_, &to, &from);
    DecodeStep step{from.pos, to.pos, status == 0};
    if (ZSTD_isError(status) != 0U) {
      step = {from.pos, to.pos, false, "the zstd data are damaged"};
    }
    return step;
  }

 private:
  ZSTD_DCtx* stream_;
};
}  // namespace

Packing tell_packing(std::string_view first_bytes) {
  if (first_bytes.starts_with(kGzipMagic)) return Packing::gzip;
  return first_bytes.starts_with(kZstdMagic) ? Packing::zstd : Packing::none;
}

std::unique_ptr<MemberDecoder> gzip_decoder() {
  constexpr int kGzipOnly = 16 + MAX_WBITS;
  return std::make_unique<Inflater>(kGzipOnly, "the gzip data are damaged");
}

std::unique_ptr<MemberDecoder> deflate_decoder(bool with_zlib_header) {
  return std::make_unique<Inflater>(with_zlib_header ? MAX_WBITS : -MAX_WBITS,
                                    "the deflate data are damaged");
}

std::unique_ptr<MemberDecoder> zstd_decoder(std::string_view dictionary) {
  return std::make_unique<ZstdDecoder>(dictionary);
}

}  // namespace sayso
