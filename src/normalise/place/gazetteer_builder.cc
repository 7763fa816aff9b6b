#include "normalise/place/gazetteer_builder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <tuple>
#include <unordered_map>

namespace sayso {
namespace {
// A name of more bearers than this keeps the most populous: nobody means the 65th San Antonio.
constexpr std::size_t kMaxBearers = 64;
constexpr std::size_t kMaxNameBytes = 255;
constexpr std::uint32_t kListBit = 0x80000000U;
// Filter bits for each item: with six, one word in seven that begins no name gets past it.
constexpr std::size_t kBitsPerItem = 6;

struct Bearer {
  NameKey key = 0;
  NamedEntry entry = {};
};

// What the names of all rows come to, before it is laid out.
struct Index {
  std::vector<Bearer> bearers = {};
  std::vector<WordKey> first_words = {};
  std::vector<NameKey> prefixes = {};
};

void add_folded(std::string_view folded, NamedEntry entry, Index& index) {
  NameKey key = 0;
  bool first = true;
  for (std::string_view word = take_word(folded); !word.empty(); word = take_word(folded)) {
    const WordKey w = word_key(word);
    if (first) {
      index.first_words.push_back(w);
    } else {
      index.prefixes.push_back(key);
    }
    key = extend_name(key, w);
    first = false;
  }
  if (!first) index.bearers.push_back({key, entry});
}

// "Sana'a" is found as "sana a", as it may be cut into tokens, and as "sanaa".
void add_name(std::string_view name, NamedEntry entry, Index& index) {
  std::string folded;
  append_folded(name, folded);
  add_folded(folded, entry, index);
  static constexpr std::string_view kTypographic = "\u2019";
  std::string joined;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == '\'' || name[i] == '`') continue;
    if (name.substr(i).starts_with(kTypographic)) {
      i += kTypographic.size() - 1;
      continue;
    }
    joined += name[i];
  }
  if (joined.size() == name.size()) return;
  folded.clear();
  append_folded(joined, folded);
  add_folded(folded, entry, index);
}

// By key; within a key the most populous first, each entry once with its best use.
void sort_bearers(const std::vector<GazetteerRow>& rows, std::vector<Bearer>& bearers) {
  std::sort(bearers.begin(), bearers.end(), [&](const Bearer& a, const Bearer& b) {
    const auto order = [&](const Bearer& x) {
      return std::tuple(x.key >> 32U, x.key, ~rows[x.entry.entry()].population, x.entry.entry(),
                        x.entry.use());
    };
    return order(a) < order(b);
  });
  const auto same = [](const Bearer& a, const Bearer& b) {
    return a.key == b.key && a.entry.entry() == b.entry.entry();
  };
  bearers.erase(std::unique(bearers.begin(), bearers.end(), same), bearers.end());
}

