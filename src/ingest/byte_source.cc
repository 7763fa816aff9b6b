#include "ingest/byte_source.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

namespace sayso {
namespace {
constexpr std::size_t kChunk = std::size_t{64} << 10U;  // compressed bytes read at once
constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";

class FileBytes : public ByteSource {
 public:
  FileBytes(int file, bool owned) : file_(file), owned_(owned) {}
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  FileBytes(FileBytes&&) = delete;
  FileBytes& operator=(FileBytes&&) = delete;
  ~FileBytes() override {
    if (owned_) ::close(file_);
  }

  Result<std::size_t> read(char* out, std::size_t size) override {
    ssize_t n = -1;
    do n = ::read(file_, out, size);
    while (n < 0 && errno == EINTR);
    if (n < 0) return Error{ErrorKind::unreadable, std::strerror(errno)};
    raw_ += static_cast<std::uint64_t>(n);
    return static_cast<std::size_t>(n);
  }
  std::uint64_t raw_bytes() const override { return raw_; }

 private:
  int file_ = -1;
  bool owned_ = true;
  std::uint64_t raw_ = 0;
};

class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::size_t n = bytes_.substr(at_).copy(out, size);
    at_ += n;
    return n;
  }
  std::uint64_t raw_bytes() const override { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// A source with its first bytes read ahead, to be looked at.
class PeekedBytes : public ByteSource {
 public:
  explicit PeekedBytes(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)) {}

  // The first `size` bytes, or fewer when there are no more.
  Result<std::string_view> peek(std::size_t size) {
    while (ahead_.size() < size) {
      std::array<char, 16> bytes = {};
      const auto n = raw_->read(bytes.data(), std::min(bytes.size(), size - ahead_.size()));
      if (!n) return n.error();
      if (*n == 0) break;
      ahead_.append(bytes.data(), *n);
    }
    return std::string_view(ahead_).substr(at_);
  }
  Result<std::size_t> read(char* out, std::size_t size) override {
    if (at_ == ahead_.size()) return raw_->read(out, size);
    const std::size_t n = ahead_.copy(out, size, at_);
    at_ += n;
    return n;
  }
  std::uint64_t raw_bytes() const override { return raw_->raw_bytes(); }

 private:
  std::unique_ptr<ByteSource> raw_;
  std::string ahead_;
  std::size_t at_ = 0;
};

// What both decompressors share: the chunk of compressed bytes not used yet.
class Compressed {
 public:
  explicit Compressed(std::unique_ptr<ByteSource> raw) : raw_(std::move(raw)) {}

  // Reads the next chunk when all of this one is used; false at the end.
  Result<bool> refill() {
    if (at_ < size_) return true;
    const auto n = raw_->read(chunk_.data(), chunk_.size());
    if (!n) return n.error();
    at_ = 0;
    size_ = *n;
    return size_ > 0;
  }
  const char* data() const { return chunk_.data() + at_; }
  std::size_t size() const { return size_ - at_; }
  void use(std::size_t n) { at_ += n; }
  std::uint64_t raw_bytes() const { return raw_->raw_bytes(); }

