#include "read/encode/sayings.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "read/encode/testing.h"

namespace sayso {
namespace {
// Heads that score what a word's vector says: number i of it is output i of head.words. The first
// four numbers of a match are the roles for cues of one kind, the next four for the other.
constexpr std::size_t kCueAt = 5, kMatchCueAt = 40, kMatchWordAt = 48, kWidth = 56;

std::string transparent_model() {
  ModelWriter writer;
  writer.add_text("head.words.parts",
                  "upos 1\nxpos 1\nname 1\nstart 2\ncue 3\narc_dependent 4\narc_head 4\n"
                  "relation_dependent 4\nrelation_head 4\npair_cue 8\npair_word 8\nmatch_cue 8\n"
                  "match_word 8\n");
  const Panels shape{.outputs = kWidth, .inputs = kWidth};
  std::string weight(shape.weight_bytes(), '\0');
  for (std::size_t n = 0; n < kWidth; ++n) {
    weight[shape.place(n, n)] = static_cast<char>(kLargestWeight);
  }
  writer.add("head.words.weight", TensorType::s8, {kWidth, kWidth}, weight);
  writer.add_floats("head.words.scale", {kWidth},
                    std::vector<float>(kWidth, 1.0F / static_cast<float>(kLargestWeight)));
  std::string sums;
  for (std::size_t n = 0; n < kWidth; ++n) sums += std::string{kLargestWeight, 0, 0, 0};
  writer.add("head.words.sum", TensorType::s32, {kWidth}, sums);
  writer.add_floats("head.words.bias", {kWidth}, std::vector<float>(kWidth));
  for (const char* labels : {"upos", "xpos", "name", "relation"}) {
    writer.add_text(std::string("labels.") + labels, "X\n");
  }
  writer.add_linear("head.arc", 4, 4, 1);
  writer.add_linear("head.relation", 5, 4, 2);
  writer.add_floats("head.root.arc", {4}, std::vector<float>(4));
  writer.add_floats("head.root.relation", {4}, std::vector<float>(4));
  writer.add_floats("head.pair.distance", {33, 8}, std::vector<float>(std::size_t{33} * 8));
  writer.add_floats("head.pair.role", {5, 8}, std::vector<float>(40));
  std::vector<float> match(40);
  for (std::size_t role = 1; role < kRoles; ++role) {
    match[role * 8 + role - 1] = match[role * 8 + role + 3] = 1;
  }
  writer.add_floats("head.match.role", {5, 8}, match);
  writer.add_floats("head.pair.role.bias", {5}, {2, 0, 0, 0, 0});  // none, where nothing is marked
  return writer.file();
}

// A letter a word: cues begin (b) and go on (i); of the first and the second cue, source (s) and
// content (c) begin there, or go on (S, C). A paragraph begins at every p.
struct Marks {
  std::string cues = {}, first = {}, second = {}, paragraphs = {};
};

std::vector<float> vectors_of(const Marks& marks) {
  constexpr float kYes = 4;
  std::vector<float> vectors(marks.cues.size() * kWidth);
  const auto mark_roles = [&](const std::string& roles, std::size_t at) {
    for (std::size_t w = 0; w < roles.size(); ++w) {
      const std::size_t role = std::string("sScC").find(roles[w]);
      if (role < 4) vectors[w * kWidth + kMatchWordAt + at + role] = kYes;
    }
  };
  std::size_t cues = 0;
  for (std::size_t w = 0; w < marks.cues.size(); ++w) {
    float* const word = vectors.data() + w * kWidth;
    if (marks.cues[w] == 'i') word[kCueAt + 2] = kYes;
    if (marks.cues[w] != 'b') continue;
    word[kCueAt + 1] = kYes;
    for (std::size_t i = 0; i < 4; ++i) word[kMatchCueAt + 4 * cues + i] = 1;
    ++cues;
  }
  mark_roles(marks.first, 0);
  mark_roles(marks.second, 4);
  return vectors;
}

std::string in_words(const std::vector<TokenRange>& ranges) {
  std::string out;
  for (const TokenRange r : ranges) {
    out += ' ' + std::to_string(r.first) + '-' + std::to_string(r.last);
  }
  return out;
}

std::vector<Saying> sayings_of(const Marks& marks, const Window& window) {
  static const std::string file = transparent_model();
  static const ModelFile model = std::move(*ModelFile::in(file));
  static const Heads heads = *Heads::in(model, kWidth);
  std::vector<float> vectors = vectors_of(marks);
  Heads::Scores scores;
  heads.score(*supported_kernels().back(), {vectors.data(), marks.cues.size(), kWidth, kWidth},
              scores);
  SayingDecoder decoder;
  for (std::size_t w = 0; w < marks.cues.size(); ++w) {
    decoder.paragraph_begins.push_back(w < marks.paragraphs.size() && marks.paragraphs[w] == 'p');
  }
  std::vector<Saying> sayings;
  find_sayings(heads, scores, window, decoder, sayings);
  return sayings;
}

// "cue 2-3 source 0-2 content 3-6" for each, of a window that begins at `first` and whose own
// tokens begin at `own`.
std::string found(const Marks& marks, TokenIndex first = 0, TokenIndex own = 0) {
  const TokenIndex last = first + static_cast<TokenIndex>(marks.cues.size());
  std::string out;
  for (const Saying& s : sayings_of(marks, {{first, last}, {own, last}})) {
    out += "cue" + in_words({s.cue}) + " source" + in_words(s.source) + " content" +
           in_words(s.content) + '\n';
  }
  return out;
}

TEST(Sayings, HaveTheirOwnSourceAndContent) {
  struct Row {
    Marks marks;
    const char* found;
  };
  for (const Row& row : {
           Row{{"......"}, ""},
           Row{{"..b...", "sS.cCC"}, "cue 2-3 source 0-2 content 3-6\n"},
           Row{{"...bi.", "cC...s"}, "cue 3-5 source 5-6 content 0-2\n"},
           Row{{"..b...", "cCsc.c"}, "cue 2-3 source content 0-2 3-4 5-6\n"},  // none for the cue
           Row{{".b.....b.", "s.cC.....", ".....cC.s"},
               "cue 1-2 source 0-1 content 2-4\ncue 7-8 source 8-9 content 5-7\n"},
           Row{{".b.b..", "s.cCCC", "..s.cC"},
               "cue 1-2 source 0-1 content 2-6\ncue 3-4 source 2-3 content 4-6\n"},
       }) {
    EXPECT_EQ(found(row.marks), row.found) << row.marks.cues << ' ' << row.marks.first;
  }
}

TEST(Sayings, SaySomething) {
  EXPECT_EQ(found({"..b...", "sS...."}), "");
  EXPECT_EQ(found({"..b...", "sSc..."}), "") << "not their own cue";
}

TEST(Sayings, KeepTheLikeliestPieceOfASource) {
  EXPECT_EQ(found({"..b....", "sS.cC.s"}), "cue 2-3 source 0-2 content 3-5\n");
  EXPECT_EQ(found({"..b....", "s..cCsS"}), "cue 2-3 source 5-7 content 3-5\n");
}

TEST(Sayings, GoOnIntoNoOtherParagraph) {
  EXPECT_EQ(found({".b......", "s.cCC...", "", "....p"}), "cue 1-2 source 0-1 content 2-4\n");
  EXPECT_EQ(found({".b......", "s.cCcC..", "", "....p"}), "cue 1-2 source 0-1 content 2-4 4-6\n")
      << "but begin there again";
}

TEST(Sayings, CountTokensOfTheReport) {
  EXPECT_EQ(found({"..b...", "sS.cCC"}, 100, 100), "cue 102-103 source 100-102 content 103-106\n");
}

TEST(Sayings, BelongToTheWindowThatOwnsTheirCue) {
  const Marks marks = {".b..b.", "s.c...", "s....c"};
  EXPECT_EQ(found(marks, 10, 12), "cue 14-15 source 10-11 content 15-16\n")
      << "the source stands in the context";
  EXPECT_EQ(found(marks, 10, 15), "");
}

TEST(Sayings, AreAsSureAsTheirCue) {
  const auto sayings = sayings_of({".b.", "s.c"}, {{0, 3}, {0, 3}});
  ASSERT_EQ(sayings.size(), 1U);
  EXPECT_NEAR(sayings[0].confidence, 0.982F, 0.002F);  // (e^4 + 1) of (e^4 + 2)
}
}  // namespace
}  // namespace sayso
