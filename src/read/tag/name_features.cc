#include "read/tag/name_features.h"

#include <algorithm>
#include <array>
#include <bit>

#include "read/tag/linear_model.h"

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// How many tokens ahead a look-up is announced to the memory.
constexpr std::size_t kAhead = 12;

// In prose a capital makes a candidate; where case says nothing, the tag does.
bool is_candidate(const Token& token, CaseSign sign, std::uint32_t traits) {
  switch (sign) {
    case CaseSign::first:
    case CaseSign::capital:
    case CaseSign::acronym:
    case CaseSign::mixed:
    case CaseSign::title_capital: return true;
    case CaseSign::in_upper:
    case CaseSign::in_lower:
    case CaseSign::none: return is_proper(token.tag) || (traits & (kCountry | kFirstName)) != 0;
    case CaseSign::number: return is_proper(token.tag);
    default: return false;
  }
}

// "The" and "But" at the head of a sentence: a capital that says nothing.
bool is_small_word(Tag tag) {
  switch (tag) {
    case Tag::CC:
    case Tag::DT:
    case Tag::EX:
    case Tag::IN:
    case Tag::MD:
    case Tag::PRP:
    case Tag::PRPS:
    case Tag::TO:
    case Tag::WDT:
    case Tag::WP:
    case Tag::WPS:
    case Tag::WRB: return true;
    default: return false;
  }
}

std::uint64_t bytes_of(std::string_view part) {
  std::uint64_t n = part.size();
  for (const char c : part) n = (n << 8U) | static_cast<unsigned char>(c);
  return n;
}
std::string_view tail(std::string_view word, std::size_t size) {
  return word.substr(word.size() - std::min(size, word.size()));
}

// Capitalized words of the report -> what is seen of them.
class EvidenceTable {
 public:
  explicit EvidenceTable(std::size_t words)
      : slots_(std::bit_ceil(words * 2 + 2)), mask_(slots_.size() - 1) {}

  void add(WordKey word, std::uint32_t evidence) {
    Slot& slot = slots_[find(word)];
    slot.word = word;
    slot.evidence |= evidence | kSeen;
  }
  void add_if_seen(WordKey word, std::uint32_t evidence) {
    Slot& slot = slots_[find(word)];
    if (slot.evidence != 0) slot.evidence |= evidence;
  }
  std::uint32_t of(WordKey word) const { return slots_[find(word)].evidence; }

 private:
  struct Slot {
    WordKey word = 0;
    std::uint32_t evidence = 0;
  };
  std::size_t find(WordKey word) const {
    std::size_t i = word & mask_;
    while (slots_[i].evidence != 0 && slots_[i].word != word) i = (i + 1) & mask_;
    return i;
  }

  std::vector<Slot> slots_;
  std::size_t mask_;
};

bool is_saying(const NameView& view) {
  switch (view.key) {
    case "said"_word:
    case "says"_word:
    case "told"_word:
    case "added"_word: return true;
    default: return false;
  }
}

// What this place shows of the word.
std::uint32_t evidence_at(std::span<const NameView> sentence, std::size_t i) {
  static constexpr NameView kOutside{};
  const auto at = [&](std::size_t j) -> const NameView& {
    return j < sentence.size() ? sentence[j] : kOutside;
  };
  const NameView &view = sentence[i], &before = at(i - 1), &after = at(i + 1);
  std::uint32_t evidence = 0;
  if ((before.traits & kTitle) != 0) evidence |= kAfterTitle;
  if (before.candidate && (before.traits & kFirstName) != 0) evidence |= kAfterFirstName;
  if (after.candidate && (after.traits & kOrganizationHead) != 0) {
    evidence |= kBeforeOrganizationHead;
  }
  if (before.key == "in"_word || before.key == "near"_word) evidence |= kAfterIn;
  if (is_saying(after)) evidence |= kSpeaks;
  if (view.sign == CaseSign::capital) evidence |= kInsideSentence;
  if (before.tag == Tag::open_bracket) evidence |= kInBrackets;
  return evidence;
}

