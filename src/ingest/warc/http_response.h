// An HTTP response as a crawler kept it -> its status, type and body.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "ingest/warc/header_fields.h"

namespace sayso {

// Views into the message.
struct HttpResponse {
  int status = 0;
  HeaderFields fields = {};
  std::string_view body = {};  // as it was sent
};

// Nothing when `message` does not begin as a response does.
std::optional<HttpResponse> parse_http_response(std::string_view message);

// Undoes transfer encoding (chunked) and content encodings (gzip, deflate, zstd). Crawlers store
// bodies they have decoded already under headers that still say otherwise: what is not encoded so
// stays as it is. The memory for bodies is kept from one to the next.
class HttpBodies {
 public:
  // Fails with malformed for an encoding that is not read ("br") unless the body is markup, and
  // with too_large for a body over `limit`. The view is valid until the next call, and no longer
  // than the message.
  Result<std::string_view> decode(const HttpResponse& response, std::size_t limit);
  // Whether the compressed data of the last body broke off.
  bool cut_short() const { return cut_short_; }

 private:
  std::string joined_ = {};   // the chunks
  std::string decoded_ = {};  // and their contents
  bool cut_short_ = false;
};

}  // namespace sayso
