// WARC file -> its records, one at a time, those that are wanted.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "ingest/warc/header_fields.h"
#include "ingest/warc/warc_bytes.h"

namespace sayso {

// A record's named fields. Views, valid until the next record is asked for.
struct WarcHead {
  std::uint64_t offset = 0;  // where the record, or the compressed member around it, lies
  std::uint64_t size = 0;    // of the block, as the header says
  std::string_view type = {}, id = {}, target_uri = {}, date = {}, content_type = {},
                   truncated = {};
};

struct WarcRecord {
  WarcHead head = {};
  std::string_view block = {};
  bool whole = true;  // else the block is too large: its first bytes
};

// What stands in the place of a record, or of bytes that are none.
struct WarcFault {
  std::uint64_t offset = 0;
  Error error = {};
};

using WarcItem = std::variant<WarcRecord, WarcFault>;

class WarcRecords {
 public:
  using Wants = std::function<bool(const WarcHead&)>;

  // A block over `most_block` bytes passes through in constant memory, but for its first bytes;
  // so do those of records that are not wanted. `raw` is at the file's start and outlives this.
  WarcRecords(ReadBuffer& raw, Wants wants, std::uint64_t most_block, bool fast = true)
      : bytes_(raw, fast), wants_(std::move(wants)), most_block_(most_block) {}

  // The next wanted record or fault, or nothing at the end.
  std::optional<WarcItem> next();

 private:
  bool find_head();
  std::optional<WarcItem> take_fault();
  std::optional<WarcItem> read_record();
  std::optional<Error> parse_head(std::size_t size);
  std::optional<WarcItem> read_block(std::size_t head_size);
  std::optional<std::size_t> record_inside(std::size_t size) const;
  void skip(std::uint64_t size);
  void find_next_head();

  WarcBytes bytes_;
  Wants wants_;
  std::uint64_t most_block_;
  std::uint64_t pending_ = 0;  // bytes of the record last given, to be passed over
  std::string header_ = {};    // of the current record: the head's views point here
  WarcHead head_ = {};
  bool broken_ = false;  // the file cannot be read to its end
};

}  // namespace sayso
