#include "ingest/table/csv.h"

#include <algorithm>

#include "ingest/table/record.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestHeader = std::size_t{16} << 10U;  // bytes
constexpr std::size_t kMostColumns = 4096;  // a row with more is nothing but separators

std::string column_name(std::string_view field) {
  const std::size_t first = field.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  field = field.substr(first, field.find_last_not_of(" \t") - first + 1);
  std::string name(field);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name;
}

bool is_header(const std::vector<std::string>& columns, bool is_named_table) {
  if (std::find(columns.begin(), columns.end(), "text") == columns.end()) return false;
  const auto known = std::count_if(columns.begin(), columns.end(),
                                   [](const std::string& c) { return is_record_field(c); });
  return known >= 2 || is_named_table;
}
}  // namespace

std::optional<CsvHeader> find_csv_header(std::string_view bytes, bool is_named_table) {
  const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
  if (line.size() > kLongestHeader) return std::nullopt;
  for (const char separator : {',', '\t', ';'}) {
    const auto source = memory_bytes(line);
    ReadBuffer buffer(line.size() + 1);
    buffer.open(*source);
    CsvReader reader(buffer, separator, line.size());
    CsvRow row;
    if (!reader.next(row)) continue;
    CsvHeader header{separator, {}};
    for (std::size_t i = 0; i < row.size(); ++i) header.columns.push_back(column_name(row[i]));
    if (is_header(header.columns, is_named_table)) return header;
  }
  return std::nullopt;
}

bool CsvReader::next(CsvRow& row) {
  while (take_row(row)) {
    if (row.size() > 1 || !row.bytes_.empty() || row.too_long_ || row.unclosed_) return true;
  }
  return false;
}

bool CsvReader::take_row(CsvRow& row) {
  row.bytes_.clear();
  row.ends_.clear();
  row.too_long_ = row.unclosed_ = false;
  row.line_ = line_;
  state_ = State::field_start;
  bool any = false;
  do {
    std::string_view window = buffer_.window();
    std::size_t at = 0;
    while (at < window.size()) {
      any = true;
      const std::size_t run = run_of_plain_bytes(window.substr(at));
      put(window.substr(at, run), row);
      at += run;
      if (at < window.size() && take(window[at++], row)) {
        buffer_.consume(at);
        return true;
      }
    }
    buffer_.consume(window.size());
  } while (buffer_.fill());
  row.unclosed_ = state_ == State::quoted;
  if (any) end_field(row);
  return any;
}

// How many bytes can be kept as they are, in the state that the reader is in.
std::size_t CsvReader::run_of_plain_bytes(std::string_view window) const {
  if (state_ == State::quoted) return std::min(window.find_first_of("\"\n"), window.size());
  if (state_ != State::plain) return 0;
  std::size_t n = 0;
  while (n < window.size() && window[n] != separator_ && window[n] != '\n') ++n;
  return n;
}

// True when `c` ends the row.
bool CsvReader::take(char c, CsvRow& row) {
  if (c == '\n') ++line_;
  if (state_ == State::quoted) {
    if (c == '"') {
      state_ = State::quote_in_quoted;
    } else {
      put(c, row);
    }
    return false;
  }
  if (c == '"' && state_ != State::plain) {
    if (state_ == State::quote_in_quoted) put(c, row);
    state_ = State::quoted;
    return false;
  }
  if (c == separator_) {
    end_field(row);
    state_ = State::field_start;
    return false;
  }
  if (c == '\n') {
    // Outside of quotes; inside, "\r" is text.
    if (state_ == State::plain && row.bytes_.ends_with('\r')) row.bytes_.pop_back();
    end_field(row);
    return true;
  }
  put(c, row);
  state_ = State::plain;
  return false;
}

void CsvReader::put(char c, CsvRow& row) const { put(std::string_view(&c, 1), row); }

void CsvReader::put(std::string_view bytes, CsvRow& row) const {
  if (row.too_long_ || row.bytes_.size() + bytes.size() > limit_) {
    row.too_long_ = true;
    row.bytes_.clear();
    row.ends_.clear();
  } else {
    row.bytes_.append(bytes);
  }
}

void CsvReader::end_field(CsvRow& row) const {
  if (row.too_long_) return;
  if (row.ends_.size() >= kMostColumns) {
    row.too_long_ = true;
    return;
  }
  row.ends_.push_back(row.bytes_.size());
}

}  // namespace sayso
