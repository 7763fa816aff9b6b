#include "attribute/join_sayings.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "attribute/cue.h"
#include "attribute/make_attribution.h"
#include "attribute/select.h"

namespace sayso {
namespace {
bool overlap(TokenRange a, TokenRange b) { return a.first < b.last && b.first < a.last; }
bool inside(TokenRange inner, TokenRange outer) {
  return outer.first <= inner.first && inner.last <= outer.last;
}

// What a cue that is not in the lexicon needs, to be one: of those below, most are none.
constexpr float kSureOfUnknownCue = 0.75F;

// What stands, with the tokens that enclosing asks for.
struct Voice {
  TokenRange cue = {};
  std::vector<TokenRange> content = {};
  Attribution attribution = {};

  bool holds(TokenRange range) const {
    return std::any_of(content.begin(), content.end(),
                       [&](TokenRange piece) { return inside(range, piece); });
  }
  std::uint32_t size() const {
    return std::accumulate(content.begin(), content.end(), 0U,
                           [](std::uint32_t sum, TokenRange piece) { return sum + piece.size(); });
  }
};

// A content with the whole of each quotation that it begins or ends in, unless the cue stands
// there, too: the model sees only so far, and half a quotation is nobody's words.
std::vector<TokenRange> whole_quotations(const Context& context, const Saying& saying) {
  std::vector<TokenRange> content;
  for (TokenRange piece : saying.content) {
    const TokenIndex last = piece.last - 1;
    const TokenRange opening = {quotation_begin(context, piece.first),
                                quotation_end(context, piece.first)};
    const TokenRange closing = {quotation_begin(context, last), quotation_end(context, last)};
    if (!overlap(opening, saying.cue)) piece.first = opening.first;
    if (!overlap(closing, saying.cue)) piece.last = closing.last;
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
                     [&](TokenRange piece) { return inside(cue, piece); });
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
      if (!overlap(piece, rival)) continue;
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

// The sayings as they stand: whole quotations, pieces that say something, no two of the same.
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

// The lexicon's cue among these tokens: a verb rather than another word, and the last of those
// ("refused to confirm", "issued a statement saying"). `cues` are by their heads.
const Cue* known_cue(TokenRange tokens, const std::vector<Cue>& cues) {
  const Cue* found = nullptr;
  auto c = std::lower_bound(cues.begin(), cues.end(), tokens.first,
                            [](const Cue& a, TokenIndex at) { return a.head < at; });
  for (; c != cues.end() && c->head < tokens.last; ++c) {
    const bool is_verb = c->row.kind == CueKind::verb;
    if (found != nullptr && found->row.kind == CueKind::verb && !is_verb) continue;
    found = &*c;
  }
  return found;
}

// "Issued a statement over the clashes" tells what the statement is about, not what it says.
bool is_topic_only(const Context& context, const Cue& cue, const Saying& saying) {
  const TokenRange first = saying.content.front();
  return (cue.row.takes & kTakesNounPhrase) == 0 && cue.row.kind == CueKind::verb &&
         first.first >= saying.cue.last && context.chunk(first.first) == Chunk::preposition;
}

// Voices enclose and cross only their neighbours in the text.
constexpr std::size_t kNeighbours = 24;
std::span<const Voice> around(std::span<const Voice> voices, std::size_t i) {
  const std::size_t first = i - std::min(i, kNeighbours);
  return voices.subspan(first, std::min(voices.size(), i + kNeighbours + 1) - first);
}

// Of the voices that hold this one's cue, the one that says least besides.
std::optional<std::size_t> innermost(const std::vector<Voice>& voices, std::size_t of) {
  std::optional<std::size_t> found;
  const std::size_t first = of - std::min(of, kNeighbours);
  const std::size_t last = std::min(voices.size(), of + kNeighbours + 1);
  for (std::size_t i = first; i < last; ++i) {
    if (i == of || !voices[i].holds(voices[of].cue) || voices[of].holds(voices[i].cue)) continue;
    if (!found || voices[i].size() < voices[*found].size()) found = i;
  }
  return found;
}

// Of voices by their cues, the first whose cue does not begin before `at`.
std::size_t first_after(std::span<const Voice> voices, TokenIndex at) {
  const auto found = std::lower_bound(voices.begin(), voices.end(), at,
                                      [](const Voice& v, TokenIndex t) { return v.cue.first < t; });
  return static_cast<std::size_t>(found - voices.begin());
}

// Of voices that stand within each other in a ring, one stands in none: every chain ends.
void cut_rings(std::vector<Attribution>& attributions) {
  std::vector<std::size_t> chain(attributions.size(), 0);  // the first walked over each; 0: none
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    for (std::size_t at = i; chain[at] == 0;) {
      chain[at] = i + 1;
      auto& within = attributions[at].within;
      if (within && chain[*within] == i + 1) within.reset();
      if (within) at = *within;
    }
  }
}

std::uint32_t begin_of(const Attribution& a) {
  std::uint32_t begin = a.cue.front().begin;
  if (!a.source.empty()) begin = std::min(begin, a.source.front().begin);
  return a.content.empty() ? begin : std::min(begin, a.content.front().begin);
}
}  // namespace

std::vector<Attribution> join_sayings(const Context& context, const CueLexicon& lexicon,
                                      const std::vector<Hypothesis>& hypotheses) {
  std::vector<Cue> cues = find_cues(context, lexicon);
  std::stable_sort(cues.begin(), cues.end(),
                   [](const Cue& a, const Cue& b) { return a.head < b.head; });
  std::vector<Voice> voices;
  for (const Saying& saying : sound_sayings(context)) {
    const Cue* cue = known_cue(saying.cue, cues);
    if (cue == nullptr && saying.confidence < kSureOfUnknownCue) continue;
    if (cue != nullptr && is_topic_only(context, *cue, saying)) continue;
    voices.push_back({saying.cue, saying.content,
                      make_attribution(context, saying, cue == nullptr ? Act::say : cue->row.act)});
  }
  const std::vector<Voice> said = voices;
  for (const Selection& selection : select(context, hypotheses)) {
    const Hypothesis& h = hypotheses[selection.hypothesis];
    if (h.score < SelectOptions{}.keep_nested) continue;
    const TokenRange cue = h.frame.cue.tokens;
    const auto near = around(said, first_after(said, cue.first));
    const bool held =
        std::any_of(near.begin(), near.end(), [&](const Voice& v) { return v.holds(cue); });
    const bool taken =
        std::any_of(near.begin(), near.end(), [&](const Voice& v) { return overlap(v.cue, cue); });
    if (!held || taken) continue;
    const auto content = content_of(h);
    voices.push_back({cue, {content.begin(), content.end()}, make_attribution(context, h)});
  }
  std::stable_sort(voices.begin(), voices.end(), [](const Voice& a, const Voice& b) {
    return begin_of(a.attribution) < begin_of(b.attribution);
  });
  for (std::size_t i = 0; i < voices.size(); ++i) {
    if (const auto outer = innermost(voices, i)) {
      voices[i].attribution.within = static_cast<AttributionIndex>(*outer);
    }
  }
  std::vector<Attribution> attributions;
  attributions.reserve(voices.size());
  for (Voice& voice : voices) attributions.push_back(std::move(voice.attribution));
  cut_rings(attributions);
  return attributions;
}

}  // namespace sayso
