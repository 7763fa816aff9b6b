#include "ingest/html/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "core/utf8.h"
#include "ingest/cursor.h"

namespace sayso {
namespace {
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::string_view kUtf8 = "utf-8";
constexpr std::string_view kFallback = "windows-1252";
constexpr std::size_t kDeclarationSample = std::size_t{16} << 10U;  // browsers look at 1 KiB
constexpr std::size_t kDetectionSample = std::size_t{64} << 10U;

struct ByteOrderMark {
  std::string_view bytes, encoding;
};
constexpr ByteOrderMark kByteOrderMarks[] = {
    {"\xEF\xBB\xBF", kUtf8}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};

// Labels that browsers take for a wider encoding, or that ICU has under another name
// (the Encoding standard, "Names and labels").
struct EncodingLabel {
  std::string_view label, encoding;
};
constexpr EncodingLabel kLabels[] = {
    {"utf8", kUtf8},
    {"unicode-1-1-utf-8", kUtf8},
    {"x-unicode20utf8", kUtf8},
    {"unicode", kUtf8},
    {"utf-16", kUtf8},  // in a page whose declaration could be read byte by byte
    {"utf-16le", kUtf8},
    {"utf-16be", kUtf8},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ansi_x3.4-1968", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"x-cp1250", "windows-1250"},
    {"x-cp1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"chinese", "gb18030"},
    {"big5", "big5-hkscs"},
    {"x-x-big5", "big5-hkscs"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"x-sjis", "windows-31j"},
    {"ms_kanji", "windows-31j"},
    {"x-euc-jp", "euc-jp"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"korean", "windows-949"},
    {"koi8", "koi8-r"},
    {"x-mac-roman", "macintosh"},
};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

std::string trimmed_lower(std::string_view label) {
  while (!label.empty() && ascii::is_blank(label.front())) label.remove_prefix(1);
  while (!label.empty() && ascii::is_blank(label.back())) label.remove_suffix(1);
  std::string lower(label);
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::lower);
  return lower;
}

// The encoding that a label names, or nothing when nobody knows it.
std::optional<std::string> encoding_of(std::string_view given) {
  std::string label = trimmed_lower(given);
  for (const EncodingLabel& row : kLabels) {
    if (row.label == label) return std::string(row.encoding);
  }
  if (label.empty() || label == kUtf8) return label.empty() ? std::nullopt : std::optional(label);
  if (!open_converter(label)) return std::nullopt;
  return label;
}

constexpr bool is_label_char(char c) {
  return ascii::is_letter(c) || ascii::is_digit(c) || c == '-' || c == '_' || c == ':' ||
         c == '.' || c == '+';
}

// The label behind `key` and "=" in a tag's text: `charset="utf-8"`, `content="...; charset=x"`.
std::optional<std::string_view> label_behind(std::string_view tag, std::string_view key) {
  for (Cursor cursor{tag}; !cursor.at_end(); ++cursor.at) {
    Cursor inside = cursor;
    if (!inside.take_word(key)) continue;
    inside.take_blanks();
    if (!inside.take('=')) continue;
    inside.take_blanks();
    if (!inside.take('"')) inside.take('\'');
    inside.take_blanks();
    const std::size_t begin = inside.at;
    while (is_label_char(inside.peek())) ++inside.at;
    if (inside.at > begin) return tag.substr(begin, inside.at - begin);
  }
  return std::nullopt;
}

// What the page says of itself near its start.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kDeclarationSample);
  if (bytes.starts_with("<?xml")) {
    const auto label = label_behind(bytes.substr(0, bytes.find('>')), "encoding");
    if (label) {
      if (auto encoding = encoding_of(*label)) return encoding;
    }
  }
  std::size_t at = 0;
  while ((at = bytes.find('<', at)) != std::string_view::npos) {
    if (bytes.substr(at, 4) == "<!--") {
      at = bytes.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    Cursor tag{bytes, at + 1};
    const std::size_t end = std::min(bytes.find('>', at), bytes.size());
    if (tag.take_word("meta")) {
      const auto label = label_behind(bytes.substr(at, end - at), "charset");
      if (label) {
        if (auto encoding = encoding_of(*label)) return encoding;
      }
    }
    ++at;
  }
  return std::nullopt;
}

// UTF-16 without a mark: markup is ASCII, so every other byte is zero.
std::optional<std::string_view> utf16_by_zeros(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 512) / 2 * 2;
  if (sample < 16) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample; ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t most = sample / 2 * 7 / 10;
  if (zeros[1] >= most && zeros[0] == 0) return "utf-16le";
  if (zeros[0] >= most && zeros[1] == 0) return "utf-16be";
  return std::nullopt;
}

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Bytes of the character at `at`, or 0 when it is not valid UTF-8 (RFC 3629). Damaged pages are
// walked with this, since find_invalid_utf8 looks at all that is left each time.
std::size_t character_size(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
  };
  const auto rest_is_valid = [&](std::size_t size) {
    for (std::size_t i = 2; i < size; ++i) {
      if ((byte(i) & 0xC0U) != 0x80U) return false;
    }
    return true;
  };
  const unsigned int first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || second < 0x80 || second > 0xBF) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return rest_is_valid(3) ? 3 : 0;
  }
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  return rest_is_valid(4) ? 4 : 0;
}

