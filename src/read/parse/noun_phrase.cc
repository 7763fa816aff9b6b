#include "read/parse/noun_phrase.h"

#include <algorithm>

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// More words before a noun than this are a list or noise.
constexpr TokenIndex kMostModifiers = 24;

// What a word can be in a noun phrase.
enum class Part : std::uint8_t {
  outside,
  determiner,
  adverb,
  adjective,
  participle,  // a modifier only inside a phrase: "the injured men"
  number,
  noun,
  quote,
  comma,
  conjunction
};

Part part_of(Tag tag) {
  switch (tag) {
    case Tag::DT:
    case Tag::PDT:
    case Tag::PRPS: return Part::determiner;
    case Tag::RB:
    case Tag::RBR:
    case Tag::RBS: return Part::adverb;
    case Tag::JJ:
    case Tag::JJR:
    case Tag::JJS:
    case Tag::AFX: return Part::adjective;
    case Tag::VBN:
    case Tag::VBG: return Part::participle;
    case Tag::CD:
    case Tag::currency: return Part::number;
    case Tag::NN:
    case Tag::NNS:
    case Tag::NNP:
    case Tag::NNPS: return Part::noun;
    case Tag::open_quote:
    case Tag::close_quote: return Part::quote;
    case Tag::comma: return Part::comma;
    case Tag::CC: return Part::conjunction;
    default: return Part::outside;
  }
}

bool is_day_name(const Token& token) {
  switch (token.key) {
    case "monday"_word:
    case "tuesday"_word:
    case "wednesday"_word:
    case "thursday"_word:
    case "friday"_word:
    case "saturday"_word:
    case "sunday"_word:
    case "today"_word:
    case "yesterday"_word:
    case "tomorrow"_word: return true;
    default: return false;
  }
}

// "the" can make a noun of an adjective; "a" and "some" cannot.
bool makes_noun(const Token& determiner) {
  return determiner.key == "the"_word || determiner.tag == Tag::PRPS;
}

// "those" can stand alone; "the" and "their" cannot.
bool stands_alone(const Token& determiner) {
  switch (determiner.key) {
    case "the"_word:
    case "a"_word:
    case "an"_word:
    case "every"_word:
    case "no"_word: return false;
    default: return determiner.tag == Tag::DT;
  }
}

class Matcher {
 public:
  Matcher(const std::vector<Token>& tokens, TokenRange sentence, TokenIndex first)
      : tokens_(tokens), sentence_(sentence), first_(first), at_(first) {}

  std::optional<NounPhrase> match() {
    if (tag(first_) == Tag::PRP) return NounPhrase{{first_, first_ + 1}, first_};
    if (!may_begin()) return std::nullopt;
    while (true) {
      const bool found = segment();
      if (!found) break;
      // "Albania 's interior ministry": what is possessed takes over as the head.
      if (tag(end_) != Tag::POS) break;
      at_ = end_ + 1;
      segment_first_ = at_;
    }
    if (end_ == first_) return std::nullopt;
    return NounPhrase{{first_, end_}, head_};
  }

 private:
  bool inside(TokenIndex i) const { return i < sentence_.last; }
  Tag tag(TokenIndex i) const { return inside(i) ? tokens_[i].tag : Tag::XX; }
  Part part(TokenIndex i) const { return inside(i) ? part_of(tokens_[i].tag) : Part::outside; }
  WordKey key(TokenIndex i) const { return inside(i) ? tokens_[i].key : 0; }

  // Half of the words of a text stand outside and begin nothing, unless a hyphen ties more to them
  // or they count: "at least 12".
  bool may_begin() const {
    switch (part(first_)) {
      case Part::outside:
      case Part::quote:
      case Part::comma:
      case Part::conjunction:
        return tag(first_ + 1) == Tag::HYPH || after_number_words(first_) != first_;
      default: return true;
    }
  }

