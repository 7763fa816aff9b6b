#include "ingest/warc/warc_bytes.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace sayso {
namespace {
constexpr std::string_view kRecordStart = "WARC/1.";
// A skippable frame that holds the dictionary of all zstd frames behind it.
constexpr std::string_view kDictionaryFrame = "\x5d\x2a\x4d\x18";
constexpr std::size_t kDictionaryHeader = 8;
constexpr std::size_t kMostDictionary = std::size_t{16} << 20U;

constexpr std::size_t kPiece = std::size_t{256} << 10U;
// A gzip member that is longer, or does not decode from so much of it, is decoded in pieces.
constexpr std::size_t kWholeRaw = std::size_t{1} << 20U;
constexpr std::size_t kWholeMade = std::size_t{16} << 20U;
// Raw bytes of a member that are kept: behind damage, the next record is looked for among them.
constexpr std::size_t kKeptRaw = std::size_t{1} << 20U;
// How often bytes that were decoded once may be decoded again, so that time stays linear.
constexpr unsigned kMostTries = 8;
// What a record's start must be found in.
constexpr std::size_t kProbe = std::size_t{8} << 10U;

// gzip's first bytes say more than its magic: the one method there is, and no reserved flag.
bool may_begin_gzip(std::string_view bytes) {
  return bytes.size() >= 4 && bytes.starts_with("\x1f\x8b\x08") &&
         (static_cast<unsigned char>(bytes[3]) & 0xE0U) == 0;
}

// Whether a member that begins so holds the start of a record.
bool holds_record_start(MemberDecoder& decoder, std::string_view member) {
  std::array<char, kRecordStart.size()> made = {};
  std::size_t size = 0;
  decoder.begin();
  for (std::string_view in = member.substr(0, kProbe); size < made.size() && !in.empty();) {
    const DecodeStep step = decoder.decode(in, made.data() + size, made.size() - size);
    size += step.made;
    in.remove_prefix(step.used);
    if (step.fault != nullptr || step.at_end || step.used + step.made == 0) break;
  }
  return std::string_view(made.data(), size) == kRecordStart;
}

std::uint32_t little_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

// A dictionary may itself be a zstd frame.
std::string unpacked_dictionary(std::string_view packed) {
  if (tell_packing(packed) != Packing::zstd) return std::string(packed);
  std::string out;
  const auto decoder = zstd_decoder();
  decoder->begin();
  while (out.size() <= kMostDictionary) {
    const std::size_t size = out.size();
    out.resize(size + kPiece);
    const DecodeStep step = decoder->decode(packed, out.data() + size, kPiece);
    out.resize(size + step.made);
    packed.remove_prefix(step.used);
    if (step.at_end || step.fault != nullptr || step.used + step.made == 0) break;
  }
  return out;
}
}  // namespace

bool is_warc(std::string_view first_raw_bytes) {
  if (first_raw_bytes.starts_with(kDictionaryFrame)) return true;
  switch (tell_packing(first_raw_bytes)) {
    case Packing::none: return first_raw_bytes.starts_with(kRecordStart);
    case Packing::gzip: return holds_record_start(*gzip_decoder(), first_raw_bytes);
    case Packing::zstd: return holds_record_start(*zstd_decoder(), first_raw_bytes);
  }
  return false;
}

WarcBytes::WarcBytes(ReadBuffer& raw, bool fast)
    : raw_(raw),
      fast_(fast),
      gzip_(gzip_decoder()),
      zstd_(zstd_decoder()),
      probe_(gzip_decoder()),
      whole_(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor) {}

WarcBytes::~WarcBytes() = default;

bool WarcBytes::fill() {
  const std::size_t size = window().size();
  while (!fault_ && window().size() == size) {
    if (!inside_member_ && !begin_member()) return false;
    if (plain_) return copy_plain();
    const bool at_start = decoder_ == nullptr;
    if (at_start && packing_ == Packing::gzip && fast_ && decode_whole()) continue;
    if (!decode_piece()) return window().size() > size;
  }
  return !fault_;
}

void WarcBytes::fill_to(std::size_t size) {
  while (window().size() < size && fill()) {
  }
}

