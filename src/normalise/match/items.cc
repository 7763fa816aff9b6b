#include "normalise/match/items.h"

#include <algorithm>

#include "normalise/match/digits.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace): "and"_word
namespace {
// What a word written with digits can be, added to what the lexicon says of it.
void read_as_digits(std::string_view lower, Item& item) {
  const auto digits = read_digits(lower);
  if (!digits) return;
  item.symbols |= digits->symbols;
  item.number = digits->number;
  item.in_digits = digits->symbols.has(WordClass::number);
}
bool may_begin_digits(char c) { return (c >= '0' && c <= '9') || c == '\'' || c == 'q'; }

Item item_at(const Analysis& analysis, TokenIndex at, TokenIndex end, const Words& words) {
  const Token& token = analysis.tokens[at];
  Item item{.tokens = {at, at + 1}, .joined = !token.space_before};
  if (const auto found = words.find(analysis.tokens, at, end)) {
    item.tokens.last = found->last;
    item.symbols = found->entry->symbols;
    item.values = found->entry->values;
  }
  const std::string_view lower = analysis.lower(token);
  if (!lower.empty() && may_begin_digits(lower.front()) && item.tokens.size() == 1) {
    read_as_digits(lower, item);
  }
  return item;
}

// A token such as "mid-1996" or "ninety-six" is read as its parts, each an item on that token.
void push_parts(std::string_view lower, TokenIndex at, const Words& words,
                std::vector<Item>& items) {
  constexpr std::size_t kMostParts = 4;
  for (std::size_t parts = 0; !lower.empty() && parts < 2 * kMostParts; ++parts) {
    const std::size_t size = lower.front() == '-' ? 1 : std::min(lower.find('-'), lower.size());
    const std::string_view part = lower.substr(0, size);
    Item& item = items.emplace_back(Item{.tokens = {at, at + 1}, .joined = parts != 0});
    // The letters of "M-14" are no words.
    const auto* entry = part.size() == 1 && part != "-" ? nullptr : words.find_word(word_key(part));
    if (entry != nullptr) {
      item.symbols = entry->symbols;
      item.values = entry->values;
    }
    if (may_begin_digits(part.front())) read_as_digits(part, item);
    lower.remove_prefix(size);
  }
}
bool has_parts(const Item& item, std::string_view lower) {
  constexpr std::size_t kShortest = 6, kLongest = 24;  // "mid-90" to "twenty-something years"
  return item.symbols.empty() && lower.size() >= kShortest && lower.size() <= kLongest &&
         lower.find('-') != std::string_view::npos;
}

// Reads numbers of several words by the usual grammar: ones after tens after hundreds, each scale
// multiplying what stands before it. Years in words ("nineteen ninety-six") stay two numbers.
class NumberReader {
 public:
  NumberReader(std::span<const Item> items, std::span<const Token> tokens, std::size_t first)
      : items_(items),
        tokens_(tokens),
        first_(first),
        at_(first),
        after_currency_(first > 0 && items[first - 1].is(WordClass::currency)) {}

  // How many items the number takes that begins at `first`: 0 when there is none.
  std::size_t read() {
    if (begin()) {
      while (at_ < items_.size() && go_on()) {
      }
    }
    return at_ - first_;
  }
  // The number read, as one item.
  Item number() const {
    Item number = items_[first_];
    if (at_ > first_ + 1) {
      number.tokens.last = items_[at_ - 1].tokens.last;
      number.symbols = {};
      number.values = {};
    }
    number.symbols.add(ordinal_ ? WordClass::ordinal : WordClass::number);
    number.number = total_ + group_;
    return number;
  }

 private:
  bool is(std::size_t i, WordClass c) const { return i < items_.size() && items_[i].is(c); }
  bool is(std::size_t i, WordKey word) const {
    return i < items_.size() && tokens_[items_[i].tokens.first].key == word;
  }
  // A hyphen may be a part of a token.
  bool is_hyphen(std::size_t i) const {
    return i < items_.size() && (is(i, "-"_word) || (items_[i].joined && i > first_ &&
                                                     items_[i].tokens == items_[i - 1].tokens));
  }
  double value(WordClass c) const { return items_[at_].value(c); }
  bool in_digits(std::size_t i) const { return items_[i].in_digits; }
  // Takes `items` items that add `value` and leave room for a part below `room`.
  bool take(std::size_t items, double value, double room) {
    group_ += value;
    room_ = room;
    at_ += items;
    return true;
  }

