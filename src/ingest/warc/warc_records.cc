#include "ingest/warc/warc_records.h"

#include <algorithm>
#include <charconv>

#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::string_view kVersion1 = "WARC/1.";
constexpr std::size_t kVersionLine = kVersion1.size() + 2;
constexpr std::size_t kMostHeader = std::size_t{64} << 10U;
// What stands between a block and the next record, and a byte more.
constexpr std::size_t kLineEnds = 5;
// What is shown of a block that is too large: the header of the HTTP message in it.
constexpr std::uint64_t kFirstBytes = std::uint64_t{64} << 10U;

std::string_view without_brackets(std::string_view value) {
  const bool bracketed = value.size() >= 2 && value.front() == '<' && value.back() == '>';
  return bracketed ? value.substr(1, value.size() - 2) : value;
}

// "WARC/1.0" and a line end, at any place: what is in front of it may have lost its own.
std::size_t find_version_line(std::string_view text) {
  for (std::size_t at = text.find(kVersion1); at != std::string_view::npos;
       at = text.find(kVersion1, at + 1)) {
    const std::string_view rest = text.substr(at + kVersion1.size());
    if (rest.size() >= 2 && ascii::is_digit(rest[0]) && (rest[1] == '\r' || rest[1] == '\n')) {
      return at;
    }
  }
  return std::string_view::npos;
}

WarcItem fault(std::uint64_t offset, std::string message) {
  return WarcFault{offset, {ErrorKind::malformed, std::move(message)}};
}

// A record is followed by two empty lines; forgivingly, by any, or by the next record.
bool may_follow(std::string_view rest) {
  return rest.empty() || rest.front() == '\r' || rest.front() == '\n' ||
         rest.starts_with(kVersion1);
}
}  // namespace

std::optional<WarcItem> WarcRecords::next() {
  skip(std::exchange(pending_, 0));
  while (find_head()) {
    if (auto item = read_record()) return item;
  }
  return take_fault();
}

// Moves to the next byte that is no line end; false at the end and at a fault.
bool WarcRecords::find_head() {
  while (true) {
    const std::string_view window = bytes_.window();
    bytes_.consume(std::min(window.find_first_not_of("\r\n"), window.size()));
    if (!bytes_.window().empty()) return true;
    if (!bytes_.fill()) return false;
  }
}

// The fault that stopped the bytes, which go on behind it.
std::optional<WarcItem> WarcRecords::take_fault() {
  if (!bytes_.fault() || broken_) return std::nullopt;
  broken_ = bytes_.fault()->kind == ErrorKind::unreadable;
  WarcFault found{bytes_.fault_offset(), *bytes_.fault()};
  bytes_.resume();
  return found;
}

std::optional<WarcItem> WarcRecords::read_record() {
  const std::uint64_t offset = bytes_.offset();
  bytes_.fill_to(kVersion1.size());
  if (!bytes_.window().starts_with(kVersion1)) {
    if (bytes_.fault()) return take_fault();
    find_next_head();
    return fault(offset, "no record begins here");
  }
  auto size = header_size(bytes_.window());
  while (!size && bytes_.window().size() < kMostHeader && bytes_.fill()) {
    size = header_size(bytes_.window());
  }
  if (!size && bytes_.fault()) return take_fault();
  if (auto error =
          size ? parse_head(*size) : Error{ErrorKind::malformed, "its header has no end"}) {
    find_next_head();
    return WarcFault{offset, std::move(*error)};
  }
  if (wants_(head_)) return read_block(*size);
  skip(*size + head_.size);
  return std::nullopt;
}

std::optional<Error> WarcRecords::parse_head(std::size_t size) {
  header_.assign(bytes_.window().substr(0, size));
  const std::string_view header = header_;
  const HeaderFields fields(header.substr(header.find('\n') + 1));
  const auto field = [&](std::string_view name) { return fields.find(name).value_or(""); };
  head_ = {.offset = bytes_.offset(),
           .type = field("warc-type"),
           .id = without_brackets(field("warc-record-id")),
           .target_uri = without_brackets(field("warc-target-uri")),
           .date = field("warc-date"),
           .content_type = field("content-type"),
           .truncated = field("warc-truncated")};
  const std::string_view length = field("content-length");
  const auto [end, status] =
      std::from_chars(length.data(), length.data() + length.size(), head_.size);
  // Far over any file's size, sums would overflow.
  if (status == std::errc() && end == length.data() + length.size() && head_.size < 1ULL << 60U) {
    return std::nullopt;
  }
  return Error{ErrorKind::malformed, "its header has no valid Content-Length"};
}

// Where another record begins inside the next `size` bytes, at the start of a member: what should
// be one record is cut short there.
std::optional<std::size_t> WarcRecords::record_inside(std::size_t size) const {
  const auto at = bytes_.next_member();
  if (!at || *at >= size || !bytes_.window().substr(*at).starts_with(kVersion1))
    return std::nullopt;
  return at;
}

std::optional<WarcItem> WarcRecords::read_block(std::size_t head_size) {
  const bool whole = head_.size <= most_block_;
  const std::size_t size =
      head_size + static_cast<std::size_t>(whole ? head_.size : std::min(head_.size, kFirstBytes));
  while (true) {
    if (const auto next = record_inside(size)) {
      bytes_.consume(*next);
      return fault(head_.offset, "the record is cut short");
    }
    if (bytes_.window().size() >= size) break;
    if (bytes_.fill()) continue;
    if (bytes_.fault()) return take_fault();
    bytes_.consume(bytes_.window().size());
    return fault(head_.offset, "the file ends inside a record");
  }
  bytes_.settle(size + kLineEnds);
  if (whole && bytes_.fault() && bytes_.window().size() < size + kLineEnds) return take_fault();
  if (whole && !may_follow(bytes_.window().substr(size))) {
    bytes_.consume(head_size);
    find_next_head();
    return fault(head_.offset, "the record is shorter or longer than its header says");
  }
  pending_ = head_size + head_.size;
  return WarcRecord{head_, bytes_.window().substr(head_size, size - head_size), whole};
}

void WarcRecords::skip(std::uint64_t size) {
  while (size > 0) {
    const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(size, bytes_.window().size()));
    if (const auto next = record_inside(n)) return bytes_.consume(*next);
    bytes_.consume(n);
    size -= n;
    if (size == 0 || !bytes_.fill()) return;
    if (bytes_.at_member_start() && bytes_.window().starts_with(kVersion1)) return;
  }
}

// Behind the window's first byte: where a version line or a member begins.
void WarcRecords::find_next_head() {
  bytes_.consume(std::min<std::size_t>(1, bytes_.window().size()));
  while (true) {
    const std::string_view window = bytes_.window();
    const std::size_t line = find_version_line(window);
    if (const auto next = record_inside(std::min(line, window.size()))) {
      return bytes_.consume(*next);
    }
    if (line != std::string_view::npos) return bytes_.consume(line);
    bytes_.consume(window.size() - std::min(window.size(), kVersionLine));
    if (!bytes_.fill()) return bytes_.consume(bytes_.window().size());
    if (bytes_.at_member_start() && bytes_.window().starts_with(kVersion1)) return;
  }
}

}  // namespace sayso
