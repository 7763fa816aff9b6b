// ReadBuffer: a byte source -> a window of it that moves forward.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "ingest/byte_source.h"

namespace sayso {

// The one buffer of all inputs: it grows to the longest record, which readers cap. Behind the
// window there are always kPadding readable bytes, as the JSON parser needs.
class ReadBuffer {
 public:
  static constexpr std::size_t kPadding = 64;
  static constexpr std::size_t kReadSize = std::size_t{256} << 10U;

  // Reads up to `read_size` bytes at once.
  explicit ReadBuffer(std::size_t read_size = kReadSize) : read_size_(read_size) {}

  // Starts on `source`, which must outlive its use here. Keeps the memory.
  void open(ByteSource& source);
  // What was read and not consumed. Valid until the next fill() or open().
  std::string_view window() const { return {bytes_.data() + begin_, end_ - begin_}; }
  // Reads more behind the window; false when there is no more, or reading failed (see error()).
  bool fill();
  // Fills until the window holds `size` bytes or all there are.
  void fill_to(std::size_t size);
  void consume(std::size_t size) { begin_ += size; }
  // Of the source, since open().
  std::uint64_t bytes_read() const { return bytes_read_; }
  // Why reading stopped early, without the name of the input.
  const std::optional<Error>& error() const { return error_; }

 private:
  void make_room();

  std::size_t read_size_ = kReadSize;
  ByteSource* source_ = nullptr;
  std::vector<char> bytes_ = {};
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t bytes_read_ = 0;
  bool at_end_ = true;
  std::optional<Error> error_ = {};
};

// A line without its end ("\n" or "\r\n"); a view into the buffer.
struct Line {
  std::string_view text = {};
  bool too_long = false;  // over the limit: `text` is empty, the line was passed over
};

// The next line, or nothing at the end. The view stays valid until the buffer is used again.
std::optional<Line> take_line(ReadBuffer& buffer, std::size_t limit);

}  // namespace sayso
