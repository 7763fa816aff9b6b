// The frame of the targets that read inputs: bytes -> items that keep their promises, with the
// usual size limit and with a small one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "check.h"
#include "ingest/testing/read_all.h"

namespace sayso {

template <typename Read>
int check_items(const std::uint8_t* data, std::size_t size, Read read) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const IngestOptions& options : {IngestOptions{}, {.max_report_bytes = 64}}) {
    for (const ReportOrRefusal& item : read(bytes, options)) {
      if (const auto* report = std::get_if<Report>(&item)) {
        check(*report);
        require(report->text.size() <= options.max_report_bytes);
      } else {
        check(std::get<Refusal>(item).error.message);
      }
    }
  }
  return 0;
}

// As a file of this name, of any format.
inline int check_file(const std::uint8_t* data, std::size_t size, const char* name) {
  return check_items(data, size, [&](std::string_view bytes, const IngestOptions& options) {
    return read_all(bytes, name, options);
  });
}

// As the format of one reader, whatever they look like.
template <typename Open>
int check_reader(const std::uint8_t* data, std::size_t size, Open open) {
  return check_items(data, size, [&](std::string_view bytes, const IngestOptions& options) {
    const auto source = memory_bytes(bytes);
    ReadBuffer buffer;
    buffer.open(*source);
    buffer.fill();
    const auto reader = open(ReaderInput{buffer, "a", "a", options});
    std::vector<ReportOrRefusal> items;
    while (auto item = reader->next()) items.push_back(std::move(*item));
    return items;
  });
}

}  // namespace sayso
