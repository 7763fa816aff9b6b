// For tests, fuzz targets and benchmarks: WARC records in the bytes a crawler writes.
#pragma once

#include <string>
#include <string_view>

namespace sayso::testing {

// One record, uncompressed; `fields` are further header lines ("WARC-Truncated: length\r\n").
inline std::string warc_record(std::string_view type, std::string_view uri,
                               std::string_view content_type, std::string_view block,
                               std::string_view fields = "") {
  std::string out = "WARC/1.1\r\nWARC-Type: ";
  out.append(type).append("\r\n");
  if (!uri.empty()) out.append("WARC-Target-URI: ").append(uri).append("\r\n");
  out.append("WARC-Date: 2023-06-21T10:00:00Z\r\n").append(fields);
  out.append("Content-Type: ").append(content_type);
  out.append("\r\nContent-Length: ").append(std::to_string(block.size())).append("\r\n\r\n");
  return out.append(block).append("\r\n\r\n");
}

// An HTTP response; `fields` are further header lines.
inline std::string http_message(std::string_view body, std::string_view fields = "",
                                std::string_view status = "200 OK",
                                std::string_view content_type = "text/html; charset=utf-8") {
  std::string out = "HTTP/1.1 ";
  out.append(status).append("\r\nContent-Type: ").append(content_type).append("\r\n");
  return out.append(fields).append("\r\n").append(body);
}

// A page as a crawler archives it.
inline std::string warc_page(std::string_view uri, std::string_view html,
                             std::string_view http_fields = "") {
  return warc_record("response", uri, "application/http; msgtype=response",
                     http_message(html, http_fields));
}

inline std::string warc_info() {
  return warc_record("warcinfo", "", "application/warc-fields", "software: made up/1.0\r\n");
}

// A small news page that we made up.
inline std::string news_page(std::string_view title, std::string_view sentence) {
  std::string out = "<!DOCTYPE html><html lang=\"en\"><head><title>";
  out.append(title).append("</title></head><body><article><h1>").append(title);
  out.append("</h1><p>").append(sentence);
  out.append(
      "</p><p>Residents of Dravica said they had heard shouting near the market before dawn, "
      "and that the road to the harbour stayed closed for most of the day.</p>");
  return out.append("</article></body></html>");
}

}  // namespace sayso::testing
