#include "events/lexicon.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/resource.h"

namespace sayso {
using namespace literals;  // NOLINT(google-build-using-namespace)
namespace {
using Row = std::vector<std::string_view>;
using Parts = EventLexicon::Parts;

constexpr TokenIndex kGap = 6;  // tokens that "*" may stand for

struct NamedBit {
  std::string_view name;
  std::uint32_t bit;
};

constexpr std::array kPlaces = std::to_array<NamedBit>({
    {"subj", kSubject},
    {"obj", kObject},
    {"poss", kPossessor},
    {"pre", kPremodifier},
    {"by", kBy},
    {"of", kOf},
    {"between", kBetween},
    {"with", kWith},
    {"among", kBetween},
    {"on", 1U << 8U},
    {"at", 1U << 9U},
    {"against", 1U << 10U},
    {"to", 1U << 11U},
    {"from", 1U << 12U},
    {"for", 1U << 13U},
    {"in", 1U << 14U},
    {"into", 1U << 15U},
    {"over", 1U << 16U},
    {"upon", 1U << 8U},
    {"toward", 1U << 11U},
    {"towards", 1U << 11U},
    {"near", 1U << 17U},
    {"outside", 1U << 18U},
    {"inside", 1U << 19U},
    {"under", 1U << 20U},
    {"as", 1U << 21U},
    {"through", 1U << 22U},
    {"about", 1U << 23U},
    {"along", 1U << 24U},
    {"around", 1U << 25U},
});

constexpr std::array kNeeds = std::to_array<NamedBit>({
    {"object", kNeedsObject},
    {"target", kNeedsTarget},
    {"agent", kNeedsAgent},
    {"people", kNeedsPeople},
    {"things", kNeedsThings},
    {"territory", kNeedsTerritory},
    {"police", kNeedsPolice},
    {"police_not", kNeedsNoPolice},
    {"weapon", kNeedsWeapon},
    {"weapon_object", kNeedsWeaponObject},
    {"weapon_or_agent", kNeedsWeaponOrAgent},
    {"people_or_none", kNeedsPeopleOrNone},
});

constexpr std::array kLightRoles = std::to_array<NamedBit>(
    {{"actor", 0}, {"target", 1}, {"happen", 2}, {"not", 3}, {"answer", 4}});

constexpr std::array kCauses = std::to_array<NamedBit>(
    {{"violent", 0}, {"detention", 1}, {"death", 2}, {"toll", 3}, {"head", 4}, {"state", 5}});

// A gap holds a noun phrase: no preposition but those of counts ("upwards of 90", "more than 90"),
// no verb and no comma.
bool ends_gap(const Token& token) {
  const bool of_count = token.key == "of"_word || token.key == "than"_word;
  return (token.tag == Tag::IN && !of_count) || token.tag == Tag::TO || is_punctuation(token.tag) ||
         token.tag == Tag::VBD || token.tag == Tag::VBZ || token.tag == Tag::VBP ||
         token.tag == Tag::MD;
}

// Splits off and returns what stands before the next `separator`.
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

std::optional<std::uint32_t> value_of(std::string_view name, std::span<const NamedBit> table) {
  for (const NamedBit& entry : table) {
    if (entry.name == name) return entry.bit;
  }
  return std::nullopt;
}

// "on,at" -> the bits of both; false when a name is unknown.
bool read_bits(std::string_view list, std::span<const NamedBit> table, std::uint32_t& bits) {
  while (!list.empty()) {
    const auto bit = value_of(take(list, ','), table);
    if (!bit) return false;
    bits |= *bit;
  }
  return true;
}

// "actor=subj target=on,at" -> the places of `sense`.
bool read_where(std::string_view where, Sense& sense) {
  while (!where.empty()) {
    std::string_view places = take(where, ' ');
    const std::string_view role = take(places, '=');
    Places* const bits = role == "actor"        ? &sense.actor
                         : role == "target"     ? &sense.target
                         : role == "object"     ? &sense.object
                         : role == "instrument" ? &sense.instrument
                                                : nullptr;
    if (bits == nullptr) return false;
    *bits = 0;
    if (!read_bits(places, kPlaces, *bits)) return false;
  }
  return true;
}

// A subject that is the target or the instrument leaves the actor to "by" and "from".
Places default_actor(bool verb, const Sense& sense) {
  if (!verb) return kBy | kPossessor | kPremodifier;
  const bool taken = ((sense.target | sense.instrument) & kSubject) != 0;
  return taken ? kBy | preposition_bit(word_key("from")) : kSubject;
}

std::optional<Sense> read_sense(const Row& row) {
  if (row.size() < 6) return std::nullopt;
  const auto type = parse_event_type(row[2]);
  if (!type) return std::nullopt;
  Sense sense{.type = *type};
  if (row[3] != "-") sense.mode = row[3];
  const bool verb = row[1] == "v";
  if (row[4] == "-") {
    sense.target =
        verb ? kObject : preposition_bit(word_key("on")) | preposition_bit(word_key("against"));
  } else if (!read_where(row[4], sense)) {
    return std::nullopt;
  }
  if (sense.actor == 0) sense.actor = default_actor(verb, sense);
  std::uint32_t needs = 0;
  if (row[5] != "-" && !read_bits(row[5], kNeeds, needs)) return std::nullopt;
  sense.needs = static_cast<std::uint16_t>(needs);
  return sense;
}

Error bad_row(std::string_view file, const Row& row) {
  const std::string_view phrase = row.empty() ? std::string_view() : row[0];
  return {ErrorKind::malformed, "cannot read " + std::string(file) +
                                    ": a column names no known value in the row of \"" +
                                    std::string(phrase) + "\""};
}

void add_light(Parts& parts, std::string_view phrase, std::uint32_t role) {
  parts.lights.add(phrase, role);
  constexpr std::string_view kBe = "be ";
  if (phrase.starts_with(kBe)) parts.passive_lights.add(phrase.substr(kBe.size()), role);
}

// Rows of one phrase share a list of senses, in the order of the file.
using SenseLists = std::unordered_map<std::string_view, std::uint32_t>;

void add_sense(Parts& parts, SenseLists& lists, const Row& row, Sense sense) {
  const auto fresh = static_cast<std::uint32_t>(parts.senses.size());
  const auto [list, is_new] = lists.try_emplace(row[0], fresh);
  if (is_new) {
    parts.senses.emplace_back();
    if (row[1] == "v") {
      parts.verbs.add(row[0], fresh);
    } else {
      parts.nouns.add(row[0], fresh);
    }
    parts.first_words.mark(row[0], row[1] == "v" ? kVerbs : kNouns);
  }
  parts.senses[list->second].push_back(sense);
}

std::optional<Error> load_triggers(Parts& parts) {
  constexpr std::string_view kFile = "lexicons/triggers.tsv";
  SenseLists verbs;
  SenseLists nouns;
  for (const Row& row : lexicon_rows(resource(kFile))) {
    if (row.size() >= 3 && row[1] == "light") {
      const auto role = value_of(row[2], kLightRoles);
      if (!role) return bad_row(kFile, row);
      add_light(parts, row[0], *role);
      continue;
    }
    const auto sense = read_sense(row);
    if (!sense) return bad_row(kFile, row);
    add_sense(parts, row[1] == "v" ? verbs : nouns, row, *sense);
  }
  return std::nullopt;
}

// Rows that name no effect: severities and the causes that are no assault.
bool load_other_casualty_row(Parts& parts, const Row& row) {
  if (row[1] == "m") {
    parts.severities.add(row[0], static_cast<std::uint32_t>(parts.severity_names.size()));
    parts.severity_names.push_back(row[2]);
    return true;
  }
  if (row[1] != "x") return false;
  parts.accidents.add(row[0], 1);
  parts.first_words.mark(row[0], kAccidents);
  return true;
}

std::optional<CasualtyWord> read_casualty(const Row& row) {
  const auto effect = parse_effect(row[2]);
  const auto cause = value_of(row[4], kCauses);
  if (!effect || !cause) return std::nullopt;
  CasualtyWord word{.effect = *effect, .cause = static_cast<CasualtyCause>(*cause)};
  if (row[3] != "-") word.severity = row[3];
  if (row[5] != "self" && !read_bits(row[5], kPlaces, word.who)) return std::nullopt;
  return word;
}

std::optional<Error> load_casualties(Parts& parts) {
  constexpr std::string_view kFile = "lexicons/casualties.tsv";
  for (const Row& row : lexicon_rows(resource(kFile))) {
    if (row.size() < 6) return bad_row(kFile, row);
    if (load_other_casualty_row(parts, row)) continue;
    const auto word = read_casualty(row);
    if (!word) return bad_row(kFile, row);
    const auto index = static_cast<std::uint32_t>(parts.casualty_words.size());
    parts.casualty_words.push_back(*word);
    if (row[1] == "v") {
      parts.casualty_verbs.add(row[0], index);
      parts.first_words.mark(row[0], kCasualtyVerbs);
    } else {
      PhraseTable& table = row[1] == "n"   ? parts.casualty_nouns
                           : row[1] == "a" ? parts.casualty_adjectives
                                           : parts.casualty_states;
      table.add(row[0], index);
      if (row[1] != "s") {
        parts.first_words.mark(row[0], row[1] == "n" ? kCasualtyNouns : kCasualtyAdjectives);
      }
    }
  }
  return std::nullopt;
}

std::optional<Error> load_instruments(Parts& parts) {
  constexpr std::string_view kFile = "lexicons/instruments.tsv";
  for (const Row& row : lexicon_rows(resource(kFile))) {
    if (row.size() < 2) return bad_row(kFile, row);
    parts.first_words.mark(row[0], kInstruments);
    parts.instruments.add(row[0], static_cast<std::uint32_t>(parts.instrument_modes.size()));
    parts.instrument_modes.push_back(row[1] == "-" ? std::string_view() : row[1]);
  }
  return std::nullopt;
}

// PLOVER's table of general contexts, in its order.
constexpr std::array<std::string_view, 37> kContextNames = {"military",
                                                            "intelligence",
                                                            "executive",
                                                            "legislative",
                                                            "election",
                                                            "political_institutions",
                                                            "pro_democracy",
                                                            "pro_autocracy",
                                                            "economic",
                                                            "legal",
                                                            "reparations",
                                                            "human_rights",
                                                            "rights_freedoms",
                                                            "repression",
                                                            "human_security",
                                                            "gender",
                                                            "lgbt",
                                                            "religion_ethnicity",
                                                            "inequality",
                                                            "diplomatic",
                                                            "territory",
                                                            "peacekeeping",
                                                            "health",
                                                            "asylum",
                                                            "migration",
                                                            "disasters",
                                                            "natural_resource",
                                                            "environment",
                                                            "technology",
                                                            "terrorism",
                                                            "cbrn",
                                                            "cyber",
                                                            "misinformation",
                                                            "crime",
                                                            "corruption",
                                                            "illegal_drugs",
                                                            "trafficking"};

std::optional<Error> load_contexts(Parts& parts) {
  constexpr std::string_view kFile = "lexicons/contexts.tsv";
  parts.context_names.assign(kContextNames.begin(), kContextNames.end());
  for (const Row& row : lexicon_rows(resource(kFile))) {
    if (row.size() < 2) return bad_row(kFile, row);
    std::uint64_t set = 0;
    for (std::string_view names = row[1]; !names.empty();) {
      const auto* const name =
          std::find(kContextNames.begin(), kContextNames.end(), take(names, ' '));
      if (name == kContextNames.end()) return bad_row(kFile, row);
      set |= std::uint64_t{1} << static_cast<unsigned>(name - kContextNames.begin());
    }
    parts.first_words.mark(row[0], kContexts);
    parts.contexts.add(row[0], static_cast<std::uint32_t>(parts.context_sets.size()));
    parts.context_sets.push_back(set);
  }
  return std::nullopt;
}

std::optional<Error> load_labels(Parts& parts) {
  constexpr std::string_view kFile = "lexicons/labels.tsv";
  for (const Row& row : lexicon_rows(resource(kFile))) {
    if (row.size() < 3) return bad_row(kFile, row);
    parts.first_words.mark(row[0], kLabels);
    parts.labels.add(row[0], static_cast<std::uint32_t>(parts.label_terms.size()));
    parts.label_terms.push_back({.term = row[0],
                                 .noun = row[1].find("noun") != std::string_view::npos,
                                 .adjective = row[1].find("adjective") != std::string_view::npos,
                                 .deed = row[2] == "deed"});
  }
  return std::nullopt;
}
}  // namespace

Places preposition_bit(WordKey word) {
  // The prepositions among kPlaces, by key.
  static constexpr auto kKeys = [] {
    std::array<std::pair<WordKey, Places>, kPlaces.size()> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i) {
      keys[i] = {word_key(kPlaces[i].name), kPlaces[i].bit};
    }
    return keys;
  }();
  for (const auto& [key, bit] : kKeys) {
    if (key == word) return bit > kPremodifier ? bit : 0;
  }
  return 0;
}

