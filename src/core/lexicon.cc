#include "core/lexicon.h"

namespace sayso {
namespace {
std::string_view trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\r')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\r')) s.remove_suffix(1);
  return s;
}

// Splits off and returns what stands before the next `separator`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

// The key of a phrase that is the phrase of `prefix` and one more word.
constexpr WordKey extend(WordKey prefix, WordKey word) {
  return (prefix * 0x9E3779B97F4A7C15U) ^ (word + 0x7F4A7C15U);
}
}  // namespace

std::vector<std::vector<std::string_view>> lexicon_rows(std::string_view file) {
  std::vector<std::vector<std::string_view>> rows;
  while (!file.empty()) {
    std::string_view line = take(file, '\n');
    if (trim(line).empty() || line.front() == '#') continue;
    const std::size_t like_before = rows.empty() ? 0 : rows.back().size();
    std::vector<std::string_view>& fields = rows.emplace_back();
    fields.reserve(like_before);
    do fields.push_back(trim(take(line, '\t')));
    while (!line.empty());
  }
  return rows;
}

const PhraseTable::Slot* PhraseTable::find_slot(WordKey key) const {
  if (!may_hold(key)) return nullptr;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = key & mask;; i = (i + 1) & mask) {
    if (!slots_[i].used) return nullptr;
    if (slots_[i].key == key) return &slots_[i];
  }
}

PhraseTable::Slot& PhraseTable::slot_for(WordKey key) {
  if (used_ * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = key & mask;
  while (slots_[i].used && slots_[i].key != key) i = (i + 1) & mask;
  if (!slots_[i].used) {
    slots_[i].used = true;
    slots_[i].key = key;
    filter_[filter_bit(key) / 64] |= std::uint64_t{1} << (filter_bit(key) % 64);
    ++used_;
  }
  return slots_[i];
}

void PhraseTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  filter_.assign(slots_.size() / 16, 0);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (!slot.used) continue;
    std::size_t i = slot.key & mask;
    while (slots_[i].used) i = (i + 1) & mask;
    slots_[i] = slot;
    filter_[filter_bit(slot.key) / 64] |= std::uint64_t{1} << (filter_bit(slot.key) % 64);
  }
}

void PhraseTable::add(std::string_view phrase, std::uint32_t value) {
  WordKey key = 0;
  bool first = true;
  while (!phrase.empty()) {
    const WordKey word = word_key(take(phrase, ' '));
    if (!first) slot_for(key).longer = true;
    key = first ? word : extend(key, word);
    first = false;
  }
  if (first) return;
  Slot& slot = slot_for(key);
  size_ += slot.complete ? 0 : 1;
  slot.complete = true;
  slot.value = value;
}

std::optional<PhraseTable::Match> PhraseTable::longest(std::span<const Token> tokens,
                                                       TokenIndex first, TokenIndex end,
                                                       By by) const {
  std::optional<Match> best;
  WordKey key = 0;
  for (TokenIndex i = first; i < end; ++i) {
    const WordKey word = by == By::form ? tokens[i].key : tokens[i].lemma_key;
    key = i == first ? word : extend(key, word);
    const Slot* slot = find_slot(key);
    if (slot == nullptr) break;
    if (slot->complete) best = Match{slot->value, i + 1};
    if (!slot->longer) break;
  }
  return best;
}

std::optional<std::uint32_t> PhraseTable::find(WordKey word) const {
  const Slot* slot = find_slot(word);
  if (slot == nullptr || !slot->complete) return std::nullopt;
  return slot->value;
}

}  // namespace sayso
