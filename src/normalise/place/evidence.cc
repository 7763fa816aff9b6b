#include "normalise/place/evidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace sayso {
namespace {
using namespace literals;  // NOLINT(google-build-using-namespace): "said"_word

// Words before and after a name that the clues look at.
constexpr std::uint32_t kLookedAround = 4;

// A toponym in its sentence: what the clues look at.
class Site {
 public:
  Site(const PlaceContext& context, const std::vector<Toponym>& toponyms, ToponymIndex index)
      : c_(context), toponyms_(toponyms), index_(index), t_(toponyms[index]) {
    const Sentence& s = c_.analysis.sentences[first().sentence];
    begin_ = s.tokens.first;
    end_ = s.tokens.last;
    upper_ = is_upper_sentence();
    look_up_cues();
    skip_modifiers();
    see_bearers();
  }

  const Toponym& toponym() const { return t_; }
  const Token& first() const { return c_.analysis.tokens[t_.tokens.first]; }
  const Token& last() const { return c_.analysis.tokens[t_.tokens.last - 1]; }
  bool single() const { return t_.tokens.size() == 1; }
  bool in_upper_sentence() const { return upper_; }
  bool starts_sentence() const { return t_.tokens.first == begin_; }

  // "LIRANA (XYZ) --", "LIRANA, Ostland --" at the start of a sentence.
  bool opens_dateline() const {
    if (!starts_sentence() || first().shape != WordShape::upper) return false;
    const Token* next = after(1);
    if (next == nullptr || next->span.empty()) return false;
    const char mark = c_.text[next->span.begin];
    return mark == '(' || mark == ',' || mark == '-' || mark == ':' ||
           c_.text.substr(next->span.begin).starts_with("\u2014") ||
           c_.text.substr(next->span.begin).starts_with("\u2013");
  }
  bool begins_with_saint() const {
    return first().key == "st."_word || first().key == "st"_word || first().key == "saint"_word;
  }

  // The k-th token before or after the name (1 is next to it), or none at the sentence's border.
  const Token* before(std::uint32_t k) const {
    return t_.tokens.first >= begin_ + k ? &c_.analysis.tokens[t_.tokens.first - k] : nullptr;
  }
  const Token* after(std::uint32_t k) const {
    const TokenIndex i = t_.tokens.last + k - 1;
    return i < end_ ? &c_.analysis.tokens[i] : nullptr;
  }
  bool has_direction() const { return direction_; }

  // Whether the k-th word before or after the name, or the word that governs it, has a cue.
  bool before_is(std::uint32_t k, PlaceCue cue) const { return before_cues_[k - 1].has(cue); }
  bool after_is(std::uint32_t k, PlaceCue cue) const { return after_cues_[k - 1].has(cue); }
  bool governor_is(PlaceCue cue) const { return before_cues_[skipped_].has(cue); }
  bool last_is(PlaceCue cue) const { return last_cues_.has(cue); }
  static bool is_capital(const Token* token) {
    return token && (token->shape == WordShape::capitalized || token->shape == WordShape::upper ||
                     token->shape == WordShape::mixed);
  }
  bool is_mark(const Token* token, char mark) const {
    return token && token->span.size() == 1 && c_.text[token->span.begin] == mark;
  }
  bool own(PlaceCue cue) const { return own_cues_.has(cue); }

  // Of the populated places the name may mean, the most populous.
  std::uint32_t population() const { return population_; }
  bool may_be_town() const { return town_; }
  // Whether the name itself, or the short form of a division's, is the gazetteer's.
  bool is_primary() const { return has_use_[0] || has_use_[2]; }
  bool may_be(PlaceClass c) const { return has_class_[static_cast<std::size_t>(c)]; }
  bool is_country() const { return may_be(PlaceClass::country) && !t_.demonym; }
  // Better known as a country or division than as any person.
  bool is_division() const { return is_country() || may_be(PlaceClass::admin1); }
  // Whether the reader's names model ran at all.
  bool has_model() const { return c_.has_names; }
  NameKind model() const {
    NameKind kind = NameKind::none;
    for (TokenIndex i = t_.tokens.first; i < t_.tokens.last; ++i) {
      const NameKind k = c_.analysis.tokens[i].name;
      if (k != NameKind::none) kind = k;
    }
    return kind;
  }
  // Another toponym directly before ("," or "and" between) or after.
  bool in_list() const {
    const auto near = [&](const Toponym& a, const Toponym& b) {
      const TokenIndex gap = b.tokens.first - a.tokens.last;
      if (gap == 0 || gap > 2) return false;
      const Token& between = c_.analysis.tokens[a.tokens.last];
      return is_mark(&between, ',') || between.key == "and"_word || between.key == "or"_word;
    };
    return (index_ > 0 && near(toponyms_[index_ - 1], t_)) ||
           (index_ + 1 < toponyms_.size() && near(t_, toponyms_[index_ + 1]));
  }

