// WarcBytes: a WARC file as it lies -> its records' bytes, decompressed, and where each lies.
//
// Records lie uncompressed or, as the standard asks, each in a gzip member or zstd frame of its
// own, which may be read without what stands before it; so damage costs one record, not the rest.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/member_decoder.h"
#include "ingest/read_buffer.h"

struct libdeflate_decompressor;

namespace sayso {

// Whether a file that begins so, perhaps compressed, is a WARC file of any version 1.x.
bool is_warc(std::string_view first_raw_bytes);

// A file may expand to so many times its size, and to kFreeExpansion beyond that; a gzip member or
// zstd frame that goes further is given up. News pages shrink to a fifth or tenth.
inline constexpr std::uint64_t kMostExpansion = 25;
inline constexpr std::uint64_t kFreeExpansion = std::uint64_t{16} << 20U;

class WarcBytes {
 public:
  // `raw` is at the file's start and outlives this. Without `fast`, members are decoded in pieces
  // only: the slow twin of the fast path, for tests.
  explicit WarcBytes(ReadBuffer& raw, bool fast = true);
  ~WarcBytes();
  WarcBytes(const WarcBytes&) = delete;
  WarcBytes& operator=(const WarcBytes&) = delete;
  WarcBytes(WarcBytes&&) = delete;
  WarcBytes& operator=(WarcBytes&&) = delete;

  // What was decompressed and not consumed. Valid until the next fill() or resume().
  std::string_view window() const { return {decoded_.data() + begin_, end_ - begin_}; }
  // Decompresses more behind the window; false at the end of the file or at a fault.
  bool fill();
  void fill_to(std::size_t size);
  // Fills until the window holds `size` bytes or the member ends: only then its check sum is known.
  void settle(std::size_t size);
  void consume(std::size_t size);
  // Where the window's first byte lies in the file; of compressed bytes, where their member begins.
  std::uint64_t offset() const;
  bool at_member_start() const {
    return !marks_.empty() && marks_.front().decoded == decoded_begin_;
  }
  // Where in the window, behind its first byte, the next member begins, when one does.
  std::optional<std::size_t> next_member() const;

  // What stopped fill(): the file is damaged. `fault_offset()` is where the damaged member begins.
  const std::optional<Error>& fault() const { return fault_; }
  std::uint64_t fault_offset() const { return member_offset_; }
  // Gives the window up, and goes on with the next member behind the fault that begins a record.
  void resume();

 private:
  struct Mark {
    std::uint64_t decoded = 0;  // place in the decoded stream where a member begins
    std::uint64_t raw = 0;      // and in the file
  };
  bool begin_member();
  bool decode_whole();
  bool decode_piece();
  bool copy_plain();
  bool take_dictionary();
  void end_member();
  void set_fault(ErrorKind kind, std::string message);
  std::string_view raw_rest() const { return raw_.window().substr(raw_at_); }
  bool raw_more();
  void keep_raw_small();
  bool expands_too_far(std::size_t more) const;
  void find_member();
  char* room_for(std::size_t size);
  bool begins_record(std::string_view raw);

  ReadBuffer& raw_;
  bool fast_;
  std::uint64_t raw_offset_ = 0;  // in the file, of the raw window's first byte
  std::size_t raw_at_ = 0;        // in the raw window: the first byte not decoded

  std::vector<char> decoded_ = {};
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t decoded_begin_ = 0;  // of the window, in the decoded stream
  std::deque<Mark> marks_ = {};

  bool inside_member_ = false;
  bool plain_ = false;               // the file is not compressed from here on
  std::uint64_t member_offset_ = 0;  // of the last member begun
  std::uint64_t made_ = 0;           // bytes decoded since the start
  std::uint64_t furthest_ = 0;       // raw bytes that were decoded, where resume() went back
  unsigned tries_ = 0;               // how often it went back there
  Packing packing_ = Packing::none;
  std::string dictionary_ = {};  // of zstd frames
  std::unique_ptr<MemberDecoder> gzip_ = {}, zstd_ = {}, probe_ = {};
  MemberDecoder* decoder_ = nullptr;  // of the member being decoded
  std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> whole_;
  std::optional<Error> fault_ = {};
};

}  // namespace sayso
