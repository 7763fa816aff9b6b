#include "core/utf8.h"

#include <simdjson.h>

#include <cstring>
#include <string>

namespace sayso {
namespace {
constexpr std::size_t kBlock = 64;

constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::uint32_t count_code_points(std::string_view bytes) {
  std::uint32_t n = 0;
  for (const char c : bytes) n += is_continuation(c) ? 0U : 1U;
  return n;
}

// A bit for each of up to 64 bytes; eight at once, whose marks one multiplication gathers.
std::uint64_t continuations_in(std::string_view bytes) {
  std::uint64_t bits = 0;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + i, sizeof eight);
    const std::uint64_t marks = (eight & ~(eight << 1U) & 0x8080808080808080U) >> 7U;
    bits |= (marks * 0x0102040810204080U >> 56U) << i;
  }
  for (; i < bytes.size(); ++i) bits |= std::uint64_t{is_continuation(bytes[i])} << i;
  return bits;
}

// Bytes of the valid sequence that starts `bytes`, or 0. Table 3-7 of the Unicode Standard.
std::size_t sequence_size(std::string_view bytes) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = b(0);
  if (lead < 0x80) return 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size) return 0;
  const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (b(1) < low || b(1) > high) return 0;
  for (std::size_t i = 2; i < size; ++i) {
    if (!is_continuation(bytes[i])) return 0;
  }
  return size;
}
}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t size = sequence_size(bytes.substr(at));
    if (size == 0) return at;
    at += size;
  }
  return std::nullopt;
}

CodePoint decode_utf8(std::string_view text, std::uint32_t at) {
  assert(at < text.size());
  const auto b = [&](std::uint32_t i) { return static_cast<unsigned char>(text[at + i]); };
  const auto tail = [&](std::uint32_t i) { return static_cast<char32_t>(b(i) & 0x3FU); };
  const unsigned char lead = b(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {static_cast<char32_t>(lead & 0x1FU) << 6U | tail(1), 2};
  if (lead < 0xF0) {
    return {static_cast<char32_t>(lead & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3};
  }
  return {static_cast<char32_t>(lead & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4};
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

CodePoints::CodePoints(std::string_view text) : size_(static_cast<std::uint32_t>(text.size())) {
  if (count_code_points(text) == text.size()) return;
  blocks_.resize(text.size() / kBlock + 1);
  std::uint32_t count = 0;
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    const std::string_view bytes = text.substr(b * kBlock, kBlock);
    blocks_[b] = {count, continuations_in(bytes)};
    count += static_cast<std::uint32_t>(bytes.size()) -
             static_cast<std::uint32_t>(std::popcount(blocks_[b].continuations));
  }
}

}  // namespace sayso
