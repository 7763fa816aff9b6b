#include "normalise/place/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace sayso {
namespace {
// Caps that keep the work linear: bearers looked at for a name, and names that others are
// measured against (the most often mentioned).
constexpr std::size_t kMaxBearers = 24;
constexpr std::size_t kMaxAnchors = 32;
constexpr int kRounds = 2;
constexpr std::size_t kMaxVoters = 6;
constexpr double kLeastShare = 0.04;

// How much each kind of knowledge weighs, in log odds.
constexpr double kPerDigit = 1.0;      // of the population
constexpr double kCountryVote = 1.6;   // times log(1 + votes)
constexpr double kDivisionVote = 2.4;  // the same, for the first-level division
constexpr double kNearness = 2.6;      // times log(1 + sum of nearness to the anchors)
constexpr double kNearKm = 120;        // at this distance nearness is a half
constexpr double kContainer = 8.0;
constexpr double kNoPoint = -2.0;

constexpr double kEarthKm = 6371.009;
constexpr double kPi = 3.14159265358979323846;

struct Point {
  float lat = 0, lon = 0, cos_lat = 1;  // radians
};

// On a plane between the two: exact enough to tell near from far.
double distance_km(const Point& a, const Point& b) {
  double dlon = std::abs(static_cast<double>(a.lon) - static_cast<double>(b.lon));
  if (dlon > kPi) dlon = 2 * kPi - dlon;
  const double x = dlon * (static_cast<double>(a.cos_lat) + static_cast<double>(b.cos_lat)) / 2;
  const double y = static_cast<double>(a.lat) - static_cast<double>(b.lat);
  return kEarthKm * std::sqrt(x * x + y * y);
}

struct Candidate {
  EntryIndex entry = kNoEntry;
  EntryIndex admin1 = kNoEntry;
  std::uint16_t country = 0;  // 0: none
  Point point = {};
  double prior = 0;
  double score = 0;
  double share = 0;  // of the name's probability
};

// The mentions of one name.
struct Name {
  NameKey key = 0;
  bool demonym = false;
  std::uint32_t first = 0, last = 0;  // its candidates
  double mentions = 0;
  double weight = 0;  // how much it says about the others: grows slowly with the mentions
  std::uint32_t best = 0;
  std::optional<std::uint32_t> container = {};  // a name
  // The likeliest candidates: only these vote.
  std::array<std::uint32_t, kMaxVoters> voters = {};
  std::uint32_t voter_count = 0;
};

std::uint16_t country_number(const GazetteerEntry& e) {
  if (e.country[0] < 'A' || e.country[0] > 'Z') return 0;
  return static_cast<std::uint16_t>(1 + (e.country[0] - 'A') * 26 + (e.country[1] - 'A'));
}
constexpr std::size_t kCountries = 1 + 26 * 26;

// Countries and divisions before towns of the same name; what it is called by counts, too.
double class_prior(PlaceClass c) {
  switch (c) {
    case PlaceClass::region: return 7.0;
    case PlaceClass::country: return 3.0;
    case PlaceClass::admin1: return 0.0;
    case PlaceClass::admin2: return -1.2;
    case PlaceClass::capital: return 1.0;
    case PlaceClass::seat: return 0.3;
    case PlaceClass::town: return 0.0;
    case PlaceClass::section: return -0.7;
    case PlaceClass::water:
    case PlaceClass::site: return 6.0;
  }
  return 0;
}

double use_prior(NameUse use) {
  switch (use) {
    case NameUse::alternate: return -1.2;
    case NameUse::short_form: return -0.2;
    default: return 0;
  }
}

class Resolver {
 public:
  Resolver(const Gazetteer& gazetteer, std::span<const Toponym> toponyms,
           const std::vector<bool>& accepted)
      : g_(gazetteer), toponyms_(toponyms), accepted_(accepted) {}

  std::vector<Resolution> run() {
    name_of_.assign(toponyms_.size(), kNoName);
    gather_names();
    for (const Name& name : names_) set_scores(name, [](const Candidate& c) { return c.prior; });
    for (int round = 0; round < kRounds; ++round) {
      for (Name& name : names_) choose(name);
      count_votes();
      pick_anchors();
      for (const Name& name : names_) {
        if (name.last - name.first < 2) continue;  // nothing to choose
        set_scores(name, [&](const Candidate& c) { return c.prior + context(name, c); });
      }
    }
    for (Name& name : names_) choose(name);
    return results();
  }

