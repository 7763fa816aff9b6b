#include "cli/page/page.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/page/dates.h"

namespace sayso {
namespace {

std::string lower_case(std::string_view ascii) {
  std::string out(ascii);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '_' || c == '-') c = ' ';
  }
  return out;
}

std::string capitalized(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty() && !part.empty()) out += between;
    out += part;
  }
  return out;
}

// 17000 -> "17,000"; fractions as they are.
std::string number_in_words(double value) {
  std::string digits = std::to_string(static_cast<long long>(std::llround(value)));
  if (std::abs(value - std::round(value)) > 1e-9) {
    digits = std::to_string(value);
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits;
  }
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

// The range a quantity allows: "24 or more", "3 to 5".
std::string range_in_words(const Quantity& q) {
  if (!q.min && !q.max) return {};
  if (!q.max) return number_in_words(*q.min) + " or more";
  if (!q.min) return "up to " + number_in_words(*q.max);
  if (*q.min == *q.max) return number_in_words(*q.min);
  return number_in_words(*q.min) + " to " + number_in_words(*q.max);
}

// "a doctor, who asked not to be named," -> without the mark that belongs to the sentence.
std::string without_final_mark(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == '.')) text.pop_back();
  return text;
}

class PageMaker {
 public:
  explicit PageMaker(const Reading& reading) : r_(reading) {}

  Page make() {
    add_header();
    for (const Incident& incident : r_.incidents) add_incident(incident);
    add_events_outside_incidents();
    add_dates();
    page_.places = find_page_places(r_);
    add_actors();
    add_labels();
    add_statements();
    page_.warnings = r_.warnings;
    return std::move(page_);
  }