void WarcBytes::settle(std::size_t size) {
  while (inside_member_ && window().size() < size && fill()) {
  }
}

void WarcBytes::consume(std::size_t size) {
  begin_ += size;
  decoded_begin_ += size;
  while (marks_.size() > 1 && marks_[1].decoded <= decoded_begin_) marks_.pop_front();
}

std::uint64_t WarcBytes::offset() const {
  if (marks_.empty()) return raw_offset_ + raw_at_;
  const Mark& mark = marks_.front();
  return plain_ ? mark.raw + (decoded_begin_ - mark.decoded) : mark.raw;
}

std::optional<std::size_t> WarcBytes::next_member() const {
  for (const Mark& mark : marks_) {
    if (mark.decoded > decoded_begin_) {
      return static_cast<std::size_t>(mark.decoded - decoded_begin_);
    }
  }
  return std::nullopt;
}

// Reads more of the file behind the raw window.
bool WarcBytes::raw_more() {
  if (raw_.fill()) return true;
  if (raw_.error()) set_fault(raw_.error()->kind, raw_.error()->message);
  return false;
}

void WarcBytes::set_fault(ErrorKind kind, std::string message) {
  fault_ = Error{kind, std::move(message)};
}

// Free bytes behind the window.
char* WarcBytes::room_for(std::size_t size) {
  if (begin_ == end_) begin_ = end_ = 0;
  if (decoded_.size() - end_ < size && begin_ > 0 && begin_ >= end_ - begin_) {
    std::memmove(decoded_.data(), decoded_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (decoded_.size() - end_ < size) {
    decoded_.resize(std::max(end_ + size, decoded_.size() + decoded_.size() / 2));
  }
  return decoded_.data() + end_;
}

bool WarcBytes::begin_member() {
  raw_.consume(raw_at_);
  raw_offset_ += std::exchange(raw_at_, 0);
  // Some writers pad with zeros or empty lines between members.
  while (true) {
    const std::size_t padding = std::min(
        raw_.window().find_first_not_of(std::string_view("\0\r\n", 3)), raw_.window().size());
    raw_.consume(padding);
    raw_offset_ += padding;
    if (raw_.window().size() >= kDictionaryHeader) break;
    if (!raw_more()) break;
  }
  if (fault_ || raw_.window().empty()) return false;
  member_offset_ = raw_offset_;
  if (raw_.window().starts_with(kDictionaryFrame)) return take_dictionary() && begin_member();
  packing_ = tell_packing(raw_.window());
  plain_ = raw_.window().starts_with(kRecordStart);
  if (packing_ == Packing::none && !plain_) {
    set_fault(ErrorKind::malformed, "no record begins here");
    return false;
  }
  // Of members that hold nothing, only the last is worth a mark: there may be millions.
  const std::uint64_t decoded = decoded_begin_ + window().size();
  if (!marks_.empty() && marks_.back().decoded == decoded) marks_.pop_back();
  marks_.push_back({decoded, raw_offset_});
  inside_member_ = true;
  decoder_ = nullptr;
  return true;
}

bool WarcBytes::take_dictionary() {
  const std::size_t size = little_endian(raw_.window().substr(4, 4));
  if (size <= kMostDictionary) raw_.fill_to(kDictionaryHeader + size);
  if (raw_.window().size() < kDictionaryHeader + size) {
    set_fault(ErrorKind::malformed, "the zstd dictionary is cut short or over 16 MiB");
    return false;
  }
  dictionary_ = unpacked_dictionary(raw_.window().substr(kDictionaryHeader, size));
  zstd_ = zstd_decoder(dictionary_);
  raw_.consume(kDictionaryHeader + size);
  raw_offset_ += kDictionaryHeader + size;
  return true;
}

void WarcBytes::end_member() {
  inside_member_ = false;
  decoder_ = nullptr;
}

bool WarcBytes::copy_plain() {
  while (raw_rest().empty()) {
    raw_.consume(raw_at_);
    raw_offset_ += std::exchange(raw_at_, 0);
    if (!raw_more()) return false;
  }
  const std::string_view bytes = raw_rest();
  std::memcpy(room_for(bytes.size()), bytes.data(), bytes.size());
  end_ += bytes.size();
  raw_at_ += bytes.size();
  return true;
}

// The whole member at once, several times as fast as in pieces. False when it is too large for
// that, or damaged: decoding in pieces finds out.
bool WarcBytes::decode_whole() {
  if (expands_too_far(0)) return false;
  std::size_t room = std::max(kPiece, decoded_.size() - end_);
  while (true) {
    std::size_t used = 0;
    std::size_t made = 0;
    char* out = room_for(room);
    const libdeflate_result status = libdeflate_gzip_decompress_ex(
        whole_.get(), raw_rest().data(), raw_rest().size(), out, room, &used, &made);
    if (status == LIBDEFLATE_SUCCESS) {
      end_ += made;
      made_ += made;
      raw_at_ += used;
      end_member();
      return true;
    }
    if (status == LIBDEFLATE_INSUFFICIENT_SPACE) {
      room *= 2;
      if (room > kWholeMade || expands_too_far(room)) return false;
    } else if (status != LIBDEFLATE_BAD_DATA || raw_rest().size() >= kWholeRaw || !raw_more()) {
      return false;
    }
  }
}

// Whether `more` bytes would be more than the file read so far may expand to.
bool WarcBytes::expands_too_far(std::size_t more) const {
  const std::uint64_t raw = raw_offset_ + raw_.window().size();
  return made_ + more > kFreeExpansion + raw * kMostExpansion;
}

// Forgets raw bytes far behind, so that a member of any size fits into memory.
void WarcBytes::keep_raw_small() {
  if (raw_at_ < 2 * kKeptRaw) return;
  raw_.consume(kKeptRaw);
  raw_offset_ += kKeptRaw;
  raw_at_ -= kKeptRaw;
}

bool WarcBytes::decode_piece() {
  if (decoder_ == nullptr) {
    decoder_ = packing_ == Packing::gzip ? gzip_.get() : zstd_.get();
    decoder_->begin();
  }
  keep_raw_small();
  if (raw_rest().empty() && !raw_more() && fault_) return false;
  const bool no_more = raw_rest().empty();
  const DecodeStep step = decoder_->decode(raw_rest(), room_for(kPiece), kPiece);
  raw_at_ += step.used;
  end_ += step.made;
  made_ += step.made;
  furthest_ = std::max(furthest_, raw_offset_ + raw_at_);
  if (step.at_end) {
    end_member();
  } else if (step.fault != nullptr) {
    set_fault(ErrorKind::malformed, step.fault);
  } else if (no_more && step.made == 0) {
    set_fault(ErrorKind::malformed, "the file ends inside a record");
  } else if (expands_too_far(0)) {
    set_fault(ErrorKind::too_large, "it expands to more than 25 times its size");
  }
  return !fault_;
}

// The probe is gzip's, zstd frames are tried with their dictionary.
bool WarcBytes::begins_record(std::string_view raw) {
  if (may_begin_gzip(raw)) return holds_record_start(*probe_, raw);
  return tell_packing(raw) == Packing::zstd && holds_record_start(*zstd_, raw);
}

void WarcBytes::resume() {
  fault_.reset();
  end_member();
  consume(window().size());
  marks_.clear();
  if (plain_ || raw_.error()) return;
  // Back to what was decoded already, in search of the next member; but not again and again.
  const std::uint64_t from = std::max(member_offset_ + 1, raw_offset_);
  if (from >= furthest_) tries_ = 0;
  const std::uint64_t at = tries_++ < kMostTries ? from : std::max(from, furthest_);
  if (tries_ > kMostTries) tries_ = 0;
  raw_at_ = static_cast<std::size_t>(at - raw_offset_);
  find_member();
}

// Moves on to where a member begins that holds the start of a record.
void WarcBytes::find_member() {
  while (!fault_) {
    raw_at_ += std::min(raw_rest().find_first_of("\x1f\x28"), raw_rest().size());
    if (raw_rest().size() < kProbe) {
      keep_raw_small();
      if (raw_more()) continue;
    }
    if (raw_rest().empty() || begins_record(raw_rest())) return;
    ++raw_at_;
  }
}

}  // namespace sayso