template <typename T>
void drop_repeats(std::vector<T>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

std::vector<std::uint64_t> filter_of(const std::vector<std::uint64_t>& items) {
  const std::size_t bits = std::bit_ceil(std::max<std::size_t>(items.size() * kBitsPerItem, 64));
  std::vector<std::uint64_t> filter(bits / 64);
  for (const std::uint64_t item : items) {
    const std::uint64_t at = item & (bits - 1);
    filter[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  return filter;
}

// Appends items at a 64-byte boundary and returns where they begin.
template <typename T>
std::uint32_t append_section(std::string& out, const std::vector<T>& items) {
  out.resize((out.size() + 63) / 64 * 64);
  const auto at = static_cast<std::uint32_t>(out.size());
  out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(T));
  return at;
}

std::vector<GazetteerEntry> entries_of(const std::vector<GazetteerRow>& rows,
                                       std::vector<char>& names) {
  std::unordered_map<std::string, std::uint32_t> stored;
  std::vector<GazetteerEntry> entries;
  entries.reserve(rows.size());
  for (const GazetteerRow& row : rows) {
    GazetteerEntry e;
    e.place_class = row.place_class;
    e.population = row.population;
    e.geonames_id = row.geonames_id;
    e.parent = row.parent.value_or(kNoEntry);
    if (row.country.size() == 2) e.country = {row.country[0], row.country[1]};
    if (row.lat && row.lon) {
      e.flags = 1;
      e.lat_e5 = static_cast<std::int32_t>(std::lround(*row.lat * 1e5));
      e.lon_e5 = static_cast<std::int32_t>(std::lround(*row.lon * 1e5));
    }
    const std::string name = row.name.substr(0, kMaxNameBytes);
    const auto [at, is_new] = stored.emplace(name, static_cast<std::uint32_t>(names.size()));
    if (is_new) {
      names.push_back(static_cast<char>(name.size()));
      names.insert(names.end(), name.begin(), name.end());
    }
    e.name_at = at->second;
    entries.push_back(e);
  }
  return entries;
}

// Keys by bucket, then by check: what one key stands for, or where its list begins.
void lay_out_keys(const std::vector<Bearer>& bearers, std::uint32_t bucket_bits,
                  std::vector<std::uint32_t>& buckets, std::vector<GazetteerKey>& keys,
                  std::vector<NamedEntry>& lists) {
  struct Laid {
    std::uint64_t bucket;
    GazetteerKey key;
  };
  std::vector<Laid> laid;
  for (std::size_t i = 0; i < bearers.size();) {
    std::size_t last = i;
    while (last < bearers.size() && bearers[last].key == bearers[i].key) ++last;
    const std::size_t count = std::min(last - i, kMaxBearers);
    std::uint32_t value = bearers[i].entry.bits;
    if (count > 1) {
      value = kListBit | static_cast<std::uint32_t>(lists.size());
      NamedEntry size;
      size.bits = static_cast<std::uint32_t>(count);
      lists.push_back(size);
      for (std::size_t k = 0; k < count; ++k) lists.push_back(bearers[i + k].entry);
    }
    laid.push_back({bearers[i].key >> (64U - bucket_bits),
                    {static_cast<std::uint32_t>(bearers[i].key), value}});
    i = last;
  }
  std::stable_sort(laid.begin(), laid.end(), [](const Laid& a, const Laid& b) {
    return std::pair(a.bucket, a.key.check) < std::pair(b.bucket, b.key.check);
  });
  buckets.assign((std::size_t{1} << bucket_bits) + 1, 0);
  for (const Laid& l : laid) {
    ++buckets[l.bucket + 1];
    keys.push_back(l.key);
  }
  for (std::size_t b = 1; b < buckets.size(); ++b) buckets[b] += buckets[b - 1];
}
}  // namespace

std::string build_gazetteer(const std::vector<GazetteerRow>& rows) {
  Index index;
  for (EntryIndex i = 0; i < rows.size(); ++i) {
    add_name(rows[i].name, {i, NameUse::primary}, index);
    for (const GazetteerName& n : rows[i].other_names) add_name(n.name, {i, n.use}, index);
  }
  sort_bearers(rows, index.bearers);
  drop_repeats(index.first_words);
  drop_repeats(index.prefixes);
  const std::vector<std::uint64_t> first = filter_of(index.first_words);
  const std::vector<std::uint64_t> prefix = filter_of(index.prefixes);

  GazetteerHeader h;
  std::memcpy(h.magic.data(), kGazetteerMagic.data(), h.magic.size());
  h.version = kGazetteerVersion;
  h.header_size = sizeof h;
  h.bucket_bits = 1;  // about four keys a bucket
  while ((index.bearers.size() >> h.bucket_bits) > 4) ++h.bucket_bits;
  std::vector<std::uint32_t> buckets;
  std::vector<GazetteerKey> keys;
  std::vector<NamedEntry> lists;
  lay_out_keys(index.bearers, h.bucket_bits, buckets, keys, lists);
  std::vector<char> names;
  const std::vector<GazetteerEntry> entries = entries_of(rows, names);

  std::string out(sizeof h, '\0');
  h.first_bits = static_cast<std::uint32_t>(first.size() * 64);
  h.prefix_bits = static_cast<std::uint32_t>(prefix.size() * 64);
  h.key_count = static_cast<std::uint32_t>(keys.size());
  h.list_count = static_cast<std::uint32_t>(lists.size());
  h.entry_count = static_cast<std::uint32_t>(entries.size());
  h.name_bytes = static_cast<std::uint32_t>(names.size());
  h.first_at = append_section(out, first);
  h.prefix_at = append_section(out, prefix);
  h.buckets_at = append_section(out, buckets);
  h.keys_at = append_section(out, keys);
  h.lists_at = append_section(out, lists);
  h.entries_at = append_section(out, entries);
  h.names_at = append_section(out, names);
  h.size = static_cast<std::uint32_t>(out.size());
  h.checksum = gazetteer_checksum(std::string_view(out).substr(sizeof h));
  std::memcpy(out.data(), &h, sizeof h);
  return out;
}

}  // namespace sayso
