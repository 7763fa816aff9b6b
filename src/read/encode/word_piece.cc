#include "read/encode/word_piece.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "core/utf8.h"

namespace sayso {
namespace {

constexpr std::size_t kMostCharacters = 100;  // of a word
// A token is cut here; by then it has all the pieces it may have, or is one endless word.
constexpr std::size_t kMostBytes = 4096;

enum class Kind : std::uint8_t { letter, mark, blank, dropped };

constexpr Kind kind_of_ascii(unsigned char c) {
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return Kind::blank;
  if (c < ' ' || c == 127) return Kind::dropped;
  const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return plain ? Kind::letter : Kind::mark;
}

// What an ASCII character is, and its lower-case letter.
struct Ascii {
  Kind kind = Kind::dropped;
  char lower = 0;
};
constexpr std::array<Ascii, 128> kAscii = [] {
  std::array<Ascii, 128> table = {};
  for (unsigned char c = 0; c < 128; ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    table[c] = {kind_of_ascii(c), static_cast<char>(upper ? c + ('a' - 'A') : c)};
  }
  return table;
}();

// Chinese characters, as BERT counts them: without Korean and Japanese syllables.
constexpr bool is_chinese(char32_t c) {
  constexpr std::array<std::array<char32_t, 2>, 8> kBlocks = {{{0x4E00, 0x9FFF},
                                                               {0x3400, 0x4DBF},
                                                               {0x20000, 0x2A6DF},
                                                               {0x2A700, 0x2B73F},
                                                               {0x2B740, 0x2B81F},
                                                               {0x2B820, 0x2CEAF},
                                                               {0xF900, 0xFAFF},
                                                               {0x2F800, 0x2FA1F}}};
  return std::any_of(kBlocks.begin(), kBlocks.end(),
                     [c](const auto& block) { return block[0] <= c && c <= block[1]; });
}

Kind kind_of(char32_t c) {
  if (c < 128) return kAscii[c].kind;
  const auto code_point = static_cast<UChar32>(c);
  const auto category = U_MASK(u_charType(code_point));
  constexpr auto kDropped = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK;
  if (c == 0xFFFD || (category & kDropped) != 0) return Kind::dropped;
  if (u_isUWhiteSpace(code_point) != 0) return Kind::blank;
  if ((category & U_GC_P_MASK) != 0 || is_chinese(c)) return Kind::mark;
  return Kind::letter;
}

// Cuts a token into words, and words into pieces.
class Cutter {
 public:
  Cutter(const Vocabulary& vocabulary, std::vector<PieceId>& out)
      : vocabulary_(vocabulary), out_(out), first_(out.size()) {}

  void add(std::string_view token) {
    for (std::uint32_t at = 0; at < token.size() && !full();) {
      const auto byte = static_cast<unsigned char>(token[at]);
      if (byte < 128) {
        add(kAscii[byte].kind, {&kAscii[byte].lower, 1});
        ++at;
      } else {
        const CodePoint c = decode_utf8(token, at);
        add_unicode(c.value);
        at += c.size;
      }
    }
    end_word();
    if (out_.size() == first_) out_.push_back(vocabulary_.unknown());
    if (full()) out_.resize(first_ + WordPiece::kMostPieces);
  }

 private:
  bool full() const { return out_.size() - first_ >= WordPiece::kMostPieces; }

  void add(Kind kind, std::string_view character) {
    if (kind == Kind::dropped) return;
    if (kind != Kind::letter) end_word();
    if (kind == Kind::blank) return;
    if (characters_++ < kMostCharacters) {
      size_ += static_cast<std::size_t>(character.copy(word_.data() + size_, character.size()));
    }
    if (kind == Kind::mark) end_word();
  }

  // One character outside ASCII: its parts, without accents, in lower case.
  void add_unicode(char32_t c) {
    const Kind kind = kind_of(c);
    if (kind == Kind::dropped || kind == Kind::blank) return add(kind, {});
    if (is_chinese(c)) end_word();
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&error);
    std::array<UChar, 32> parts = {};
    const std::int32_t size =
        U_FAILURE(error) != 0
            ? -1
            : unorm2_getDecomposition(nfd, static_cast<UChar32>(c), parts.data(),
                                      static_cast<std::int32_t>(parts.size()), &error);
    if (size < 0 || U_FAILURE(error) != 0) {
      add_part(static_cast<UChar32>(c));
    } else {
      for (std::size_t at = 0; at < static_cast<std::size_t>(size); ++at) {
        const bool pair = U16_IS_LEAD(parts[at]);  // what is decomposed is well formed
        add_part(pair ? U16_GET_SUPPLEMENTARY(parts[at], parts[at + 1]) : parts[at]);
        if (pair) ++at;
      }
    }
    if (is_chinese(c)) end_word();
  }

  void add_part(UChar32 part) {
    if (u_charType(part) == U_NON_SPACING_MARK) return;
    const auto lower = static_cast<char32_t>(u_tolower(part));
    character_.clear();
    append_utf8(character_, lower);
    add(kind_of(lower), character_);
  }

  void end_word() {
    const std::string_view word(word_.data(), size_);
    const std::size_t before = out_.size();
    bool known = characters_ <= kMostCharacters;
    for (std::size_t at = 0; known && at < word.size();) {
      const auto match = vocabulary_.longest(word.substr(at), at > 0);
      known = match.has_value();
      if (!known) break;
      out_.push_back(match->id);
      at += match->size;
    }
    if (!known) {
      out_.resize(before);
      out_.push_back(vocabulary_.unknown());
    }
    size_ = 0;
    characters_ = 0;
  }

  const Vocabulary& vocabulary_;
  std::vector<PieceId>& out_;
  std::size_t first_;
  std::array<char, 4 * kMostCharacters> word_;  // lower-case letters of the word begun
  std::size_t size_ = 0;                        // bytes of it
  std::size_t characters_ = 0;                  // of it, those past kMostCharacters too
  std::string character_ = {};
};

// At most kMostBytes of the token, whole characters.
std::string_view cut(std::string_view token) {
  if (token.size() <= kMostBytes) return token;
  std::size_t end = kMostBytes;
  while ((static_cast<unsigned char>(token[end]) & 0xC0U) == 0x80U) --end;
  return token.substr(0, end);
}

}  // namespace

Result<WordPiece> WordPiece::in(const ModelFile& model) {
  auto vocabulary = Vocabulary::in(model);
  if (!vocabulary) return vocabulary.error();
  return WordPiece(std::move(*vocabulary));
}

void WordPiece::append(std::string_view token, std::vector<PieceId>& out) const {
  Cutter(vocabulary_, out).add(cut(token));
}

}  // namespace sayso