 private:
  // The report's words, white space runs as one blank.
  std::string words(Span span) const {
    std::string out;
    bool blank = false;
    for (const char c : slice(r_.report.text, span)) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        blank = !out.empty();
        continue;
      }
      if (blank) out += ' ';
      blank = false;
      out += c;
    }
    return out;
  }

  std::string words(const std::vector<Span>& spans) const {
    std::vector<std::string> parts;
    parts.reserve(spans.size());
    for (const Span span : spans) parts.push_back(words(span));
    return joined(parts, " ... ");
  }

  const std::string& name(EntityIndex entity) const { return r_.analysis.entities[entity].name; }

  std::string names(const std::vector<EntityIndex>& entities) const {
    std::vector<std::string> parts;
    parts.reserve(entities.size());
    for (const EntityIndex entity : entities) parts.push_back(name(entity));
    return joined(parts, " and ");
  }

  void add_header() {
    const Report& report = r_.report;
    page_.title = report.title.value_or(report.id);
    page_.outlet = report.outlet.value_or("The report");
    const auto add = [&](const std::string& fact) {
      if (!fact.empty()) page_.facts.push_back(fact);
    };
    add(report.outlet.value_or(""));
    if (report.dateline) add(report.dateline->place.value_or(""));
    add(report.published.value_or(""));
    if (!report.bylines.empty()) add("by " + joined(report.bylines, ", "));
    if (report.title) add(report.id);
  }

  std::vector<PageVoice> voices(const std::vector<AttributionIndex>& chain) const {
    std::vector<PageVoice> out;
    out.reserve(chain.size());
    for (const AttributionIndex index : chain) out.push_back(voice(index));
    return out;
  }

  PageVoice voice(AttributionIndex index) const {
    const Attribution& a = r_.attributions[index];
    PageVoice voice{
        .source = without_final_mark(words(a.source)), .cue = words(a.cue), .attribution = index};
    if (a.source.empty()) voice.source = "an unnamed source";
    if (a.source_entity) {
      const std::string& who = name(*a.source_entity);
      const bool told = lower_case(voice.source).find(lower_case(who)) != std::string::npos;
      if (!told) voice.is = who;
    }
    return voice;
  }

  // "4"; where the words say more than a number, both: "dozens (24 or more)".
  std::string quantity(QuantityIndex index) const {
    const Quantity& q = r_.values.quantities[index];
    std::string said = words(q.span);
    const std::string range = range_in_words(q);
    if (range.empty()) return said;
    const bool exact = q.min == q.max && !q.approximate;
    return exact || said == range ? range : said + " (" + range + ")";
  }

  std::string what(const Event& event) const {
    std::string out = lower_case(to_text(event.type));
    if (!event.mode.empty()) out += " (" + lower_case(event.mode) + ")";
    if (event.polarity == Polarity::did_not_happen) out += ", did not happen";
    if (event.reality != Reality::actual) out += ", " + std::string(to_text(event.reality));
    return out;
  }

  PageClaim claim(EventIndex index) const {
    const Event& event = r_.events[index];
    PageClaim claim{.event = index, .what = what(event), .voices = voices(event.voice)};
    claim.evidence = event.evidence;
    claim.details = details(event);
    if (event.time) claim.details.push_back("when: " + time(*event.time));
    if (event.place) claim.details.push_back("in " + place(*event.place));
    for (const Casualty& casualty : event.casualties) claim.toll.push_back(toll(casualty));
    return claim;
  }

  // Who, whom and with what; not when and where.
  std::vector<std::string> details(const Event& event) const {
    std::vector<std::string> out;
    const auto add = [&](std::string_view role, const std::string& value) {
      if (!value.empty()) out.push_back(std::string(role) + " " + value);
    };
    add("by", names(event.actor));
    add("towards", names(event.target));
    const std::string objects = objects_of(event);
    if (lower_case(objects).find(lower_case(names(event.target))) == std::string::npos ||
        event.target.empty()) {
      add("of", objects);
    }
    add("with", words(event.instruments));
    return out;
  }

  // "dozens of houses (24 or more)": the words, and the values of quantities that differ from them.
  std::string objects_of(const Event& event) const {
    std::vector<std::string> parts;
    for (const Span span : event.objects) {
      std::string part = words(span);
      const auto& all = r_.values.quantities;
      auto q = std::lower_bound(
          all.begin(), all.end(), span.begin,
          [](const Quantity& a, std::uint32_t begin) { return a.span.begin < begin; });
      for (; q != all.end() && q->span.end <= span.end; ++q) {
        const std::string range = range_in_words(*q);
        if (!range.empty() && range != words(q->span)) part += " (" + range + ")";
      }
      parts.push_back(std::move(part));
    }
    return joined(parts, " ... ");
  }

  // "Tuesday (2023-06-20)"; a date that is written as its value, once.
  std::string time(TimexIndex index) const {
    const Timex& time = r_.values.times[index];
    const std::string said = words(time.span);
    const std::string value = value_in_words(time);
    return said == value ? said : said + " (" + value + ")";
  }

  std::string place(PlaceIndex index) const {
    const Place& place = r_.values.places[index];
    const std::string said = words(place.span);
    if (!place.country || said == place.name) return said + country_of(place);
    return said + " = " + place.name + country_of(place);
  }
  static std::string country_of(const Place& place) {
    return place.country ? " [" + *place.country + "]" : "";
  }

  std::string toll(const Casualty& casualty) const {
    return joined({std::string(to_text(casualty.effect)) + ": " + value(casualty), whole(casualty)},
                  ", ");
  }
  // "4 people", "at least a dozen (12 or more)", "6 (critical)"
  std::string value(const Casualty& casualty) const {
    std::string out = casualty.quantity ? quantity(*casualty.quantity) : "some";
    if (casualty.severity) out += " (" + *casualty.severity + ")";
    if (casualty.who) out += " " + without_count(name(*casualty.who), casualty);
    return out;
  }
  // "part of 12", "over a longer time"
  std::string whole(const Casualty& casualty) const {
    std::vector<std::string> parts;
    if (casualty.part_of) {
      parts.push_back("part of " + quantity(*casualty.part_of));
    } else if (casualty.part_of_entity && casualty.part_of_entity != casualty.who) {
      parts.push_back("part of " + name(*casualty.part_of_entity));
    }
    if (casualty.scope == TollScope::cumulative) parts.emplace_back("over a longer time");
    return joined(parts, ", ");
  }

  // "seven traders" -> "traders", where the seven are told already.
  std::string without_count(const std::string& name, const Casualty& casualty) const {
    if (!casualty.quantity) return name;
    const std::string count = words(r_.values.quantities[*casualty.quantity].span) + " ";
    return name.starts_with(count) ? name.substr(count.size()) : name;
  }

  void add_figures(EventIndex index) {
    const Event& event = r_.events[index];
    for (const Casualty& casualty : event.casualties) {
      page_.figures.push_back({.effect = std::string(to_text(casualty.effect)),
                               .value = value(casualty),
                               .whole = whole(casualty),
                               .event = index,
                               .voices = voices(event.voice)});
    }
  }

  void add_incident(const Incident& incident) {
    std::vector<std::string> heading = {capitalized(lower_case(to_text(incident.type)))};
    if (incident.time) heading.push_back(value_in_words(r_.values.times[*incident.time]));
    if (incident.place) heading.push_back(place(*incident.place));
    PageIncident out{.heading = joined(heading, ", ")};
    for (const EventIndex event : incident.events) {
      out.claims.push_back(claim(event));
      add_figures(event);
    }
    page_.incidents.push_back(std::move(out));
  }

  void add_events_outside_incidents() {
    std::vector<bool> inside(r_.events.size());
    for (const Incident& incident : r_.incidents) {
      for (const EventIndex event : incident.events) inside[event] = true;
    }
    for (EventIndex i = 0; i < r_.events.size(); ++i) {
      if (inside[i]) continue;
      PageClaim only = claim(i);
      page_.incidents.push_back({.heading = capitalized(only.what), .claims = {only}});
      add_figures(i);
    }
  }

  // Every event with a date, by date; each date as the words tell it ("early June" is not "June").
  void add_dates() {
    std::map<std::pair<DateInWords::Order, std::string>, PageDate> dates;
    for (EventIndex i = 0; i < r_.events.size(); ++i) {
      const Event& event = r_.events[i];
      const auto when =
          event.time ? date_in_words(r_.values.times[*event.time]) : std::optional<DateInWords>();
      if (when) dates[{when->order, when->date}].told.push_back(dated(i, when->clock));
    }
    if (dates.size() < 2) return;
    const auto published = day_in_words(r_.report.published.value_or(""));
    if (published) dates[{published->order, published->date}].is_publication = true;
    for (auto& [when, date] : dates) {
      date.date = when.second;
      page_.dates.push_back(std::move(date));
    }
  }

  PageDated dated(EventIndex index, std::string clock) const {
    const Event& event = r_.events[index];
    std::vector<std::string> parts = {what(event)};
    for (std::string& detail : details(event)) parts.push_back(std::move(detail));
    if (event.place) parts.push_back("in " + place(*event.place));
    for (const Casualty& casualty : event.casualties) parts.push_back(toll(casualty));
    return {.event = index,
            .clock = std::move(clock),
            .what = joined(parts, "; "),
            .voices = voices(event.voice)};
  }

  // One row for each term, whom it is used of, and who uses it.
  // Those with an id; a country is among the places.
  void add_actors() {
    for (const Actor& actor : r_.values.actors) {
      const bool country = !actor.countries.empty() && actor.id == actor.countries.front();
      if (actor.id.empty() || country) continue;
      page_.actors.push_back({.name = r_.analysis.entities[actor.entity].name,
                              .is = actor.name.empty() ? actor.id : actor.name,
                              .code = actor.code});
    }
  }

  void add_labels() {
    using Key = std::pair<std::string, std::pair<std::string, std::vector<AttributionIndex>>>;
    std::map<Key, std::size_t> rows;
    for (const Label& label : r_.labels) {
      const std::string of = label.of ? name(*label.of) : "";
      const auto [row, is_new] =
          rows.try_emplace({label.term, {of, label.voice}}, page_.labels.size());
      if (is_new) {
        page_.labels.push_back({.term = label.term, .of = of, .voices = voices(label.voice)});
      }
      page_.labels[row->second].spans.push_back(label.span);
    }
  }

  void add_statements() {
    std::vector<bool> has_event(r_.attributions.size());
    for (const Event& event : r_.events) {
      for (const AttributionIndex voice : event.voice) has_event[voice] = true;
    }
    for (AttributionIndex i = 0; i < r_.attributions.size(); ++i) {
      if (has_event[i]) continue;
      std::vector<PageVoice> chain;
      for (std::optional<AttributionIndex> at = i; at; at = r_.attributions[*at].within) {
        chain.insert(chain.begin(), voice(*at));
      }
      page_.statements.push_back({std::move(chain), r_.attributions[i].content});
    }
  }

  const Reading& r_;
  Page page_;
};
}  // namespace

Page make_page(const Reading& reading) { return PageMaker(reading).make(); }

std::string voice_in_words(const Page& page, const std::vector<PageVoice>& voices) {
  if (voices.empty()) return page.outlet + " in its own voice";
  std::string out = page.outlet;
  for (const PageVoice& voice : voices) {
    out += " quoting " + voice.source;
    if (!voice.is.empty()) out += " [" + voice.is + "]";
    if (!voice.cue.empty()) out += " (" + voice.cue + ")";
  }
  return out;
}

}  // namespace sayso
