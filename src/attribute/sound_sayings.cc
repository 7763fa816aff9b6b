#include "attribute/sound_sayings.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "attribute/hypothesis.h"

namespace sayso {
namespace {
// A content with the whole of each quotation that it begins or ends in, unless the cue stands
// there, too: the model sees only so far, and half a quotation is nobody's words.
std::vector<TokenRange> whole_quotations(const Context& context, const Saying& saying) {
  std::vector<TokenRange> content;
  for (TokenRange piece : saying.content) {
    const TokenIndex last = piece.last - 1;
    const TokenRange opening = {quotation_begin(context, piece.first),
                                quotation_end(context, piece.first)};
    const TokenRange closing = {quotation_begin(context, last), quotation_end(context, last)};
    if (!opening.overlaps(saying.cue)) piece.first = opening.first;
    if (!closing.overlaps(saying.cue)) piece.last = closing.last;
    if (!content.empty() && piece.first <= content.back().last) {
      content.back().last = std::max(content.back().last, piece.last);
    } else {
      content.push_back(piece);
    }
  }
  return content;
}

// Words that can stand for somebody or something, not for the grammar alone.
bool has_substance(const Context& context, TokenRange piece) {
  for (TokenIndex i = piece.first; i < piece.last; ++i) {
    switch (context.token(i).tag) {
      case Tag::DT:
      case Tag::IN:
      case Tag::TO:
      case Tag::CC:
      case Tag::PDT: break;
      default:
        if (context.token(i).shape != WordShape::punctuation) return true;
    }
  }
  return false;
}

bool holds(const Saying& saying, TokenRange cue) {
  return std::any_of(saying.content.begin(), saying.content.end(),
                     [&](TokenRange piece) { return piece.contains(cue); });
}

// How far a cue is from words that it may have said: sentences first, then tokens.
std::pair<std::uint32_t, TokenIndex> distance(const Context& context, TokenRange cue,
                                              TokenRange words) {
  const bool after = words.first >= cue.last;
  const TokenIndex near = after ? words.first : words.last - 1;
  const std::uint32_t here = context.token(cue.first).sentence;
  const std::uint32_t there = context.token(near).sentence;
  return {here > there ? here - there : there - here,
          after ? words.first - cue.last : cue.first - std::min(cue.first, words.last)};
}

// Takes the words that `other` says, too, out of what `saying` says, where its cue is farther.
void yield_words(const Context& context, Saying& saying, const Saying& other) {
  std::vector<TokenRange> kept;
  for (TokenRange piece : saying.content) {
    for (const TokenRange rival : other.content) {
      if (!piece.overlaps(rival)) continue;
      const TokenRange shared = {std::max(piece.first, rival.first),
                                 std::min(piece.last, rival.last)};
      if (distance(context, saying.cue, shared) <= distance(context, other.cue, shared)) continue;
      // The longer of what is left before and after.
      const TokenRange before = {piece.first, shared.first};
      const TokenRange after = {shared.last, piece.last};
      piece = before.size() >= after.size() ? before : after;
    }
    if (!piece.empty() && has_substance(context, piece)) kept.push_back(piece);
  }
  saying.content = std::move(kept);
}

// Two cues may have taken the same words, and neither stands in the other's: the nearer keeps them.
void settle(const Context& context, std::vector<Saying>& sayings) {
  constexpr std::size_t kNear = 8;
  for (std::size_t i = 0; i < sayings.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(sayings.size(), i + kNear); ++j) {
      Saying& a = sayings[i];
      Saying& b = sayings[j];
      if (holds(a, b.cue) || holds(b, a.cue)) continue;
      yield_words(context, a, b);
      yield_words(context, b, a);
    }
  }
}

// "nsubj" of "nsubj:pass".
std::string_view universal(std::string_view relation) {
  return relation.substr(0, relation.find(':'));
}

// A piece that ends in "the town of" or "Donald" goes on to what those words lead to: the model
// sees words one by one, the tree knows what they are part of.
// It never runs into a cue.
TokenRange whole_phrase(const Context& context, TokenRange piece, const std::vector<bool>& cues) {
  constexpr std::array<std::string_view, 10> kLeading = {
      "case", "det", "mark", "aux", "amod", "compound", "nummod", "cc", "cop", "nmod"};
  constexpr std::array<std::string_view, 3> kFollowing = {"flat", "fixed", "goeswith"};
  constexpr TokenIndex kFarthest = 6;
  const auto& dependencies = context.analysis().dependencies;
  const TokenIndex end = context.sentence_of(piece.last - 1).tokens.last;
  for (;;) {
    const TokenIndex last = piece.last - 1;
    TokenIndex grown = last;
    const Dependency& d = dependencies[last];
    if (d.head > last && d.head - last <= kFarthest &&
        std::ranges::find(kLeading, universal(d.relation)) != kLeading.end()) {
      grown = d.head;
    } else if (piece.last < end && piece.contains(dependencies[piece.last].head) &&
               std::ranges::find(kFollowing, universal(dependencies[piece.last].relation)) !=
                   kFollowing.end()) {
      grown = piece.last;
    }
    if (grown == last) return piece;
    for (; piece.last <= grown; ++piece.last) {
      if (cues[piece.last]) return piece;
    }
  }
}

// An item of a list speaks for itself: what its cue takes of the others is no part of it.
void keep_to_item(const Context& context, Saying& saying) {
  const Sentence& sentence = context.sentence_of(saying.cue.first);
  if (sentence.kind != SentenceKind::list_item) return;
  const auto elsewhere = [&](TokenIndex i) {
    return context.sentence_of(i).paragraph != sentence.paragraph;
  };
  for (auto* pieces : {&saying.source, &saying.content}) {
    for (TokenRange& piece : *pieces) {
      while (!piece.empty() && elsewhere(piece.first)) ++piece.first;
      while (!piece.empty() && elsewhere(piece.last - 1)) --piece.last;
    }
  }
}
}  // namespace

std::vector<Saying> sound_sayings(const Context& context) {
  std::vector<Saying> sayings = context.analysis().sayings;
  std::vector<bool> cues(context.size(), false);
  for (const Saying& saying : sayings) {
    for (TokenIndex i = saying.cue.first; i < saying.cue.last; ++i) cues[i] = true;
  }
  for (Saying& saying : sayings) {
    keep_to_item(context, saying);
    const auto empty = [&](TokenRange piece) { return !has_substance(context, piece); };
    std::erase_if(saying.source, empty);
    std::erase_if(saying.content, empty);
    for (auto* pieces : {&saying.source, &saying.content}) {
      for (TokenRange& piece : *pieces) piece = whole_phrase(context, piece, cues);
    }
    saying.content = whole_quotations(context, saying);
  }
  settle(context, sayings);
  std::erase_if(sayings, [&](const Saying& saying) {
    return saying.content.empty() ||
           std::any_of(saying.source.begin(), saying.source.end(),
                       [&](TokenRange source) { return is_nobody(context, source); });
  });
  return sayings;
}

}  // namespace sayso
