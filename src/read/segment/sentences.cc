#include "read/segment/sentences.h"

#include <algorithm>
#include <iterator>

#include "read/segment/character.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace)

// Capitalised after an abbreviation, these begin a sentence: they begin no name.
constexpr WordKey kStarters[] = {
    "the"_word,       "a"_word,       "an"_word,        "he"_word,        "she"_word,
    "it"_word,        "they"_word,    "we"_word,        "i"_word,         "you"_word,
    "but"_word,       "and"_word,     "in"_word,        "on"_word,        "at"_word,
    "for"_word,       "from"_word,    "with"_word,      "as"_word,        "if"_word,
    "when"_word,      "while"_word,   "after"_word,     "before"_word,    "since"_word,
    "although"_word,  "though"_word,  "however"_word,   "this"_word,      "that"_word,
    "these"_word,     "those"_word,   "there"_word,     "his"_word,       "her"_word,
    "its"_word,       "their"_word,   "our"_word,       "my"_word,        "who"_word,
    "what"_word,      "why"_word,     "how"_word,       "where"_word,     "some"_word,
    "many"_word,      "most"_word,    "several"_word,   "both"_word,      "each"_word,
    "every"_word,     "no"_word,      "not"_word,       "also"_word,      "then"_word,
    "so"_word,        "yet"_word,     "still"_word,     "meanwhile"_word, "during"_word,
    "by"_word,        "because"_word, "only"_word,      "such"_word,      "earlier"_word,
    "later"_word,     "now"_word,     "according"_word, "about"_word,     "mr"_word,
    "mr."_word,       "mrs."_word,    "ms."_word,       "dr."_word,       "nor"_word,
    "or"_word,        "to"_word,      "instead"_word,   "asked"_word,     "under"_word,
    "without"_word,   "once"_word,    "until"_word,     "even"_word,      "here"_word,
    "just"_word,      "did"_word,     "does"_word,      "do"_word,        "is"_word,
    "are"_word,       "was"_word,     "were"_word,      "has"_word,       "have"_word,
    "had"_word,       "perhaps"_word, "let"_word,       "please"_word,    "thus"_word,
    "therefore"_word, "all"_word};

// After a question in quotation marks and a name, one of these carries the sentence on.
constexpr WordKey kSaying[] = {"said"_word,    "asked"_word,   "says"_word,     "asks"_word,
                               "added"_word,   "wrote"_word,   "told"_word,     "shouted"_word,
                               "cried"_word,   "replied"_word, "wondered"_word, "exclaimed"_word,
                               "tweeted"_word, "quipped"_word, "joked"_word,    "declared"_word,
                               "yelled"_word,  "chanted"_word, "writes"_word,   "continued"_word};

// After the verb, these begin what is said.
constexpr WordKey kComplement[] = {
    "that"_word, "he"_word,    "she"_word,  "it"_word,    "they"_word,  "the"_word,  "a"_word,
    "an"_word,   "his"_word,   "her"_word,  "their"_word, "its"_word,   "we"_word,   "i"_word,
    "you"_word,  "there"_word, "this"_word, "these"_word, "those"_word, "such"_word, "no"_word};

// Names that end in a mark of exclamation.
constexpr WordKey kShouting[] = {"yahoo"_word, "jeopardy"_word, "oklahoma"_word};

// Capitalised after "5 p.m.", these belong to the time; after "et al.", to the name.
constexpr WordKey kAfterTime[] = {
    "est"_word,      "edt"_word,       "et"_word,       "gmt"_word,      "utc"_word,
    "pst"_word,      "pdt"_word,       "pt"_word,       "cst"_word,      "cdt"_word,
    "ct"_word,       "bst"_word,       "cet"_word,      "eastern"_word,  "central"_word,
    "pacific"_word,  "mountain"_word,  "monday"_word,   "tuesday"_word,  "wednesday"_word,
    "thursday"_word, "friday"_word,    "saturday"_word, "sunday"_word,   "january"_word,
    "february"_word, "march"_word,     "april"_word,    "june"_word,     "july"_word,
    "august"_word,   "september"_word, "october"_word,  "november"_word, "december"_word,
    "i"_word};

template <std::size_t N>
bool is_in(const WordKey (&words)[N], WordKey word) {
  return std::ranges::find(words, word) != std::end(words);
}

bool is_capital(WordShape shape) {
  return shape == WordShape::capitalized || shape == WordShape::upper || shape == WordShape::mixed;
}

class SentenceFinder {
 public:
  SentenceFinder(std::string_view text, const std::vector<TokenNote>& notes, Analysis& analysis)
      : text_(text), notes_(notes), tokens_(analysis.tokens), sentences_(analysis.sentences) {}

