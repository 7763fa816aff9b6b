// Bytes as an RSS, Atom or JSON feed -> reports that keep their promises.
#include "check_input.h"
#include "ingest/feed/json_feed.h"
#include "ingest/feed/xml_feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const bool is_json = size > 0 && data[0] == '{';
  return sayso::check_reader(data, size, is_json ? sayso::read_json_feed : sayso::read_xml_feed);
}
