#include "attribute/weights.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/resource.h"

namespace sayso {
namespace {
std::string number(std::uint32_t n) {
  return {static_cast<char>(n), static_cast<char>(n >> 8U), static_cast<char>(n >> 16U),
          static_cast<char>(n >> 24U)};
}

constexpr std::uint32_t kHash = 0x12'000001U;

// Two slots for each judgement; the second holds the judgement's number as the weight of kHash.
std::string tiny_file(std::uint32_t version = Weights::kVersion) {
  std::string file = std::string(Weights::kMagic) + number(version);
  for (std::size_t i = 0; i < kJudgements; ++i) file += number(2);
  for (std::size_t i = 0; i < kJudgements; ++i) {
    const std::uint16_t slot = Weights::slot(kHash, static_cast<std::int8_t>(i));
    file += {'\0', '\0', static_cast<char>(slot), static_cast<char>(slot >> 8U)};
  }
  return file;
}

TEST(Weights, OfAFeatureThatFallsIntoAnothersSlotAreNothing) {
  const auto other = Weights::slot(kHash, -5);
  EXPECT_EQ(Weights::weight(other, kHash), -5);
  EXPECT_EQ(Weights::weight(other, kHash ^ 0x01'000000U), 0);
}

TEST(Weights, OfAJudgementAreAddedUp) {
  Features features;
  features.add(1, 2);
  const std::uint32_t hash = features.hashes()[0];
  const std::uint16_t slot = Weights::slot(hash, 7);
  const std::vector<std::uint16_t> one = {slot};
  const std::vector<std::uint16_t> none = {0};
  Weights::Tables tables;
  tables.fill(none);
  tables[static_cast<std::size_t>(Judgement::keep)] = one;
  const Weights weights(tables);
  EXPECT_EQ(weights.score(Judgement::keep, features), 7);
  EXPECT_EQ(weights.score(Judgement::cue, features), 0);
  features.add(1, 2);
  EXPECT_EQ(weights.score(Judgement::keep, features), 14);
}

TEST(Weights, LoadWhatTheTrainerWrites) {
  const std::string file = tiny_file();
  EXPECT_TRUE(Weights::load(file));
}

TEST(Weights, RefuseAFileThatIsNotTheirs) {
  for (const std::string& file :
       {std::string(), std::string("SAYSOATT"), "X" + tiny_file(), tiny_file(9), tiny_file() + "x",
        tiny_file().substr(0, tiny_file().size() - 1)}) {
    EXPECT_FALSE(Weights::load(file)) << file.size();
  }
}

TEST(Weights, OfTheProgramLoad) { EXPECT_TRUE(Weights::load(resource("models/attribution.bin"))); }

TEST(Features, PastTheEndAreDropped) {
  Features features;
  for (std::uint32_t i = 0; i < 2 * Features::kCapacity; ++i) features.add(i, i);
  EXPECT_EQ(features.hashes().size(), Features::kCapacity);
}

TEST(Probability, GrowsWithTheScore) {
  EXPECT_FLOAT_EQ(probability(0), 0.5F);
  EXPECT_LT(probability(-Weights::kOne), probability(Weights::kOne));
  EXPECT_LE(probability(1'000'000), 1.0F);
  EXPECT_GE(probability(-1'000'000), 0.0F);
}
}  // namespace
}  // namespace sayso
