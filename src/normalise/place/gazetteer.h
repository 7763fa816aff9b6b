// Gazetteer: place names -> the entries that bear them, read in place from models/gazetteer.bin.
//
// Nothing is built at load: the file holds sorted tables that are searched where they lie, and
// two bit filters that turn away nearly every word that begins no name. File layout, all numbers
// little-endian and every section 64-byte aligned (written by gazetteer_builder.cc, only there):
//
//   GazetteerHeader                    magic, version, checksum, counts, section offsets
//   first-word filter, prefix filter   bits, a power of two of them, indexed by low key bits
//   buckets    u32[2^n + 1]            where the keys of each bucket (top n key bits) begin
//   keys       GazetteerKey[]          by bucket, then by check
//   lists      NamedEntry[]            the entries of names that have several
//   entries    GazetteerEntry[]
//   names      bytes                   spellings of the entries
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/result.h"
#include "normalise/match/name_key.h"

namespace sayso {

using EntryIndex = std::uint32_t;
inline constexpr EntryIndex kNoEntry = 0xFFFFFFFFU;

// Stored: values never change meaning.
enum class PlaceClass : std::uint8_t {
  region = 0,  // continents and parts of the world, inside or across countries
  country = 1,
  admin1 = 2,   // state, province, governorate
  admin2 = 3,   // county, district
  capital = 4,  // of a country
  seat = 5,     // of a first-level division
  town = 6,     // every other populated place
  section = 7,  // of a populated place
  water = 8,
  site = 9,  // camps, peaks, plants, bases
};

// How a name names its entry. Stored: values never change meaning.
enum class NameUse : std::uint8_t {
  primary = 0,       // the gazetteer's own spelling, accents aside
  alternate = 1,     // another name or language
  short_form = 2,    // a division without its class word: "Durrës" for "Durrës County"
  abbreviation = 3,  // "US", "Calif.": only in this case, or with its full stops
  demonym = 4,       // "Albanian": the people or what is theirs, not the place
};

// An entry under one of its names. Packed, because the file holds half a million.
struct NamedEntry {
  std::uint32_t bits = 0;  // entry in the low 24, use above

  constexpr NamedEntry() = default;
  constexpr NamedEntry(EntryIndex entry, NameUse use)
      : bits(entry | (static_cast<std::uint32_t>(use) << 24U)) {}
  constexpr EntryIndex entry() const { return bits & 0xFFFFFFU; }
  constexpr NameUse use() const { return static_cast<NameUse>((bits >> 24U) & 0x7FU); }
};

struct GazetteerEntry {
  std::int32_t lat_e5 = 0, lon_e5 = 0;  // degrees times 100,000, WGS 84
  std::uint32_t geonames_id = 0;        // 0: none known
  std::uint32_t population = 0;         // of a division: of its places
  std::uint32_t name_at = 0;            // a length byte, then the spelling
  EntryIndex parent = kNoEntry;         // the division, then the country it lies in
  std::array<char, 2> country = {};     // ISO 3166-1 alpha-2; zero: none or several
  PlaceClass place_class = PlaceClass::town;
  std::uint8_t flags = 0;  // 1: it has a point

  bool has_point() const { return (flags & 1U) != 0; }
  double lat() const { return lat_e5 / 1e5; }
  double lon() const { return lon_e5 / 1e5; }
};
static_assert(sizeof(GazetteerEntry) == 28);

struct GazetteerKey {
  std::uint32_t check = 0;  // low half of the key
  std::uint32_t value = 0;  // a NamedEntry; with the top bit, where in `lists` its count stands
};

struct GazetteerHeader {
  std::array<char, 8> magic = {};  // "saysogaz"
  std::uint32_t version = 0;
  std::uint32_t header_size = 0;
  std::uint64_t checksum = 0;                                      // of all that follows the header
  std::uint32_t first_bits = 0, prefix_bits = 0, bucket_bits = 0;  // powers of two
  std::uint32_t key_count = 0, list_count = 0, entry_count = 0, name_bytes = 0;
  std::uint32_t first_at = 0, prefix_at = 0, buckets_at = 0, keys_at = 0, lists_at = 0,
                entries_at = 0, names_at = 0;
  std::uint32_t size = 0;  // of the whole file
};
inline constexpr std::string_view kGazetteerMagic = "saysogaz";
inline constexpr std::uint32_t kGazetteerVersion = 1;

// FNV-1a over 8-byte words: the header's checksum.
std::uint64_t gazetteer_checksum(std::string_view bytes);

class Gazetteer {
 public:
  // `bytes` must outlive the gazetteer and be 8-byte aligned. Checks the header and that every
  // section lies inside; not the checksum, which would read the whole file (see `intact`).
  static Result<Gazetteer> open(std::string_view bytes);

  // False for nearly every word that is not the first of a name.
  bool may_begin(WordKey word) const { return test(first_, header_->first_bits, word); }
  // False for nearly every run of words that no longer name begins with.
  bool may_go_on(NameKey words) const { return test(prefix_, header_->prefix_bits, words); }
  // The entries of that name, the most populous first; empty when there is none.
  std::span<const NamedEntry> find(NameKey name) const;

  std::size_t size() const { return entries_.size(); }
  const GazetteerEntry& operator[](EntryIndex entry) const { return entries_[entry]; }
  std::string_view name(const GazetteerEntry& entry) const;
  // The country code as text; empty when the entry has none.
  static std::string_view country(const GazetteerEntry& entry);
  // The first-level division it lies in, if known.
  std::optional<EntryIndex> admin1(EntryIndex entry) const;
  // Whether `inner` lies in `outer`: by the chain of divisions, or for regions by their country.
  bool contains(EntryIndex outer, EntryIndex inner) const;
  bool intact() const;  // the checksum fits

 private:
  static bool test(const std::uint64_t* bits, std::uint32_t count, std::uint64_t key) {
    const std::uint64_t at = key & (count - 1);
    return ((bits[at / 64] >> (at % 64)) & 1U) != 0;
  }

  std::string_view bytes_;
  const GazetteerHeader* header_ = nullptr;
  const std::uint64_t* first_ = nullptr;
  const std::uint64_t* prefix_ = nullptr;
  const std::uint32_t* buckets_ = nullptr;
  std::span<const GazetteerKey> keys_;
  std::span<const NamedEntry> lists_;
  std::span<const GazetteerEntry> entries_;
  std::string_view names_;
};

}  // namespace sayso