 private:
  bool allowed(const NamedEntry& b) const {
    if (t_.demonym) return b.use() == NameUse::demonym;
    if (t_.abbreviation) return b.use() == NameUse::abbreviation;
    return b.use() != NameUse::demonym && b.use() != NameUse::abbreviation;
  }
  void see_bearers() {
    for (const NamedEntry& b : t_.bearers) {
      if (!allowed(b)) continue;
      const GazetteerEntry& e = c_.gazetteer[b.entry()];
      has_use_[static_cast<std::size_t>(b.use())] = true;
      has_class_[static_cast<std::size_t>(e.place_class)] = true;
      if (e.place_class < PlaceClass::capital || e.place_class > PlaceClass::section) continue;
      town_ = true;
      population_ = std::max(population_, e.population);
    }
  }
  void look_up_cues() {
    own_cues_ = c_.cues.of(first().key);
    last_cues_ = single() ? own_cues_ : c_.cues.of(last().key);
    for (std::uint32_t k = 1; k <= kLookedAround; ++k) {
      if (const Token* token = before(k)) before_cues_[k - 1] = c_.cues.of(token->key);
      if (const Token* token = after(k)) after_cues_[k - 1] = c_.cues.of(token->key);
    }
  }
  void skip_modifiers() {
    for (; skipped_ < 3; ++skipped_) {
      const Token* token = before(1 + skipped_);
      if (token == nullptr) return;
      const bool direction = before_is(1 + skipped_, PlaceCue::direction);
      direction_ = direction_ || direction;
      if (!direction && token->key != "the"_word && token->key != "'s"_word) return;
    }
  }
  // Most letters' case tells nothing here: headings and wire copy in capitals.
  bool is_upper_sentence() const {
    constexpr TokenIndex kLooked = 12;
    std::uint32_t upper = 0;
    std::uint32_t words = 0;
    for (TokenIndex i = begin_; i < end_ && i < begin_ + kLooked; ++i) {
      const WordShape shape = c_.analysis.tokens[i].shape;
      upper += shape == WordShape::upper ? 1 : 0;
      words += shape != WordShape::punctuation && shape != WordShape::number ? 1 : 0;
    }
    return words >= 4 && upper * 4 >= words * 3;
  }

