#include "normalise/place/gazetteer.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace sayso {
namespace {
static_assert(std::endian::native == std::endian::little, "the gazetteer is read in place");

// More levels than any entry has; a damaged file must not make a walk endless.
constexpr int kMaxParents = 6;
constexpr std::uint32_t kListBit = 0x80000000U;

Error damaged(std::string why) {
  return {ErrorKind::damaged_model, "cannot read the gazetteer: " + std::move(why)};
}

bool is_power_of_two(std::uint32_t n) { return std::has_single_bit(n); }

// The section of `count` items at `at`, or nothing when it does not lie in `bytes`.
template <typename T>
const T* section(std::string_view bytes, std::uint32_t at, std::size_t count) {
  if (at % 8 != 0 || at > bytes.size() || count > (bytes.size() - at) / sizeof(T)) return nullptr;
  return reinterpret_cast<const T*>(bytes.data() + at);
}
}  // namespace

std::uint64_t gazetteer_checksum(std::string_view bytes) {
  std::uint64_t h = 0xcbf29ce484222325U;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min<std::size_t>(bytes.size(), sizeof word);
    std::memcpy(&word, bytes.data(), size);
    h = (h ^ word) * 0x100000001b3U;
    h ^= h >> 29U;
    bytes.remove_prefix(size);
  }
  return h;
}

Result<Gazetteer> Gazetteer::open(std::string_view bytes) {
  if (bytes.size() < sizeof(GazetteerHeader)) return damaged("it is too short");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) return damaged("it is not aligned");
  Gazetteer g;
  g.bytes_ = bytes;
  g.header_ = reinterpret_cast<const GazetteerHeader*>(bytes.data());
  const GazetteerHeader& h = *g.header_;
  if (std::string_view(h.magic.data(), h.magic.size()) != kGazetteerMagic) {
    return damaged("it does not begin as one");
  }
  if (h.version != kGazetteerVersion || h.header_size != sizeof(GazetteerHeader)) {
    return damaged("its version is " + std::to_string(h.version) + ", not " +
                   std::to_string(kGazetteerVersion));
  }
  if (h.size != bytes.size()) return damaged("it is cut short");
  if (!is_power_of_two(h.first_bits) || !is_power_of_two(h.prefix_bits) || h.first_bits < 64 ||
      h.prefix_bits < 64 || h.bucket_bits == 0 || h.bucket_bits > 24) {
    return damaged("its sizes make no sense");
  }
  const std::size_t bucket_count = (std::size_t{1} << h.bucket_bits) + 1;
  g.first_ = section<std::uint64_t>(bytes, h.first_at, h.first_bits / 64);
  g.prefix_ = section<std::uint64_t>(bytes, h.prefix_at, h.prefix_bits / 64);
  g.buckets_ = section<std::uint32_t>(bytes, h.buckets_at, bucket_count);
  const auto* keys = section<GazetteerKey>(bytes, h.keys_at, h.key_count);
  const auto* lists = section<NamedEntry>(bytes, h.lists_at, h.list_count);
  const auto* entries = section<GazetteerEntry>(bytes, h.entries_at, h.entry_count);
  const auto* names = section<char>(bytes, h.names_at, h.name_bytes);
  if (!g.first_ || !g.prefix_ || !g.buckets_ || !keys || !lists || !entries || !names) {
    return damaged("a section lies outside it");
  }
  g.keys_ = {keys, h.key_count};
  g.lists_ = {lists, h.list_count};
  g.entries_ = {entries, h.entry_count};
  g.names_ = {names, h.name_bytes};
  return g;
}

std::span<const NamedEntry> Gazetteer::find(NameKey name) const {
  const std::uint64_t bucket = name >> (64U - header_->bucket_bits);
  const auto check = static_cast<std::uint32_t>(name);
  const std::size_t last = std::min<std::size_t>(buckets_[bucket + 1], keys_.size());
  for (std::size_t i = buckets_[bucket]; i < last && keys_[i].check <= check; ++i) {
    if (keys_[i].check != check) continue;
    const std::uint32_t value = keys_[i].value;
    if ((value & kListBit) == 0) {
      return {reinterpret_cast<const NamedEntry*>(&keys_[i].value), 1};
    }
    const std::size_t at = value & ~kListBit;
    if (at >= lists_.size()) return {};
    return lists_.subspan(at + 1, std::min<std::size_t>(lists_[at].bits, lists_.size() - at - 1));
  }
  return {};
}

std::string_view Gazetteer::name(const GazetteerEntry& entry) const {
  if (entry.name_at >= names_.size()) return {};
  return names_.substr(entry.name_at + 1, static_cast<unsigned char>(names_[entry.name_at]));
}

std::string_view Gazetteer::country(const GazetteerEntry& entry) {
  if (entry.country[0] == 0) return {};
  return {entry.country.data(), entry.country.size()};
}

std::optional<EntryIndex> Gazetteer::admin1(EntryIndex entry) const {
  for (int level = 0; level < kMaxParents && entry < entries_.size(); ++level) {
    if (entries_[entry].place_class == PlaceClass::admin1) return entry;
    entry = entries_[entry].parent;
  }
  return std::nullopt;
}

bool Gazetteer::contains(EntryIndex outer, EntryIndex inner) const {
  for (int level = 0; level < kMaxParents && inner < entries_.size(); ++level) {
    inner = entries_[inner].parent;
    if (inner == outer) return true;
  }
  return false;
}

bool Gazetteer::intact() const {
  return gazetteer_checksum(bytes_.substr(sizeof(GazetteerHeader))) == header_->checksum;
}

}  // namespace sayso
