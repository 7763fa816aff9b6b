// For tests and fuzz targets: bytes in memory -> the items that a file of them would give.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ingest/byte_source.h"
#include "ingest/input_bytes.h"
#include "ingest/report_reader.h"

namespace sayso {

// As if `bytes` were a file of this name.
inline std::vector<ReportOrRefusal> read_all(std::string_view bytes, const std::string& name,
                                             const IngestOptions& options = {}) {
  std::vector<ReportOrRefusal> items;
  const auto source = memory_bytes(bytes);
  InputBytes input;
  input.open(*source);
  const auto reader = open_reader(input, {name, name}, options);
  while (auto item = reader->next()) items.push_back(std::move(*item));
  return items;
}

// An item in a line: "id: text", or "id refused: message".
inline std::string to_line(const ReportOrRefusal& item) {
  if (const auto* report = std::get_if<Report>(&item)) return report->id + ": " + report->text;
  const auto& refusal = std::get<Refusal>(item);
  return refusal.id + " refused: " + refusal.error.message;
}

inline std::vector<std::string> lines_of(std::string_view bytes, const std::string& name,
                                         const IngestOptions& options = {}) {
  std::vector<std::string> lines;
  for (const auto& item : read_all(bytes, name, options)) lines.push_back(to_line(item));
  return lines;
}

}  // namespace sayso