 private:
  std::unique_ptr<ByteSource> raw_;
  std::vector<char> chunk_ = std::vector<char>(kChunk);
  std::size_t at_ = 0, size_ = 0;
};

class GzipBytes : public ByteSource {
 public:
  explicit GzipBytes(std::unique_ptr<ByteSource> raw) : in_(std::move(raw)) {
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    ready_ = inflateInit2(&stream_, kGzipOnly) == Z_OK;
  }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  GzipBytes(GzipBytes&&) = delete;
  GzipBytes& operator=(GzipBytes&&) = delete;
  ~GzipBytes() override { inflateEnd(&stream_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (!ready_) return Error{ErrorKind::unreadable, "no memory to decompress gzip"};
    while (true) {
      const auto more = in_.refill();
      if (!more) return more.error();
      if (!*more) {
        if (inside_member_) return Error{ErrorKind::malformed, "the gzip data end too early"};
        return std::size_t{0};
      }
      if (!inside_member_ && !begin_member()) return std::size_t{0};
      auto n = inflate_some(out, size);
      if (!n || *n > 0) return n;
    }
  }
  std::uint64_t raw_bytes() const override { return in_.raw_bytes(); }

 private:
  // Like gzip itself, takes no notice of what follows the last member (often padding with zeros).
  bool begin_member() {
    if (!first_ && *in_.data() != kGzipMagic[0]) return false;
    first_ = false;
    inside_member_ = true;
    return inflateReset(&stream_) == Z_OK;
  }
  Result<std::size_t> inflate_some(char* out, std::size_t size) {
    const std::size_t in_size = in_.size();
    // zlib's interface is not const-correct: it reads next_in only.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in_.data()));
    stream_.avail_in = static_cast<uInt>(in_size);
    stream_.next_out = reinterpret_cast<Bytef*>(out);
    stream_.avail_out = static_cast<uInt>(std::min(size, kChunk));
    const std::size_t room = stream_.avail_out;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    in_.use(in_size - stream_.avail_in);
    if (status == Z_STREAM_END) inside_member_ = false;
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      return Error{ErrorKind::malformed, "the gzip data are damaged"};
    }
    return room - stream_.avail_out;
  }

  Compressed in_;
  z_stream stream_ = {};
  bool ready_ = false;
  bool first_ = true;
  bool inside_member_ = false;
};

class ZstdBytes : public ByteSource {
 public:
  explicit ZstdBytes(std::unique_ptr<ByteSource> raw)
      : in_(std::move(raw)), stream_(ZSTD_createDStream()) {}
  ZstdBytes(const ZstdBytes&) = delete;
  ZstdBytes& operator=(const ZstdBytes&) = delete;
  ZstdBytes(ZstdBytes&&) = delete;
  ZstdBytes& operator=(ZstdBytes&&) = delete;
  ~ZstdBytes() override { ZSTD_freeDStream(stream_); }

  Result<std::size_t> read(char* out, std::size_t size) override {
    if (stream_ == nullptr) return Error{ErrorKind::unreadable, "no memory to decompress zstd"};
    while (true) {
      const auto more = in_.refill();
      if (!more) return more.error();
      // At the end of the input the decoder may still hold decoded bytes.
      ZSTD_inBuffer from = {in_.data(), *more ? in_.size() : 0, 0};
      ZSTD_outBuffer to = {out, size, 0};
      if (!*more && !inside_frame_) return std::size_t{0};
      const std::size_t status = ZSTD_decompressStream(stream_, &to, &from);
      in_.use(from.pos);
      if (ZSTD_isError(status) != 0U) {
        return Error{ErrorKind::malformed,
                     std::string("the zstd data are damaged: ") + ZSTD_getErrorName(status)};
      }
      inside_frame_ = status != 0;
      if (to.pos > 0) return to.pos;
      if (!*more) return Error{ErrorKind::malformed, "the zstd data end too early"};
    }
  }
  std::uint64_t raw_bytes() const override { return in_.raw_bytes(); }

 private:
  Compressed in_;
  ZSTD_DStream* stream_ = nullptr;
  bool inside_frame_ = false;
};
}  // namespace

std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes) {
  return std::make_unique<MemoryBytes>(bytes);
}

Result<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> raw) {
  auto peeked = std::make_unique<PeekedBytes>(std::move(raw));
  const auto first = peeked->peek(kZstdMagic.size());
  if (!first) return first.error();
  if (first->starts_with(kGzipMagic)) {
    return std::unique_ptr<ByteSource>(std::make_unique<GzipBytes>(std::move(peeked)));
  }
  if (*first == kZstdMagic) {
    return std::unique_ptr<ByteSource>(std::make_unique<ZstdBytes>(std::move(peeked)));
  }
  return std::unique_ptr<ByteSource>(std::move(peeked));
}

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  if (path == "-") return decompressed(std::make_unique<FileBytes>(STDIN_FILENO, false));
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) {
    const ErrorKind kind = errno == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable;
    return Error{kind, std::strerror(errno)};
  }
  return decompressed(std::make_unique<FileBytes>(file, true));
}

}  // namespace sayso
