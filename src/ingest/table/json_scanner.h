// JsonScanner: bytes as they come -> where a JSON value ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso {

// Counts brackets outside of strings, nothing more: enough to cut a stream into values, which are
// then parsed. No recursion and no stack, so depth costs nothing.
class JsonScanner {
 public:
  // The number of bytes of `more` up to the end of an object or array, or nothing when it goes
  // on. Call again with the bytes that follow. The value starts with its bracket.
  std::optional<std::size_t> scan(std::string_view more) {
    for (std::size_t i = 0; i < more.size(); ++i) {
      const char c = more[i];
      if (in_string_) {
        if (escaped_) {
          escaped_ = false;
        } else if (c == '\\') {
          escaped_ = true;
        } else if (c == '"') {
          in_string_ = false;
        }
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ <= 0) {
        return i + 1;
      }
    }
    return std::nullopt;
  }

 private:
  std::int64_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace sayso
