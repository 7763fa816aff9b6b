#include "ingest/text_fault.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "core/utf8.h"

namespace sayso {
namespace {
constexpr std::size_t kSample = std::size_t{64} << 10U;  // bytes enough to guess an encoding

struct Mark {
  std::string_view start;
  const char* encoding;
};

// Longer marks first: that of UTF-32 begins with that of UTF-16.
constexpr Mark kMarks[] = {
    {std::string_view("\xFF\xFE\0\0", 4), "UTF-32"},
    {std::string_view("\0\0\xFE\xFF", 4), "UTF-32"},
    {"\xFF\xFE", "UTF-16"},
    {"\xFE\xFF", "UTF-16"},
};

std::string convert_from(const std::string& encoding) {
  return "looks like " + encoding + "; convert it with iconv -f " + encoding + " -t UTF-8";
}

// Half of the bytes of Western text in UTF-16 are zero, all at odd or all at even offsets.
const char* utf16_without_mark(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  if (bytes.find('\0') == std::string_view::npos) return nullptr;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t many = bytes.size() * 2 / 5;
  const std::size_t few = bytes.size() / 50;
  if (bytes.size() < 8) return nullptr;
  if (zeros[1] > many && zeros[0] <= few) return "UTF-16LE";
  if (zeros[0] > many && zeros[1] <= few) return "UTF-16BE";
  return nullptr;
}

constexpr bool is_control(char c) {
  const auto b = static_cast<unsigned char>(c);
  return (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v') || b == 0x7F;
}

bool is_binary(std::string_view bytes) {
  const auto controls =
      static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_control));
  return controls > kMaxControls && controls > bytes.size() / 10;
}

constexpr bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Bytes of what has the form of a UTF-8 sequence, or 0.
std::size_t sequence_size(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  if (lead < 0xC2 || lead > 0xF4) return 0;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (bytes.size() < size) return 0;
  return std::all_of(bytes.begin() + 1, bytes.begin() + static_cast<std::ptrdiff_t>(size),
                     is_continuation)
             ? size
             : 0;
}

// In Western text in a one-byte encoding few bytes are high, and they come alone or in pairs. Text
// with damaged UTF-8 has more high bytes in sequences than out of them.
const char* one_byte_encoding(std::string_view bytes) {
  std::size_t high = 0, runs = 0, in_sequences = 0;
  bool windows = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (!is_high(bytes[i])) continue;
    if (i == 0 || !is_high(bytes[i - 1])) ++runs;
    const std::size_t size = sequence_size(bytes.substr(i));
    high += std::max<std::size_t>(size, 1);
    in_sequences += size;
    // Quotation marks and dashes of Windows-1252; Latin-1 has nothing there.
    windows = windows || static_cast<unsigned char>(bytes[i]) < 0xA0;
    if (size > 0) i += size - 1;
  }
  if (high * 4 > bytes.size() || runs * 2 < high || in_sequences * 2 > high) return nullptr;
  return windows ? "WINDOWS-1252" : "ISO-8859-1";
}

Error not_utf8(std::string_view bytes, std::size_t at) {
  const std::string where = "not UTF-8 at byte " + std::to_string(at);
  std::string_view around = bytes.substr(at < kSample / 2 ? 0 : at - kSample / 2);
  around = around.substr(0, kSample);
  if (std::any_of(around.begin(), around.end(), is_control) && is_binary(around)) {
    return {ErrorKind::not_text, "binary data, no text"};
  }
  const auto bad = bytes.begin() + static_cast<std::ptrdiff_t>(at);
  const bool cut_off = bytes.end() - bad < 4 && static_cast<unsigned char>(*bad) >= 0xC2 &&
                       std::all_of(bad + 1, bytes.end(), is_continuation);
  // Other characters were fine: it is UTF-8.
  if (cut_off && std::any_of(bytes.begin(), bad, is_high)) {
    return {ErrorKind::not_text, where + ": it ends in the middle of a character"};
  }
  if (const char* encoding = one_byte_encoding(around)) {
    return {ErrorKind::not_text, where + ": " + convert_from(encoding)};
  }
  return {ErrorKind::not_text,
          where + ": convert it from its encoding with iconv -f ENCODING -t UTF-8"};
}
}  // namespace

std::optional<Error> find_text_fault(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.start))
      return Error{ErrorKind::not_text, convert_from(mark.encoding)};
  }
  if (const char* encoding = utf16_without_mark(bytes)) {
    return Error{ErrorKind::not_text, convert_from(encoding)};
  }
  if (const auto at = find_invalid_utf8(bytes)) return not_utf8(bytes, *at);
  if (is_binary(bytes)) return Error{ErrorKind::not_text, "binary data, no text"};
  return std::nullopt;
}

std::string as_utf8(std::string_view text) {
  std::string out;
  while (const auto at = find_invalid_utf8(text)) {
    out.append(text.substr(0, *at)).append("\xEF\xBF\xBD");
    text.remove_prefix(*at + 1);
  }
  return out.append(text);
}

}  // namespace sayso
