#include "normalise/actor/actors.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {

constexpr const char* kRegistry = "actor.registry";
constexpr const char* kUser = "actor.user";

// How many mentions of places in it a country has; few in any report.
class CountryCounts {
 public:
  void add(std::string_view country) {
    ++total_;
    for (auto& [name, count] : counts_) {
      if (name == country) {
        ++count;
        return;
      }
    }
    counts_.emplace_back(country, 1);
  }
  bool has(std::string_view country) const {
    return std::any_of(counts_.begin(), counts_.end(),
                       [country](const auto& c) { return c.first == country; });
  }
  // The country that nearly all of them are in.
  std::optional<std::string_view> home() const {
    constexpr double kShare = 0.8;
    for (const auto& [name, count] : counts_) {
      if (count >= 2 && count >= kShare * total_) return name;
    }
    return std::nullopt;
  }

 private:
  std::vector<std::pair<std::string_view, int>> counts_ = {};
  int total_ = 0;
};

int year_of(const Report& report) {
  int year = 0;
  if (!report.published || report.published->size() < 4) return year;
  for (const char c : report.published->substr(0, 4)) year = year * 10 + (c - '0');
  return year;
}

class ActorFinder {
 public:
  ActorFinder(const Report& report, const Analysis& analysis, std::span<const Place> places,
              const ActorResources& resources)
      : report_(report),
        a_(analysis),
        resources_(resources),
        year_(year_of(report)),
        outlet_(actor_key(report.outlet.value_or(""))) {
    for (const Place& p : places) {
      if (!p.country) continue;
      named_.add(*p.country);
      if (p.kind == PlaceKind::literal) places_.add(*p.country);
    }
  }

  std::vector<Actor> find() {
    found_.resize(a_.entities.size());
    for (EntityIndex e = 0; e < a_.entities.size(); ++e) {
      found_[e] = by_country(e);
      if (!found_[e]) found_[e] = by_name(e);
    }
    for (EntityIndex e = 0; e < a_.entities.size(); ++e) {
      if (!found_[e]) found_[e] = by_office(e);
    }
    // A spokesman's ministry may itself be tied to another: two steps reach it.
    for (int step = 0; step < 2; ++step) {
      for (EntityIndex e = 0; e < a_.entities.size(); ++e) {
        if (!found_[e]) found_[e] = by_owner(e);
      }
    }
    std::vector<Actor> actors;
    for (auto& actor : found_) {
      if (actor) actors.push_back(std::move(*actor));
    }
    return actors;
  }

 private:
  const Mention& mention(MentionIndex m) const { return a_.mentions[m]; }

  Actor make(EntityIndex e, const char* rule, float confidence) const {
    Actor actor;
    actor.entity = e;
    actor.origin = {rule, confidence};
    return actor;
  }

  // --- countries ---

  // "Albania", "the Republic of Albania": a mention that is a country's name and no more; "Wales"
  // is a part of one.
  std::optional<Actor> by_country(EntityIndex e) const {
    for (const MentionIndex index : a_.entities[e].mentions) {
      const Mention& m = mention(index);
      if (m.kind != MentionKind::name) continue;
      TokenIndex first = m.tokens.first;
      if (a_.tokens[first].key == "the"_word) ++first;
      const auto word = resources_.countries.find(a_.tokens, first, m.tokens.last);
      if (!word || word->last != m.tokens.last || word->form != CountryWord::Form::name) continue;
      const std::string_view code = resources_.countries.alpha2(word->country);
      if (code.empty()) continue;
      Actor actor = make(e, "actor.country", 0.97F);
      actor.id = resources_.countries.code(word->country);
      if (actor.id != code) actor.of = code;
      actor.name = resources_.countries.name(word->country);
      actor.countries.emplace_back(code);
      actor.code = resources_.countries.alpha3(code);
      return actor;
    }
    return std::nullopt;
  }

