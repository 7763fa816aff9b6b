#include "read/segment/tokenize.h"

#include <algorithm>
#include <array>
#include <string>

#include "read/segment/ascii.h"
#include "read/segment/character.h"
#include "read/segment/scan.h"
#include "read/segment/spelling.h"
#include "read/segment/stop.h"
#include "read/segment/web.h"

namespace sayso {
namespace {
using enum CharClass;
using namespace literals;  // NOLINT(google-build-using-namespace)

// Letters after a number that are a word of their own: "5pm", "$3m", "20kg".
constexpr WordKey kUnits[] = {
    "am"_word,  "pm"_word,  "k"_word,    "m"_word,   "mm"_word,  "cm"_word,  "km"_word, "kg"_word,
    "g"_word,   "mg"_word,  "ft"_word,   "lb"_word,  "lbs"_word, "bn"_word,  "mn"_word, "tn"_word,
    "mph"_word, "kph"_word, "hz"_word,   "khz"_word, "mhz"_word, "ghz"_word, "gb"_word, "mb"_word,
    "kb"_word,  "tb"_word,  "kw"_word,   "mw"_word,  "gw"_word,  "hp"_word,  "yr"_word, "yrs"_word,
    "hrs"_word, "hr"_word,  "mins"_word, "min"_word, "p"_word,   "b"_word,   "h"_word,  "mln"_word,
    "bln"_word, "cc"_word,  "ml"_word,   "in"_word,  "sq"_word};

// Words that begin with an apostrophe.
constexpr WordKey kClipped[] = {"'em"_word,    "'til"_word,   "'tis"_word,
                                "'twas"_word,  "'cause"_word, "'bout"_word,
                                "'round"_word, "'n"_word,     "'cuz"_word};

// Words written as one that are two: where the second begins.
struct Fused {
  WordKey word;
  std::uint8_t first;  // bytes of the first part
};
constexpr Fused kFused[] = {
    {"cannot"_word, 3},  {"gonna"_word, 3}, {"wanna"_word, 3},  {"gotta"_word, 3},
    {"gimme"_word, 3},   {"lemme"_word, 3}, {"dont"_word, 2},   {"doesnt"_word, 4},
    {"didnt"_word, 3},   {"isnt"_word, 2},  {"wasnt"_word, 3},  {"couldnt"_word, 5},
    {"wouldnt"_word, 5}, {"cant"_word, 2},  {"havent"_word, 4}, {"hasnt"_word, 3}};

template <std::size_t N>
bool is_in(const WordKey (&words)[N], WordKey word) {
  return std::ranges::find(words, word) != std::end(words);
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Span stretch, const Abbreviations& abbreviations,
            Analysis& analysis, std::vector<TokenNote>& notes)
      : text_(text.substr(0, stretch.end)),
        at_(stretch.begin),
        begin_(stretch.begin),
        abbreviations_(abbreviations),
        analysis_(analysis),
        notes_(notes) {}

  void run() {
    while (skip_space()) token();
  }

