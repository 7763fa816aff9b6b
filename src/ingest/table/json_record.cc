#include "ingest/table/json_record.h"

#include <simdjson.h>

#include <string>
#include <utility>

#include "ingest/read_buffer.h"
#include "ingest/text_fault.h"

namespace sayso {
namespace {
namespace json = simdjson::ondemand;
using simdjson::error_code;

static_assert(ReadBuffer::kPadding >= simdjson::SIMDJSON_PADDING);

Error malformed(const std::string& message) { return {ErrorKind::malformed, message}; }

Error json_error(error_code code) {
  switch (code) {
    case simdjson::UTF8_ERROR: return {ErrorKind::not_text, "not UTF-8"};
    case simdjson::EMPTY: return malformed("not JSON: nothing there");
    case simdjson::UNCLOSED_STRING: return malformed("not JSON: a string is not closed");
    case simdjson::UNESCAPED_CHARS:
      return malformed("not JSON: a control character stands unescaped in a string");
    case simdjson::DEPTH_ERROR: return malformed("the JSON is nested too deeply");
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return malformed("not JSON: not closed, or something stands behind the object");
    case simdjson::INCORRECT_TYPE: return malformed("the JSON is no object");
    case simdjson::TAPE_ERROR:
      return malformed("not JSON: commas, colons, braces or keys are missing or misplaced");
    case simdjson::MEMALLOC: return {ErrorKind::too_large, "no memory to parse it"};
    default: return malformed(std::string("not JSON: ") + simdjson::error_message(code));
  }
}

bool is_hex(std::string_view digits) {
  return digits.size() == 4 &&
         digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

enum class Escape : std::uint8_t { none, other, high_surrogate, low_surrogate, bad };

// What the backslash at `raw[at]` starts.
Escape escape_at(std::string_view raw, std::size_t at) {
  if (at + 1 >= raw.size() || raw[at] != '\\') return Escape::none;
  if (raw[at + 1] != 'u') {
    const bool known = std::string_view("\"\\/bfnrt").find(raw[at + 1]) != std::string_view::npos;
    return known ? Escape::other : Escape::bad;
  }
  const std::string_view digits = raw.substr(at + 2, 4);
  if (!is_hex(digits)) return Escape::bad;
  if (digits[0] != 'd' && digits[0] != 'D') return Escape::other;
  if (digits[1] < '8') return Escape::other;
  const bool high = digits[1] == '8' || digits[1] == '9' || (digits[1] | 0x20) == 'a' ||
                    (digits[1] | 0x20) == 'b';
  return high ? Escape::high_surrogate : Escape::low_surrogate;
}

// How many bytes of a string are one character as it is written: an escape, a pair of them that
// make one character, or the bytes of a code point.
std::size_t written_size(std::string_view raw, std::size_t at) {
  const Escape escape = escape_at(raw, at);
  if (escape == Escape::high_surrogate && escape_at(raw, at + 6) == Escape::low_surrogate)
    return 12;
  if (escape != Escape::none) return raw[at + 1] == 'u' ? 6 : 2;
  std::size_t size = 1;
  while (at + size < raw.size() && (static_cast<unsigned char>(raw[at + size]) & 0xC0U) == 0x80U) {
    ++size;
  }
  return size;
}

// Why the parser could not decode a string; `raw` begins with its quotation mark.
Error string_error(std::string_view raw, const std::string& field) {
  std::size_t characters = 0;
  for (std::size_t at = 1; at < raw.size() && raw[at] != '"'; ++characters) {
    const Escape escape = escape_at(raw, at);
    const std::size_t size = written_size(raw, at);
    const bool half =
        escape == Escape::low_surrogate || (escape == Escape::high_surrogate && size == 6);
    if (half || escape == Escape::bad) {
      std::string message = half ? "half of a surrogate pair, " : "not JSON: no such escape as ";
      message.append(raw.substr(at, size)).append(half ? ", stands alone" : "");
      message += " at character " + std::to_string(characters);
      message += " of \"" + field + "\"";
      return {half ? ErrorKind::not_text : ErrorKind::malformed, std::move(message)};
    }
    at += size;
  }
  return malformed("not JSON: damaged string in \"" + field + '"');
}

void warn(Record& record, std::string_view field, const std::string& why) {
  record.known.warnings.push_back("the field \"" + std::string(field) + "\" " + why + ": ignored");
}

// Ids are often numbers; they are kept as they are written.
std::optional<Error> read_number(std::string_view name, json::value value, Record& record) {
  std::string_view raw = value.raw_json_token();
  raw = raw.substr(0, raw.find_last_not_of(" \t\r\n") + 1);
  simdjson::simdjson_result<double> number = value.get_double();
  // An integer too large for any number type is still a fine id.
  if (number.error() != simdjson::SUCCESS && number.error() != simdjson::NUMBER_ERROR) {
    return json_error(number.error());
  }
  if (name == "id") {
    set_field(record, name, raw);
  } else if (name == "text") {
    return malformed("\"text\" is no string");
  } else if (is_record_field(name)) {
    warn(record, name, "is no string");
  }
  return std::nullopt;
}

std::optional<Error> read_string(std::string_view name, json::value value, Record& record) {
  const std::string_view raw = value.raw_json_token();
  const auto text = value.get_string();
  if (text.error() == simdjson::SUCCESS) {
    set_field(record, name, text.value_unsafe());
    return std::nullopt;
  }
  if (!is_record_field(name)) return std::nullopt;
  Error error = string_error(raw, std::string(name));
  if (name == "text") return error;
  warn(record, name, "cannot be read (" + error.message + ")");
  return std::nullopt;
}

std::optional<Error> read_bylines(json::value value, Record& record) {
  json::array names;
  if (const auto code = value.get_array().get(names)) return json_error(code);
  for (auto name : names) {
    std::string_view text;
    if (name.error() != simdjson::SUCCESS) return json_error(name.error());
    if (name.get_string().get(text) == simdjson::SUCCESS && !text.empty()) {
      record.known.bylines.emplace_back(text);
    }
  }
  return std::nullopt;
}

std::optional<Error> read_object(json::object object, Record& record, bool outermost);

std::optional<Error> read_value(std::string_view name, json::value value, Record& record,
                                bool outermost) {
  json::json_type type = {};
  if (const auto code = value.type().get(type)) return json_error(code);
  switch (type) {
    case json::json_type::string: return read_string(name, value, record);
    case json::json_type::number: return read_number(name, value, record);
    case json::json_type::null: break;
    case json::json_type::array:
      if (name == "bylines" || name == "authors") return read_bylines(value, record);
      break;
    case json::json_type::object:
      if (outermost && name == "report") {
        json::object inner;
        if (const auto code = value.get_object().get(inner)) return json_error(code);
        return read_object(inner, record, false);
      }
      break;
    case json::json_type::boolean: break;
  }
  if (type == json::json_type::null) {
    bool is_null = false;
    if (const auto code = value.is_null().get(is_null)) return json_error(code);
    if (!is_null) return malformed("not JSON: a value that is none");
  } else if (name == "text") {
    return malformed("\"text\" is no string");
  } else if (is_record_field(name)) {
    warn(record, name, "is no string");
  }
  return std::nullopt;
}

std::optional<Error> read_object(json::object object, Record& record, bool outermost) {
  for (auto field : object) {
    if (field.error() != simdjson::SUCCESS) return json_error(field.error());
    std::string_view name;
    if (const auto code = field.unescaped_key().get(name)) return json_error(code);
    if (auto error = read_value(name, field.value(), record, outermost)) return error;
  }
  return std::nullopt;
}
}  // namespace

struct JsonRecords::Parser {
  json::parser parser;
};

JsonRecords::JsonRecords() : parser_(std::make_unique<Parser>()) {}
JsonRecords::~JsonRecords() = default;

std::optional<Error> JsonRecords::parse(std::string_view bytes, Record& record) {
  const simdjson::padded_string_view padded(bytes, bytes.size() + simdjson::SIMDJSON_PADDING);
  json::document document;
  if (const auto code = parser_->parser.iterate(padded).get(document)) {
    if (auto fault = find_text_fault(bytes)) return fault;
    return json_error(code);
  }
  json::object object;
  if (const auto code = document.get_object().get(object)) return json_error(code);
  if (auto error = read_object(object, record, true)) return error;
  // The position is out of bounds when nothing is left.
  if (document.current_location().error() == simdjson::SUCCESS)
    return malformed("not JSON: something stands behind the object");
  return std::nullopt;
}

}  // namespace sayso
