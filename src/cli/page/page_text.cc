#include "cli/page/page_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "cli/page/page.h"

namespace sayso {
namespace {
constexpr unsigned kIndent = 2;
constexpr unsigned kWidestDate = 24;  // columns; what is told of a longer date begins below it
constexpr std::size_t kMostPlaces = 12;
constexpr std::size_t kMostActors = 12;
constexpr std::size_t kMostStatementBytes = 240;  // of a statement without events; the JSON has all

class TextPage {
 public:
  TextPage(const Reading& reading, const TextStyle& style)
      : reading_(reading), page_(make_page(reading)), style_(style) {}

  std::string write() {
    write_header();
    if (!page_.incidents.empty()) write_incidents();
    if (!page_.figures.empty()) write_figures();
    if (!page_.dates.empty()) write_dates();
    if (!page_.places.empty()) write_places();
    if (!page_.actors.empty()) write_actors();
    if (!page_.labels.empty()) write_labels();
    if (!page_.statements.empty()) write_statements();
    return std::move(out_);
  }

 private:
  // One paragraph in one ink, wrapped.
  void line(Ink ink, unsigned indent, std::string_view text) {
    out_ += begin_ink(ink, style_);
    out_ += wrap(text, style_.width, indent);
    out_ += end_ink(ink, style_);
    out_ += '\n';
  }
  void heading(std::string_view text) {
    out_ += '\n';
    line(Ink::bold, 0, text);
  }
  void voice(unsigned indent, const std::vector<PageVoice>& voices) {
    line(Ink::voice, indent, voice_in_words(page_, voices) + ":");
  }

  void write_header() {
    line(Ink::bold, 0, page_.title);
    std::string facts;
    for (const std::string& fact : page_.facts) facts += (facts.empty() ? "" : " | ") + fact;
    if (!facts.empty()) line(Ink::dim, 0, facts);
    for (const std::string& warning : page_.warnings) line(Ink::label, 0, "Warning: " + warning);
  }

  void write_incidents() {
    heading("WHAT HAPPENED, AND ON WHOSE SAY-SO");
    unsigned number = 0;
    for (const PageIncident& incident : page_.incidents) {
      out_ += '\n';
      line(Ink::bold, 0, std::to_string(++number) + ". " + incident.heading);
      write_claims(incident.claims);
    }
  }

  // A voice, and the words it stands in, are told once for claims that follow each other in them.
  void write_claims(const std::vector<PageClaim>& claims) {
    std::string last_voice;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const std::string voice_now = voice_in_words(page_, claims[i].voices);
      if (voice_now != last_voice) line(Ink::voice, kIndent, voice_now + ":");
      last_voice = voice_now;
      write_claim(claims[i]);
      const bool same_words = i + 1 < claims.size() &&
                              claims[i + 1].evidence == claims[i].evidence &&
                              voice_in_words(page_, claims[i + 1].voices) == voice_now;
      if (same_words) continue;
      const std::string quote(slice(reading_.report.text, claims[i].evidence));
      line(Ink::dim, 2 * kIndent, quote.starts_with('"') ? quote : '"' + quote + '"');
    }
  }

  void write_claim(const PageClaim& claim) {
    std::string what = claim.what;
    for (const std::string& detail : claim.details) what += "; " + detail;
    line(Ink::plain, 2 * kIndent, what);
    for (const std::string& toll : claim.toll) line(Ink::figure, 2 * kIndent, toll);
  }

  void write_figures() {
    heading("FIGURES");
    for (const PageFigure& figure : page_.figures) {
      std::string text = figure.effect + ": " + figure.value;
      if (!figure.whole.empty()) text += ", " + figure.whole;
      line(Ink::figure, kIndent, text);
      line(Ink::voice, 2 * kIndent, "says " + voice_in_words(page_, figure.voices));
    }
  }

  // What happened on a date stands beside it, once for each voice.
  void write_dates() {
    heading("TIME LINE");
    unsigned width = 0;
    for (const PageDate& date : page_.dates) width = std::max(width, columns(date.date));
    const unsigned indent = kIndent + std::min(width, kWidestDate) + kIndent;
    for (const PageDate& date : page_.dates) write_beside(date.date, indent, rows_of(date, indent));
  }