  // A word with the words that hyphens tie to it: its end, and the part its last word plays.
  struct Unit {
    TokenIndex last = 0;
    Part part = Part::outside;
  };
  Unit unit(TokenIndex i) const {
    Unit unit{i + 1, part(i)};
    const TokenIndex limit = std::min(sentence_.last, i + 9);
    while (unit.last + 1 < limit && tag(unit.last) == Tag::HYPH) {
      unit.last += 2;
      unit.part = part(unit.last - 1);
      // "a 6-year-old", "well-known", "Mujahedin-e": tied words modify or name whatever they are.
      if (unit.part == Part::outside || unit.part == Part::participle ||
          unit.part == Part::adverb || unit.part == Part::number) {
        unit.part = is_proper(tag(i)) ? Part::noun : Part::adjective;
      }
    }
    return unit;
  }

  // One stretch up to its head: [determiner] modifiers noun+. Sets end_ and head_ and returns true
  // when it ends in something that can stand alone.
  bool segment() {
    TokenIndex determiner = sentence_.last;
    while (part(at_) == Part::determiner && at_ < segment_first_ + 3) determiner = at_++;
    const TokenIndex after_determiner = at_;
    pass_modifiers();
    if (part(at_) == Part::noun || unit(at_).part == Part::noun) return pass_nouns();
    return stand_alone(determiner, after_determiner);
  }

  void pass_modifiers() {
    const TokenIndex limit = std::min(sentence_.last, at_ + kMostModifiers);
    while (at_ < limit) {
      const TokenIndex next = after_modifier(at_);
      if (next == at_) return;
      at_ = next;
    }
  }

  // The end of the modifier at `i`, or `i` when none stands there.
  TokenIndex after_modifier(TokenIndex i) const {
    if (const TokenIndex n = after_number_words(i); n != i) return n;
    const Unit u = unit(i);
    switch (u.part) {
      case Part::adjective:
      case Part::number: return u.last;
      case Part::participle: return modifies(i) ? u.last : i;
      case Part::adverb: return leads_to_modifier(i) ? u.last : i;
      case Part::quote: return i > first_ && begins_noun(i + 1) ? i + 1 : i;
      case Part::comma:
      case Part::conjunction: return joins_modifiers(i) ? i + 1 : i;
      default: return i;
    }
  }

  // "at least 12", "more than a thousand", "up to half a million", "10 to 12", "two or three":
  // where the number begins.
  TokenIndex after_number_words(TokenIndex i) const {
    const auto number = [&](TokenIndex j) { return part(j) == Part::number; };
    const WordKey one = key(i), two = key(i + 1);
    const bool pair =
        (one == "at"_word && (two == "least"_word || two == "most"_word)) ||
        (one == "up"_word && two == "to"_word) ||
        ((one == "upwards"_word || one == "upward"_word) && two == "of"_word) ||
        (one == "close"_word && (two == "to"_word || two == "on"_word)) ||
        (two == "than"_word && (one == "more"_word || one == "less"_word || one == "fewer"_word));
    // "a thousand", "half a million"
    const auto after_article = [&](TokenIndex j) {
      if (key(j) == "half"_word) ++j;
      return key(j) == "a"_word && number(j + 1) ? j + 1 : j;
    };
    if (pair && number(after_article(i + 2))) return after_article(i + 2);
    // "no fewer than 40", "not less than 40"
    const bool at_least = (one == "no"_word || one == "not"_word) &&
                          (two == "fewer"_word || two == "less"_word || two == "more"_word);
    if (at_least && key(i + 2) == "than"_word && number(after_article(i + 3))) {
      return after_article(i + 3);
    }
    if (one == "as"_word && key(i + 2) == "as"_word && number(after_article(i + 3))) {
      return after_article(i + 3);
    }
    const bool between = one == "to"_word || one == "or"_word;
    if (between && i > first_ && number(i - 1) && number(i + 1)) return i + 1;
    return i;
  }

  // A participle modifies a noun to come when something of the phrase stands before it, or, for
  // "armed men", a preposition; else it is a verb: "carrying weapons".
  bool modifies(TokenIndex i) const {
    if (!begins_noun(i + 1)) return false;
    if (i > first_) return true;
    if (tag(i) != Tag::VBN || part(i + 1) != Part::noun) return false;
    return i == sentence_.first || tag(i - 1) == Tag::IN;
  }

  // Whether a noun or one of its modifiers begins at `i`.
  bool begins_noun(TokenIndex i) const {
    const Part p = part(i);
    return p == Part::noun || p == Part::adjective || p == Part::number ||
           (p == Part::participle && part(i + 1) == Part::noun);
  }

