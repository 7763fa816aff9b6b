#include "core/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace sayso {
namespace {
constexpr std::string_view kHex = "0123456789abcdef";

// What JSON wants escaped: control characters, the quotation mark, the backslash, and DEL.
constexpr std::array<bool, 256> escaped_bytes() {
  std::array<bool, 256> escaped{};
  for (std::size_t c = 0; c < 0x20; ++c) escaped[c] = true;
  escaped['"'] = escaped['\\'] = escaped[0x7F] = true;
  return escaped;
}
constexpr std::array<bool, 256> kEscaped = escaped_bytes();

// Whether one of eight bytes is to be escaped: each compared at once, as the parts of one number
// (the "haszero" and "hasless" of Anderson, Bit Twiddling Hacks).
bool any_escaped(const char* eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighs = 0x8080808080808080U;
  std::uint64_t v = 0;
  std::memcpy(&v, eight, sizeof v);
  const auto has = [&](std::uint64_t byte) {
    const std::uint64_t x = v ^ (kOnes * byte);
    return (x - kOnes) & ~x & kHighs;
  };
  const std::uint64_t control = (v - kOnes * 0x20U) & ~v & kHighs;
  return (control | has('"') | has('\\') | has(0x7F)) != 0;
}

void append_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"': out.append("\\\""); break;
    case '\\': out.append("\\\\"); break;
    case '\n': out.append("\\n"); break;
    case '\r': out.append("\\r"); break;
    case '\t': out.append("\\t"); break;
    default:
      out.append("\\u00");
      out.push_back(kHex[c >> 4U]);
      out.push_back(kHex[c & 0xFU]);
  }
}

void append_escaped(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    while (i + 8 <= text.size() && !any_escaped(text.data() + i)) i += 8;
    if (i == text.size()) break;
    const auto c = static_cast<unsigned char>(text[i]);
    if (!kEscaped[c]) continue;
    out.append(text.substr(plain, i - plain));
    plain = i + 1;
    append_escape(out, c);
  }
  out.append(text.substr(plain));
  out.push_back('"');
}

template <typename Number>
void append_number(std::string& out, Number value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}
}  // namespace

void JsonWriter::new_line() {
  if (!pretty_) return;
  out_.push_back('\n');
  out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!first_) out_.push_back(',');
  new_line();
  first_ = false;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) new_line();
  out_.push_back(bracket);
  first_ = false;
}

JsonWriter& JsonWriter::begin_object() {
  separate();
  out_.push_back('{');
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  close('}');
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  separate();
  out_.push_back('[');
  ++depth_;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  close(']');
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);  // our own names: nothing to escape
  out_.append("\":");
  if (pretty_) out_.push_back(' ');
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view utf8) {
  separate();
  append_escaped(out_, utf8);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();      // JSON has no word for it
  constexpr double kExact = 9007199254740992.0;  // 2^53: every integer below is itself
  if (value == std::trunc(value) && std::abs(value) < kExact) {
    return integer(static_cast<std::int64_t>(value));
  }
  separate();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  separate();
  out_.append(value ? "true" : "false");
  return *this;
}

JsonWriter& JsonWriter::null() {
  separate();
  out_.append("null");
  return *this;
}

}  // namespace sayso
