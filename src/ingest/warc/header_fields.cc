#include "ingest/warc/header_fields.h"

#include <algorithm>

#include "ingest/cursor.h"
#include "ingest/text_fault.h"

namespace sayso {
namespace {
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && ascii::is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii::lower(c);
  return out;
}

std::string_view without_quotes(std::string_view value) {
  if (value.size() < 2 || value.front() != value.back()) return value;
  if (value.front() != '"' && value.front() != '\'') return value;
  return value.substr(1, value.size() - 2);
}
}  // namespace

bool equal_but_for_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii::lower(a) == b; });
}

std::optional<std::size_t> header_size(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    if (text.substr(at + 1, 1) == "\n") return at + 2;
    if (text.substr(at + 1, 2) == "\r\n") return at + 3;
  }
  return std::nullopt;
}

HeaderFields::HeaderFields(std::string_view header) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && colon > 0) {
      fields_.push_back({trimmed(line.substr(0, colon)), trimmed(line.substr(colon + 1))});
    }
    header.remove_prefix(std::min(end + 1, header.size()));
  }
}

std::optional<std::string_view> HeaderFields::find(std::string_view lower_name) const {
  for (const Field& field : fields_) {
    if (equal_but_for_case(field.name, lower_name)) return field.value;
  }
  return std::nullopt;
}

MediaType parse_media_type(std::string_view value) {
  MediaType type;
  std::size_t end = std::min(value.find(';'), value.size());
  type.name = lower_case(trimmed(value.substr(0, end)));
  while (end < value.size()) {
    value.remove_prefix(end + 1);
    end = std::min(value.find(';'), value.size());
    const std::string_view parameter = value.substr(0, end);
    const std::size_t equals = std::min(parameter.find('='), parameter.size());
    if (!equal_but_for_case(trimmed(parameter.substr(0, equals)), "charset")) continue;
    const std::string_view given =
        without_quotes(trimmed(parameter.substr(std::min(equals + 1, parameter.size()))));
    if (!given.empty() && !type.charset) type.charset = as_utf8(given);
  }
  return type;
}

bool is_html(const MediaType& type) {
  return type.name == "text/html" || type.name == "application/xhtml+xml";
}

}  // namespace sayso