  bool begin() {
    if (in_digits(at_)) return take(1, items_[at_].number, 0);
    if (is(at_, WordClass::ones)) return take(1, value(WordClass::ones), 0);
    if (is(at_, WordClass::teens)) return take(1, value(WordClass::teens), 0);
    if (is(at_, WordClass::tens)) return take(1, value(WordClass::tens), 10);
    if (is(at_, WordClass::article) && is(at_ + 1, WordClass::scale) && !is(at_ + 1, "m"_word)) {
      return take(1, 1, 0);
    }
    if (is(at_, "half"_word) && is(at_ + 1, WordClass::article) && is(at_ + 2, WordClass::scale)) {
      return take(2, 0.5, 0);
    }
    return false;
  }
  bool go_on() {
    if (ordinal_) return false;
    return take_scale() || take_joint() || take_part() || take_half();
  }
  bool take_scale() {
    if (!is(at_, WordClass::scale)) return false;
    // "$5m": a letter is a scale only behind an amount of money.
    if (is(at_, "m"_word) && !(items_[at_].joined && after_currency_)) return false;
    const double scale = value(WordClass::scale);
    if (scale >= scale_ || (scale < 1000 && group_ >= 100)) return false;
    group_ *= scale;
    if (scale >= 1000) {
      total_ += group_;
      group_ = 0;
      scale_ = scale;
    }
    return take(1, 0, scale == 12 ? 0 : scale);
  }
  // The hyphen of "twenty-four", the "and" of "two hundred and ten".
  bool take_joint() {
    const bool hyphen = room_ == 10 && is_hyphen(at_) && (fits(at_ + 1) || ends(at_ + 1));
    const bool conjunction = room_ >= 100 && is(at_, "and"_word) && fits(at_ + 1);
    return (hyphen || conjunction) && take(1, 0, room_);
  }
  bool fits(std::size_t i) const {
    return (is(i, WordClass::ones) && room_ >= 10) ||
           ((is(i, WordClass::teens) || is(i, WordClass::tens)) && room_ >= 100);
  }
  bool ends(std::size_t i) const {
    return is(i, WordClass::ordinal) && !in_digits(i) && items_[i].number == 0 &&
           items_[i].value(WordClass::ordinal) < room_;
  }
  bool take_part() {
    if (fits(at_)) {
      if (is(at_, WordClass::tens)) return take(1, value(WordClass::tens), 10);
      return take(1, value(is(at_, WordClass::ones) ? WordClass::ones : WordClass::teens), 0);
    }
    if (!ends(at_)) return false;
    ordinal_ = true;
    return take(1, value(WordClass::ordinal), 0);
  }
  // "2 1/2", "two and a half".
  bool take_half() {
    if (total_ + group_ >= 1000) return false;
    if (is(at_, WordClass::half) && in_digits(first_) && !is(at_, "half"_word)) {
      return take(1, value(WordClass::half), -1);
    }
    const bool words = is(at_, "and"_word) && is(at_ + 1, "a"_word) && is(at_ + 2, "half"_word);
    return words && take(3, 0.5, -1);
  }
  static constexpr double kAny = 1e300;

  std::span<const Item> items_;
  std::span<const Token> tokens_;
  std::size_t first_, at_;
  double total_ = 0, group_ = 0;
  double room_ = 0;      // the next part must be below this
  double scale_ = kAny;  // the next scale must be below this
  bool ordinal_ = false;
  bool after_currency_;
};
// Replaces the items of each number by one.
void join_numbers(std::span<const Token> tokens, std::vector<Item>& items) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < items.size();) {
    std::size_t taken = 0;
    if (!items[at].symbols.empty()) {
      NumberReader reader(items, tokens, at);
      taken = reader.read();
      if (taken != 0) items[kept] = reader.number();
    }
    if (taken == 0) {
      if (kept != at) items[kept] = items[at];
      taken = 1;
    }
    ++kept;
    at += taken;
  }
  items.resize(kept);
}

bool is_of_number(const Item& item) {
  static constexpr SymbolSet kParts = [] {
    SymbolSet parts;
    for (const WordClass c :
         {WordClass::ones, WordClass::teens, WordClass::tens, WordClass::scale}) {
      parts.add(c);
    }
    return parts;
  }();
  return item.in_digits || kParts.meets(item.symbols);
}
}  // namespace

void read_items(const Analysis& analysis, TokenRange range, const Words& words,
                std::vector<Item>& items) {
  items.clear();
  bool numbers = false;
  for (TokenIndex at = range.first; at < range.last; at = items.back().tokens.last) {
    items.push_back(item_at(analysis, at, range.last, words));
    const std::string_view lower = analysis.lower(analysis.tokens[at]);
    const std::size_t pushed = items.size() - 1;
    if (has_parts(items.back(), lower)) {
      items.pop_back();
      push_parts(lower, at, words, items);
    }
    for (std::size_t i = pushed; i < items.size(); ++i) numbers |= is_of_number(items[i]);
  }
  if (numbers) join_numbers(analysis.tokens, items);
}

}  // namespace sayso