 private:
  static constexpr std::uint32_t kNoName = 0xFFFFFFFFU;

  void gather_names() {
    std::vector<ToponymIndex> order;
    for (ToponymIndex i = 0; i < toponyms_.size(); ++i) {
      if (accepted_[i] && !toponyms_[i].bearers.empty()) order.push_back(i);
    }
    const auto key = [&](ToponymIndex i) {
      const Toponym& t = toponyms_[i];
      return std::tuple(t.name, t.demonym, t.abbreviation, t.division);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](ToponymIndex a, ToponymIndex b) { return key(a) < key(b); });
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (i == 0 || key(order[i]) != key(order[i - 1])) add_name(toponyms_[order[i]]);
      name_of_[order[i]] = static_cast<std::uint32_t>(names_.size() - 1);
      names_.back().mentions += 1;
    }
    for (const ToponymIndex i : order) {
      Name& name = names_[name_of_[i]];
      name.weight = std::sqrt(std::min(name.mentions, 9.0));
      const auto container = toponyms_[i].container;
      if (container && name_of_[*container] != kNoName && !name.container) {
        name.container = name_of_[*container];
      }
    }
  }

  void add_name(const Toponym& t) {
    Name name{.key = t.name, .demonym = t.demonym};
    name.first = static_cast<std::uint32_t>(candidates_.size());
    for (const NamedEntry& b : t.bearers) {
      if (candidates_.size() - name.first >= kMaxBearers) break;
      if (is_out(t, b)) continue;
      add_candidate(b);
    }
    name.last = static_cast<std::uint32_t>(candidates_.size());
    names_.push_back(name);
  }

  bool is_out(const Toponym& t, NamedEntry b) const {
    if (t.demonym != (b.use() == NameUse::demonym)) return true;
    if (t.abbreviation != (b.use() == NameUse::abbreviation)) return true;
    const PlaceClass c = g_[b.entry()].place_class;
    return t.division && c != PlaceClass::admin1 && c != PlaceClass::admin2;
  }

  void add_candidate(NamedEntry bearer) {
    const GazetteerEntry& e = g_[bearer.entry()];
    Candidate c;
    c.entry = bearer.entry();
    c.country = country_number(e);
    c.admin1 = g_.admin1(bearer.entry()).value_or(kNoEntry);
    const double radian = kPi / 180;
    c.point.lat = static_cast<float>(e.lat() * radian);
    c.point.lon = static_cast<float>(e.lon() * radian);
    c.point.cos_lat = std::cos(c.point.lat);
    c.prior = kPerDigit * std::log10(static_cast<double>(e.population) + 100) +
              class_prior(e.place_class) + use_prior(bearer.use());
    if (!e.has_point()) c.prior += kNoPoint;
    candidates_.push_back(c);
  }

  std::span<Candidate> of(const Name& name) {
    return std::span(candidates_).subspan(name.first, name.last - name.first);
  }

  template <typename Score>
  void set_scores(const Name& name, Score score) {
    for (Candidate& c : of(name)) c.score = score(c);
  }

  // The best candidate, and the share of each.
  void choose(Name& name) {
    const std::span<Candidate> candidates = of(name);
    if (candidates.empty()) return;
    double highest = candidates[0].score;
    name.best = name.first;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
      if (candidates_[i].score <= highest) continue;
      highest = candidates_[i].score;
      name.best = i;
    }
    double sum = 0;
    for (Candidate& c : candidates) sum += c.share = std::exp(c.score - highest);
    name.voter_count = 0;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
      candidates_[i].share /= sum;
      if (candidates_[i].share < kLeastShare || name.voter_count == kMaxVoters) continue;
      name.voters[name.voter_count++] = i;
    }
  }
  std::span<const std::uint32_t> voters(const Name& name) const {
    return std::span(name.voters).first(name.voter_count);
  }

  void count_votes() {
    country_votes_.fill(0);
    division_votes_.clear();
    for (const Name& name : names_) {
      for (const std::uint32_t i : voters(name)) {
        const Candidate& c = candidates_[i];
        country_votes_[c.country] += c.share * name.weight;
        if (c.admin1 != kNoEntry) vote(c.admin1) += c.share * name.weight;
      }
    }
  }

  double votes_of(EntryIndex admin1) const {
    for (const auto& [entry, votes] : division_votes_) {
      if (entry == admin1) return votes;
    }
    return 0;
  }
  // Linear search: a report speaks of few divisions, and those past the cap have no vote.
  double& vote(EntryIndex admin1) {
    for (auto& [entry, votes] : division_votes_) {
      if (entry == admin1) return votes;
    }
    if (division_votes_.size() >= kMaxDivisions) return overflow_ = 0;
    return division_votes_.emplace_back(admin1, 0.0).second;
  }

  void pick_anchors() {
    anchors_.clear();
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      const Name& name = names_[i];
      if (name.first == name.last || name.demonym) continue;
      if (g_[candidates_[name.best].entry].place_class <= PlaceClass::country) continue;
      if (!g_[candidates_[name.best].entry].has_point()) continue;
      anchors_.push_back(i);
    }
    if (anchors_.size() <= kMaxAnchors) return;
    std::stable_sort(anchors_.begin(), anchors_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return names_[a].mentions > names_[b].mentions;
    });
    anchors_.resize(kMaxAnchors);
  }

  // What the other names of the report say for a candidate of `name`.
  double context(const Name& name, const Candidate& c) {
    double score = 0;
    if (c.country != 0) {
      const double others = country_votes_[c.country] - own_country_share(name, c) * name.weight;
      score += kCountryVote * std::log1p(std::max(others, 0.0));
    }
    if (c.admin1 != kNoEntry) {
      const double others = votes_of(c.admin1) - own_division_share(name, c) * name.weight;
      score += kDivisionVote * std::log1p(std::max(others, 0.0));
    }
    double near = 0;
    for (const std::uint32_t a : anchors_) {
      const Name& other = names_[a];
      if (other.key == name.key) continue;
      const Candidate& o = candidates_[other.best];
      const double d = distance_km(c.point, o.point) / kNearKm;
      near += o.share / (1 + d * d);
    }
    score += kNearness * std::log1p(near);
    if (name.container) {
      const Name& outer = names_[*name.container];
      if (g_.contains(candidates_[outer.best].entry, c.entry)) score += kContainer;
    }
    return score;
  }

  // What the name's own candidates gave to a country or division: it must not confirm itself.
  double own_country_share(const Name& name, const Candidate& c) const {
    double sum = 0;
    for (const std::uint32_t i : voters(name)) {
      if (candidates_[i].country == c.country) sum += candidates_[i].share;
    }
    return sum;
  }
  double own_division_share(const Name& name, const Candidate& c) const {
    double sum = 0;
    for (const std::uint32_t i : voters(name)) {
      if (candidates_[i].admin1 == c.admin1) sum += candidates_[i].share;
    }
    return sum;
  }

  std::vector<Resolution> results() {
    std::vector<Resolution> results(toponyms_.size());
    for (ToponymIndex i = 0; i < toponyms_.size(); ++i) {
      if (name_of_[i] == kNoName) continue;
      const Name& name = names_[name_of_[i]];
      if (name.first == name.last) continue;
      const Candidate& best = candidates_[name.best];
      results[i].entry = best.entry;
      results[i].confidence = static_cast<float>(best.share);
      results[i].rule = name.container ? "place.container" : "place.context";
    }
    return results;
  }

  static constexpr std::size_t kMaxDivisions = 64;

  const Gazetteer& g_;
  std::span<const Toponym> toponyms_;
  const std::vector<bool>& accepted_;
  std::vector<std::uint32_t> name_of_;
  std::vector<Name> names_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> anchors_;
  std::array<double, kCountries> country_votes_ = {};
  std::vector<std::pair<EntryIndex, double>> division_votes_;
  double overflow_ = 0;
};
}  // namespace

std::vector<Resolution> resolve_toponyms(const Gazetteer& gazetteer,
                                         std::span<const Toponym> toponyms,
                                         const std::vector<bool>& accepted) {
  return Resolver(gazetteer, toponyms, accepted).run();
}

}  // namespace sayso
