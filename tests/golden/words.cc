#include "words.h"

#include <sstream>

namespace sayso::testing {
namespace {

class Words {
 public:
  explicit Words(const Reading& reading) : r_(reading) {}

  std::vector<std::string> write() {
    write_report();
    for (const Sentence& s : r_.analysis.sentences) write_sentence(s);
    for (const Entity& e : r_.analysis.entities) write_entity(e);
    for (const Attribution& a : r_.attributions) write_attribution(a);
    for (const Timex& t : r_.values.times) write_time(t);
    for (const Place& p : r_.values.places) write_place(p);
    for (const Actor& a : r_.values.actors) write_actor(a);
    for (const Quantity& q : r_.values.quantities) write_quantity(q);
    for (const Event& e : r_.events) write_event(e);
    for (const Label& l : r_.labels) write_label(l);
    for (const std::string& warning : r_.warnings) begin("warning", warning);
    return std::move(lines_);
  }

 private:
  void begin(std::string_view layer, const std::string& first) {
    lines_.push_back(std::string(layer) + " | " + first);
  }
  // Empty values are left out.
  void add(std::string_view name, const std::string& value) {
    if (value.empty()) return;
    lines_.back() += " | " + std::string(name) + (name.empty() ? "" : " ") + value;
  }

  // The text's words; line ends as blanks, so that a fact stays on its line.
  std::string words(Span span) const {
    std::string out(slice(r_.report.text, span));
    for (char& c : out) {
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    }
    return out;
  }
  std::string words(const std::vector<Span>& spans) const {
    std::string out;
    for (const Span span : spans) out += (out.empty() ? "" : " ; ") + words(span);
    return out;
  }
  // The first and last three words of a longer stretch.
  std::string ends(Span span) const {
    std::istringstream stream(words(span));
    std::vector<std::string> all;
    for (std::string word; stream >> word;) all.push_back(word);
    std::string out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all.size() > 7 && i >= 3 && i + 3 < all.size()) {
        if (i == 3) out += " ...";
        continue;
      }
      out += (out.empty() ? "" : " ") + all[i];
    }
    return out;
  }

  std::string name(EntityIndex entity) const { return r_.analysis.entities[entity].name; }
  std::string names(const std::vector<EntityIndex>& entities) const {
    std::string out;
    for (const EntityIndex e : entities) out += (out.empty() ? "" : " ; ") + name(e);
    return out;
  }
  std::string source(AttributionIndex a) const {
    const std::string out = words(r_.attributions[a].source);
    return out.empty() ? "(nobody named)" : out;
  }
  std::string voice(const std::vector<AttributionIndex>& chain) const {
    std::string out;
    for (const AttributionIndex a : chain) out += (out.empty() ? "" : " > ") + source(a);
    return out.empty() ? "(outlet)" : out;
  }
  std::string quantity(std::optional<QuantityIndex> q) const {
    return q ? words(r_.values.quantities[*q].span) : "";
  }
  static std::string number(std::optional<double> value) {
    if (!value) return "";
    std::ostringstream out;
    out << std::fixed;
    out.precision(*value == static_cast<double>(static_cast<std::int64_t>(*value)) ? 0 : 2);
    out << *value;
    return out.str();
  }

  void write_report() {
    const Report& r = r_.report;
    begin("report", r.title.value_or("(no title)"));
    add("outlet", r.outlet.value_or(""));
    add("published", r.published.value_or(""));
    if (r.dateline)
      add("dateline", r.dateline->place.value_or("") + " " + r.dateline->date.value_or(""));
    for (const std::string& byline : r.bylines) add("by", byline);
    add("language", r.language.value_or(""));
  }

  void write_sentence(const Sentence& s) {
    begin("sentence", ends(s.span));
    add("paragraph", std::to_string(s.paragraph));
    if (s.kind == SentenceKind::heading) add("", "heading");
    if (s.kind == SentenceKind::list_item) add("", "list item");
  }

  // Named entities and those spoken of more than once.
  void write_entity(const Entity& e) {
    std::string mentions;
    bool named = false;
    for (const MentionIndex m : e.mentions) {
      named = named || r_.analysis.mentions[m].kind == MentionKind::name;
      mentions += (mentions.empty() ? "" : " ; ") + words(r_.analysis.mentions[m].span);
    }
    if (!named && e.mentions.size() < 2) return;
    begin("entity", std::string(to_text(e.type)));
    add("", e.name);
    add("mentions", mentions);
    if (e.speaks_for) add("speaks for", name(*e.speaks_for));
  }

  void write_attribution(const Attribution& a) {
    begin("attribution", "source " + (a.source.empty() ? "(nobody named)" : words(a.source)));
    add("cue", words(a.cue));
    add("content", words(a.content));
    add("", std::string(to_text(a.kind)) + " " + std::string(to_text(a.act)));
    if (a.source_entity) add("is", name(*a.source_entity));
    if (a.within) add("within", source(*a.within));
  }

  void write_time(const Timex& t) {
    begin("time", words(t.span));
    add("", std::string(to_text(t.type)) + " " + t.value);
    add("mod", t.mod);
  }

  void write_place(const Place& p) {
    begin("place", words(p.span));
    add("", p.country ? p.name + ", " + p.admin1.value_or("") + ", " + *p.country : p.name);
    if (p.lat && p.lon) add("at", number(p.lat) + " " + number(p.lon));
  }

  void write_actor(const Actor& a) {
    begin("actor", r_.analysis.entities[a.entity].name);
    add("", a.id);
    add("of", a.of);
    add("code", a.code);
  }
  void write_quantity(const Quantity& q) {
    begin("quantity", words(q.span));
    add("", number(q.min) + ".." + number(q.max) + (q.approximate ? " approximate" : ""));
    add("unit", q.unit);
    if (q.of) add("of", words(*q.of));
  }

  void write_event(const Event& e) {
    begin("event", std::string(to_text(e.type)) + (e.mode.empty() ? "" : " " + e.mode));
    add("trigger", words(e.trigger));
    if (e.polarity == Polarity::did_not_happen) add("", "did not happen");
    if (e.reality != Reality::actual) add("", std::string(to_text(e.reality)));
    add("actor", names(e.actor));
    add("target", names(e.target));
    if (e.time) add("time", r_.values.times[*e.time].value);
    if (e.place) add("place", r_.values.places[*e.place].name);
    add("objects", words(e.objects));
    add("instruments", words(e.instruments));
    add("voice", voice(e.voice));
    for (const Casualty& c : e.casualties) write_casualty(c);
  }

  void write_casualty(const Casualty& c) {
    begin("casualty", std::string(to_text(c.effect)) + (c.severity ? " " + *c.severity : ""));
    add("quantity", quantity(c.quantity));
    if (c.who) add("who", name(*c.who));
    add("part of", c.part_of          ? quantity(c.part_of)
                   : c.part_of_entity ? name(*c.part_of_entity)
                                      : "");
    if (c.scope == TollScope::cumulative) add("", "cumulative");
  }

  void write_label(const Label& l) {
    begin("label", words(l.span));
    if (l.of) add("of", name(*l.of));
    add("voice", voice(l.voice));
  }

  const Reading& r_;
  std::vector<std::string> lines_ = {};
};
}  // namespace

std::vector<std::string> reading_in_words(const Reading& reading) { return Words(reading).write(); }

}  // namespace sayso::testing
