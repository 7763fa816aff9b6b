// The header lines of a WARC record or an HTTP message -> their fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sayso {

// The size of the header that `text` begins with, the empty line behind it counted; nothing when
// no empty line is in sight.
std::optional<std::size_t> header_size(std::string_view text);

// Views into the header's text. Names are compared without case, and the first of a name counts.
class HeaderFields {
 public:
  HeaderFields() = default;
  // `header` without its first line. Lines that are no field are passed over.
  explicit HeaderFields(std::string_view header);
  // The value without blanks around it.
  std::optional<std::string_view> find(std::string_view lower_name) const;

 private:
  struct Field {
    std::string_view name = {}, value = {};
  };
  std::vector<Field> fields_ = {};
};

struct MediaType {
  std::string name = {};                    // "text/html", lower case
  std::optional<std::string> charset = {};  // as given
};

// "Text/HTML; charset=\"utf-8\""
MediaType parse_media_type(std::string_view value);

bool is_html(const MediaType& type);

bool equal_but_for_case(std::string_view text, std::string_view lower);

}  // namespace sayso
