#include "read/encode/word_piece.h"

#include <gtest/gtest.h>

#include <string>

#include "read/encode/testing.h"

namespace sayso {
namespace {

// ASCII by single characters, and these.
const std::vector<std::string> kWords = {
    "the",         "rescue", "##rs", "##scue", "mayor", "##or", "harbour", "cafe", "—",    "’",
    "stra\u00DFe", "мир",    "中",   "\u00DF", "οδο",   "##σ",  "ᄒ",      "##ᅡ", "##ᆫ", "ij"};

std::string model_of(const std::string& vocabulary) {
  ModelWriter writer;
  writer.add_text("vocabulary", vocabulary);
  return writer.file();
}

std::string pieces_of(const WordPiece& word_piece, std::string_view token) {
  std::vector<PieceId> ids;
  word_piece.append(token, ids);
  std::string text;
  for (const PieceId id : ids) {
    text += (text.empty() ? "" : " ") + std::string(word_piece.vocabulary().piece(id));
  }
  return text;
}

// What HuggingFace's tokenizers 0.23 give with BertNormalizer (lower-casing), BertPreTokenizer and
// this vocabulary, but for [UNK] where they give nothing and for the limit of 8.
TEST(WordPiece, CutsTokensAsBertDoes) {
  const std::string file = tiny_model({.words = kWords});
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  const auto word_piece = WordPiece::in(*model);
  ASSERT_TRUE(word_piece) << word_piece.error().message;
  struct Row {
    std::string token, pieces;
  };
  using namespace std::string_literals;  // NOLINT(google-build-using-namespace)
  for (const Row& row : {
           Row{"The", "the"},
           {"RESCUERS", "rescue ##rs"},
           {"mayors", "mayor ##s"},
           {"Café", "cafe"},
           {"Cafe\u0301", "cafe"},
           {"can’t", "c ##a ##n ’ t"},
           {"—", "—"},
           {"U.S.", "u . s ."},
           {"re-scue", "r ##e - s ##c ##u ##e"},
           {"10,000", "1 ##0 , 0 ##0 ##0"},
           {"$5", "$ 5"},
           {"`", "`"},
           // Invisible characters go, blanks part words.
           {"harbour\u00ADrs", "harbour ##rs"},
           {"har\u200Bbour", "harbour"},
           {"\uE000the", "the"},
           {"a\tb", "a b"},
           {"a\u00A0b", "a b"},
           {"\u3000the", "the"},
           // Chinese characters stand alone; other scripts make words.
           {"中中", "中 中"},
           {"the中the", "the 中 the"},
           {"МИР", "мир"},
           {"Stra\u00DFe", "stra\u00DFe"},
           {"\u1E9E", "\u00DF"},
           {"ΟΔΟΣ", "οδο ##σ"},
           {"\u0130j", "ij"},
           {"\uD55C", "ᄒ ##ᅡ ##ᆫ"},
           {"\u00C5", "a"},
           {"\u212B", "a"},
           {"\u212A", "k"},
           // Unknown parts make the whole word unknown.
           {"the€", "[UNK]"},
           {"the.€", "the . [UNK]"},
           {"\U0001F600", "[UNK]"},
           {"½", "[UNK]"},
           {"\u0378the", "[UNK]"},
           {std::string(101, 'x'), "[UNK]"},
           {std::string(101, 'x') + "-a", "[UNK] - a"},
           // What looks like a piece with a meaning is text.
           {"[CLS]", "[ c ##l ##s ]"},
           {"##rs", "# # r ##s"},
           // Nothing is left.
           {"", "[UNK]"},
           {"\0\x01\x7F"s, "[UNK]"},
           {"\u0301", "[UNK]"},
           {"\uFFFD", "[UNK]"},
           // No more than 8.
           {std::string(100, 'x'), "x ##x ##x ##x ##x ##x ##x ##x"},
           {"http://a.b/c", "h ##t ##t ##p : / / a"},
       }) {
    EXPECT_EQ(pieces_of(*word_piece, row.token), row.pieces) << row.token;
  }
}

TEST(WordPiece, SurvivesEndlessTokens) {
  const std::string file = tiny_model();
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  const auto word_piece = WordPiece::in(*model);
  ASSERT_TRUE(word_piece);
  std::string marks;
  for (int i = 0; i < 400000; ++i) marks += "\u0301";
  std::string letters;
  for (int i = 0; i < 400000; ++i) letters += "é";
  for (const std::string& token : {std::string(1000000, 'a'), std::string(1000000, '.'),
                                   std::string(1000000, '\0'), marks, letters}) {
    std::vector<PieceId> ids;
    word_piece->append(token, ids);
    EXPECT_GE(ids.size(), 1U);
    EXPECT_LE(ids.size(), WordPiece::kMostPieces);
  }
}

TEST(Vocabulary, RefusesLinesThatAreNoPieces) {
  struct Row {
    const char* what;
    std::string text;
  };
  for (const Row& row : {Row{"no [UNK]", "a\nb\n"},
                         {"an empty line", "[UNK]\n\na\n"},
                         {"a piece twice", "[UNK]\na\n##a\nb\na\n"},
                         {"a piece too long", "[UNK]\n" + std::string(401, 'a') + "\n"}}) {
    const std::string file = model_of(row.text);
    const auto model = ModelFile::in(file);
    ASSERT_TRUE(model);
    EXPECT_FALSE(Vocabulary::in(*model)) << row.what;
  }
  std::string many = "[UNK]\n";
  for (int i = 0; i < 70000; ++i) many += "w" + std::to_string(i) + "\n";
  const std::string file = model_of(many);
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  EXPECT_FALSE(Vocabulary::in(*model));
}

TEST(Vocabulary, FindsTheLongestBeginning) {
  const std::string file = model_of("[UNK]\na\nab\nabc\n##b\n##bc\n##\n##c");
  const auto model = ModelFile::in(file);
  ASSERT_TRUE(model);
  const auto vocabulary = Vocabulary::in(*model);
  ASSERT_TRUE(vocabulary) << vocabulary.error().message;
  EXPECT_EQ(vocabulary->size(), 8U);
  struct Row {
    const char* text;
    bool inside;
    const char* piece;
  };
  for (const Row& row : {Row{"abcd", false, "abc"},
                         {"abd", false, "ab"},
                         {"a", false, "a"},
                         {"bcd", true, "##bc"},
                         {"c", true, "##c"},
                         {"##", false, "##"}}) {
    const auto match = vocabulary->longest(row.text, row.inside);
    ASSERT_TRUE(match) << row.text;
    EXPECT_EQ(vocabulary->piece(match->id), row.piece);
  }
  EXPECT_FALSE(vocabulary->longest("b", false));
  EXPECT_FALSE(vocabulary->longest("a", true));
  EXPECT_FALSE(vocabulary->longest("", false));
}

}  // namespace
}  // namespace sayso
