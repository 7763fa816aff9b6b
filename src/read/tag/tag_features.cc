#include "read/tag/tag_features.h"

#include <algorithm>

#include "read/tag/linear_model.h"

namespace sayso {
namespace {
// How many tokens ahead a look-up is announced to the memory.
constexpr std::size_t kAhead = 12;

// The last (or first) bytes of a word, up to eight, as a number.
std::uint64_t bytes_of(std::string_view part) {
  std::uint64_t n = part.size();
  for (const char c : part) n = (n << 8U) | static_cast<unsigned char>(c);
  return n;
}
std::uint64_t suffix(std::string_view word, std::size_t size) {
  return bytes_of(word.substr(word.size() - std::min(size, word.size())));
}
std::uint64_t prefix(std::string_view word, std::size_t size) {
  return bytes_of(word.substr(0, size));
}

// The tags a word outside the lexicon may take: guessed from its ending and case.
std::uint64_t guess(std::string_view lower, CaseSign sign) {
  const bool word =
      sign != CaseSign::number && sign != CaseSign::punctuation && sign != CaseSign::free_mark;
  return both(word ? suffix(lower, 2) : 0, static_cast<std::uint64_t>(sign)) | (1ULL << 63U);
}

TagView view_of(const Analysis& analysis, const Token& token, const KeyTable& lexicon,
                CaseSign sign) {
  TagView view{.key = token.key, .sign = sign};
  const std::string_view lower = analysis.lower(token);
  LexiconEntry entry{lexicon.find(lexicon_key(token.key), LexiconEntry::kUnknown)};
  if (entry.known() && !entry.settled() && has_case_entry(sign)) {
    const LexiconEntry by_case{lexicon.find(lexicon_key(token.key, sign), LexiconEntry::kUnknown)};
    if (by_case.known()) entry = by_case;
  }
  view.tags = entry.known() ? entry.tags() : guess(lower, sign);
  view.settled = entry.settled();
  view.frequent = entry.frequent();
  if (entry.known()) view.tag = entry.first();
  return view;
}
}  // namespace

WordKey lexicon_key(WordKey word) { return word; }

WordKey lexicon_key(WordKey word, CaseSign sign) {
  return feature(100, both(word, static_cast<std::uint64_t>(sign)));
}

bool has_case_entry(CaseSign sign) {
  return sign == CaseSign::lower || sign == CaseSign::capital || sign == CaseSign::acronym;
}

void view_sentence(const Analysis& analysis, TokenRange tokens, const KeyTable& lexicon,
                   std::vector<TagView>& views) {
  const std::span<const Token> sentence(analysis.tokens.data() + tokens.first, tokens.size());
  const CaseStyle style = case_style(sentence);
  views.clear();
  for (std::size_t i = 0; i < std::min(kAhead, sentence.size()); ++i) {
    lexicon.prefetch(lexicon_key(sentence[i].key));
  }
  bool opens = true;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (i + kAhead < sentence.size()) lexicon.prefetch(lexicon_key(sentence[i + kAhead].key));
    const CaseSign sign = case_sign(sentence, i, style, opens);
    views.push_back(view_of(analysis, sentence[i], lexicon, sign));
    opens = still_opens(opens, sign, sentence[i].key);
  }
}

TagFeatures tag_features(std::span<const TagView> views, std::size_t i, std::string_view lower,
                         Tag before, Tag before_that) {
  static constexpr TagView kOutside{.key = 1, .tags = 1};
  const auto at = [&](std::size_t j) -> const TagView& {
    return j < views.size() ? views[j] : kOutside;  // before the first wraps to a huge number
  };
  const TagView &w = views[i], &w1 = at(i - 1), &w2 = at(i - 2), &n1 = at(i + 1);
  const auto t1 = static_cast<std::uint64_t>(before);
  const auto t12 = t1 * 64 + static_cast<std::uint64_t>(before_that);
  const auto sign = static_cast<std::uint64_t>(w.sign);
  TagFeatures f;
  f.add(feature(1, w.key));
  f.add(feature(2, both(w.tags, sign)));
  f.add(feature(3, both(w.tags, t1)));
  f.add(feature(4, both(w.tags, t12)));
  f.add(feature(5, both(w.tags, n1.tags)));
  f.add(feature(8, t12));
  f.add(feature(10, both(w.key, t1)));
  f.add(feature(11, both(w.key, n1.tags)));
  f.add(feature(14, w1.key));
  f.add(feature(15, n1.key));
  f.add(feature(16, w2.key));
  f.add(feature(18, both(sign, t1)));
  if (w.frequent) return f;
  // A word the lexicon hardly knows: its spelling tells.
  f.add(feature(23, both(suffix(lower, 1), sign)));
  f.add(feature(24, both(suffix(lower, 2), sign)));
  f.add(feature(25, both(suffix(lower, 3), sign)));
  f.add(feature(27, suffix(lower, 5)));
  f.add(feature(28, prefix(lower, 1)));
  f.add(feature(30, prefix(lower, 3)));
  f.add(feature(31, both(suffix(lower, 2), t1)));
  const bool has_hyphen = lower.find('-') != std::string_view::npos;
  f.add(feature(34, (has_hyphen ? 8U : 0U) + std::min<std::size_t>(lower.size(), 7)));
  return f;
}

}  // namespace sayso
