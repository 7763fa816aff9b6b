#include "core/json.h"

#include <algorithm>
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

// Six bytes at most.
char* write_escape(char* at, unsigned char c) {
  const auto two = [&](char letter) {
    *at++ = '\\';
    *at++ = letter;
    return at;
  };
  switch (c) {
    case '"': return two('"');
    case '\\': return two('\\');
    case '\n': return two('n');
    case '\r': return two('r');
    case '\t': return two('t');
    default:
      at = std::copy_n("\\u00", 4, at);
      *at++ = kHex[c >> 4U];
      *at++ = kHex[c & 0xFU];
      return at;
  }
}
}  // namespace

void JsonWriter::grow(std::size_t size) {
  constexpr std::size_t kLeast = std::size_t{4} << 10U;
  out_.resize(std::max(size_ + size, out_.size() + out_.size() / 2 + kLeast));
}

void JsonWriter::new_line() {
  const auto indent = static_cast<std::size_t>(depth_) * 2;
  char* at = room(indent + 1);
  *at++ = '\n';
  std::memset(at, ' ', indent);
  end(at + indent);
}

// The comma goes before the line's end, so it is written here.
void JsonWriter::break_line() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (comma_) {
    char* at = room(1);
    *at++ = ',';
    end(at);
    comma_ = false;
  }
  new_line();
}

// Copies eight bytes at a time as long as none wants an escape, then one.
JsonWriter& JsonWriter::string(std::string_view utf8) {
  char* at = separate(utf8.size() + kSmall);
  *at++ = '"';
  const char* from = utf8.data();
  const char* const last = from + utf8.size();
  while (from != last) {
    while (last - from >= 8 && !any_escaped(from)) {
      std::memcpy(at, from, 8);
      at += 8;
      from += 8;
    }
    if (from == last) break;
    const auto c = static_cast<unsigned char>(*from++);
    if (!kEscaped[c]) {
      *at++ = static_cast<char>(c);
      continue;
    }
    end(write_escape(at, c));
    at = room(static_cast<std::size_t>(last - from) + kSmall);
  }
  *at++ = '"';
  end(at);
  return *this;
}

JsonWriter& JsonWriter::numbered(char letter, std::uint64_t number) {
  char* at = separate(kSmall);
  *at++ = '"';
  *at++ = letter;
  at = std::to_chars(at, at + 20, number).ptr;
  *at++ = '"';
  end(at);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  char* at = separate(kSmall);
  end(std::to_chars(at, at + 20, value).ptr);
  return *this;
}

JsonWriter& JsonWriter::hundredths(std::uint32_t value) {
  if (value % 100 == 0) return integer(value / 100);
  char* at = separate(kSmall);
  *at++ = '0';
  *at++ = '.';
  *at++ = static_cast<char>('0' + value / 10);
  if (value % 10 != 0) *at++ = static_cast<char>('0' + value % 10);
  end(at);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();      // JSON has no word for it
  constexpr double kExact = 9007199254740992.0;  // 2^53: every integer below is itself
  if (value == std::trunc(value) && std::abs(value) < kExact) {
    return integer(static_cast<std::int64_t>(value));
  }
  char* at = separate(kSmall);
  end(std::to_chars(at, at + kSmall, value).ptr);
  return *this;
}

}  // namespace sayso
