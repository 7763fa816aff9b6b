// A word and the full stop behind it -> whose the stop is: the word's or the sentence's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/analysis.h"
#include "core/span.h"
#include "read/segment/abbreviations.h"
#include "read/segment/tokenize.h"

namespace sayso {

// A token that holds stops: an address, an initialism or an abbreviation.
struct StopToken {
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::word;
  AbbreviationKind abbreviation = AbbreviationKind::none;
};

// What stands before a word: null at the start of the stretch.
struct Before {
  const Token* token = nullptr;
  const TokenNote* note = nullptr;
};

// The token that `word`, which a stop follows, begins; nothing when the stop is not part of it.
std::optional<StopToken> read_stop(std::string_view text, Span word, Before before,
                                   const Abbreviations& abbreviations);

}  // namespace sayso
