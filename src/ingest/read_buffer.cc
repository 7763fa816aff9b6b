#include "ingest/read_buffer.h"

#include <algorithm>
#include <cstring>

namespace sayso {
namespace {
// Consumes up to and with the next line feed.
void skip_line(ReadBuffer& buffer) {
  do {
    const std::size_t at = buffer.window().find('\n');
    if (at != std::string_view::npos) return buffer.consume(at + 1);
    buffer.consume(buffer.window().size());
  } while (buffer.fill());
}
}  // namespace

void ReadBuffer::open(ByteSource& source) {
  source_ = &source;
  begin_ = end_ = 0;
  bytes_read_ = 0;
  at_end_ = false;
  error_.reset();
}

// At least `read_size_` free bytes behind the window, which moves to the front when that helps.
void ReadBuffer::make_room() {
  if (begin_ == end_) begin_ = end_ = 0;
  if (bytes_.size() - end_ >= read_size_ + kPadding && !bytes_.empty()) return;
  if (begin_ >= end_ - begin_ && begin_ > 0) {
    std::memmove(bytes_.data(), bytes_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  const std::size_t needed = end_ + read_size_ + kPadding;
  if (bytes_.size() < needed) bytes_.resize(std::max(needed, bytes_.size() + bytes_.size() / 2));
}

bool ReadBuffer::fill() {
  if (at_end_) return false;
  make_room();
  const auto n = source_->read(bytes_.data() + end_, read_size_);
  if (!n) error_ = n.error();
  at_end_ = !n || *n == 0;
  if (!at_end_) {
    end_ += *n;
    bytes_read_ += *n;
  }
  return !at_end_;
}

void ReadBuffer::fill_to(std::size_t size) {
  while (window().size() < size && fill()) {
  }
}

std::optional<Line> take_line(ReadBuffer& buffer, std::size_t limit) {
  std::size_t seen = 0;  // bytes of the window known to hold no line feed
  while (true) {
    const std::size_t at = buffer.window().find('\n', seen);
    if (at != std::string_view::npos && at <= limit) {
      std::string_view text = buffer.window().substr(0, at);
      buffer.consume(at + 1);
      if (text.ends_with('\r')) text.remove_suffix(1);
      return Line{text, false};
    }
    seen = buffer.window().size();
    if (seen > limit) {
      skip_line(buffer);
      return Line{{}, true};
    }
    if (!buffer.fill()) break;
  }
  std::string_view rest = buffer.window();
  if (rest.empty()) return std::nullopt;
  buffer.consume(rest.size());
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return Line{rest, false};
}

}  // namespace sayso