  // The country that stands in the words of an office or beside them: "the ALBANIAN interior
  // ministry", "ALBANIA's police", "the interior ministry of ALBANIA".
  std::optional<std::string_view> told_country(TokenRange phrase, TokenIndex last) const {
    const auto& tokens = a_.tokens;
    const auto code = [this](const std::optional<CountryWord>& word) {
      return word ? resources_.countries.alpha2(word->country) : std::string_view();
    };
    std::string_view told;
    for (TokenIndex i = phrase.first; i < phrase.last; ++i) {
      const std::string_view at = code(resources_.countries.find(tokens, i, phrase.last));
      // "European and American officials" are of no one country.
      if (at.empty() || at == told) continue;
      if (!told.empty() || (i > phrase.first && tokens[i - 1].tag == Tag::CC)) return std::nullopt;
      told = at;
    }
    if (!told.empty()) return told;
    if (phrase.first > 0 && tokens[phrase.first - 1].tag == Tag::POS) {
      constexpr TokenIndex kLongest = 4;
      const TokenIndex end = phrase.first - 1;
      for (TokenIndex i = end - std::min(end, kLongest); i < end; ++i) {
        const auto word = resources_.countries.find(tokens, i, end);
        if (word && word->last == end && !code(word).empty()) return code(word);
      }
    }
    const TokenIndex end = sentence_end(phrase.first);
    if (last < end && tokens[last].key == "of"_word) {
      const TokenIndex next = last + 1 < end && tokens[last + 1].key == "the"_word ? 2 : 1;
      if (last + next < end) {
        const auto word = resources_.countries.find(tokens, last + next, end);
        if (word && word->form == CountryWord::Form::name && !code(word).empty()) return code(word);
      }
    }
    return std::nullopt;
  }

  // The country of what an entity belongs to or speaks for.
  std::optional<std::string_view> owner_country(EntityIndex e) const {
    constexpr int kMostSteps = 4;
    for (int step = 0; step < kMostSteps; ++step) {
      const Entity& entity = a_.entities[e];
      const auto owner = entity.belongs_to ? entity.belongs_to : entity.speaks_for;
      if (!owner || *owner == e) return std::nullopt;
      e = *owner;
      if (found_[e] && !found_[e]->countries.empty()) return found_[e]->countries.front();
    }
    return std::nullopt;
  }

  TokenIndex sentence_end(TokenIndex token) const {
    return a_.sentences[a_.tokens[token].sentence].tokens.last;
  }

  // --- names of the registry ---

  // What a name may mean here, with how much speaks for it.
  struct Choice {
    std::uint32_t row = 0;
    int score = 0;
  };
  std::optional<Choice> choose(std::string_view name, EntityType type) const {
    std::optional<Choice> best;
    bool tie = false;
    const WordKey key = actor_key(name);
    const bool of_outlet = report_.outlet && key == outlet_;
    const bool capitals =
        std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    for (const ActorRegistry::Alias& alias : resources_.registry.find(key)) {
      if (best && best->row == alias.row) continue;
      if (alias.acronym && !capitals) continue;
      // The outlet's own name is an outlet's.
      if (of_outlet && !resources_.registry[alias.row].code.ends_with("JRN")) continue;
      const int score = weigh(alias, type);
      if (best && score <= best->score) {
        tie |= score == best->score;
        continue;
      }
      best = Choice{alias.row, score};
      tie = false;
    }
    constexpr int kEnough = 2;
    if (!best || tie || best->score < kEnough) return std::nullopt;
    return best;
  }

  int weigh(const ActorRegistry::Alias& alias, EntityType type) const {
    const ActorRow& row = resources_.registry[alias.row];
    int score = alias.short_one ? 0 : alias.single_word ? 2 : 3;
    const bool here = std::any_of(row.countries.begin(), row.countries.end(),
                                  [this](std::string_view c) { return named_.has(c); });
    if (here) score += 2;
    if (row.countries.empty()) score += alias.short_one ? 2 : 1;
    if (row.of_user) score += 4;
    // "Amal" is a first name, too, and many groups are called like towns.
    const bool other_kind = type == EntityType::person || type == EntityType::place;
    if (other_kind && alias.single_word && !alias.acronym && !here) score -= 2;
    if (year_ != 0 && row.from > year_) score -= 4;
    return score;
  }

