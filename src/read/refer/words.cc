#include "read/refer/words.h"

namespace sayso {
namespace {
// Of no list's words.
bool is_function_word(Tag tag) {
  switch (tag) {
    case Tag::CC:
    case Tag::CD:
    case Tag::DT:
    case Tag::IN:
    case Tag::MD:
    case Tag::POS:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::RB:
    case Tag::RP:
    case Tag::TO:
    case Tag::VBD:
    case Tag::VBP:
    case Tag::VBZ:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WRB: return true;
    default: return is_punctuation(tag);
  }
}
}  // namespace

ReferWords::ReferWords(const Analysis& analysis, const ReferLexicon& lexicon)
    : analysis_(analysis), lexicon_(lexicon), words_(analysis.tokens.size()) {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Token& token = analysis.tokens[i];
    const bool listed = !is_function_word(token.tag) || token.name != NameKind::none;
    if (listed) words_[i].facts = lexicon.facts(token);
  }
  for (std::uint32_t v = 0; v < analysis.verb_groups.size(); ++v) {
    const TokenRange tokens = analysis.verb_groups[v].tokens;
    words_[tokens.first].verb = v;
    words_[tokens.last - 1].verb_ends = v;
  }
  for (std::uint32_t p = 0; p < analysis.noun_phrases.size(); ++p) {
    words_[analysis.noun_phrases[p].tokens.first].phrase = p;
  }
}

}  // namespace sayso
