#include "normalise/place/gazetteer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "core/lexicon.h"
#include "core/resource.h"
#include "normalise/place/testing/small_gazetteer.h"

namespace sayso {
namespace {
const Gazetteer& whole() {
  static const Gazetteer g = *Gazetteer::open(resource("models/gazetteer.bin"));
  return g;
}

// "Ostland, Westland": the spellings of the entries a name finds.
std::string found(const Gazetteer& g, std::string_view name) {
  std::string out;
  for (const NamedEntry& n : g.find(name_key(name))) {
    if (!out.empty()) out += ", ";
    out += g.name(g[n.entry()]);
  }
  return out;
}

TEST(Gazetteer, FindsANameHoweverItIsSpelt) {
  const SmallGazetteer small;
  for (const char* spelling : {"Kürdë-i-Madhe", "kurde i madhe", "KURDE-I-MADHE"}) {
    EXPECT_EQ(found(small.gazetteer(), spelling), "Kürdë-i-Madhe") << spelling;
  }
  for (const char* spelling : {"Sha'ra", "Shara", "Sha\u2019ra"}) {
    EXPECT_EQ(found(small.gazetteer(), spelling), "Sha'ra") << spelling;
  }
}

TEST(Gazetteer, ListsTheMostPopulousBearerFirst) {
  const SmallGazetteer small;
  const Gazetteer& g = small.gazetteer();
  const auto bearers = g.find(name_key("Lirana"));
  ASSERT_EQ(bearers.size(), 2U);
  EXPECT_GT(g[bearers[0].entry()].population, g[bearers[1].entry()].population);
}

TEST(Gazetteer, FindsNothingForWhatIsNoName) {
  const SmallGazetteer small;
  for (const char* name : {"", "Nowhere", "Lirana Lirana", "Lir"}) {
    EXPECT_TRUE(small.gazetteer().find(name_key(name)).empty()) << name;
  }
}

TEST(Gazetteer, KnowsWhatLiesInWhat) {
  const SmallGazetteer small;
  const Gazetteer& g = small.gazetteer();
  const EntryIndex town = g.find(name_key("Lirana"))[0].entry();
  const EntryIndex province = g.find(name_key("Norra Province"))[0].entry();
  const EntryIndex country = g.find(name_key("Ostland"))[0].entry();
  EXPECT_TRUE(g.contains(province, town));
  EXPECT_TRUE(g.contains(country, town));
  EXPECT_FALSE(g.contains(town, province));
  EXPECT_EQ(g.admin1(town), province);
  EXPECT_EQ(g.admin1(country), std::nullopt);
}

TEST(Gazetteer, RefusesDamagedBytes) {
  const SmallGazetteer small;
  std::vector<std::uint64_t> storage(small.bytes().size() / 8 + 1);
  const auto damaged = [&](std::size_t at, unsigned char value, std::size_t size) {
    std::memcpy(storage.data(), small.bytes().data(), small.bytes().size());
    auto* bytes = reinterpret_cast<char*>(storage.data());
    bytes[at] = static_cast<char>(value);
    return !Gazetteer::open({bytes, size});
  };
  EXPECT_TRUE(damaged(0, 'X', small.bytes().size()));      // another kind of file
  EXPECT_TRUE(damaged(8, 200, small.bytes().size()));      // another version
  EXPECT_TRUE(damaged(0, 's', small.bytes().size() - 1));  // cut short
  EXPECT_TRUE(damaged(0, 's', 10));
  EXPECT_TRUE(damaged(offsetof(GazetteerHeader, entries_at) + 3, 99, small.bytes().size()));
  EXPECT_FALSE(damaged(0, 's', small.bytes().size()));
}

TEST(Gazetteer, NoticesAChangedByte) {
  const SmallGazetteer small;
  EXPECT_TRUE(small.gazetteer().intact());
  std::vector<std::uint64_t> storage(small.bytes().size() / 8 + 1);
  std::memcpy(storage.data(), small.bytes().data(), small.bytes().size());
  auto* bytes = reinterpret_cast<char*>(storage.data());
  bytes[small.bytes().size() - 1] ^= 1;
  const auto changed = Gazetteer::open({bytes, small.bytes().size()});
  ASSERT_TRUE(changed);
  EXPECT_FALSE(changed->intact());
}

TEST(WholeGazetteer, IsIntactAndOfTheSizeWePromise) {
  EXPECT_TRUE(whole().intact());
  EXPECT_LT(resource("models/gazetteer.bin").size(), 20'000'000U);
  EXPECT_GT(whole().size(), 200'000U);
}

TEST(WholeGazetteer, HasEntriesThatMakeSense) {
  for (EntryIndex i = 0; i < whole().size(); ++i) {
    const GazetteerEntry& e = whole()[i];
    ASSERT_FALSE(whole().name(e).empty()) << i;
    ASSERT_LE(e.place_class, PlaceClass::site) << i;
    ASSERT_LE(std::abs(e.lat()), 90) << i;
    ASSERT_LE(std::abs(e.lon()), 180) << i;
    if (e.parent == kNoEntry) continue;
    ASSERT_LT(e.parent, whole().size()) << i;
    ASSERT_LE(whole()[e.parent].place_class, PlaceClass::admin2) << i;
  }
}

TEST(WholeGazetteer, LetsEveryFirstWordThroughItsFilter) {
  for (EntryIndex i = 0; i < whole().size(); i += 101) {
    std::string folded;
    append_folded(whole().name(whole()[i]), folded);
    std::string_view rest = folded;
    const std::string_view word = take_word(rest);
    ASSERT_TRUE(word.empty() || whole().may_begin(word_key(word))) << folded;
  }
}

TEST(WholeGazetteer, FindsEveryEntryByItsOwnName) {
  for (EntryIndex i = 0; i < whole().size(); i += 37) {
    const NameKey key = name_key(whole().name(whole()[i]));
    if (key == 0) continue;  // a name without Latin letters
    const auto bearers = whole().find(key);
    ASSERT_FALSE(bearers.empty()) << whole().name(whole()[i]);
    if (bearers.size() >= 64) continue;
    ASSERT_TRUE(std::any_of(bearers.begin(), bearers.end(), [&](NamedEntry n) {
      return n.entry() == i;
    })) << whole().name(whole()[i]);
  }
}

TEST(WholeGazetteer, WasMadeWithTheRegionsOfTheLexicon) {
  for (const auto& row : lexicon_rows(resource("lexicons/regions.tsv"))) {
    const auto bearers = whole().find(name_key(row[0]));
    const double lat = std::stod(std::string(row[3]));
    EXPECT_TRUE(
        std::any_of(bearers.begin(), bearers.end(),
                    [&](NamedEntry n) { return std::abs(whole()[n.entry()].lat() - lat) < 1e-4; }))
        << row[0] << ": make models/gazetteer.bin again";
  }
}

TEST(WholeGazetteer, HasEachCountryOnce) {
  std::set<std::string> codes;
  for (EntryIndex i = 0; i < whole().size(); ++i) {
    if (whole()[i].place_class != PlaceClass::country) continue;
    EXPECT_TRUE(whole()[i].has_point());
    EXPECT_TRUE(codes.emplace(Gazetteer::country(whole()[i])).second) << whole().name(whole()[i]);
  }
  EXPECT_GE(codes.size(), 249U);
}
}  // namespace
}  // namespace sayso