  // "very large", "nearly 17,000", "heavily armed": up to three adverbs.
  bool leads_to_modifier(TokenIndex i) const {
    for (TokenIndex j = i + 1; j < i + 4; ++j) {
      const Part p = part(j);
      if (p == Part::adjective || p == Part::number) return true;
      if (p == Part::participle) return i > first_ && begins_noun(j + 1);
      if (p != Part::adverb) return false;
    }
    return false;
  }

  // "political and cyber activities", "a large, heavily armed group".
  bool joins_modifiers(TokenIndex i) const {
    if (i == segment_first_ || part(i - 1) == Part::determiner) return false;
    const Part before = part(i - 1);
    if (before != Part::adjective && before != Part::participle) return false;
    TokenIndex j = i + 1;
    while (j < i + 4 && part(j) == Part::adverb) ++j;
    const bool adjective = part(j) == Part::adjective || part(j) == Part::participle;
    if (part(i) == Part::comma) return adjective && begins_noun(j + 1);
    if (adjective) return begins_noun(j + 1);
    return j == i + 1 && part(j) == Part::noun && part(j + 1) == Part::noun;
  }

  // The nouns in a row and the number after a name.
  bool pass_nouns() {
    const bool determined = part(segment_first_) == Part::determiner;
    while (at_ < sentence_.last) {
      const Unit u = unit(at_);
      if (u.part != Part::noun) break;
      const bool day = is_day_name(tokens_[at_]);
      if (day && at_ > segment_first_ && is_noun(tag(at_ - 1)) && part(at_ + 1) != Part::noun)
        break;
      head_ = last_noun(at_, u.last);
      at_ = u.last;
      // "the ORA armed group"; without "the", "gave Lurania new ships" would be one, too.
      if (determined && is_proper(tag(at_ - 1)) && part(at_) == Part::adjective &&
          part(at_ + 1) == Part::noun) {
        ++at_;
      }
    }
    end_ = at_;
    if (tag(at_) == Tag::CD && !is_plural(tag(at_ - 1)) && part(at_ + 1) != Part::noun) {
      end_ = at_ + 1;
    }
    return true;
  }
  static bool is_plural(Tag tag) { return tag == Tag::NNS || tag == Tag::NNPS; }

  TokenIndex last_noun(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex i = end; i-- > begin;) {
      if (is_noun(tag(i))) return i;
    }
    return end - 1;
  }

  // No noun came: a number, "the injured" or a determiner may stand for one.
  bool stand_alone(TokenIndex determiner, TokenIndex after_determiner) {
    TokenIndex last = at_;
    while (last > after_determiner && !can_end(last - 1)) --last;
    const bool has_determiner = determiner != sentence_.last;
    if (has_determiner && makes_noun(tokens_[determiner])) {
      last = after_participle(last);
      if (last > after_determiner) return accept(last);
    }
    for (TokenIndex i = last; i > after_determiner; --i) {
      if (part(i - 1) == Part::number) return accept(i);
    }
    return has_determiner && stands_alone(tokens_[determiner]) && accept(determiner + 1);
  }
  // "the [badly injured]": past the participle, or `i` when there is none.
  TokenIndex after_participle(TokenIndex i) const {
    TokenIndex j = i;
    while (j < i + 3 && part(j) == Part::adverb) ++j;
    return tag(j) == Tag::VBN ? j + 1 : i;
  }
  bool can_end(TokenIndex i) const {
    const Part p = part(i);
    return p == Part::adjective || p == Part::number || p == Part::participle;
  }
  bool accept(TokenIndex end) {
    end_ = end;
    head_ = end - 1;
    return true;
  }

  const std::vector<Token>& tokens_;
  TokenRange sentence_;
  TokenIndex first_;
  TokenIndex segment_first_ = first_;  // of the stretch after the last possessor
  TokenIndex at_;
  TokenIndex end_ = first_;
  TokenIndex head_ = first_;
};
}  // namespace

std::optional<NounPhrase> noun_phrase_at(const std::vector<Token>& tokens, TokenRange sentence,
                                         TokenIndex first) {
  return Matcher(tokens, sentence, first).match();
}

}  // namespace sayso
