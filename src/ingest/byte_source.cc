#include "ingest/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "ingest/read_buffer.h"

namespace sayso {
namespace {
constexpr char kGzipStart = '\x1f';

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
    return static_cast<std::size_t>(n);
  }

 private:
  int file_ = -1;
  bool owned_ = true;
};

class MemoryBytes : public ByteSource {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(char* out, std::size_t size) override {
    const std::size_t n = bytes_.substr(at_).copy(out, size);
    at_ += n;
    return n;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

// The contents of all members in a row.
class DecodedBytes : public ByteSource {
 public:
  DecodedBytes(ReadBuffer& raw, Packing packing)
      : raw_(raw),
        packing_(packing),
        decoder_(packing == Packing::gzip ? gzip_decoder() : zstd_decoder()) {}

  Result<std::size_t> read(char* out, std::size_t size) override {
    while (true) {
      if (raw_.window().empty()) raw_.fill();
      const std::string_view in = raw_.window();
      if (in.empty() && raw_.error()) return *raw_.error();
      if (!inside_member_) {
        if (in.empty() || !begin_member(in)) return std::size_t{0};
      }
      // At the end of the input the decoder may still hold decoded bytes.
      const DecodeStep step = decoder_->decode(in, out, size);
      raw_.consume(step.used);
      if (step.fault != nullptr) return Error{ErrorKind::malformed, step.fault};
      inside_member_ = !step.at_end;
      if (step.made > 0) return step.made;
      if (in.empty() && inside_member_) {
        return Error{ErrorKind::malformed, packing_ == Packing::gzip
                                               ? "the gzip data end too early"
                                               : "the zstd data end too early"};
      }
    }
  }

 private:
  // Like gzip itself, takes no notice of what follows the last member (often padding with zeros).
  bool begin_member(std::string_view in) {
    const bool padding = packing_ == Packing::gzip && in.front() != kGzipStart;
    if (padding && !first_) return false;
    first_ = false;
    inside_member_ = true;
    decoder_->begin();
    return true;
  }

  ReadBuffer& raw_;
  Packing packing_;
  std::unique_ptr<MemberDecoder> decoder_;
  bool first_ = true;
  bool inside_member_ = false;
};
}  // namespace

std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes) {
  return std::make_unique<MemoryBytes>(bytes);
}

std::unique_ptr<ByteSource> decoded_bytes(ReadBuffer& raw, Packing packing) {
  return std::make_unique<DecodedBytes>(raw, packing);
}

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  if (path == "-")
    return std::unique_ptr<ByteSource>(std::make_unique<FileBytes>(STDIN_FILENO, false));
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (file < 0) {
    const ErrorKind kind = errno == ENOENT ? ErrorKind::not_found : ErrorKind::unreadable;
    return Error{kind, std::strerror(errno)};
  }
  return std::unique_ptr<ByteSource>(std::make_unique<FileBytes>(file, true));
}

}  // namespace sayso
