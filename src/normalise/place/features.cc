#include "normalise/place/features.h"

#include <algorithm>

namespace sayso {
namespace {
// Words before a feature word that may belong to its name: "Old Alton Edwardsville Road".
constexpr TokenIndex kMostWords = 4;

constexpr double kFeatureEvidence = 1.5;
constexpr double kSettlementEvidence = 2.0;

class Finder {
 public:
  explicit Finder(const PlaceContext& context) : c_(context) {}

  std::vector<Toponym> run() {
    std::vector<Toponym> found;
    for (const Sentence& s : c_.analysis.sentences) {
      if (s.kind == SentenceKind::heading) continue;  // every word is capitalised
      for (TokenIndex i = s.tokens.first; i < s.tokens.last;) {
        const auto toponym = at(i, s.tokens);
        if (toponym) found.push_back(*toponym);
        i = toponym ? toponym->tokens.last : i + 1;
      }
    }
    return found;
  }

 private:
  const Token& token(TokenIndex i) const { return c_.analysis.tokens[i]; }
  bool has(TokenIndex i, PlaceCue cue) const { return c_.cues.of(token(i).key).has(cue); }
  bool is_capital(TokenIndex i) const {
    const WordShape shape = token(i).shape;
    return shape == WordShape::capitalized || shape == WordShape::mixed;
  }
  bool is_name(TokenIndex i) const {
    return is_capital(i) &&
           (is_proper(token(i).tag) || token(i).tag == Tag::NN || is_adjective(token(i).tag)) &&
           token(i).span.size() > 1;
  }

  std::optional<Toponym> at(TokenIndex i, TokenRange sentence) {
    if (!is_capital(i)) return std::nullopt;
    if (const auto range = feature_at(i, sentence)) {
      return toponym(*range, kFeatureEvidence, "place.feature");
    }
    if (const auto range = settlement_at(i, sentence)) {
      return toponym(*range, kSettlementEvidence, "place.settlement_of");
    }
    return std::nullopt;
  }

  // Names that end in a feature word, and "Lake Velin".
  std::optional<TokenRange> feature_at(TokenIndex first, TokenRange sentence) const {
    if (!is_name(first)) return std::nullopt;
    const TokenIndex end = std::min(sentence.last, first + kMostWords + 1);
    std::optional<TokenRange> found;
    for (TokenIndex i = first; i < end && is_name(i); ++i) {
      if (i > first && !token(i).space_before) break;
      if (i > first && has(i, PlaceCue::feature)) found = TokenRange{first, i + 1};
    }
    if (found) return found;
    if (const auto small = small_feature_at(first, sentence)) return small;
    const bool prefixed = has(first, PlaceCue::prefix_feature) && first + 1 < sentence.last &&
                          is_name(first + 1) && token(first + 1).space_before;
    if (prefixed) return TokenRange{first, first + 2};
    return std::nullopt;
  }

  // "the Velin river", "Lirana refugee camp": not a camp of somebody's.
  std::optional<TokenRange> small_feature_at(TokenIndex first, TokenRange sentence) const {
    const auto names_a_place = [this](TokenIndex i) {
      const NameKind kind = token(i).name;
      return is_capital(i) && is_proper(token(i).tag) &&
             (kind == NameKind::place || kind == NameKind::none);
    };
    const TokenIndex end = std::min(sentence.last, first + kMostWords + 2);
    TokenIndex i = first;
    while (i < end && i < first + kMostWords && names_a_place(i)) ++i;
    if (i == first) return std::nullopt;
    // "refugee camp", "displacement camp"
    const bool kind_told = i + 1 < end && token(i).shape == WordShape::lower &&
                           is_noun(token(i).tag) && has(i + 1, PlaceCue::settlement);
    if (kind_told) ++i;
    const bool ends = i < end && token(i).shape == WordShape::lower &&
                      has(i, PlaceCue::small_feature) && token(i).space_before;
    return ends ? std::optional(TokenRange{first, i + 1}) : std::nullopt;
  }

  // The village of VELIN.
  std::optional<TokenRange> settlement_at(TokenIndex first, TokenRange sentence) const {
    if (first < sentence.first + 2 || !has(first - 1, PlaceCue::of)) return std::nullopt;
    const Token& noun = token(first - 2);
    if (noun.shape != WordShape::lower || !has(first - 2, PlaceCue::settlement)) {
      return std::nullopt;
    }
    TokenIndex last = first;
    const TokenIndex end = std::min(sentence.last, first + kMostWords);
    while (last < end && is_capital(last) && is_proper(token(last).tag)) ++last;
    if (last == first) return std::nullopt;
    return TokenRange{first, last};
  }

  Toponym toponym(TokenRange tokens, double evidence, const char* rule) const {
    Toponym t;
    t.tokens = tokens;
    t.evidence = evidence;
    t.rule = rule;
    for (TokenIndex i = tokens.first; i < tokens.last; ++i)
      t.name = extend_name(t.name, token(i).key);
    return t;
  }

  const PlaceContext& c_;
};

// "North Lirana" when it is no name of its own.
void take_directions(const PlaceContext& c, std::vector<Toponym>& toponyms) {
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    Toponym& t = toponyms[i];
    if (t.tokens.first == 0 || t.abbreviation) continue;
    const Token& before = c.analysis.tokens[t.tokens.first - 1];
    const Token& first = c.analysis.tokens[t.tokens.first];
    if (before.sentence != first.sentence || !first.space_before) continue;
    if (before.shape != WordShape::capitalized) continue;
    if (!c.cues.of(before.key).has(PlaceCue::direction)) continue;
    if (i > 0 && toponyms[i - 1].tokens.last >= t.tokens.first) continue;
    if (t.tokens.first - 1 == c.analysis.sentences[first.sentence].tokens.first) continue;
    --t.tokens.first;
  }
}
}  // namespace

void add_unlisted(const PlaceContext& context, std::vector<Toponym>& toponyms) {
  std::vector<Toponym> unlisted = Finder(context).run();
  std::vector<Toponym> all;
  all.reserve(toponyms.size() + unlisted.size());
  std::size_t u = 0;
  for (const Toponym& t : toponyms) {
    while (u < unlisted.size() && unlisted[u].tokens.last <= t.tokens.first) {
      all.push_back(unlisted[u++]);
    }
    const bool overlap = u < unlisted.size() && unlisted[u].tokens.first < t.tokens.last;
    if (!overlap) {
      all.push_back(t);
    } else if (unlisted[u].tokens.size() <= t.tokens.size() || t.demonym) {
      ++u;  // the gazetteer knows it
      all.push_back(t);
    }
  }
  all.insert(all.end(), unlisted.begin() + static_cast<std::ptrdiff_t>(u), unlisted.end());
  toponyms = std::move(all);
  take_directions(context, toponyms);
}

}  // namespace sayso
