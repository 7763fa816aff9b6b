#include "ingest/warc/http_response.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "ingest/cursor.h"
#include "ingest/member_decoder.h"
#include "ingest/text_fault.h"

namespace sayso {
namespace {
constexpr std::size_t kPiece = std::size_t{64} << 10U;

struct ChunkHead {
  std::size_t head = 0;  // bytes of the line that gives the size
  std::size_t size = 0;  // of the chunk
};

// "1f40;name=value\r\n"
std::optional<ChunkHead> read_chunk_head(std::string_view text) {
  ChunkHead chunk;
  std::size_t at = 0;
  for (; at < text.size() && at < 8; ++at) {
    const char c = ascii::lower(text[at]);
    const bool letter = c >= 'a' && c <= 'f';
    if (!ascii::is_digit(c) && !letter) break;
    chunk.size = chunk.size * 16 + static_cast<std::size_t>(letter ? c - 'a' + 10 : c - '0');
  }
  if (at == 0) return std::nullopt;
  const std::size_t end = text.substr(0, at + 256).find('\n', at);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view behind = text.substr(at, end - at);
  if (!behind.starts_with(';') && behind.find_first_not_of(" \r") != std::string_view::npos) {
    return std::nullopt;
  }
  chunk.head = end + 1;
  return chunk;
}

// False when `body` is not in chunks. A body that breaks off keeps what there is.
bool join_chunks(std::string_view body, std::string& out) {
  out.clear();
  bool first = true;
  while (!body.empty()) {
    const auto chunk = read_chunk_head(body);
    if (!chunk || (first && chunk->head + chunk->size > body.size())) return !first;
    first = false;
    if (chunk->size == 0) return true;
    body.remove_prefix(chunk->head);
    out += body.substr(0, chunk->size);
    body.remove_prefix(std::min(chunk->size, body.size()));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return !first;
}

enum class Coding : std::uint8_t { none, gzip, deflate, zstd, unknown };

Coding coding_named(std::string_view name) {
  for (const char* none : {"", "identity", "none", "utf-8"}) {
    if (equal_but_for_case(name, none)) return Coding::none;
  }
  if (equal_but_for_case(name, "gzip") || equal_but_for_case(name, "x-gzip")) return Coding::gzip;
  if (equal_but_for_case(name, "deflate")) return Coding::deflate;
  return equal_but_for_case(name, "zstd") ? Coding::zstd : Coding::unknown;
}

// "deflate" is zlib data by the standard and raw deflate data from some servers.
bool has_zlib_header(std::string_view body) {
  if (body.size() < 2) return false;
  const auto first = static_cast<unsigned char>(body[0]);
  const auto second = static_cast<unsigned char>(body[1]);
  return (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
}

// A body decoded already, under a header that still says otherwise.
bool starts_like_markup(std::string_view body) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (body.starts_with(kBom)) body.remove_prefix(kBom.size());
  return body.substr(std::min(body.find_first_not_of(" \t\r\n"), body.size())).starts_with('<');
}

// The decoder for `body`, or none when the body is plain already.
std::unique_ptr<MemberDecoder> decoder_for(Coding coding, std::string_view body) {
  const Packing packing = tell_packing(body);
  if (packing == Packing::gzip) return gzip_decoder();
  if (packing == Packing::zstd) return zstd_decoder();
  if (coding != Coding::deflate || starts_like_markup(body)) return nullptr;
  return deflate_decoder(has_zlib_header(body));
}

struct Unpacked {
  std::string text = {};
  bool cut_short = false;
};

// All members or frames, joined. A body that breaks off keeps what there is.
Result<Unpacked> unpack(MemberDecoder& decoder, std::string_view in, std::size_t limit) {
  const Packing packing = tell_packing(in);
  Unpacked out;
  std::size_t size = 0;
  decoder.begin();
  while (true) {
    if (size > limit) return Error{ErrorKind::too_large, {}};
    if (size == out.text.size()) out.text.resize(size + kPiece);
    const DecodeStep step = decoder.decode(in, out.text.data() + size, out.text.size() - size);
    size += step.made;
    in.remove_prefix(step.used);
    if (step.fault != nullptr && size == 0) return Error{ErrorKind::malformed, step.fault};
    if (step.at_end && packing != Packing::none && tell_packing(in) == packing) {
      decoder.begin();
      continue;
    }
    if (!step.at_end && step.fault == nullptr && step.used + step.made > 0) continue;
    out.cut_short = !step.at_end;
    out.text.resize(size);
    return out;
  }
}

// "gzip, br" -> the encodings, the last one applied first in line.
std::vector<std::string_view> codings_in(std::string_view value) {
  std::vector<std::string_view> out;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    std::string_view name = value.substr(0, comma);
    name.remove_prefix(std::min(name.find_first_not_of(" \t"), name.size()));
    name = name.substr(0, name.find_last_not_of(" \t") + 1);
    if (!name.empty()) out.insert(out.begin(), name);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return out;
}
}  // namespace

std::optional<HttpResponse> parse_http_response(std::string_view message) {
  Cursor at{message};
  if (!at.take_word("http")) return std::nullopt;
  at.at = std::min(message.find_first_of(" \n"), message.size());
  at.take_blanks();
  const auto status = at.take_number(3, 3);
  if (!status) return std::nullopt;
  const std::size_t line = std::min(message.find('\n'), message.size() - 1) + 1;
  const std::size_t head = header_size(message).value_or(message.size());
  return HttpResponse{*status, HeaderFields(message.substr(line, head - std::min(head, line))),
                      message.substr(head)};
}

Result<std::string_view> HttpBodies::decode(const HttpResponse& response, std::size_t limit) {
  std::string_view body = response.body;
  cut_short_ = false;
  const auto transfer = response.fields.find("transfer-encoding").value_or("");
  if (equal_but_for_case(transfer, "chunked") && join_chunks(body, joined_)) body = joined_;
  for (const auto name : codings_in(response.fields.find("content-encoding").value_or(""))) {
    const Coding coding = coding_named(name);
    if (coding == Coding::none) continue;
    if (coding == Coding::unknown && starts_like_markup(body)) continue;
    if (coding == Coding::unknown) {
      return Error{ErrorKind::malformed, "its Content-Encoding \"" + as_utf8(name.substr(0, 40)) +
                                             "\" is not read, only gzip, deflate and zstd"};
    }
    const auto decoder = decoder_for(coding, body);
    if (!decoder) continue;
    auto unpacked = unpack(*decoder, body, limit);
    if (!unpacked) return unpacked.error();
    cut_short_ = cut_short_ || unpacked->cut_short;
    decoded_ = std::move(unpacked->text);
    body = decoded_;
  }
  if (body.size() > limit) return Error{ErrorKind::too_large, {}};
  return body;
}

}  // namespace sayso
