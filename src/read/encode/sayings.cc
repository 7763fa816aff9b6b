#include "read/encode/sayings.h"

#include <algorithm>
#include <utility>

namespace sayso {
namespace {
constexpr float kNeverScore = 1e4F;

// Adds word `i` to the last piece, or begins one.
void take(std::vector<TokenRange>& pieces, TokenIndex i, bool begins) {
  if (begins) {
    pieces.push_back({i, i + 1});
  } else {
    pieces.back().last = i + 1;
  }
}

// Cues that begin in the window's own tokens.
std::vector<TokenRange> find_cues(const Heads::Scores& scores, const Window& window,
                                  BioDecoder& decoder) {
  decoder.resize(scores.words(), scores.of(WordPart::cue, 0).size());
  for (std::size_t w = 0; w < scores.words(); ++w) {
    std::ranges::copy(scores.of(WordPart::cue, w), decoder.row(w).begin());
  }
  const auto labels = decoder.decode();
  std::vector<TokenRange> cues;
  for (TokenIndex w = 0; w < labels.size(); ++w) {
    if (labels[w] != 0) take(cues, window.tokens.first + w, begins(labels[w]));
  }
  std::erase_if(cues, [&](TokenRange cue) { return cue.first < window.own.first; });
  return cues;
}
}  // namespace

void find_sayings(const Heads& heads, const Heads::Scores& scores, const Window& window,
                  BioDecoder& decoder, std::vector<Saying>& sayings) {
  constexpr std::size_t kSource = 0;
  const TokenIndex base = window.tokens.first;
  for (const TokenRange cue : find_cues(scores, window, decoder)) {
    decoder.resize(scores.words(), kRoles);
    for (TokenIndex w = 0; w < scores.words(); ++w) {
      auto row = decoder.row(w);
      std::ranges::copy(heads.roles(scores, cue.first - base, cue.last - base, w), row.begin());
      // A cue has no other role for itself.
      if (cue.contains(base + w)) std::fill(row.begin() + 1, row.end(), row[0] - kNeverScore);
    }
    Saying saying;
    saying.cue = cue;
    saying.confidence = 1 - share_of(scores.of(WordPart::cue, cue.first - base), 0);
    const auto labels = decoder.decode();
    for (TokenIndex w = 0; w < labels.size(); ++w) {
      if (labels[w] == 0) continue;
      auto& pieces = kind_of(labels[w]) == kSource ? saying.source : saying.content;
      take(pieces, base + w, begins(labels[w]));
    }
    if (!saying.content.empty()) sayings.push_back(std::move(saying));
  }
}

}  // namespace sayso
