#include "events/testing/told.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "core/testing/analysis_builder.h"
#include "events/events.h"

namespace sayso {
namespace {
const std::map<std::string_view, EntityType>& types() {
  static const std::map<std::string_view, EntityType> kTypes = [] {
    std::map<std::string_view, EntityType> map;
    const auto all = [&](EntityType type, std::initializer_list<std::string_view> lemmas) {
      for (const auto lemma : lemmas) map[lemma] = type;
    };
    all(EntityType::group,
        {"rebel",     "gunman",   "villager", "soldier",  "protester",    "worker",    "student",
         "farmer",    "officer",  "fighter",  "hostage",  "demonstrator", "guerrilla", "troop",
         "troops",    "people",   "tourist",  "miner",    "volunteer",    "diplomat",  "priest",
         "terrorist", "force",    "other",    "civilian", "resident",     "teacher",   "prisoner",
         "smuggler",  "attacker", "child"});
    all(EntityType::person, {"mayor", "minister", "president", "journalist", "judge", "man",
                             "woman", "general", "spokesman"});
    all(EntityType::organization, {"police", "army", "militia", "government", "court", "ministry",
                                   "group", "union", "opposition", "party"});
    all(EntityType::place, {"village", "vel", "oste", "border", "town"});
    all(EntityType::facility, {"camp", "market", "bridge", "house", "base", "hall", "embassy"});
    all(EntityType::object, {"weapon", "rifle", "drone", "device", "car", "bomb"});
    return map;
  }();
  return kTypes;
}

constexpr std::pair<std::string_view, std::string_view> kDays[] = {{"Monday", "2023-06-19"},
                                                                   {"Tuesday", "2023-06-20"},
                                                                   {"2015", "2015"},
                                                                   {"Sunday", "2023-06-18"}};

bool in_phrase(Tag tag) {
  return is_noun(tag) || is_adjective(tag) || tag == Tag::DT || tag == Tag::CD ||
         tag == Tag::PRPS || tag == Tag::POS || tag == Tag::PDT;
}

class Builder {
 public:
  explicit Builder(std::string_view tagged) {
    BuiltAnalysis built = build_analysis(tagged);
    scene_.report = std::move(built.report);
    scene_.analysis = std::move(built.analysis);
  }

  ToldScene build() {
    for (const Sentence& sentence : scene_.analysis.sentences) chunk(sentence.tokens);
    for (const NounPhrase& phrase : scene_.analysis.noun_phrases) refer(phrase);
    std::stable_sort(
        scene_.analysis.mentions.begin(), scene_.analysis.mentions.end(),
        [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; });
    for (const Token& token : scene_.analysis.tokens) evaluate(token);
    return std::move(scene_);
  }

 private:
  const Token& token(TokenIndex i) const { return scene_.analysis.tokens[i]; }

  void chunk(TokenRange sentence) {
    for (TokenIndex i = sentence.first; i < sentence.last;) {
      if (token(i).tag == Tag::PRP) {
        scene_.analysis.noun_phrases.push_back({{i, i + 1}, i});
        ++i;
      } else if (in_phrase(token(i).tag) && token(i).tag != Tag::POS) {
        i = noun_phrase(i, sentence.last);
      } else if (is_verb(token(i).tag) || token(i).tag == Tag::MD ||
                 begins_infinitive(i, sentence.last)) {
        i = verb_group(i, sentence.last);
      } else {
        ++i;
      }
    }
  }

  bool begins_infinitive(TokenIndex i, TokenIndex last) const {
    return token(i).tag == Tag::TO && i + 1 < last && token(i + 1).tag == Tag::VB;
  }

  TokenIndex noun_phrase(TokenIndex first, TokenIndex end) {
    TokenIndex last = first;
    while (last < end && in_phrase(token(last).tag)) {
      // A weekday is a phrase of its own, and so is what follows a finished one.
      const bool noun_before =
          last > first && (is_noun(token(last - 1).tag) || token(last - 1).tag == Tag::CD);
      if (noun_before && (token(last).tag == Tag::DT || token(last).tag == Tag::JJ)) break;
      ++last;
    }
    TokenIndex head = last - 1;
    // "14 fighters dead": a noun and then an adjective.
    for (TokenIndex i = first; i < last; ++i) {
      if (is_noun(token(i).tag)) head = i;
    }
    scene_.analysis.noun_phrases.push_back({{first, last}, head});
    return last;
  }

