// CSV as RFC 4180 has it, and as programs write it: bytes -> rows of fields.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/read_buffer.h"

namespace sayso {

struct CsvHeader {
  char separator = ',';
  std::vector<std::string> columns = {};  // lower case, without white space around
};

// The header that `bytes` start with: a line with the column "text" and, unless the file's name
// says that it is a table, another column that this program knows.
std::optional<CsvHeader> find_csv_header(std::string_view bytes, bool is_named_table);

// One row; its fields are views into it.
class CsvRow {
 public:
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t field) const {
    const std::size_t begin = field == 0 ? 0 : ends_[field - 1];
    return std::string_view(bytes_).substr(begin, ends_[field] - begin);
  }
  bool too_long() const { return too_long_; }   // over the limit: its fields were not kept
  bool unclosed() const { return unclosed_; }   // ends inside a quoted field
  std::uint64_t line() const { return line_; }  // where it begins, from 1

 private:
  friend class CsvReader;
  std::string bytes_ = {};              // the fields' bytes, one after the other
  std::vector<std::size_t> ends_ = {};  // where each ends in them
  bool too_long_ = false;
  bool unclosed_ = false;
  std::uint64_t line_ = 1;
};

// Quoted fields may hold separators, line ends and doubled quotes. Blank lines are passed over.
class CsvReader {
 public:
  CsvReader(ReadBuffer& buffer, char separator, std::size_t max_row_bytes)
      : buffer_(buffer), separator_(separator), limit_(max_row_bytes) {}

  // Reads the next row into `row`; false at the end.
  bool next(CsvRow& row);

 private:
  enum class State : std::uint8_t { field_start, plain, quoted, quote_in_quoted };
  bool take_row(CsvRow& row);
  bool take(char c, CsvRow& row);
  void put(char c, CsvRow& row) const;
  void put(std::string_view bytes, CsvRow& row) const;
  std::size_t run_of_plain_bytes(std::string_view window) const;
  void end_field(CsvRow& row) const;

  ReadBuffer& buffer_;
  char separator_ = ',';
  std::size_t limit_ = 0;
  State state_ = State::field_start;
  std::uint64_t line_ = 1;
};

}  // namespace sayso
