// Bytes as a file of tables -> reports that keep their promises.
#include <cstddef>
#include <cstdint>

#include "check.h"
#include "ingest/testing/read_all.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const sayso::IngestOptions& options : {sayso::IngestOptions{}, {.max_report_bytes = 64}}) {
    for (const auto& item : sayso::read_all(bytes, "a.csv", options)) {
      if (const auto* report = std::get_if<sayso::Report>(&item)) {
        sayso::check(*report);
        sayso::require(report->text.size() <= options.max_report_bytes);
      } else {
        sayso::check(std::get<sayso::Refusal>(item).error.message);
      }
    }
  }
  return 0;
}