  TokenIndex verb_group(TokenIndex first, TokenIndex end) {
    VerbGroup group;
    TokenIndex last = first;
    if (token(first).tag == Tag::TO) {
      group.infinitive = true;
      ++last;
    }
    bool be = false;
    while (last < end) {
      const Token& t = token(last);
      const std::string_view word = scene_.analysis.lower(t);
      if (t.tag == Tag::RB && last > first) {
        group.negated = group.negated || word == "not" || word == "never";
        ++last;
        continue;
      }
      if (t.tag == Tag::MD) {
        if (word == "will") group.tense = Tense::future;
        if (word == "may" || word == "could" || word == "might")
          group.modality = Modality::possible;
        if (word == "must" || word == "should") group.modality = Modality::necessary;
        group.finite = true;
      } else if (is_verb(t.tag)) {
        if (last > first && !is_auxiliary(token(last - 1))) break;
        group.head = last;
        group.passive = t.tag == Tag::VBN && (be || last == first);
        const bool finite = t.tag == Tag::VBD || t.tag == Tag::VBZ || t.tag == Tag::VBP;
        if (finite && group.tense == Tense::none) {
          group.tense = t.tag == Tag::VBD ? Tense::past : Tense::present;
        }
        group.finite = group.finite || finite;
        group.perfect = group.perfect || (t.tag == Tag::VBN && !be && last > first);
        group.progressive = t.tag == Tag::VBG;
        be = scene_.analysis.lemma(t) == "be";
      } else {
        break;
      }
      ++last;
    }
    while (last > first + 1 && token(last - 1).tag == Tag::RB) --last;
    group.tokens = {first, last};
    scene_.analysis.verb_groups.push_back(group);
    return last;
  }

  bool is_auxiliary(const Token& t) const {
    const std::string_view lemma = scene_.analysis.lemma(t);
    return t.tag == Tag::MD || t.tag == Tag::RB || t.tag == Tag::TO || lemma == "be" ||
           lemma == "have" || lemma == "do";
  }

  void refer(const NounPhrase& phrase) {
    TokenIndex first = phrase.tokens.first;
    for (TokenIndex i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
      if (token(i).tag == Tag::POS) {
        mention(first, i, i - 1);
        first = i + 1;
      }
    }
    // "a police raid": the noun before the head is a mention of its own.
    for (TokenIndex i = first; i < phrase.head; ++i) {
      if (is_noun(token(i).tag)) mention(i, i + 1, i);
    }
    mention(first, phrase.head + 1, phrase.head);
  }

  void mention(TokenIndex first, TokenIndex last, TokenIndex head) {
    while (first < head && token(first).tag == Tag::DT) ++first;
    const std::string_view lemma = scene_.analysis.lemma(token(head));
    const auto known = types().find(lemma);
    EntityType type = EntityType::other;
    if (known != types().end()) {
      type = known->second;
    } else if (is_proper(token(head).tag)) {
      type = EntityType::person;
    } else {
      return;
    }
    const Span span = scene_.analysis.span_of({first, last});
    const std::string name(slice(scene_.report.text, span));
    auto& entities = scene_.analysis.entities;
    const auto same = std::find_if(entities.begin(), entities.end(),
                                   [&](const Entity& e) { return e.name == name; });
    const auto index = static_cast<EntityIndex>(same - entities.begin());
    if (same == entities.end()) entities.push_back({.type = type, .name = name});
    scene_.analysis.mentions.push_back(
        {.span = span, .tokens = {first, last}, .head = head, .entity = index});
  }

