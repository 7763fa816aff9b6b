#include "normalise/match/name_key.h"

#include "core/utf8.h"

namespace sayso {
namespace {
// The plain letter for each code point, a blank where there is none: the first letter of the
// compatibility decomposition (Unicode 15), and by hand for letters with a stroke or a hook.
constexpr char32_t kLatinFirst = 0xC0;
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bb        d   ea        kk      oo             uu  yyzz         "
    "    dddlllnnnaaiioouuuuuuuuuueaaaa    ggkkoooo  jdddgg  nnaa    "
    "aaaaeeeeiiiioooorrrruuuusstt  hh      aaeeooooooooyy            "
    "                ";
constexpr char32_t kAdditionalFirst = 0x1E00;
constexpr std::string_view kAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas  s aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy      ";

char plain_letter(char32_t c) {
  if (c - kLatinFirst < kLatin.size()) return kLatin[c - kLatinFirst];
  if (c - kAdditionalFirst < kAdditional.size()) return kAdditional[c - kAdditionalFirst];
  return ' ';
}

// Combining marks, and the half rings and turned commas of transliterated Arabic and Hawaiian.
bool is_mark(char32_t c) { return (c >= 0x0300 && c <= 0x036F) || (c >= 0x02B9 && c <= 0x02C1); }

void append_folded(char32_t c, std::string& out) {
  if (c >= U'A' && c <= U'Z') {
    out += static_cast<char>(c - U'A' + U'a');
  } else if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
    out += static_cast<char>(c);
  } else if (c < kLatinFirst) {
    out += ' ';
  } else if (!is_mark(c)) {
    switch (c) {
      case U'\u00DF':  // sharp s
      case U'\u1E9E': out += "ss"; break;
      case U'\u00C6':  // ae
      case U'\u00E6': out += "ae"; break;
      case U'\u0152':  // oe
      case U'\u0153': out += "oe"; break;
      case U'\u00DE':  // thorn
      case U'\u00FE': out += "th"; break;
      default: out += plain_letter(c);
    }
  }
}
}  // namespace

void append_folded(std::string_view text, std::string& out) {
  for (std::uint32_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    append_folded(c.value, out);
    at += c.size;
  }
}

std::string_view take_word(std::string_view& folded) {
  while (!folded.empty() && folded.front() == ' ') folded.remove_prefix(1);
  const std::string_view word = folded.substr(0, folded.find(' '));
  folded.remove_prefix(word.size());
  return word;
}

NameKey name_key(std::string_view name) {
  std::string folded;
  append_folded(name, folded);
  std::string_view rest = folded;
  NameKey key = 0;
  for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest)) {
    key = extend_name(key, word_key(word));
  }
  return key;
}

}  // namespace sayso
