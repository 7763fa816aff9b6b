#include "core/tag.h"

#include <array>

namespace sayso {
namespace {
constexpr std::array<std::string_view, kTagCount> kNames = {
    "CC",  "CD",   "DT",    "EX",    "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN", "NNS",
    "NNP", "NNPS", "PDT",   "POS",   "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",
    "VB",  "VBD",  "VBG",   "VBN",   "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", ".",   ",",  ":",
    "``",  "''",   "-LRB-", "-RRB-", "$",   "HYPH", "NFP", "ADD", "AFX", "GW",  "XX"};
}  // namespace

std::string_view to_text(Tag tag) { return kNames[static_cast<std::size_t>(tag)]; }

std::optional<Tag> parse_tag(std::string_view text) {
  if (text == "#") return Tag::SYM;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == text) return static_cast<Tag>(i);
  }
  return std::nullopt;
}

}  // namespace sayso
