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

// The piece whose words are likeliest, all together.
void keep_likeliest(std::vector<TokenRange>& pieces, TokenIndex base, BioDecoder& decoder) {
  if (pieces.size() < 2) return;
  const auto gain = [&](TokenRange piece) {
    float sum = 0;
    for (TokenIndex t = piece.first; t < piece.last; ++t) {
      const auto row = decoder.row(t - base);
      sum += std::max(row[1], row[2]) - row[0];
    }
    return sum;
  };
  const auto best = std::max_element(pieces.begin(), pieces.end(),
                                     [&](TokenRange a, TokenRange b) { return gain(a) < gain(b); });
  pieces = {*best};
}
}  // namespace

void find_sayings(const Heads& heads, const Heads::Scores& scores, const Window& window,
                  SayingDecoder& decoder, std::vector<Saying>& sayings) {
  constexpr std::size_t kSource = 0;
  BioDecoder& marks = decoder.labels;
  const TokenIndex base = window.tokens.first;
  for (const TokenRange cue : find_cues(scores, window, marks)) {
    marks.resize(scores.words(), kRoles);
    for (TokenIndex w = 0; w < scores.words(); ++w) {
      auto row = marks.row(w);
      std::ranges::copy(heads.roles(scores, cue.first - base, cue.last - base, w), row.begin());
      // A cue has no other role for itself.
      if (cue.contains(base + w)) std::fill(row.begin() + 1, row.end(), row[0] - kNeverScore);
      if (decoder.paragraph_begins[w]) {
        for (std::size_t label = 2; label < kRoles; label += 2) row[label] -= kNeverScore;
      }
    }
    Saying saying;
    saying.cue = cue;
    saying.confidence = 1 - share_of(scores.of(WordPart::cue, cue.first - base), 0);
    const auto labels = marks.decode();
    for (TokenIndex w = 0; w < labels.size(); ++w) {
      if (labels[w] == 0) continue;
      auto& pieces = kind_of(labels[w]) == kSource ? saying.source : saying.content;
      take(pieces, base + w, begins(labels[w]));
    }
    keep_likeliest(saying.source, base, marks);
    if (!saying.content.empty()) sayings.push_back(std::move(saying));
  }
}

}  // namespace sayso