  void block(const Block& block) {
    if (block.tokens.empty()) return;
    if (block.new_paragraph && !sentences_.empty()) ++paragraph_;
    block_ = block.tokens;
    const SentenceKind kind = kind_of(block);
    const std::size_t before = sentences_.size();
    first_ = block_.first;
    for (TokenIndex i = block_.first; i < block_.last;) {
      const TokenIndex after = after_end(i);
      if (after == i || block.title || after == block_.last) {
        ++i;
        continue;
      }
      add({first_, after}, kind);
      if (glued_) ++paragraph_;
      first_ = i = after;
    }
    if (first_ < block_.last) add({first_, block_.last}, kind);
    if (kind == SentenceKind::heading && !block.title && sentences_.size() > before + 1) {
      for (std::size_t i = before; i < sentences_.size(); ++i)
        sentences_[i].kind = SentenceKind::prose;
    }
  }

 private:
  const TokenNote& note(TokenIndex i) const { return notes_[i]; }

  void add(TokenRange range, SentenceKind kind) {
    const auto index = static_cast<std::uint32_t>(sentences_.size());
    sentences_.push_back({{tokens_[range.first].span.begin, tokens_[range.last - 1].span.end},
                          range,
                          paragraph_,
                          kind});
    for (TokenIndex i = range.first; i < range.last; ++i) tokens_[i].sentence = index;
  }

  SentenceKind kind_of(const Block& block) const {
    if (block.title) return SentenceKind::heading;
    if (block.list_item) return SentenceKind::list_item;
    if (!block.one_line || !block.lines_around || block.tokens.size() > 25)
      return SentenceKind::prose;
    TokenIndex last = block.tokens.last - 1;
    while (last > block.tokens.first && closes(last)) --last;
    const TokenKind end = note(last).kind;
    const bool ended = end == TokenKind::stop || end == TokenKind::shout ||
                       end == TokenKind::dots || end == TokenKind::comma ||
                       end == TokenKind::dash || note(last).abbreviation != AbbreviationKind::none;
    const bool begins = is_capital(tokens_[block.tokens.first].shape) ||
                        note(block.tokens.first).kind != TokenKind::word;
    return ended || !begins ? SentenceKind::prose : SentenceKind::heading;
  }

  // A mark that belongs to what stands before it.
  bool closes(TokenIndex i) const {
    if (note(i).kind == TokenKind::close || note(i).kind == TokenKind::face ||
        note(i).side == QuoteSide::closes) {
      return true;
    }
    const bool mark = note(i).kind == TokenKind::quote || note(i).kind == TokenKind::single;
    if (!mark || note(i).side == QuoteSide::opens) return false;
    return !tokens_[i].space_before;
  }

  // One past the last token of the sentence that may end with token `i`; `i` when it doesn't.
  // Sets `glued_` when the next sentence follows without a blank: a paragraph break was lost.
  TokenIndex after_end(TokenIndex i) {
    const bool ends =
        note(i).kind == TokenKind::stop || note(i).kind == TokenKind::shout ||
        note(i).kind == TokenKind::dots ||
        (note(i).abbreviation != AbbreviationKind::none && text_[tokens_[i].span.end - 1] == '.');
    if (!ends) return i;
    TokenIndex next = i + 1;
    while (next < block_.last) {
      const TokenIndex after = after_note(next);
      if (after == next && !closes(next)) break;
      next = std::max(after, next + 1);
    }
    if (next == block_.last) return block_.last;
    glued_ = false;
    if (!breaks(i, next)) return i;
    glued_ = !tokens_[next].space_before;
    return next;
  }

  // One past a reference to a note that begins at `i`: "[12]", or the glued 23 of "words.23 The".
  TokenIndex after_note(TokenIndex i) const {
    if (i + 2 < block_.last && note(i).kind == TokenKind::open &&
        note(i + 1).kind == TokenKind::number && note(i + 2).kind == TokenKind::close &&
        text_[tokens_[i].span.begin] == '[') {
      return i + 3;
    }
    const bool glued = note(i).kind == TokenKind::number && !tokens_[i].space_before &&
                       tokens_[i].span.size() <= 2 && i + 1 < block_.last;
    const bool capital_next =
        glued && tokens_[i + 1].space_before && is_capital(tokens_[i + 1].shape);
    return capital_next ? i + 1 : i;
  }

  // "2. What": the stop of a number that begins the sentence.
  bool is_list_number(TokenIndex end) const {
    return end == first_ + 1 && note(first_).kind == TokenKind::number &&
           tokens_[first_].span.size() <= 3;
  }

