// Bytes as a WARC file -> reports that keep their promises.
#include "check_input.h"
#include "ingest/warc/warc_reports.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return sayso::check_reader(data, size, sayso::read_warc);
}