void FirstWords::mark(std::string_view phrase, Lexicon lexicon) {
  std::uint16_t& slot = slots_[word_key(take(phrase, ' ')) % kSlots];
  slot = static_cast<std::uint16_t>(slot | lexicon);
}

void GapTable::add(std::string_view phrase, std::uint32_t value) {
  constexpr std::string_view kStar = " * ";
  const std::size_t star = phrase.find(kStar);
  if (star == std::string_view::npos) return whole_.add(phrase, value);
  const std::string_view head = phrase.substr(0, star);
  const auto [list, fresh] =
      head_lists_.try_emplace(head, static_cast<std::uint32_t>(gaps_.size()));
  if (fresh) {
    heads_.add(head, list->second);
    gaps_.emplace_back();
  }
  Gap gap{.value = value};
  for (std::string_view tail = phrase.substr(star + kStar.size()); !tail.empty();) {
    gap.tail.push_back(word_key(take(tail, ' ')));
  }
  gaps_[list->second].push_back(std::move(gap));
}

std::optional<GapTable::Match> GapTable::find_gap(std::span<const Token> tokens,
                                                  TokenIndex head_last, TokenIndex end,
                                                  std::uint32_t list) const {
  const TokenIndex stop = std::min(end, head_last + kGap + 1);
  for (TokenIndex at = head_last; at < stop; ++at) {
    if (at > head_last && ends_gap(tokens[at - 1])) break;
    for (const Gap& gap : gaps_[list]) {
      if (end - at < gap.tail.size()) continue;
      TokenIndex i = 0;
      while (i < gap.tail.size() && tokens[at + i].lemma_key == gap.tail[i]) ++i;
      if (i < gap.tail.size()) continue;
      return Match{
          .value = gap.value, .last = at + i, .head_last = head_last, .gap = at > head_last};
    }
  }
  return std::nullopt;
}

