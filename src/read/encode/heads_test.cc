#include "read/encode/heads.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <vector>

#include "read/encode/testing_reader.h"

namespace sayso {
namespace {
constexpr std::size_t kWidth = 64;  // of the tiny model

Result<Heads> heads_in(const std::string& file) { return Heads::in(*ModelFile::in(file), kWidth); }

// Vectors of words, the same at every call.
std::vector<float> some_hidden(std::size_t words) {
  std::vector<float> hidden(words * kWidth);
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    hidden[i] = static_cast<float>(i * 37 % 101) / 50.0F - 1.0F;
  }
  return hidden;
}

// All that the heads make of seven words, the second to the fifth a sentence.
std::vector<float> all_scores(const Heads& heads, const Kernels& kernels) {
  constexpr std::size_t kWords = 7, kFirst = 1, kCount = 4;
  std::vector<float> hidden = some_hidden(kWords);
  Heads::Scores scores;
  heads.score(kernels, {hidden.data(), kWords, kWidth, kWidth}, scores);
  std::vector<float> out;
  for (std::size_t part = 0; part < kWordParts; ++part) {
    for (std::size_t w = 0; w < kWords; ++w) {
      const auto of = scores.of(static_cast<WordPart>(part), w);
      out.insert(out.end(), of.begin(), of.end());
    }
  }
  const auto arcs = heads.arcs(kernels, scores, kFirst, kCount);
  EXPECT_EQ(arcs.size(), kCount * (kCount + 1));
  out.insert(out.end(), arcs.begin(), arcs.end());
  std::vector<std::uint32_t> relations;
  heads.relations(kernels, scores, kFirst, std::vector<std::uint32_t>{2, 0, 2, 3}, relations);
  for (const std::uint32_t relation : relations) {
    EXPECT_LT(relation, heads.relations().size());
    out.push_back(static_cast<float>(relation));
  }
  for (std::size_t w = 0; w < kWords; ++w) {
    const auto roles = heads.roles(scores, 2, 4, w);
    out.insert(out.end(), roles.begin(), roles.end());
  }
  return out;
}

TEST(Heads, ScoreTheSameWithEveryKernel) {
  const std::string file = tiny_reader();
  const ModelFile model = std::move(*ModelFile::in(file));
  const Heads heads = *Heads::in(model, kWidth);
  const auto expected = all_scores(heads, *supported_kernels().front());
  EXPECT_TRUE(
      std::all_of(expected.begin(), expected.end(), [](float s) { return std::isfinite(s); }));
  for (const Kernels* kernels : supported_kernels()) {
    for (int round = 0; round < 2; ++round) {
      const auto scores = all_scores(heads, *kernels);
      ASSERT_EQ(scores.size(), expected.size());
      EXPECT_EQ(std::memcmp(scores.data(), expected.data(), scores.size() * sizeof(float)), 0)
          << kernels->name;
    }
  }
}

// The slow twin: every role as its formula has it.
TEST(Heads, ScoreRolesFromBothWordsAndTheirDistance) {
  constexpr std::size_t kWords = 7, kCue = 2, kCueEnd = 4;
  const std::string file = tiny_reader();
  const ModelFile model = std::move(*ModelFile::in(file));
  const Heads heads = *Heads::in(model, kWidth);
  std::vector<float> hidden = some_hidden(kWords);
  Heads::Scores scores;
  heads.score(*supported_kernels().front(), {hidden.data(), kWords, kWidth, kWidth}, scores);
  const std::size_t size = scores.of(WordPart::pair_cue, 0).size();
  const auto by_distance = *model.floats("head.pair.distance", {kDistances, size});
  const auto pair = *model.floats("head.pair.role", {kRoles, size});
  const auto match = *model.floats("head.match.role", {kRoles, size});
  const auto bias = *model.floats("head.pair.role.bias", {kRoles});
  // From the cue's nearer end; 0 inside it.
  const std::vector<std::int64_t> distances = {-2, -1, 0, 0, 1, 2, 3};
  for (std::size_t w = 0; w < kWords; ++w) {
    const std::size_t row = distance_bucket(distances[w]) * size;
    const auto roles = heads.roles(scores, kCue, kCueEnd, w);
    for (std::size_t r = 0; r < kRoles; ++r) {
      double expected = bias[r];
      for (std::size_t i = 0; i < size; ++i) {
        const float both = scores.of(WordPart::pair_cue, kCue)[i] +
                           scores.of(WordPart::pair_word, w)[i] + by_distance[row + i];
        expected += std::max(both, 0.0F) * pair[r * size + i];
        expected += scores.of(WordPart::match_cue, kCue)[i] *
                    scores.of(WordPart::match_word, w)[i] * match[r * size + i];
      }
      EXPECT_NEAR(roles[r], expected, 1e-4) << w << ' ' << r;
    }
  }
}

void replace(std::string& file, const std::string& part, const std::string& by) {
  ASSERT_EQ(part.size(), by.size());
  const std::size_t at = file.find(part);
  ASSERT_NE(at, std::string::npos) << part;
  file.replace(at, by.size(), by);
}

void expect_refused(const std::string& file, const std::string& what) {
  const auto heads = heads_in(file);
  ASSERT_FALSE(heads) << what;
  EXPECT_EQ(heads.error().kind, ErrorKind::damaged_model);
  EXPECT_NE(heads.error().message.find(what), std::string::npos) << heads.error().message;
}

TEST(Heads, RefuseAnotherListOfParts) {
  struct Row {
    const char *part, *by;
  };
  for (const Row& row : {
           Row{"upos 3\nxpos 4\n", "xpos 4\nupos 3\n"},                    // in another order
           Row{"upos 3\nxpos 4\n", "upos 3\nxpqs 4\n"},                    // another name
           Row{"upos 3\nxpos 4\n", "upos 3\nxpos 5\n"},                    // more than there are
           Row{"upos 3\nxpos 4\n", "upos 3\nxpos 3\n"},                    // fewer
           Row{"upos 3\nxpos 4\n", "upos 0\nxpos 7\n"},                    // none
           Row{"upos 3\nxpos 4\n", "upos x\nxpos 4\n"},                    // no number
           Row{"upos 3\nxpos 4\n", "upos 33xpos 4\n"},                     // a line too few
           Row{"upos 3\nxpos 4\n", "upos 3\n\npos 4\n"},                   // a line too many
           Row{"upos 3\nxpos 4\n", "upos 3\nxpos4 \n"},                    // no blank
           Row{"start 2\ncue 3\n", "start 3\ncue 2\n"},                    // a start is yes or no
           Row{"pair_cue 16\npair_word 16", "pair_cue 17\npair_word 15"},  // pairs that do not fit
       }) {
    std::string file = tiny_reader();
    replace(file, row.part, row.by);
    seal(file);
    expect_refused(file, std::string(row.by).starts_with("xpos") ? "parts" : "wrong in the ");
  }
}

TEST(Heads, RefuseAModelWithoutOneOfTheirTensors) {
  for (const char* name :
       {"head.words.parts", "head.words.weight", "head.words.scale", "labels.upos", "labels.xpos",
        "labels.name", "labels.relation", "head.arc.weight", "head.relation.weight",
        "head.root.arc", "head.root.relation", "head.pair.distance", "head.pair.role",
        "head.match.role", "head.pair.role.bias"}) {
    std::string file = tiny_reader();
    // The table comes first; the zero behind a name tells it from a longer one.
    const std::string entry = std::string(name) + '\0';
    replace(file, entry, std::string("X") + entry.substr(1));
    seal(file);
    expect_refused(file, name);
  }
}

TEST(Heads, RefuseLabelsThatAreNotAsManyAsTheirScores) {
  std::string file = tiny_reader();
  replace(file, "NOUN\nVERB\n", "NOUN_VERB\n");
  seal(file);
  expect_refused(file, "labels of upos");
}

// As tiny_reader, up to the vectors of pairs.
std::string model_of_pairs(std::uint32_t pair) {
  const std::string size = ' ' + std::to_string(pair) + '\n';
  ModelWriter writer;
  writer.add_text("head.words.parts",
                  "upos 1\nxpos 1\nname 1\nstart 2\ncue 3\narc_dependent 4\narc_head 4\n"
                  "relation_dependent 4\nrelation_head 4\npair_cue" +
                      size + "pair_word" + size + "match_cue" + size + "match_word" + size);
  writer.add_linear("head.words", 24 + 4 * pair, kWidth, 1);
  for (const char* labels : {"upos", "xpos", "name", "relation"}) {
    writer.add_text(std::string("labels.") + labels, "X\n");
  }
  writer.add_linear("head.arc", 4, 4, 2);
  writer.add_linear("head.relation", 5, 4, 3);
  for (const char* root : {"head.root.arc", "head.root.relation"}) {
    writer.add_floats(root, {4}, std::vector<float>(4));
  }
  writer.add_floats("head.pair.distance", {33, pair}, std::vector<float>(std::size_t{33} * pair));
  for (const char* role : {"head.pair.role", "head.match.role"}) {
    writer.add_floats(role, {5, pair}, std::vector<float>(std::size_t{5} * pair));
  }
  writer.add_floats("head.pair.role.bias", {5}, std::vector<float>(5));
  return writer.file();
}

TEST(Heads, RefusePairsThatAreTooWide) {
  EXPECT_TRUE(heads_in(model_of_pairs(8)));
  EXPECT_TRUE(heads_in(model_of_pairs(256)));
  expect_refused(model_of_pairs(257), "parts of head.words");
}

TEST(Heads, PutDistancesIntoBuckets) {
  struct Row {
    std::int64_t distance;
    std::size_t bucket;  // counted from the middle
  };
  for (const Row& row :
       {Row{0, 0}, {1, 1},   {2, 2},   {7, 7},   {8, 8},   {11, 8},  {12, 9},
        {16, 9},   {17, 10}, {22, 10}, {23, 11}, {32, 11}, {33, 12}, {45, 12},
        {46, 13},  {64, 13}, {65, 14}, {90, 14}, {91, 15}, {92, 15}, {1'000'000, 15}}) {
    EXPECT_EQ(distance_bucket(row.distance), 16 + row.bucket) << row.distance;
    EXPECT_EQ(distance_bucket(-row.distance), 16 - row.bucket) << row.distance;
  }
}

TEST(Heads, GiveALabelItsShare) {
  const auto share = [](std::vector<float> scores, std::size_t label) {
    return share_of(scores, label);
  };
  EXPECT_FLOAT_EQ(share({3}, 0), 1);
  EXPECT_FLOAT_EQ(share({1, 1, 1, 1}, 2), 0.25F);
  EXPECT_FLOAT_EQ(share({0, std::log(3.0F)}, 1), 0.75F);
  EXPECT_FLOAT_EQ(share({1000, 0}, 0), 1);
  EXPECT_FLOAT_EQ(share({1000, 0}, 1), 0);
}

TEST(Heads, KnowTheBestScore) {
  EXPECT_EQ(best_of(std::vector<float>{-2}), 0U);
  EXPECT_EQ(best_of(std::vector<float>{-2, 5, 1}), 1U);
  EXPECT_EQ(best_of(std::vector<float>{1, 5, 5}), 1U);
}
}  // namespace
}  // namespace sayso