  Actor named(EntityIndex e, const Choice& choice) const {
    constexpr float kSure = 0.95F;
    constexpr float kLikely = 0.85F;
    const ActorRow& row = resources_.registry[choice.row];
    Actor actor = make(e, row.of_user ? kUser : kRegistry, choice.score > 2 ? kSure : kLikely);
    actor.id = row.id;
    actor.name = row.name;
    for (const std::string_view country : row.countries) actor.countries.emplace_back(country);
    actor.code = row.code;
    return actor;
  }

  std::optional<Actor> by_name(EntityIndex e) const {
    std::optional<Choice> best;
    const auto consider = [&](std::string_view name) {
      const auto choice = choose(name, a_.entities[e].type);
      if (choice && (!best || choice->score > best->score)) best = choice;
    };
    for (const MentionIndex index : a_.entities[e].mentions) {
      const Mention& m = mention(index);
      if (m.kind != MentionKind::name) continue;
      consider(slice(report_.text, m.span));
      // "the Iranian Red Crescent": without what stands before the name.
      TokenIndex first = m.tokens.first;
      while (first + 1 < m.tokens.last &&
             (!is_proper(a_.tokens[first].tag) ||
              resources_.countries.find(a_.tokens, first, m.tokens.last))) {
        ++first;
      }
      if (first > m.tokens.first) {
        consider(slice(report_.text, a_.span_of({first, m.tokens.last})));
      }
    }
    if (!best) return std::nullopt;
    return named(e, *best);
  }

  // --- offices ---

  struct Found {
    StateOffices::Match match = {};
    TokenRange phrase = {};
    bool is_head = false;  // the entity is it; else it is its ("an interior ministry official")

    bool is_better_than(const std::optional<Found>& other) const {
      if (!other || is_head != other->is_head) return !other || is_head;
      return match.tokens.size() > other->match.tokens.size();
    }
  };

  // The longest office in the noun phrase of a mention.
  std::optional<Found> office_in(const Mention& m) const {
    const TokenRange phrase = phrase_of(m);
    constexpr TokenIndex kLongest = 6;
    const TokenIndex end = std::min(sentence_end(m.head), m.head + kLongest);
    std::optional<Found> best;
    for (TokenIndex i = phrase.first; i <= m.head; ++i) {
      const auto match = resources_.offices.find(a_.tokens, i, end);
      if (!match) continue;
      const bool is_head = match->tokens.contains(m.head);
      // "the policemen's families" are not the police.
      const TokenIndex next = match->tokens.last;
      if (!is_head && next < end && a_.tokens[next].tag == Tag::POS) continue;
      const Found found = {*match, phrase, is_head};
      if (found.is_better_than(best)) best = found;
    }
    return best;
  }

  TokenRange phrase_of(const Mention& m) const {
    const auto& phrases = a_.noun_phrases;
    const auto at = std::partition_point(phrases.begin(), phrases.end(), [&m](const NounPhrase& p) {
      return p.tokens.last <= m.head;
    });
    TokenRange range = m.tokens;
    if (at != phrases.end() && at->tokens.contains(m.head)) {
      range.first = std::min(range.first, at->tokens.first);
      range.last = std::max(range.last, at->tokens.last);
    }
    return range;
  }

  std::optional<Actor> by_office(EntityIndex e) const {
    const EntityType type = a_.entities[e].type;
    if (type == EntityType::document || type == EntityType::event || type == EntityType::object) {
      return std::nullopt;
    }
    std::optional<Found> best;
    std::optional<std::string_view> country;
    for (const MentionIndex index : a_.entities[e].mentions) {
      const Mention& m = mention(index);
      if (m.kind == MentionKind::pronoun) continue;
      const auto found = office_in(m);
      if (!found) continue;
      if (found->is_better_than(best)) best = found;
      if (!country) country = told_country(found->phrase, found->match.tokens.last);
    }
    if (!best || (!best->is_head && type != EntityType::person && type != EntityType::group)) {
      return std::nullopt;
    }
    // "Ora forces" are the Ora's, and no state's.
    if (!country && best->match.office->country.empty() && is_of_registry(e)) return std::nullopt;
    return office(e, *best, country);
  }