  bool breaks(TokenIndex end, TokenIndex next) const {
    TokenIndex word = next;  // the first word of what would be the next sentence
    while (word < block_.last &&
           (note(word).side == QuoteSide::opens || note(word).kind == TokenKind::open))
      ++word;
    if (word == block_.last) return false;
    const bool opened = word > next;
    const Token& first = tokens_[word];
    const TokenNote& end_note = note(end);
    if (is_list_number(end)) return false;
    if (end_note.kind == TokenKind::word) return after_abbreviation(end, word, opened);
    const bool quoted = next > end + 1 && note(next - 1).side == QuoteSide::closes;
    if (end_note.kind == TokenKind::dots) {
      return !begins_with(end) && !(quoted && says(word)) && after_dots(word, opened);
    }
    if (note(word).kind == TokenKind::number) return after_stop_number(end, word);
    if (note(word).kind != TokenKind::word && note(word).kind != TokenKind::web) {
      if (note(word).kind == TokenKind::dash && end < first_ + 8) return false;  // a dateline
      return note(word).kind == TokenKind::symbol || note(word).kind == TokenKind::dash
                 ? tokens_[word].space_before
                 : opened;
    }
    if (!is_capital(first.shape)) {
      if (opened) return true;
      if (quoted || !first.space_before) return false;
      return note(end).kind == TokenKind::shout ? text_[tokens_[end].span.end - 1] == '?'
                                                : plain_word_before(end);
    }
    if (end_note.kind == TokenKind::shout && quoted) return !says(word);
    if (end_note.kind == TokenKind::shout && end > first_ &&
        is_in(kShouting, tokens_[end - 1].key)) {
      return is_in(kStarters, first.key);
    }
    return true;
  }

  // A number that begins a sentence ("6 people died"), not the rest of a damaged decimal.
  bool after_stop_number(TokenIndex end, TokenIndex word) const {
    if (tokens_[word].space_before) return true;
    return end > block_.first && note(end - 1).kind == TokenKind::word;
  }

  // A stop after a long small word ends a sentence even if a small letter follows.
  bool plain_word_before(TokenIndex end) const {
    if (end == block_.first || note(end - 1).kind != TokenKind::word) return false;
    const Token& before = tokens_[end - 1];
    return before.shape == WordShape::lower && before.span.size() >= 4 &&
           !tokens_[end].space_before;
  }

  // "Why?" Haddad asked. One sentence; but "Why?" Haddad said he knew. is two.
  bool says(TokenIndex word) const {
    const TokenIndex last = std::min(block_.last, word + 5);
    for (TokenIndex i = word; i < last && note(i).kind == TokenKind::word; ++i) {
      if (!is_in(kSaying, tokens_[i].key)) continue;
      return i + 1 == block_.last || tokens_[i].key == "told"_word ||
             !is_in(kComplement, tokens_[i + 1].key);
    }
    return false;
  }

  // Nothing but opening marks stand between the sentence's start and `i`: "... and so it went".
  bool begins_with(TokenIndex i) const {
    TokenIndex t = first_;
    while (t < i && note(t).side == QuoteSide::opens) ++t;
    return t == i;
  }

  bool after_dots(TokenIndex word, bool opened) const {
    if (opened) return true;
    if (note(word).kind != TokenKind::word || !is_capital(tokens_[word].shape)) return false;
    return tokens_[word].key != "i"_word && tokens_[word].space_before;
  }

  bool after_abbreviation(TokenIndex end, TokenIndex word, bool opened) const {
    using enum AbbreviationKind;
    const Token& first = tokens_[word];
    const bool starter = is_capital(first.shape) && is_in(kStarters, first.key);
    switch (note(end).abbreviation) {
      case title:
      case number:
      case joining: return false;
      case time:
      case general: return opened || (is_capital(first.shape) && !is_in(kAfterTime, first.key));
      case initial: return starter && end > block_.first && !is_capital(tokens_[end - 1].shape);
      case none: return true;
      default: return starter;
    }
  }

  std::string_view text_;
  const std::vector<TokenNote>& notes_;
  std::vector<Token>& tokens_;
  std::vector<Sentence>& sentences_;
  TokenRange block_ = {};
  std::uint32_t paragraph_ = 0;
  TokenIndex first_ = 0;  // of the sentence being read
  bool glued_ = false;
};
}  // namespace

void find_sentences(std::string_view text, const std::vector<Block>& blocks,
                    const std::vector<TokenNote>& notes, Analysis& analysis) {
  SentenceFinder finder(text, notes, analysis);
  for (const Block& block : blocks) finder.block(block);
}

}  // namespace sayso