  void evaluate(const Token& t) {
    const std::string_view word = slice(scene_.report.text, t.span);
    for (const auto& [day, value] : kDays) {
      if (word == day) scene_.values.times.push_back({.span = t.span, .value = std::string(value)});
    }
    if (word == "Vel" || word == "Oste") {
      scene_.values.places.push_back({.span = t.span,
                                      .name = std::string(word),
                                      .country = "XA",
                                      .admin1 = std::string(word)});
    }
    constexpr std::pair<std::string_view, double> kNumbers[] = {
        {"two", 2}, {"three", 3}, {"five", 5}, {"six", 6}, {"seven", 7}, {"dozens", 24}};
    const std::string_view lower = scene_.analysis.lower(t);
    for (const auto& [name, n] : kNumbers) {
      if (lower == name) scene_.values.quantities.push_back({.span = t.span, .min = n, .max = n});
    }
    const bool digits =
        std::all_of(lower.begin(), lower.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (t.tag == Tag::CD && digits && lower.size() < 4) {
      const double n = std::stod(std::string(lower));
      scene_.values.quantities.push_back({.span = t.span, .min = n, .max = n});
    }
  }

  ToldScene scene_;
};

const EventLexicon& lexicon() {
  static const EventLexicon kLexicon = [] {
    auto loaded = EventLexicon::load();
    assert(loaded && "the lexicons load");
    return std::move(*loaded);
  }();
  return kLexicon;
}

void add_list(std::string& out, std::string_view name, const std::vector<std::string>& items) {
  if (items.empty()) return;
  out += ' ';
  out += name;
  out += '=';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i != 0) out += '+';
    out += items[i];
  }
}

class Writer {
 public:
  explicit Writer(const ToldScene& scene) : scene_(scene) {}

  std::string line(const Event& event) const {
    std::string out(to_text(event.type));
    if (!event.mode.empty()) out += '/' + event.mode;
    out += " \"" + std::string(slice(scene_.report.text, event.trigger)) + '"';
    if (event.polarity != Polarity::happened) out += " not";
    if (event.reality != Reality::actual) out += ' ' + std::string(to_text(event.reality));
    add_list(out, "actor", names(event.actor));
    add_list(out, "target", names(event.target));
    add_list(out, "objects", words(event.objects));
    add_list(out, "with", words(event.instruments));
    if (event.time) out += " on " + scene_.values.times[*event.time].value;
    if (event.place) out += " in " + scene_.values.places[*event.place].name;
    for (const Casualty& casualty : event.casualties) out += line(casualty);
    if (!event.voice.empty()) out += " voices=" + std::to_string(event.voice.size());
    return out;
  }

 private:
  std::string line(const Casualty& casualty) const {
    std::string out = ' ' + std::string(to_text(casualty.effect));
    if (casualty.severity) out += '(' + *casualty.severity + ')';
    if (casualty.quantity) out += '=' + count(*casualty.quantity);
    if (casualty.part_of) out += " of " + count(*casualty.part_of);
    if (casualty.scope == TollScope::cumulative) out += " in all";
    return out;
  }

  std::string count(QuantityIndex i) const {
    return std::to_string(static_cast<int>(scene_.values.quantities[i].min.value_or(0)));
  }

  std::vector<std::string> names(const std::vector<EntityIndex>& entities) const {
    std::vector<std::string> all;
    all.reserve(entities.size());
    for (const EntityIndex i : entities) all.push_back(scene_.analysis.entities[i].name);
    return all;
  }

  std::vector<std::string> words(const std::vector<Span>& spans) const {
    std::vector<std::string> all;
    all.reserve(spans.size());
    for (const Span span : spans) all.emplace_back(slice(scene_.report.text, span));
    return all;
  }

  const ToldScene& scene_;
};
}  // namespace

void ToldScene::attribute(std::string_view source, Act act, std::string_view content) {
  const auto span_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(report.text.find(words));
    return Span{at, at + static_cast<std::uint32_t>(words.size())};
  };
  attributions.push_back({.source = {span_of(source)}, .content = {span_of(content)}, .act = act});
}

Events ToldScene::events() const {
  return find_events(report, analysis, attributions, values, lexicon());
}

std::string ToldScene::told() const {
  std::string out;
  for (const Event& event : events().events) {
    if (!out.empty()) out += '\n';
    out += Writer(*this).line(event);
  }
  return out;
}

ToldScene told_scene(std::string_view tagged_words) { return Builder(tagged_words).build(); }

std::string told(std::string_view tagged_words) { return told_scene(tagged_words).told(); }

}  // namespace sayso
