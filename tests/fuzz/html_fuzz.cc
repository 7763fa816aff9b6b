// Bytes as an HTML page, and as the HTML of a feed's item -> reports that keep their promises.
#include "check_input.h"
#include "ingest/html/page.h"

namespace {
void check_result(const sayso::Result<sayso::Report>& report) {
  if (report) {
    sayso::check(*report);
  } else {
    sayso::check(report.error().message);
  }
}
}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_result(sayso::report_from_page(
      bytes, {.uri = "https://herald.example/2023/06/21/raid", .fetched = "2023-06-22T00:00:00Z"},
      {}));
  if (!sayso::find_invalid_utf8(bytes)) check_result(sayso::report_from_fragment(bytes, {}, {}));
  return 0;
}