NameView view_of(const Analysis& analysis, const Token& token, const KeyTable& words,
                 CaseSign sign) {
  NameView view{.key = token.key, .sign = sign, .tag = token.tag};
  const bool word = token.shape != WordShape::punctuation && token.shape != WordShape::number;
  if (!word) {
    view.candidate = is_candidate(token, sign, 0);
    return view;
  }
  view.traits = words.find(token.key, 0);
  view.candidate = is_candidate(token, sign, view.traits);
  if (!view.candidate) return view;
  const std::string_view lower = analysis.lower(token);
  view.ending = bytes_of(tail(lower, 3));
  return view;
}

// A run is candidates in a row, with single hyphens between them.
void find_runs(std::span<NameView> sentence) {
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t end = i;
    while (end < sentence.size() && (sentence[end].candidate ||
                                     (end > i && sentence[end].tag == Tag::HYPH &&
                                      end + 1 < sentence.size() && sentence[end + 1].candidate))) {
      ++end;
    }
    for (std::size_t k = i; k < end; ++k) {
      sentence[k].run_first = static_cast<std::uint32_t>(i);
      sentence[k].run_last = static_cast<std::uint32_t>(end - 1);
    }
    i = std::max(end, i + 1);
  }
}

std::span<NameView> part(std::vector<NameView>& views, TokenRange tokens) {
  return {views.data() + tokens.first, tokens.size()};
}

void gather_evidence(const Analysis& analysis, std::vector<NameView>& views) {
  const auto candidates = std::count_if(views.begin(), views.end(),
                                        [](const NameView& view) { return view.candidate; });
  EvidenceTable table(static_cast<std::size_t>(candidates));
  for (const Sentence& sentence : analysis.sentences) {
    const auto in = part(views, sentence.tokens);
    for (std::size_t i = 0; i < in.size(); ++i) {
      if (in[i].candidate) table.add(in[i].key, evidence_at(in, i));
    }
  }
  for (const NameView& view : views) {
    if (view.sign == CaseSign::lower) table.add_if_seen(view.key, kInLowerCase);
  }
  for (NameView& view : views) {
    if (view.candidate) view.evidence = table.of(view.key);
  }
}
}  // namespace

bool is_joint(WordKey word) {
  switch (word) {
    case "of"_word:
    case "the"_word:
    case "and"_word:
    case "&"_word:
    case "for"_word:
    case "-"_word:
    case "'"_word:
    case "'s"_word:
    case "de"_word:
    case "la"_word:
    case "las"_word:
    case "los"_word:
    case "del"_word:
    case "da"_word:
    case "do"_word:
    case "dos"_word:
    case "di"_word:
    case "du"_word:
    case "des"_word:
    case "der"_word:
    case "den"_word:
    case "van"_word:
    case "von"_word:
    case "al"_word:
    case "el"_word:
    case "ul"_word:
    case "bin"_word:
    case "ibn"_word:
    case "bint"_word:
    case "e"_word:
    case "i"_word:
    case "y"_word:
    case "in"_word:
    case "on"_word:
    case "to"_word:
    case "with"_word:
    case "against"_word: return true;
    default: return false;
  }
}

NameKind kind_of(NameLabel label) {
  if (label == NameLabel::outside) return NameKind::none;
  return static_cast<NameKind>((static_cast<int>(label) - 1) % 4 + 1);
}

NameLabel label_of(NameKind kind, bool begins) {
  if (kind == NameKind::none) return NameLabel::outside;
  return static_cast<NameLabel>(static_cast<int>(kind) + (begins ? 0 : 4));
}

std::vector<NameView> view_names(const Analysis& analysis, const KeyTable& words) {
  std::vector<NameView> views(analysis.tokens.size());
  for (const Sentence& sentence : analysis.sentences) {
    const std::span<const Token> tokens(analysis.tokens.data() + sentence.tokens.first,
                                        sentence.tokens.size());
    const CaseStyle style = case_style(tokens);
    bool opens = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const std::size_t next = sentence.tokens.first + i + kAhead;
      if (next < views.size()) words.prefetch(analysis.tokens[next].key);
      const CaseSign sign = case_sign(tokens, i, style, opens);
      views[sentence.tokens.first + i] = view_of(analysis, tokens[i], words, sign);
      opens = still_opens(opens, sign, tokens[i].key);
    }
    find_runs(part(views, sentence.tokens));
  }
  gather_evidence(analysis, views);
  return views;
}