  std::string rows_of(const PageDate& date, unsigned indent) const {
    std::vector<std::pair<std::string, std::string>> told;  // in which voice, what
    for (const PageDated& event : date.told) {
      const std::string voice = voice_in_words(page_, event.voices);
      const std::string what = (event.clock.empty() ? "" : event.clock + ": ") + event.what;
      if (!told.empty() && told.back().first == voice) {
        told.back().second.append(" / ").append(what);
      } else {
        told.emplace_back(voice, what);
      }
    }
    std::string rows;
    const auto row = [&](std::string_view text) {
      rows.append(wrap(text, style_.width, indent)).append("\n");
    };
    if (date.is_publication) row("(the day of publication)");
    for (auto& [voice, what] : told) row(what.append(" - ").append(voice));
    return rows;
  }

  // `rows` are indented and end with a line end; `name` takes the blanks before the first.
  void write_beside(std::string_view name, unsigned indent, std::string_view rows) {
    const unsigned taken = kIndent + columns(name);
    out_ += begin_ink(Ink::bold, style_);
    out_ += wrap(name, style_.width, kIndent);
    out_ += end_ink(Ink::bold, style_);
    if (taken < indent) {
      rows.remove_prefix(taken);
    } else {
      out_ += '\n';
    }
    out_ += rows;
  }

  void write_places() {
    heading("PLACES");
    for (std::size_t i = 0; i < page_.places.size() && i < kMostPlaces; ++i) {
      const PagePlace& place = page_.places[i];
      const std::string where = where_in_words(place);
      std::string text = place.name + (where.empty() ? "" : ", " + where);
      text += place.point ? ", " + point_in_words(*place.point) : ": no entry";
      if (place.spans.size() > 1) text += ", " + std::to_string(place.spans.size()) + " times";
      line(Ink::place, kIndent, text);
    }
    if (page_.places.size() > kMostPlaces) {
      line(Ink::dim, kIndent, "and " + std::to_string(page_.places.size() - kMostPlaces) + " more");
    }
  }

  void write_actors() {
    heading("ACTORS");
    for (std::size_t i = 0; i < page_.actors.size() && i < kMostActors; ++i) {
      const PageActor& actor = page_.actors[i];
      line(Ink::plain, kIndent, actor.name + ": " + actor.is + ", " + actor.code);
    }
    if (page_.actors.size() > kMostActors) {
      line(Ink::dim, kIndent, "and " + std::to_string(page_.actors.size() - kMostActors) + " more");
    }
  }

  void write_labels() {
    heading("LABELS, AND WHO USED THEM");
    for (const PageLabel& label : page_.labels) {
      std::string text = "\"" + label.term + "\"";
      if (label.spans.size() > 1) text += " " + std::to_string(label.spans.size()) + " times";
      if (!label.of.empty()) text += ", of " + label.of;
      line(Ink::label, kIndent, text);
      line(Ink::voice, 2 * kIndent, "says " + voice_in_words(page_, label.voices));
    }
  }

  void write_statements() {
    heading("ALSO SAID");
    for (const PageStatement& statement : page_.statements) {
      voice(kIndent, statement.voices);
      std::string said;
      for (const Span span : statement.content) {
        if (!said.empty()) said += " ... ";
        said += slice(reading_.report.text, span);
      }
      line(Ink::dim, 2 * kIndent, shortened(said));
    }
  }

  static std::string point_in_words(GeoPoint point) {
    return fmt::format("{:.2f} {} {:.2f} {}", std::abs(point.lat), point.lat < 0 ? "S" : "N",
                       std::abs(point.lon), point.lon < 0 ? "W" : "E");
  }

  // At most kMostStatementBytes, cut before a word.
  static std::string shortened(std::string text) {
    if (text.size() <= kMostStatementBytes) return text;
    const std::size_t blank = text.rfind(' ', kMostStatementBytes);
    std::size_t cut = blank == std::string::npos ? kMostStatementBytes : blank;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
    return text.substr(0, cut) + " ...";
  }

  const Reading& reading_;
  Page page_;
  TextStyle style_;
  std::string out_ = {};
};
}  // namespace

std::string page_as_text(const Reading& reading, const TextStyle& style) {
  return TextPage(reading, style).write();
}

}  // namespace sayso