// Each invalid byte and the continuation bytes behind it become one U+FFFD.
DecodedPage repair_utf8(std::string_view bytes) {
  DecodedPage page{.encoding = std::string(kUtf8)};
  page.text.reserve(bytes.size() + 64);
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t size = character_size(bytes, at); size > 0) {
      page.text.append(bytes.substr(at, size));
      at += size;
      continue;
    }
    page.text.append(kReplacement);
    ++page.replaced;
    ++at;
    while (at < bytes.size() && is_continuation(bytes[at])) ++at;
  }
  return page;
}

// Damaged UTF-8 has many more whole characters than broken ones; other encodings the reverse.
bool is_mostly_utf8(std::string_view bytes) {
  constexpr std::size_t kWholePerBroken = 10;
  std::size_t broken = 0, whole = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t size = character_size(bytes, at);
    broken += size == 0 ? 1U : 0U;
    whole += size > 1 ? 1U : 0U;
    at += std::max<std::size_t>(size, 1);
  }
  return whole >= broken * kWholePerBroken;
}

std::size_t count_replacements(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(kReplacement, at)) != std::string_view::npos;
       at += kReplacement.size()) {
    ++count;
  }
  return count;
}

std::optional<DecodedPage> convert(std::string_view bytes, std::string encoding) {
  if (encoding == kUtf8) return repair_utf8(bytes);
  const Converter converter = open_converter(encoding);
  if (!converter || bytes.size() > std::numeric_limits<std::int32_t>::max()) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  DecodedPage page{.encoding = std::move(encoding)};
  text.toUTF8String(page.text);
  page.replaced = count_replacements(page.text);
  return page;
}

// From the first byte that is not ASCII on, without tags.
std::optional<std::string> detected_encoding(std::string_view bytes) {
  const auto odd = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c < 0; });
  const auto begin = static_cast<std::size_t>(odd - bytes.begin());
  bytes = bytes.substr(begin > kDetectionSample / 2 ? begin - kDetectionSample / 2 : 0,
                       kDetectionSample);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return std::nullopt;
  ucsdet_enableInputFilter(detector.get(), 1);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const char* const name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? std::nullopt : encoding_of(name);
}

bool is_seven_bit(std::string_view encoding) { return encoding.starts_with("iso-2022-"); }
}  // namespace

DecodedPage decode_page(std::string_view bytes, const std::optional<std::string>& http_charset) {
  for (const ByteOrderMark& mark : kByteOrderMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (auto page = convert(bytes.substr(mark.bytes.size()), std::string(mark.encoding))) {
      return std::move(*page);
    }
  }
  if (const auto utf16 = utf16_by_zeros(bytes)) {
    if (auto page = convert(bytes, std::string(*utf16))) return std::move(*page);
  }
  const bool escapes = bytes.find("\x1B$") != std::string_view::npos;
  if (!escapes && !find_invalid_utf8(bytes)) {
    return {.text = std::string(bytes), .encoding = std::string(kUtf8)};
  }
  if (!escapes && is_mostly_utf8(bytes)) return repair_utf8(bytes);
  const auto by_header = http_charset ? encoding_of(*http_charset) : std::nullopt;
  for (const auto& declared : {by_header, declared_encoding(bytes)}) {
    // Declared as UTF-8 and far from it: not what it says.
    if (!declared || *declared == kUtf8) continue;
    if (escapes && !is_seven_bit(*declared) && !find_invalid_utf8(bytes)) continue;
    if (auto page = convert(bytes, *declared)) return std::move(*page);
  }
  if (!find_invalid_utf8(bytes)) {
    return {.text = std::string(bytes), .encoding = std::string(kUtf8)};
  }
  if (const auto detected = detected_encoding(bytes)) {
    if (auto page = convert(bytes, *detected)) return std::move(*page);
  }
  if (auto page = convert(bytes, std::string(kFallback))) return std::move(*page);
  return repair_utf8(bytes);
}

}  // namespace sayso