std::optional<GapTable::Match> GapTable::find(std::span<const Token> tokens, TokenIndex first,
                                              TokenIndex end) const {
  const auto head = heads_.longest(tokens, first, end, PhraseTable::By::lemma);
  std::optional<Match> best;
  if (head) best = find_gap(tokens, head->last, end, head->value);
  if (!best && head && head->last > first + 1) {
    if (const auto word = heads_.find(tokens[first].lemma_key)) {
      best = find_gap(tokens, first + 1, end, *word);
    }
  }
  const auto whole = whole_.longest(tokens, first, end, PhraseTable::By::lemma);
  // "seize * hostage" tells more than "seize".
  if (whole && (!best || whole->last > best->last || (!best->gap && whole->last == best->last))) {
    return Match{.value = whole->value, .last = whole->last, .head_last = whole->last};
  }
  return best;
}

Result<EventLexicon> EventLexicon::load() {
  auto parts = std::make_unique<Parts>();
  for (auto* const step :
       {load_triggers, load_casualties, load_instruments, load_contexts, load_labels}) {
    if (auto error = step(*parts)) return std::move(*error);
  }
  return EventLexicon(std::move(parts));
}

EventLexicon::EventLexicon(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
EventLexicon::~EventLexicon() = default;
EventLexicon::EventLexicon(EventLexicon&&) noexcept = default;
EventLexicon& EventLexicon::operator=(EventLexicon&&) noexcept = default;

}  // namespace sayso
