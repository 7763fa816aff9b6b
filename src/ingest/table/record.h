// Record: the named fields of one report, from a table or from JSON -> Report.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/ingest.h"

namespace sayso {

struct Record {
  std::optional<std::string> text = {};
  Report known = {};  // everything but the text
};

// Whether `name` is a field that a record may have.
bool is_record_field(std::string_view name);

// Sets a field by its name; names that are none are ignored, an empty value is no value (except of
// "text", which may be empty).
void set_field(Record& record, std::string_view name, std::string_view value);

// How long a record may be as it lies in its input: escapes and other fields need room beside a
// text of the largest size.
std::size_t max_record_bytes(const IngestOptions& options);

// The error of a record that is longer than that.
Error too_large(const std::string& prefix, const IngestOptions& options);

// `where` says which record of which input, for messages: "reports.jsonl line 3".
ReportOrRefusal report_from_record(Record record, const std::string& where,
                                   const IngestOptions& options);

}  // namespace sayso
