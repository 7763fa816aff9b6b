#include "read/segment/stop.h"

#include <string>

#include "core/word.h"
#include "read/segment/character.h"
#include "read/segment/scan.h"
#include "read/segment/spelling.h"
#include "read/segment/web.h"

namespace sayso {
namespace {
using enum CharClass;
using namespace literals;  // NOLINT(google-build-using-namespace)

constexpr std::uint32_t kMaxAbbreviation = 9;  // bytes, without the stop
constexpr std::uint32_t kMaxTail = 5;          // bytes of "D" in "Ph.D."

CharClass class_at(std::string_view text, std::uint32_t at) { return character_at(text, at).cls; }

// The first character after up to eight blanks; its class.
CharClass class_after_blanks(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = at + 8;
  while (at < end && class_at(text, at) == space) at += character_at(text, at).size;
  return class_at(text, at);
}

Abbreviation look_up(std::string_view form, const Abbreviations& abbreviations) {
  if (form.ends_with('.')) form.remove_suffix(1);
  std::string lower_form;
  spell(form, lower_form);
  return abbreviations.find(lower_form);
}

// A capital letter with a stop is an initial unless the pronoun ends a sentence ("So do I.").
bool is_initial(std::string_view text, Span letter, Before before) {
  if (text[letter.begin] != 'I') return true;
  if (before.token == nullptr || before.note->kind == TokenKind::stop) return true;
  return before.token->shape != WordShape::lower && class_at(text, letter.end) != past_end;
}

std::optional<StopToken> read_initialism(std::string_view text, Span letter, Before before,
                                         const Abbreviations& abbreviations) {
  const std::uint32_t end = end_of_initialism(text, letter.begin);
  if (end <= letter.end) return std::nullopt;
  const bool one_letter = end == letter.end + 1;
  if (one_letter && class_at(text, letter.begin) == upper) {
    if (!is_initial(text, {letter.begin, end}, before)) return std::nullopt;
    return StopToken{end, TokenKind::word, AbbreviationKind::initial};
  }
  const Abbreviation known = look_up(slice(text, {letter.begin, end}), abbreviations);
  const bool named = known.kind != AbbreviationKind::none;
  if (one_letter && (!named || (known.word && class_after_blanks(text, end) != digit))) {
    return std::nullopt;
  }
  return StopToken{end, TokenKind::word, named ? known.kind : AbbreviationKind::initialism};
}

// Whether `word`, with its stop, is used as the abbreviation it may be: letters that are an
// ordinary word, too, are one only in its company.
bool fits(Abbreviation known, std::string_view text, Span word, Before before) {
  using enum AbbreviationKind;
  const bool small_allowed = known.kind == number || known.kind == unit || known.kind == time ||
                             known.kind == general || known.kind == joining;
  if (class_at(text, word.begin) != upper && !small_allowed) return false;
  if (!known.word) return true;
  const std::uint32_t after = word.end + 1;
  switch (known.kind) {
    case number:
    case month:
    case day: return class_after_blanks(text, after) == digit;
    case place: return before.note != nullptr && before.note->kind == TokenKind::comma;
    case general:
      return (before.token != nullptr && before.token->key == "et"_word) ||
             class_at(text, after) == comma;
    case title:
    case organization:
      return class_at(text, after) == space && class_after_blanks(text, after) == upper;
    default: return true;
  }
}

// "Ph.D.": the part after the stop belongs to the word when the lexicon has the whole.
std::optional<StopToken> read_dotted(std::string_view text, Span word,
                                     const Abbreviations& abbreviations) {
  if (!is_letter(class_at(text, word.end + 1))) return std::nullopt;
  const std::uint32_t end = end_of_word(text, word.end + 1);
  if (end > word.end + 1 + kMaxTail) return std::nullopt;
  const Abbreviation whole = look_up(slice(text, {word.begin, end}), abbreviations);
  if (whole.kind == AbbreviationKind::none) return std::nullopt;
  return StopToken{class_at(text, end) == dot ? end + 1 : end, TokenKind::word, whole.kind};
}
}  // namespace

std::optional<StopToken> read_stop(std::string_view text, Span word, Before before,
                                   const Abbreviations& abbreviations) {
  if (is_alnum(class_at(text, word.end + 1))) {
    for (const auto end_of_address : {end_of_email, end_of_domain}) {
      const std::uint32_t end = end_of_address(text, word.begin);
      if (end > word.end) return StopToken{end, TokenKind::web, AbbreviationKind::none};
    }
  }
  if (character_at(text, word.begin).size == word.size()) {
    return read_initialism(text, word, before, abbreviations);
  }
  if (word.size() > kMaxAbbreviation) return std::nullopt;
  if (const auto dotted = read_dotted(text, word, abbreviations)) return dotted;
  const Abbreviation known = look_up(slice(text, word), abbreviations);
  if (known.kind == AbbreviationKind::none || !fits(known, text, word, before)) return std::nullopt;
  return StopToken{word.end + 1, TokenKind::word, known.kind};
}

}  // namespace sayso