 private:
  Character peek(std::uint32_t at) const { return character_at(text_, at); }
  char byte(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  bool skip_space() {
    spaced_ = at_ == begin_;
    for (;;) {
      const Character c = peek(at_);
      if (c.cls == space)
        spaced_ = true;
      else if (c.cls != ignorable)
        return c.cls != past_end;
      at_ += c.size;
    }
  }

  void emit(std::uint32_t until, TokenKind kind,
            AbbreviationKind abbreviation = AbbreviationKind::none) {
    Token token;
    token.span = {at_, until};
    token.space_before = spaced_;
    const std::string_view form = slice(text_, token.span);
    token.shape = spell(form, lower_);
    if (kind == TokenKind::quote) lower_.assign(1, '"');
    if (kind > TokenKind::web) token.shape = WordShape::punctuation;
    analysis_.set_lower(token, lower_);
    analysis_.tokens.push_back(token);
    notes_.push_back({kind, abbreviation, QuoteSide::none});
    at_ = until;
    spaced_ = false;
  }

  void token() {
    const Character c = peek(at_);
    switch (c.cls) {
      case lower:
      case upper:
      case letter:
      case underscore: return word();
      case digit: return number();
      case dot: return dots();
      case terminal:
      case CharClass::ellipsis: return run_of_terminals(at_);
      case apostrophe: return apostrophe_mark(c);
      case quote: return emit(at_ + c.size, TokenKind::quote);
      case open: return emit(at_ + c.size, TokenKind::open);
      case close: return emit(at_ + c.size, TokenKind::close);
      case comma: return comma_mark(c);
      case hyphen:
      case dash: return dashes(c);
      default: return symbol_run(c);
    }
  }

  void comma_mark(Character c) {
    if (spaced_) {
      const std::uint32_t face = end_of_emoticon(text_, at_);
      if (face > at_) return emit(face, TokenKind::face);
    }
    emit(at_ + c.size, TokenKind::comma);
  }

  void dashes(Character c) {
    std::uint32_t end = at_ + c.size;
    while (peek(end).value == c.value) end += c.size;
    const bool one = end == at_ + c.size;
    emit(end, c.cls == hyphen && one ? TokenKind::hyphen : TokenKind::dash);
  }

  void symbol_run(Character c) {
    if (c.value == '<') {
      if (const std::uint32_t tag = end_of_markup(text_, at_); tag > at_) {
        return emit(tag, TokenKind::markup);
      }
    }
    if (c.value == '&') {
      if (const std::uint32_t entity = end_of_entity(text_, at_); entity > at_) {
        return emit(entity, TokenKind::symbol);
      }
    }
    if ((c.value == '@' || c.value == '#') && (spaced_ || !is_ascii_alnum(text_[at_ - 1])) &&
        is_letter(peek(at_ + 1).cls)) {
      return emit(end_of_word(text_, at_ + 1), TokenKind::web);
    }
    if (c.value == '+' && spaced_ && peek(at_ + 1).cls == digit) {
      return emit(end_of_number(text_, at_ + 1), TokenKind::number);
    }
    std::uint32_t end = at_ + c.size;
    if (c.cls == symbol) {
      while (peek(end).value == c.value) end += c.size;
    }
    emit(end, TokenKind::symbol);
  }

  void dots() {
    if (spaced_ && peek(at_ + 1).cls == digit) {
      return emit(end_of_number(text_, at_ + 1), TokenKind::number);
    }
    run_of_terminals(at_);
  }

  void run_of_terminals(std::uint32_t begin) {
    std::uint32_t end = begin, stops = 0, shouts = 0;
    for (;;) {
      const Character c = peek(end);
      if (c.cls == dot)
        ++stops;
      else if (c.cls == terminal)
        ++shouts;
      else if (c.cls == CharClass::ellipsis)
        stops += 3;
      else
        break;
      end += c.size;
    }
    emit(end, shouts > 0 ? TokenKind::shout : stops > 1 ? TokenKind::dots : TokenKind::stop);
  }

  void apostrophe_mark(Character c) {
    const std::uint32_t next = at_ + c.size;
    const bool opens = c.value == U'‘' && spaced_;
    if (const std::uint32_t clitic = end_of_clitic(text_, at_); clitic > at_ && !opens) {
      return emit(clitic, TokenKind::word);
    }
    // "...'''": a nested quotation ends, then the one around it.
    if (!spaced_ && text_.substr(at_, 3) == "'''") return emit(next, TokenKind::single);
    if (peek(next).value == c.value || (peek(next).cls == apostrophe && c.value > 127)) {
      return emit(next + peek(next).size, TokenKind::quote);
    }
    if (spaced_ && c.value != '`') {
      if (const std::uint32_t end = end_of_decade(text_, next); end > next) {
        return emit(end, TokenKind::number);
      }
      const std::uint32_t end = end_of_word(text_, next);
      if (end > next && end < next + 8 && is_clipped({at_, end})) return emit(end, TokenKind::word);
    }
    emit(next, TokenKind::single);
  }

  bool is_clipped(Span span) {
    spell(slice(text_, span), lower_);
    return is_in(kClipped, word_key(lower_));
  }

  void number() {
    std::uint32_t end = end_of_number(text_, at_);
    const std::uint32_t letters = end;
    if (peek(end).cls == apostrophe && text_[end - 1] == '0' && end - at_ <= 4 && end - at_ >= 2 &&
        byte(end + peek(end).size) == 's' && end_of_clitic(text_, end) > end) {
      return emit(end_of_clitic(text_, end), TokenKind::number);  // "1990's"
    }
    if (byte(end) == '@') {
      if (const std::uint32_t mail = end_of_email(text_, at_); mail > at_) {
        return emit(mail, TokenKind::web);
      }
    }
    end = end_of_word(text_, letters);
    if (end == letters) return emit(end, TokenKind::number);
    spell(slice(text_, {letters, end}), lower_);
    if (is_in(kUnits, word_key(lower_))) return emit(letters, TokenKind::number);
    if (lower_ == "a" || lower_ == "p") {  // "7p.m."
      if (byte(end) == '.') return emit(letters, TokenKind::number);
    }
    emit(end, TokenKind::number);
  }

  void word() {
    if (const std::uint32_t url = end_of_web_word(); url > at_) return emit(url, TokenKind::web);
    const std::uint32_t begin = at_;
    std::uint32_t end = end_of_word(text_, at_);
    std::uint32_t part = begin;  // where the part after the last joint begins
    for (;;) {
      const Character c = peek(end);
      std::uint32_t next = end;
      switch (c.cls) {
        case apostrophe:
          if (split_negation(end)) return;
          next = after_apostrophe(text_, end);
          break;
        case hyphen:
          if (part == begin) next = after_hyphen(text_, begin, end);
          break;
        case dot:
          if (stop_after_word(end)) return;
          break;
        case symbol:
          if (c.value == '&') {
            next = after_ampersand(text_, begin, end);
          } else if (c.value == '/') {
            next = after_slash(text_, begin, end);
          } else if (c.value == '@') {
            if (const std::uint32_t mail = end_of_email(text_, begin); mail > end) {
              return emit(mail, TokenKind::web);
            }
          }
          break;
        case currency:
          if (end - begin <= 3 && peek(end + c.size).cls == digit) {
            return emit(end + c.size, TokenKind::symbol);  // "US$"
          }
          break;
        default: break;
      }
      if (next == end) break;
      part = next;
      end = end_of_word(text_, next);
    }
    emit_word(end);
  }

  std::uint32_t end_of_web_word() const {
    const char first = static_cast<char>(byte(at_) | 0x20);
    return first == 'h' || first == 'w' || first == 'f' || first == 'm' ? end_of_url(text_, at_)
                                                                        : at_;
  }

  // "do|n't": the word ends before the n.
  bool split_negation(std::uint32_t mark) {
    const std::uint32_t t = mark + peek(mark).size;
    if ((byte(t) | 0x20) != 't' || is_alnum(peek(t + 1).cls)) return false;
    if (mark < at_ + 2 || (text_[mark - 1] | 0x20) != 'n') return false;
    emit(mark - 1, TokenKind::word);
    emit(t + 1, TokenKind::word);
    return true;
  }

  // An address, an initialism or an abbreviation; else the stop ends a sentence.
  bool stop_after_word(std::uint32_t mark) {
    Before before;
    if (at_ != begin_ && !analysis_.tokens.empty()) {
      before = {&analysis_.tokens.back(), &notes_.back()};
    }
    const auto token = read_stop(text_, {at_, mark}, before, abbreviations_);
    if (token) emit(token->end, token->kind, token->abbreviation);
    return token.has_value();
  }

  // A cheap test for the last letters of the fused words.
  bool may_be_fused(std::uint32_t end) const {
    const auto last = static_cast<char>(text_[end - 1] | 0x20);
    const auto before = static_cast<char>(text_[end - 2] | 0x20);
    return (last == 't' && (before == 'n' || before == 'o')) ||
           (last == 'a' && (before == 'n' || before == 't')) || (last == 'e' && before == 'm');
  }

  void emit_word(std::uint32_t end) {
    if (end - at_ >= 4 && end - at_ <= 7 && may_be_fused(end)) {
      spell(slice(text_, {at_, end}), lower_);
      const WordKey key = word_key(lower_);
      for (const Fused& fused : kFused) {
        if (fused.word != key) continue;
        emit(at_ + fused.first, TokenKind::word);
        break;
      }
    }
    emit(end, TokenKind::word);
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t begin_ = 0;
  bool spaced_ = true;
  const Abbreviations& abbreviations_;
  Analysis& analysis_;
  std::vector<TokenNote>& notes_;
  std::string lower_ = {};  // scratch
};
}  // namespace

void tokenize(std::string_view text, Span stretch, const Abbreviations& abbreviations,
              Analysis& analysis, std::vector<TokenNote>& notes) {
  Tokenizer(text, stretch, abbreviations, analysis, notes).run();
}

}  // namespace sayso
