#include "core/reading_json.h"

#include <array>
#include <cmath>

#include "core/conllu_columns.h"
#include "core/json.h"
#include "core/utf8.h"
#include "core/version.h"

namespace sayso {
namespace {

constexpr std::string_view kPlainText = "text/plain";

void write_text(JsonWriter& json, std::string_view name, const std::optional<std::string>& value) {
  json.key(name);
  if (value) {
    json.string(*value);
  } else {
    json.null();
  }
}

void write_strings(JsonWriter& json, std::string_view name,
                   const std::vector<std::string>& values) {
  json.key(name).begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

// A plain text is its own source: its media type and hash are those of the input.
void write_source(JsonWriter& json, const Report& report) {
  const ReportSource& source = report.source;
  json.key("source");
  if (source.media_type.empty() && report.media_type == kPlainText) {
    json.null();
    return;
  }
  json.begin_object();
  json.key("media_type").string(source.media_type.empty() ? report.media_type : source.media_type);
  write_text(json, "file", source.file);
  json.key("offset");
  if (source.offset) {
    json.integer(static_cast<std::int64_t>(*source.offset));
  } else {
    json.null();
  }
  json.key("sha256").string(source.sha256.empty() ? report.sha256 : source.sha256);
  json.end_object();
}

void write_report(JsonWriter& json, const Report& report) {
  json.key("report").begin_object();
  json.key("id").string(report.id);
  write_text(json, "uri", report.uri);
  write_text(json, "outlet", report.outlet);
  write_text(json, "title", report.title);
  write_strings(json, "bylines", report.bylines);
  json.key("dateline");
  if (report.dateline) {
    json.begin_object();
    write_text(json, "place", report.dateline->place);
    write_text(json, "date", report.dateline->date);
    json.end_object();
  } else {
    json.null();
  }
  write_text(json, "published", report.published);
  write_text(json, "modified", report.modified);
  write_text(json, "language", report.language);
  json.key("media_type").string(report.media_type);
  json.key("sha256").string(report.sha256);
  write_source(json, report);
  json.end_object();
}

// Writes the layers of one reading; knows the text's code points and the ids of each layer.
class ReadingWriter {
 public:
  ReadingWriter(const Reading& reading, std::string& out, const JsonOptions& options)
      : reading_(reading),
        points_(reading.report.text),
        tokens_(options.tokens),
        json_(out, options.pretty,
              (kOfText + (tokens_ ? kTokensOfText : 0)) * reading.report.text.size()) {}

  void write() {
    json_.begin_object();
    json_.key("schema").word(kReadingSchema);
    json_.key("engine").begin_object();
    json_.key("version").string(kVersion).key("reader").string(reading_.reader);
    json_.end_object();
    write_report(json_, reading_.report);
    json_.key("text").string(reading_.report.text);
    list("sentences", reading_.analysis.sentences, [&](const Sentence& s) { write_sentence(s); });
    list("entities", reading_.analysis.entities, [&](const Entity& e) { write_entity(e); });
    list("attributions", reading_.attributions,
         [&](const Attribution& a) { write_attribution(a); });
    list("times", reading_.values.times, [&](const Timex& t) { write_time(t); });
    list("places", reading_.values.places, [&](const Place& p) { write_place(p); });
    list("quantities", reading_.values.quantities, [&](const Quantity& q) { write_quantity(q); });
    list("events", reading_.events, [&](const Event& e) { write_event(e); });
    list("labels", reading_.labels, [&](const Label& l) { write_label(l); });
    list("incidents", reading_.incidents, [&](const Incident& i) { write_incident(i); });
    strings("warnings", reading_.warnings);
    json_.end_object();
  }

 private:
  static constexpr std::size_t kOfText = 9;         // a reading is about so many times its text
  static constexpr std::size_t kTokensOfText = 20;  // and its tokens so many more

  template <typename Items, typename Write>
  void list(std::string_view name, const Items& items, Write write) {
    json_.key(name).begin_array();
    next_ = 0;
    for (const auto& item : items) {
      ++next_;
      json_.begin_object();
      write(item);
      json_.end_object();
    }
    json_.end_array();
  }

  // Ids count from 1 within their layer: e1, e2, ...
  void own_id(char kind) { json_.key("id").numbered(kind, next_); }
  void reference(std::string_view name, char kind, std::optional<std::uint32_t> index) {
    json_.key(name);
    if (index) {
      json_.numbered(kind, *index + 1);
    } else {
      json_.null();
    }
  }
  void references(std::string_view name, char kind, const std::vector<std::uint32_t>& indices) {
    json_.key(name).begin_array();
    for (const std::uint32_t index : indices) json_.numbered(kind, index + 1);
    json_.end_array();
  }
  void span_value(Span span) {
    const Span points = points_.of(span);
    json_.begin_array().integer(points.begin).integer(points.end).end_array();
  }
  void span(std::string_view name, Span value) {
    json_.key(name);
    span_value(value);
  }
  void span(std::string_view name, const std::optional<Span>& value) {
    json_.key(name);
    if (value) {
      span_value(*value);
    } else {
      json_.null();
    }
  }
  void spans(std::string_view name, const std::vector<Span>& values) {
    json_.key(name).begin_array();
    for (const Span value : values) span_value(value);
    json_.end_array();
  }
  void text(std::string_view name, const std::optional<std::string>& value) {
    write_text(json_, name, value);
  }
  // An empty string is an absent fact.
  void text_or_null(std::string_view name, const std::string& value) {
    text(name, value.empty() ? std::nullopt : std::optional(value));
  }
  void word_or_null(std::string_view name, std::string_view word) {
    json_.key(name);
    if (word.empty()) {
      json_.null();
    } else {
      json_.word(word);
    }
  }
  void number(std::string_view name, const std::optional<double>& value) {
    json_.key(name);
    if (value) {
      json_.number(*value);
    } else {
      json_.null();
    }
  }
  void strings(std::string_view name, const std::vector<std::string>& values) {
    write_strings(json_, name, values);
  }
  void origin(const Origin& origin) {
    json_.key("origin").begin_object();
    json_.key("made_by").word(origin.made_by);
    // Two decimals: more would claim a precision no rule has.
    json_.key("confidence")
        .hundredths(static_cast<std::uint32_t>(std::lround(origin.confidence * 100.0F)));
    json_.end_object();
  }

  void write_sentence(const Sentence& s) {
    static constexpr std::array<std::string_view, 3> kKinds = {"prose", "heading", "list_item"};
    span("span", s.span);
    json_.key("paragraph").integer(s.paragraph);
    json_.key("kind").word(kKinds[static_cast<std::size_t>(s.kind)]);
    if (tokens_) write_tokens(s);
  }

  void write_tokens(const Sentence& s) {
    json_.key("tokens").begin_array();
    for (TokenIndex index = s.tokens.first; index < s.tokens.last; ++index) {
      json_.begin_object();
      write_token(s, index);
      json_.end_object();
    }
    json_.end_array();
  }

  void write_token(const Sentence& s, TokenIndex index) {
    const Analysis& analysis = reading_.analysis;
    const Token& token = analysis.tokens[index];
    span("span", token.span);
    json_.key("tag").word(to_text(token.tag));
    json_.key("lemma").string(lemma_column(reading_.report.text, analysis, token));
    word_or_null("name", name_column(token));
    if (analysis.dependencies.empty()) {
      for (const char* name : {"upos", "head", "relation"}) json_.key(name).null();
      return;
    }
    const Dependency& dependency = analysis.dependencies[index];
    json_.key("upos").word(to_text(dependency.upos));
    json_.key("head").integer(head_column(s, dependency, index));
    json_.key("relation").string(dependency.relation);
  }

  void write_entity(const Entity& e) {
    own_id('e');
    json_.key("type").word(to_text(e.type));
    json_.key("name").string(e.name);
    const Actor* actor = actor_here();
    text_or_null("registry", actor == nullptr ? std::string() : actor->id);
    reference("speaks_for", 'e', e.speaks_for);
    reference("belongs_to", 'e', e.belongs_to);
    json_.key("mentions").begin_array();
    for (const MentionIndex index : e.mentions) {
      const Mention& mention = reading_.analysis.mentions[index];
      json_.begin_object();
      span("span", mention.span);
      json_.key("kind").word(to_text(mention.kind));
      json_.end_object();
    }
    json_.end_array();
    write_identity(actor);
  }

  // Of the entity being written; actors stand in the order of their entities.
  const Actor* actor_here() {
    const auto& actors = reading_.values.actors;
    const std::size_t entity = next_ - 1;
    while (next_actor_ < actors.size() && actors[next_actor_].entity < entity) ++next_actor_;
    const bool is_known = next_actor_ < actors.size() && actors[next_actor_].entity == entity;
    return is_known ? &actors[next_actor_] : nullptr;
  }

  void write_identity(const Actor* actor) {
    json_.key("identity");
    if (actor == nullptr) {
      json_.null();
      return;
    }
    json_.begin_object();
    text_or_null("name", actor->name);
    text_or_null("of", actor->of);
    strings("countries", actor->countries);
    json_.key("code").string(actor->code);
    origin(actor->origin);
    json_.end_object();
  }

  void write_attribution(const Attribution& a) {
    own_id('a');
    spans("source", a.source);
    spans("cue", a.cue);
    spans("content", a.content);
    json_.key("kind").word(to_text(a.kind));
    json_.key("act").word(to_text(a.act));
    reference("source_entity", 'e', a.source_entity);
    reference("within", 'a', a.within);
    origin(a.origin);
  }

  void write_time(const Timex& t) {
    own_id('t');
    span("span", t.span);
    json_.key("type").word(to_text(t.type));
    json_.key("value").string(t.value);
    text_or_null("mod", t.mod);
    origin(t.origin);
  }

  void write_place(const Place& p) {
    own_id('p');
    span("span", p.span);
    json_.key("kind").word(to_text(p.kind));
    json_.key("name").string(p.name);
    json_.key("geonames_id");
    if (p.geonames_id) {
      json_.integer(*p.geonames_id);
    } else {
      json_.null();
    }
    number("lat", p.lat);
    number("lon", p.lon);
    text("country", p.country);
    text("admin1", p.admin1);
    write_relative(p.relative);
    origin(p.origin);
  }

  void write_relative(const std::optional<RelativePlace>& relative) {
    json_.key("relative");
    if (!relative) {
      json_.null();
      return;
    }
    json_.begin_object();
    span("span", relative->span);
    number("km", relative->km);
    number("bearing", relative->bearing);
    number("lat", relative->lat);
    number("lon", relative->lon);
    json_.end_object();
  }

  void write_quantity(const Quantity& q) {
    own_id('q');
    span("span", q.span);
    span("of", q.of);
    number("min", q.min);
    number("max", q.max);
    json_.key("approximate").boolean(q.approximate);
    text_or_null("unit", q.unit);
    origin(q.origin);
  }

  void write_casualty(const Casualty& c) {
    json_.begin_object();
    json_.key("effect").word(to_text(c.effect));
    text("severity", c.severity);
    reference("who", 'e', c.who);
    reference("quantity", 'q', c.quantity);
    if (c.part_of) {
      reference("part_of", 'q', c.part_of);
    } else {
      reference("part_of", 'e', c.part_of_entity);
    }
    json_.key("scope").word(to_text(c.scope));
    span("evidence", c.evidence);
    json_.end_object();
  }

  void write_event(const Event& e) {
    own_id('v');
    json_.key("type").word(to_text(e.type));
    text_or_null("mode", e.mode);
    strings("context", e.context);
    span("trigger", e.trigger);
    json_.key("polarity").word(to_text(e.polarity));
    json_.key("reality").word(to_text(e.reality));
    references("actor", 'e', e.actor);
    references("target", 'e', e.target);
    reference("time", 't', e.time);
    reference("place", 'p', e.place);
    json_.key("casualties").begin_array();
    for (const Casualty& c : e.casualties) write_casualty(c);
    json_.end_array();
    spans("instruments", e.instruments);
    spans("objects", e.objects);
    references("voice", 'a', e.voice);
    span("evidence", e.evidence);
    origin(e.origin);
  }

  void write_label(const Label& l) {
    span("span", l.span);
    json_.key("term").string(l.term);
    reference("of", 'e', l.of);
    references("voice", 'a', l.voice);
    origin(l.origin);
  }

  void write_incident(const Incident& i) {
    own_id('i');
    references("events", 'v', i.events);
    json_.key("type").word(to_text(i.type));
    reference("time", 't', i.time);
    reference("place", 'p', i.place);
  }

  const Reading& reading_;
  CodePoints points_;
  bool tokens_;
  JsonWriter json_;
  std::size_t next_ = 0;  // number of the item being written in its layer
  std::size_t next_actor_ = 0;
};
}  // namespace

std::string_view to_text(ErrorKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "not_found", "unreadable", "not_text", "too_large", "malformed", "damaged_model"};
  return kNames[static_cast<std::size_t>(kind)];
}

void to_json(const Reading& reading, std::string& out, const JsonOptions& options) {
  ReadingWriter(reading, out, options).write();
}

void to_json(const Report& report, std::string& out, const JsonOptions& options) {
  JsonWriter json(out, options.pretty);
  json.begin_object();
  json.key("schema").string(kReportSchema);
  write_report(json, report);
  json.key("text").string(report.text);
  write_strings(json, "warnings", report.warnings);
  json.end_object();
}

void to_json(const Error& error, std::string_view report_id, std::string& out,
             const JsonOptions& options) {
  JsonWriter json(out, options.pretty);
  json.begin_object();
  json.key("schema").string(kReadingSchema);
  json.key("report").begin_object().key("id").string(report_id).end_object();
  json.key("error").begin_object();
  json.key("kind").word(to_text(error.kind)).key("message").string(error.message);
  json.end_object().end_object();
}

}  // namespace sayso
