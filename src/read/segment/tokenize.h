// A stretch of text -> its tokens, in the manner of the English UD treebanks.
//
// Clitics stand alone ("do|n't", "Haddad|'s"), hyphens split compounds but not prefixes
// ("well|-|known", "pre-war"), abbreviations keep their stop, "''" is one mark. Words glued
// together by damage come apart at the stop: "Manez|.|Following".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/span.h"
#include "read/segment/abbreviations.h"

namespace sayso {

enum class TokenKind : std::uint8_t {
  word,
  number,
  web,     // addresses, handles, tags
  markup,  // "<b>"
  stop,    // "."
  shout,   // "!", "?", "?!"
  dots,    // an ellipsis of two stops or more
  quote,   // a double quotation mark
  single,  // an apostrophe or single quotation mark standing alone
  open,    // ( [ {
  close,   // ) ] }
  comma,   // , ; :
  hyphen,
  dash,
  face,  // an emoticon
  symbol,
};

// Which side of a quotation a mark is on.
enum class QuoteSide : std::uint8_t { none, opens, closes };

// What segmentation knows of a token beside the Token itself; kept only while it runs.
struct TokenNote {
  TokenKind kind = TokenKind::word;
  AbbreviationKind abbreviation = AbbreviationKind::none;
  QuoteSide side = QuoteSide::none;
};

// Appends the tokens of `stretch` to `analysis.tokens` (span, shape, space_before, spelling) and a
// note for each to `notes`.
void tokenize(std::string_view text, Span stretch, const Abbreviations& abbreviations,
              Analysis& analysis, std::vector<TokenNote>& notes);

}  // namespace sayso
