// JsonWriter: values -> JSON text, keys in the order they are written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

// Appends one JSON value to `out`. Commas, escapes and indentation are the writer's; the caller
// opens and closes what it began. Numbers are the shortest decimal that reads back the same, so
// the same value is the same bytes everywhere.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out, bool pretty = false) : out_(out), pretty_(pretty) {}

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view utf8);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& number(double value);  // without a fraction when it has none
  JsonWriter& boolean(bool value);
  JsonWriter& null();

 private:
  void separate();
  void close(char bracket);
  void new_line();

  std::string& out_;
  bool pretty_ = false;
  bool first_ = true;  // nothing written yet at this level
  bool after_key_ = false;
  int depth_ = 0;
};

}  // namespace sayso