  bool is_of_registry(EntityIndex e) const {
    const Entity& entity = a_.entities[e];
    const auto owner = entity.belongs_to ? entity.belongs_to : entity.speaks_for;
    if (!owner || !found_[*owner]) return false;
    const std::string_view rule = found_[*owner]->origin.made_by;
    return rule == kRegistry || rule == kUser;
  }

  Actor office(EntityIndex e, const Found& found, std::optional<std::string_view> country) const {
    constexpr float kTold = 0.9F;
    constexpr float kOwner = 0.85F;
    constexpr float kHome = 0.5F;
    constexpr float kNone = 0.8F;  // of the sector alone
    const Office& office = *found.match.office;
    Actor actor = make(e, "actor.office", kTold);
    if (!office.country.empty()) country = office.country;
    if (!country) {
      country = owner_country(e);
      actor.origin = {"actor.office_of_owner", kOwner};
    }
    // A body of the state that the places are in; people are of anywhere.
    if (!country && (!office.id.empty() || !office.body.empty())) {
      country = places_.home();
      actor.origin = {"actor.office_of_home", kHome};
    }
    if (!country) {
      actor.origin = {"actor.sector", kNone};
      actor.code = office.sector;
      return actor;
    }
    const std::string prefix = std::string(*country) + "/";
    const std::string id = office.id.empty() ? std::string() : prefix + std::string(office.id);
    if (found.is_head) {
      actor.id = id;
      if (!office.body.empty()) actor.of = prefix + std::string(office.body);
      if (actor.of.empty()) actor.of = *country;
    } else {
      actor.of = id.empty() ? std::string(*country) : id;
    }
    actor.countries.emplace_back(*country);
    actor.code = std::string(resources_.countries.alpha3(*country)) + std::string(office.sector);
    return actor;
  }

  // --- what belongs to an actor ---

  std::optional<Actor> by_owner(EntityIndex e) const {
    const Entity& entity = a_.entities[e];
    const auto owner = entity.speaks_for ? entity.speaks_for : entity.belongs_to;
    const bool of_person =
        owner && !entity.speaks_for && a_.entities[*owner].type == EntityType::person;
    if (of_person) return std::nullopt;  // "the mayor's house", "his service"
    const bool acts = entity.type == EntityType::person || entity.type == EntityType::group ||
                      entity.type == EntityType::organization;
    if (!owner || *owner == e || !acts || !found_[*owner]) return std::nullopt;
    const Actor& whole = *found_[*owner];
    constexpr float kTrust = 0.9F;
    Actor actor = make(e, "actor.member", whole.origin.confidence * kTrust);
    actor.of = whole.id.empty() ? whole.of : whole.id;
    actor.countries = whole.countries;
    actor.code = whole.code;
    return actor;
  }

  const Report& report_;
  const Analysis& a_;
  const ActorResources& resources_;
  int year_ = 0;
  WordKey outlet_ = 0;
  CountryCounts named_ = {};   // countries of all places, and of demonyms
  CountryCounts places_ = {};  // of places where things happen
  std::vector<std::optional<Actor>> found_ = {};
};
}  // namespace

Result<ActorResources> ActorResources::load(std::span<const std::string> files) {
  ActorResources made{.countries = CountryWords::load(), .offices = StateOffices::load()};
  auto registry = ActorRegistry::load(made.countries, files);
  if (!registry) return registry.error();
  made.registry = std::move(*registry);
  return made;
}

std::vector<Actor> find_actors(const Report& report, const Analysis& analysis,
                               std::span<const Place> places, const ActorResources& resources) {
  return ActorFinder(report, analysis, places, resources).find();
}

}  // namespace sayso
