#include "read/encode/bio.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>

namespace sayso {
namespace {
bool is_sound(const std::vector<std::uint8_t>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == 0 || begins(labels[i])) continue;
    if (i == 0 || labels[i - 1] == 0 || kind_of(labels[i - 1]) != kind_of(labels[i])) return false;
  }
  return true;
}

float sum_of(BioDecoder& decoder, const std::vector<std::uint8_t>& labels) {
  float sum = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) sum += decoder.row(i)[labels[i]];
  return sum;
}

std::vector<std::uint8_t> decode(BioDecoder& decoder) {
  const auto labels = decoder.decode();
  return {labels.begin(), labels.end()};
}

TEST(Labels, AreTheBestSoundSequence) {
  constexpr std::size_t kWords = 4, kLabels = 5;
  std::mt19937 random(3);
  std::normal_distribution<float> score;
  BioDecoder decoder;
  for (int round = 0; round < 100; ++round) {
    decoder.resize(kWords, kLabels);
    for (std::size_t w = 0; w < kWords; ++w) {
      for (float& s : decoder.row(w)) s = score(random);
    }
    const auto found = decode(decoder);
    ASSERT_TRUE(is_sound(found));
    float best = -1e9F;
    for (int code = 0; code < 625; ++code) {  // every sequence of four labels
      std::vector<std::uint8_t> labels;
      for (int c = code, w = 0; w < 4; ++w, c /= 5)
        labels.push_back(static_cast<std::uint8_t>(c % 5));
      if (is_sound(labels)) best = std::max(best, sum_of(decoder, labels));
    }
    EXPECT_NEAR(sum_of(decoder, found), best, 1e-5F);
  }
}

TEST(Labels, BeginBeforeTheyGoOn) {
  BioDecoder decoder;
  decoder.resize(2, 3);
  decoder.row(0)[2] = 5;  // goes on, but from what
  decoder.row(1)[2] = 5;
  EXPECT_EQ(decode(decoder), (std::vector<std::uint8_t>{1, 2}));
}

TEST(Labels, AreSoundWhateverTheScores) {
  BioDecoder decoder;
  decoder.resize(0, 3);
  EXPECT_TRUE(decode(decoder).empty());
  for (const float score : {std::numeric_limits<float>::quiet_NaN(),
                            std::numeric_limits<float>::infinity(), 1e38F, -1e38F}) {
    decoder.resize(9, 7);
    for (std::size_t w = 0; w < 9; ++w)
      std::fill(decoder.row(w).begin(), decoder.row(w).end(), score);
    for (const std::uint8_t label : decode(decoder)) EXPECT_LT(label, 7);
  }
}
}  // namespace
}  // namespace sayso