  const PlaceContext& c_;
  const std::vector<Toponym>& toponyms_;
  ToponymIndex index_;
  const Toponym& t_;
  TokenIndex begin_ = 0;
  TokenIndex end_ = 0;
  std::uint32_t skipped_ = 0;
  bool direction_ = false;
  bool upper_ = false;
  bool town_ = false;
  std::uint32_t population_ = 0;
  PlaceCueSet own_cues_, last_cues_;
  std::array<PlaceCueSet, kLookedAround> before_cues_ = {};  // the next to the name first
  std::array<PlaceCueSet, kLookedAround> after_cues_ = {};
  std::array<bool, 5> has_use_ = {};
  std::array<bool, 10> has_class_ = {};
};

// Whether the word after carries the name on: "Paris| Hilton", "Washington| Post".
bool name_goes_on(const Site& s) {
  const Token* next = s.after(1);
  return Site::is_capital(next) && next->space_before && !s.in_upper_sentence() &&
         !s.toponym().demonym && !s.toponym().abbreviation &&
         (is_proper(next->tag) || next->tag == Tag::NN) && !s.after_is(1, PlaceCue::division);
}
// Whether it goes on to name a body or building: "Lirana| Junior College".
bool names_institution(const Site& s) {
  for (std::uint32_t k = 1; k <= 4 && Site::is_capital(s.after(k)); ++k) {
    if (s.after_is(k, PlaceCue::institution) || s.after_is(k, PlaceCue::feature)) return true;
  }
  return false;
}
bool name_goes_before(const Site& s) {
  const Token* previous = s.before(1);
  return Site::is_capital(previous) && s.first().space_before && !s.in_upper_sentence() &&
         (is_proper(previous->tag) || previous->tag == Tag::NN) &&
         !s.before_is(1, PlaceCue::direction) && !s.before_is(1, PlaceCue::inside) &&
         !s.before_is(1, PlaceCue::motion);
}
bool is_population(const Site& s, std::uint32_t least, std::uint32_t most) {
  return s.may_be_town() && !s.is_division() && s.population() >= least && s.population() < most;
}

struct Clue {
  const char* name;
  double weight;
  bool (*holds)(const Site& s);
};

// For each: "LIRANA" marks the toponym.
constexpr Clue kClues[] = {
    // What the name is by itself.
    {"place.country", 3.0, [](const Site& s) { return s.is_country(); }},
    {"place.demonym", 3.0, [](const Site& s) { return s.toponym().demonym; }},
    {"place.region", 2.0,
     [](const Site& s) { return s.may_be(PlaceClass::region) || s.may_be(PlaceClass::water); }},
    {"place.site", 0.0, [](const Site& s) { return s.may_be(PlaceClass::site); }},
    {"place.division", 1.5,
     [](const Site& s) { return s.may_be(PlaceClass::admin1) && !s.is_country(); }},
    {"place.district", -0.3,
     [](const Site& s) {
       return s.may_be(PlaceClass::admin2) && !s.may_be_town() && !s.is_division();
     }},
    {"place.class_word", 2.5,  // Lirana County
     [](const Site& s) { return !s.single() && s.last_is(PlaceCue::division); }},
    {"place.metropolis", 1.5, [](const Site& s) { return is_population(s, 1000000, ~0U); }},
    {"place.large_city", 0.8, [](const Site& s) { return is_population(s, 100000, 1000000); }},
    {"place.small_town", -0.5, [](const Site& s) { return is_population(s, 0, 5000); }},
    {"place.other_name", -1.0, [](const Site& s) { return !s.is_primary() && !s.is_country(); }},
    {"place.several_words", 1.0,
     [](const Site& s) { return !s.single() && !s.begins_with_saint(); }},
    {"place.postal_code", -2.5,  // PA, unless a place stands before it
     [](const Site& s) {
       return s.toponym().abbreviation && s.last().span.size() == 2 && !s.is_country() &&
              !s.toponym().contains_another;
     }},
    {"place.capitals", -3.0,  // KOBE, SWAT
     [](const Site& s) {
       return s.first().shape == WordShape::upper && !s.toponym().abbreviation &&
              !s.in_upper_sentence() && !s.opens_dateline();
     }},
    {"place.dateline", 2.5, [](const Site& s) { return s.opens_dateline(); }},
    {"place.direction_word", -3.0,  // Northwest
     [](const Site& s) { return s.single() && s.own(PlaceCue::direction); }},
    {"place.common_word", -2.5,
     [](const Site& s) {
       return s.single() && s.own(PlaceCue::weak) && !s.toponym().abbreviation;
     }},
    {"place.also_name", -0.7,
     [](const Site& s) { return s.single() && s.own(PlaceCue::also_name); }},
    {"place.first_name", -1.5,
     [](const Site& s) {
       return s.single() && s.own(PlaceCue::first_name) && !s.own(PlaceCue::also_name) &&
              !s.is_division();
     }},
    {"place.no_name", -1.5,
     [](const Site& s) {
       return s.single() && !is_proper(s.first().tag) && !s.toponym().demonym &&
              !s.toponym().abbreviation;
     }},
    // What stands before it.
    {"place.inside", 2.0,  // in LIRANA, near southern LIRANA
     [](const Site& s) { return s.governor_is(PlaceCue::inside); }},
    {"place.motion", 0.8,  // to LIRANA
     [](const Site& s) { return s.governor_is(PlaceCue::motion); }},
    {"place.settlement_of", 3.0,  // the village of LIRANA
     [](const Site& s) {
       return s.before_is(1, PlaceCue::of) && s.before_is(2, PlaceCue::settlement);
     }},
    {"place.of", 0.5, [](const Site& s) { return s.governor_is(PlaceCue::of); }},
    {"place.direction", 1.5, [](const Site& s) { return s.has_direction(); }},
    {"place.title", -4.0,  // Mr. LIRANA; not President LIRANA's people
     [](const Site& s) {
       return s.before_is(1, PlaceCue::title) && !s.toponym().demonym &&
              Site::is_capital(s.before(1));
     }},
    {"place.after_first_name", -4.0,
     [](const Site& s) {
       return s.before_is(1, PlaceCue::first_name) && Site::is_capital(s.before(1));
     }},
    {"place.after_name", -1.5, name_goes_before},
    // What stands after it.
    {"place.division_word", 2.0,  // LIRANA province
     [](const Site& s) { return s.after_is(1, PlaceCue::division); }},
    {"place.based", 2.5,  // LIRANA-based
     [](const Site& s) {
       return s.is_mark(s.after(1), '-') && s.after(2) != nullptr &&
              s.after(2)->key == "based"_word;
     }},
    {"place.name_goes_on", -0.7,  // LIRANA Rovers
     [](const Site& s) { return name_goes_on(s) && !names_institution(s); }},
    {"place.person_goes_on", -2.0,  // JORDAN Smith
     [](const Site& s) {
       return name_goes_on(s) && s.single() && !names_institution(s) && !s.is_division() &&
              (s.own(PlaceCue::weak) || s.own(PlaceCue::also_name) || s.own(PlaceCue::first_name));
     }},
    {"place.company", -1.0,  // LIRANA Times
     [](const Site& s) {
       return s.after_is(1, PlaceCue::company) && Site::is_capital(s.after(1));
     }},
    {"place.says", -2.0,  // LIRANA said
     [](const Site& s) { return s.single() && s.after_is(1, PlaceCue::says) && !s.is_country(); }},
    {"place.name_suffix", -4.0, [](const Site& s) { return s.after_is(1, PlaceCue::name_suffix); }},
    // The company it keeps.
    {"place.in_container", 3.5, [](const Site& s) { return s.toponym().container.has_value(); }},
    {"place.container", 3.0, [](const Site& s) { return s.toponym().contains_another; }},
    {"place.division_name", 2.0, [](const Site& s) { return s.toponym().division; }},
    {"place.list", 0.7, [](const Site& s) { return s.in_list(); }},
    // What the reader's models say.
    {"place.model_place", 2.0, [](const Site& s) { return s.model() == NameKind::place; }},
    {"place.end_of_name", -2.5,  // Paris HILTON, which the reader takes for one name
     [](const Site& s) { return s.first().name != NameKind::none && !s.first().name_begins; }},
    {"place.model_person", -2.0, [](const Site& s) { return s.model() == NameKind::person; }},
    {"place.model_none", -1.0,
     [](const Site& s) {
       return s.model() == NameKind::none && s.has_model() && !s.toponym().demonym &&
              !s.toponym().abbreviation;
     }},
};

// Nothing known of a small town's name leaves it in doubt.
constexpr double kBias = -0.2;
constexpr double kPartOfPerson = -4.0;
// How far the other mentions of a name speak for this one.
constexpr double kShared = 0.5;
constexpr double kMostShared = 3.0;

// "Lirana's interior ministry"
bool owns_institution(const Site& s) {
  const Token* next = s.after(1);
  if (next == nullptr || next->key != "'s"_word) return false;
  for (std::uint32_t k = 2; k <= 4 && s.after(k) != nullptr; ++k) {
    if (s.after_is(k, PlaceCue::institution)) return true;
    if (!is_noun(s.after(k)->tag) && !is_adjective(s.after(k)->tag)) return false;
  }
  return false;
}

// A name before a verb of saying, names within names, and whose body it is, place nothing.
PlaceKind kind_of(const Site& s) {
  if (s.toponym().demonym) return PlaceKind::associative;
  const bool said = s.after_is(1, PlaceCue::says);
  return said || name_goes_on(s) || owns_institution(s) ? PlaceKind::associative
                                                        : PlaceKind::literal;
}

// Part of a longer name of a person, for the reader's names model: not worth a closer look.
bool is_part_of_person(const Analysis& analysis, TokenRange tokens) {
  const auto is_person = [&](TokenIndex i) {
    return i < analysis.tokens.size() && analysis.tokens[i].name == NameKind::person;
  };
  if (tokens.size() > 1 || !is_person(tokens.first)) return false;
  const bool begins = analysis.tokens[tokens.first].name_begins;
  const bool goes_on = is_person(tokens.last) && !analysis.tokens[tokens.last].name_begins;
  return (!begins && tokens.first > 0 && is_person(tokens.first - 1)) || goes_on;
}

void weigh(const Site& site, Toponym& toponym) {
  double strongest = 0;
  double evidence = kBias;
  for (const Clue& clue : kClues) {
    if (!clue.holds(site)) continue;
    evidence += clue.weight;
    if (clue.weight <= strongest && *toponym.rule != 0) continue;
    strongest = clue.weight;
    toponym.rule = clue.name;
  }
  toponym.evidence = evidence;
  toponym.kind = kind_of(site);
}

// "Lirana Province": the class word belongs to the name when it is capitalised.
void take_class_words(const PlaceContext& c, std::vector<Toponym>& toponyms) {
  for (std::size_t i = 0; i < toponyms.size(); ++i) {
    Toponym& t = toponyms[i];
    const TokenIndex next = t.tokens.last;
    if (t.demonym || next >= c.analysis.tokens.size()) continue;
    if (i + 1 < toponyms.size() && toponyms[i + 1].tokens.first <= next) continue;
    const Token& word = c.analysis.tokens[next];
    if (word.sentence != c.analysis.tokens[t.tokens.first].sentence || !word.space_before) continue;
    if (word.shape != WordShape::capitalized || !c.cues.of(word.key).has(PlaceCue::division)) {
      continue;
    }
    // "Ohio State" is a university, "Kano State" a state.
    const bool state = word.key == "state"_word;
    const bool divides = std::any_of(t.bearers.begin(), t.bearers.end(), [&](NamedEntry b) {
      const GazetteerEntry& e = c.gazetteer[b.entry()];
      if (state && Gazetteer::country(e) == "US") return false;
      return e.place_class == PlaceClass::admin1 || e.place_class == PlaceClass::admin2;
    });
    if (!divides) continue;
    ++t.tokens.last;
    t.division = true;
  }
}

// Divisions of one name that are tried as a container.
constexpr int kMaxContainers = 8;

// Whether a bearer of the name lies in `outer`.
bool lies_in(const Gazetteer& gazetteer, EntryIndex outer, const Toponym& inner) {
  return std::any_of(inner.bearers.begin(), inner.bearers.end(), [&](NamedEntry b) {
    return b.use() != NameUse::demonym && gazetteer.contains(outer, b.entry());
  });
}

// "Lirana, Ostland" and "Lirana in Ostland": some Lirana lies in some Ostland.
void join_containers(const PlaceContext& c, std::vector<Toponym>& toponyms) {
  for (std::size_t i = 0; i + 1 < toponyms.size(); ++i) {
    Toponym& inner = toponyms[i];
    Toponym& outer = toponyms[i + 1];
    if (inner.demonym || outer.demonym) continue;
    TokenIndex gap = inner.tokens.last;
    const Token& mark = c.analysis.tokens[gap];
    if (mark.sentence != c.analysis.tokens[outer.tokens.first].sentence) continue;
    if (mark.span.size() != 1 || c.text[mark.span.begin] != ',') continue;
    ++gap;
    for (int skipped = 0; skipped < 2 && gap < outer.tokens.first; ++skipped) {
      const Token& word = c.analysis.tokens[gap];
      const bool passes = word.key == "in"_word || word.key == "the"_word ||
                          c.cues.of(word.key).has(PlaceCue::direction);
      if (!passes) break;
      ++gap;
    }
    if (gap != outer.tokens.first) continue;
    int tried = 0;
    for (const NamedEntry& b : outer.bearers) {
      if (b.use() == NameUse::demonym) continue;
      if (b.use() == NameUse::abbreviation && !outer.abbreviation) continue;
      if (c.gazetteer[b.entry()].place_class > PlaceClass::admin2) continue;
      if (++tried > kMaxContainers) break;
      if (!lies_in(c.gazetteer, b.entry(), inner)) continue;
      inner.container = static_cast<ToponymIndex>(i + 1);
      outer.contains_another = true;
      break;
    }
  }
}

// Adds to each mention what the report's other mentions of its name have on average.
void share_evidence(std::vector<Toponym>& toponyms) {
  std::vector<ToponymIndex> order(toponyms.size());
  for (ToponymIndex i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](ToponymIndex a, ToponymIndex b) {
    return toponyms[a].name < toponyms[b].name;
  });
  for (std::size_t i = 0; i < order.size();) {
    std::size_t last = i;
    double sum = 0;
    while (last < order.size() && toponyms[order[last]].name == toponyms[order[i]].name) {
      sum += toponyms[order[last++]].evidence;
    }
    const auto others = static_cast<double>(last - i) - 1;
    for (; i < last; ++i) {
      Toponym& t = toponyms[order[i]];
      if (others == 0) continue;
      const double mean = (sum - t.evidence) / others;
      t.evidence += kShared * std::clamp(mean, -kMostShared, kMostShared);
    }
  }
}
}  // namespace

void weigh_toponyms(const PlaceContext& context, std::vector<Toponym>& toponyms) {
  take_class_words(context, toponyms);
  join_containers(context, toponyms);
  for (ToponymIndex i = 0; i < toponyms.size(); ++i) {
    Toponym& t = toponyms[i];
    if (t.bearers.empty()) continue;
    if (is_part_of_person(context.analysis, t.tokens)) {
      t.evidence = kPartOfPerson;
    } else {
      weigh(Site(context, toponyms, i), t);
    }
  }
  share_evidence(toponyms);
}

}  // namespace sayso
