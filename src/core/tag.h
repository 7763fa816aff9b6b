// Penn Treebank part-of-speech tags, as UD English writes them in XPOS.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso {

// clang-format off
enum class Tag : std::uint8_t {
  CC, CD, DT, EX, FW, IN, JJ, JJR, JJS, LS, MD, NN, NNS, NNP, NNPS, PDT, POS, PRP, PRPS /* PRP$ */,
  RB, RBR, RBS, RP, SYM, TO, UH, VB, VBD, VBG, VBN, VBP, VBZ, WDT, WP, WPS /* WP$ */, WRB,
  period, comma, colon, open_quote, close_quote, open_bracket, close_bracket, currency, HYPH, NFP,
  ADD, AFX, GW, XX
};
// clang-format on
inline constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::XX) + 1;

// "VBD", "PRP$", ".", "``", "-LRB-"; nothing for a string that is no tag. "#" reads as SYM.
std::string_view to_text(Tag tag);
std::optional<Tag> parse_tag(std::string_view text);

constexpr bool is_noun(Tag t) { return t >= Tag::NN && t <= Tag::NNPS; }
constexpr bool is_proper(Tag t) { return t == Tag::NNP || t == Tag::NNPS; }
constexpr bool is_verb(Tag t) { return t >= Tag::VB && t <= Tag::VBZ; }
constexpr bool is_adjective(Tag t) { return t >= Tag::JJ && t <= Tag::JJS; }
constexpr bool is_adverb(Tag t) { return t >= Tag::RB && t <= Tag::RBS; }
constexpr bool is_pronoun(Tag t) { return t == Tag::PRP || t == Tag::PRPS; }
constexpr bool is_wh(Tag t) { return t >= Tag::WDT && t <= Tag::WRB; }
constexpr bool is_punctuation(Tag t) { return t >= Tag::period && t <= Tag::close_bracket; }

}  // namespace sayso
