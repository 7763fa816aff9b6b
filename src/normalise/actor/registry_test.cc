#include "normalise/actor/registry.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <span>

namespace sayso {
namespace {
// A file of the user's with these bytes, gone with the test.
class UserFile {
 public:
  explicit UserFile(std::string_view text)
      : path_(testing::TempDir() + "sayso_actors_" +
              testing::UnitTest::GetInstance()->current_test_info()->name() + ".tsv") {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~UserFile() { std::remove(path_.c_str()); }
  UserFile(const UserFile&) = delete;
  UserFile& operator=(const UserFile&) = delete;
  UserFile(UserFile&&) = delete;
  UserFile& operator=(UserFile&&) = delete;

  Result<ActorRegistry> load() const {
    const std::string paths[] = {path_};
    return ActorRegistry::load(CountryWords::load(), paths);
  }
  std::string fault() const {
    const auto registry = load();
    return registry ? "none" : registry.error().message.substr(registry.error().message.find(','));
  }

 private:
  std::string path_;
};

// Ids of the rows that bear a name.
std::set<std::string> bearers(const ActorRegistry& registry, std::string_view name) {
  std::set<std::string> ids;
  for (const auto& alias : registry.find(actor_key(name))) ids.emplace(registry[alias.row].id);
  return ids;
}

TEST(ActorRegistry, HoldsHundredsOfGroupsUnderTheirNamesAndAliases) {
  const auto registry = ActorRegistry::load(CountryWords::load());
  ASSERT_TRUE(registry);
  EXPECT_GT(registry->size(), 600U);
  for (const char* name : {"Hezbollah", "Hizbullah", "the Taliban", "Al-Shabaab", "FARC-EP",
                           "Human Rights Watch", "MKO", "Mujahedin-e-Khalq", "UNIFIL", "Reuters"}) {
    EXPECT_FALSE(bearers(*registry, name).empty()) << name;
  }
}

TEST(ActorRegistry, TakesNamesHoweverTheyAreWritten) {
  EXPECT_EQ(actor_key("al-Shabaab"), actor_key("The Al Shabaab"));
  EXPECT_EQ(actor_key("Hay'at Tahrir al-Sham"), actor_key("Hayat Tahrir al-Sham"));
  EXPECT_EQ(actor_key("Türkiye Komünist Partisi"), actor_key("Turkiye Komunist Partisi"));
  EXPECT_NE(actor_key("Northern Front"), actor_key("Northern Fronts"));
  EXPECT_EQ(actor_key("--"), WordKey{0});
}

TEST(ActorRegistry, AddsTheRowsOfUsers) {
  const UserFile file(
      "# ours\n"
      "northern-front-morvenia\tNorthern Front\tNF|Fronti i Veriut\tarmed "
      "group\tAL\t1998\t\tREB|PTY\n"
      "river-council\tRiver Council\n");
  const auto registry = file.load();
  ASSERT_TRUE(registry);
  EXPECT_TRUE(bearers(*registry, "fronti i veriut").contains("northern-front-morvenia"));
  const auto found = registry->find(actor_key("River Council"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ((*registry)[found[0].row].code, "");
  const auto front = registry->find(actor_key("Northern Front"));
  ASSERT_EQ(front.size(), 1U);
  EXPECT_EQ((*registry)[front[0].row].code, "ALBREBPTY");
  EXPECT_EQ((*registry)[front[0].row].from, 1998);
}

TEST(ActorRegistry, LetsUsersReplaceARow) {
  const UserFile file("hamas\tThe Name We Use\n");
  const auto registry = file.load();
  ASSERT_TRUE(registry);
  EXPECT_FALSE(bearers(*registry, "Hamas").contains("hamas"));
  EXPECT_TRUE(bearers(*registry, "The Name We Use").contains("hamas"));
}

TEST(ActorRegistry, SaysWhichLineItCannotUse) {
  EXPECT_EQ(UserFile("# x\nfront\n").fault(),
            ", line 2: 1 field; a row has 2 to 9, separated by tabs: id, name, aliases, kind, "
            "countries, from, to, sectors, note");
  EXPECT_EQ(UserFile("a\tA\t\tarmy\n").fault(), ", line 1: 'army' is no kind of actor");
  EXPECT_EQ(UserFile("a\tA\t\tparty\tALB\n").fault(),
            ", line 1: 'ALB' is no country code of two letters (ISO 3166-1)");
  EXPECT_EQ(UserFile("a\tA\t\tparty\tAL\t98\n").fault(), ", line 1: '98' is no year");
  EXPECT_EQ(UserFile("a\tA\t\tparty\tAL\t\t\tXYZ\n").fault(),
            ", line 1: 'XYZ' is no sector of PLOVER's");
}

TEST(ActorRegistry, NamesAFileThatItCannotRead) {
  const auto load = [](const std::string& path) {
    return ActorRegistry::load(CountryWords::load(), std::span(&path, 1));
  };
  const auto missing = load("/no/such/actors.tsv");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::not_found);
  EXPECT_EQ(missing.error().message, "cannot read /no/such/actors.tsv: No such file or directory");
  const auto directory = load("/");
  ASSERT_FALSE(directory);
  EXPECT_EQ(directory.error().kind, ErrorKind::unreadable);
  EXPECT_EQ(directory.error().message, "cannot read /: Is a directory");
}
}  // namespace
}  // namespace sayso