bool may_name(std::span<const NameView> sentence, std::size_t i, NameLabel before) {
  const NameView& view = sentence[i];
  if (view.candidate) {
    // "The Hague" is a name, "The man" is none.
    const bool opens = view.sign == CaseSign::first && is_small_word(view.tag);
    return !opens || (i + 1 < sentence.size() && sentence[i + 1].candidate);
  }
  if (before == NameLabel::outside) return false;
  // After a name: a small word before more of it, a number ("Flight 12"), or the second half of
  // "Al-qaeda".
  if (view.sign == CaseSign::number) return true;
  const bool after_hyphen = i > 0 && sentence[i - 1].tag == Tag::HYPH;
  if (!is_joint(view.key) && !after_hyphen) return false;
  const std::size_t limit = std::min(sentence.size(), i + 4);
  for (std::size_t j = i + 1; j < limit; ++j) {
    if (sentence[j].candidate) return true;
    if (!is_joint(sentence[j].key)) return false;
  }
  return false;
}

NameFeatures name_features(std::span<const NameView> sentence, std::size_t i, NameLabel before,
                           NameLabel before_that) {
  static constexpr NameView kOutside{.key = 1, .tag = Tag::XX};
  const auto at = [&](std::size_t j) -> const NameView& {
    return j < sentence.size() ? sentence[j] : kOutside;
  };
  const NameView &w = sentence[i], &w1 = at(i - 1), &n1 = at(i + 1), &n2 = at(i + 2);
  const std::size_t run_first = w.candidate ? w.run_first : i;
  const std::size_t run_last = w.candidate ? w.run_last : i;
  const NameView &last = at(run_last), &first = at(run_first), &after = at(run_last + 1),
                 &ahead = at(run_first - 1);
  const auto l1 = static_cast<std::uint64_t>(before);
  const auto l12 = l1 * 16 + static_cast<std::uint64_t>(before_that);
  const auto sign = static_cast<std::uint64_t>(w.sign), tag = static_cast<std::uint64_t>(w.tag);
  const std::uint64_t place =
      std::min<std::size_t>(i - run_first, 3) * 8 + std::min<std::size_t>(run_last - i, 4);
  NameFeatures f;
  f.add(feature(1, w.key));
  f.add(feature(2, both(w.key, l1)));
  f.add(feature(5, both(w1.key, sign)));
  f.add(feature(8, n2.key));
  f.add(feature(9, l12));
  f.add(feature(10, both(l1, sign)));
  f.add(feature(11, both(l1, tag)));
  f.add(feature(
      12, both(tag, both(static_cast<std::uint64_t>(w1.tag), static_cast<std::uint64_t>(n1.tag)))));
  f.add(feature(17, both(w1.traits, both(w.traits, l1))));
  f.add(feature(18, w.ending));
  f.add(feature(21, both(w.evidence, place)));
  for (std::uint32_t bit = kAfterTitle; bit <= kInBrackets; bit *= 2) {
    if ((w.evidence & bit) != 0) f.add(feature(22, both(bit, sign)));
  }
  f.add(feature(24, both(place, last.traits)));
  f.add(feature(26, last.key));
  f.add(feature(27, both(place, after.key)));
  f.add(feature(28, both(place, ahead.key)));
  f.add(feature(29, both(both(first.traits, last.traits), l1)));
  f.add(feature(31, both(static_cast<std::uint64_t>(after.tag),
                         both(static_cast<std::uint64_t>(ahead.tag), place))));
  f.add(feature(32, both(last.evidence, place)));
  f.add(feature(35, both(ahead.key, both(w.traits, place))));
  return f;
}

}  // namespace sayso
