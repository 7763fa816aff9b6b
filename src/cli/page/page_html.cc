#include "cli/page/page_html.h"

#include <algorithm>
#include <array>
#include <vector>

#include "cli/page/map.h"
#include "cli/page/page.h"

namespace sayso {
namespace {

constexpr std::string_view kHead = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>sayso: what happened, and on whose say-so</title>
<style>
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fdfcf9; --card: #f3f0e8; --line: #d8d3c6;
  --soft: #5f5b52; --source: #cfe3fb; --cue: #0b5cad; --content: #7fa9d6; --event: #ffd9b0;
  --time: #1d7a46; --place: #1d7a46; --quantity: #fff0a3; --label: #a1318b; --hot: #ffe27a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #18191b; --card: #232529;
  --line: #3a3d42; --soft: #a9a59b; --source: #1d4469; --cue: #86bdf5; --content: #3f6d9c;
  --event: #6b3f12; --time: #7fd3a2; --place: #7fd3a2; --quantity: #5a5012; --label: #f0a0e0;
  --hot: #7a6410; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 Georgia, serif; }
article { max-width: 78rem; margin: 0 auto; padding: 2rem 1.5rem; }
article + article { border-top: 3px double var(--line); }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0; }
h2 { font: 600 .8rem/1.4 system-ui, sans-serif; letter-spacing: .08em; text-transform: uppercase;
  color: var(--soft); margin: 1.8rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
.facts, .legend, .voice, .detail, .warning { font-family: system-ui, sans-serif; font-size: .85rem; }
.facts { color: var(--soft); margin: .3rem 0 1rem; }
.warning { color: var(--label); }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem; }
@media (max-width: 56rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.9; }
.break { display: block; height: .7em; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin-bottom: 1rem; }
.source { background: var(--source); border-radius: 2px; }
.cue { color: var(--cue); font-style: italic; }
.content { border-bottom: 2px solid var(--content); }
.event { background: var(--event); border-radius: 2px; }
.time, .place { color: var(--time); text-decoration: underline dotted; text-underline-offset: 3px; }
.quantity { background: var(--quantity); border-radius: 2px; }
.label { color: var(--label); text-decoration: underline wavy; text-underline-offset: 3px; }
.hot { background: var(--hot); }
.claim { background: var(--card); border-left: 4px solid var(--content); border-radius: 3px;
  padding: .5rem .8rem; margin: .5rem 0; }
.claim:focus { outline: 2px solid var(--cue); }
.own { border-left-color: var(--line); }
.voice { font-weight: 600; color: var(--cue); }
.own .voice { color: var(--soft); }
.toll { font-weight: 600; }
.map { margin: .5rem 0; max-width: 34rem; }
.map svg { display: block; width: 100%; height: auto; background: var(--card); border-radius: 3px; }
.land { fill: var(--line); }
.borders { fill: none; stroke: var(--paper); stroke-width: 2.5; }
.marker circle { fill: var(--card); fill-opacity: .6; stroke: var(--place); stroke-width: 4; }
.told circle { fill: var(--place); fill-opacity: .85; }
.area circle { stroke-width: 2.5; stroke-dasharray: 4 3; }
.area.told circle { fill-opacity: .4; }
.marker text { font: 26px system-ui, sans-serif; fill: var(--ink); stroke: var(--card); stroke-width: 5;
  stroke-linejoin: round; paint-order: stroke; }
.marker:focus { outline: none; }
.marker:focus circle { stroke: var(--ink); }
.marker.hot { background: none; }
.marker.hot circle { fill: var(--hot); fill-opacity: 1; stroke: var(--ink); }
.key, .dates { font: .85rem/1.45 system-ui, sans-serif; }
.key { color: var(--soft); margin-top: .3rem; }
.dates { list-style: none; margin: 0; padding: 0 0 0 .9rem; border-left: 2px solid var(--line); }
.dates > li { margin: 0 0 .7rem; }
.date { font-weight: 600; color: var(--time); }
.dates p { margin: .1rem 0; }
.dates a { color: inherit; text-decoration-color: var(--line); }
.dates .by { display: block; color: var(--soft); }
table { border-collapse: collapse; width: 100%; font: .85rem/1.45 system-ui, sans-serif; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); }
</style>
</head>
<body>
)html";

// A claim under the pointer or the focus lights its evidence in the text; a marker of the map
// lights the words that name its place, and they light it.
constexpr std::string_view kFoot = R"html(<script>
for (const one of document.querySelectorAll("[data-of]")) {
  const parts = [...one.closest("article").querySelectorAll('[data-in~="' + one.dataset.of + '"]')];
  const mutual = one.classList.contains("marker");
  const lit = mutual ? [one, ...parts] : parts;
  for (const [event, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]])
    for (const looked of mutual ? lit : [one])
      looked.addEventListener(event, () => { for (const part of lit) part.classList.toggle("hot", on); });
}
</script>
</body>
</html>
)html";

constexpr std::string_view kLegend =
    R"(<p class="legend"><span class="source">source</span><span class="cue">cue</span>)"
    R"(<span class="content">what a source says</span><span class="event">event</span>)"
    R"(<span class="time">time or place</span><span class="quantity">quantity</span>)"
    R"(<span class="label">label</span></p>)";

// A stretch of text with one role.
struct Mark {
  Span span = {};
  std::string_view role = {};
  std::string tip = {};
  std::string part_of = {};  // "v3", "p1": lit when that claim or marker is looked at
};

class Article {
 public:
  Article(const Reading& reading, std::size_t number)
      : r_(reading), page_(make_page(reading)), prefix_("r" + std::to_string(number) + "-") {}

  std::string write() {
    out_ += "<article>\n<h1>" + escape_html(page_.title) + "</h1>\n<p class=\"facts\">";
    for (std::size_t i = 0; i < page_.facts.size(); ++i) {
      out_ += (i == 0 ? "" : " &middot; ") + escape_html(page_.facts[i]);
    }
    out_ += "</p>\n";
    for (const std::string& warning : page_.warnings) element("p", "warning", warning);
    out_ += kLegend;
    out_ += "\n<div class=\"columns\">\n<section aria-label=\"The report\"><div class=\"text\">";
    write_text();
    out_ += "</div>\n";
    write_map();
    out_ += "</section>\n<section aria-label=\"What sayso read in it\">\n";
    write_incidents();
    write_figures();
    write_dates();
    write_actors();
    write_labels();
    out_ += "</section>\n</div>\n</article>\n";
    return std::move(out_);
  }

 private:
  void element(std::string_view tag, std::string_view kind, std::string_view text) {
    ((((out_ += '<') += tag) += " class=\"") += kind) += "\">";
    ((out_ += escape_html(text)) += "</") += tag;
    out_ += ">\n";
  }

  std::vector<Mark> marks() const {
    std::vector<Mark> marks;
    for (const Attribution& a : r_.attributions) {
      const std::string act(to_text(a.act));
      for (const Span s : a.source) marks.push_back({s, "source", "source", {}});
      for (const Span s : a.cue) marks.push_back({s, "cue", "cue: " + act, {}});
      for (const Span s : a.content) marks.push_back({s, "content", "", {}});
    }
    for (const Timex& t : r_.values.times) marks.push_back({t.span, "time", t.value, {}});
    for (const Place& p : r_.values.places) {
      marks.push_back({p.span, "place", p.name + (p.country ? ", " + *p.country : ""), {}});
    }
    for (std::size_t i = 0; i < page_.places.size(); ++i) {
      if (!page_.places[i].point) continue;
      for (const Span s : page_.places[i].spans) {
        marks.push_back({s, "", "", "p" + std::to_string(i + 1)});
      }
    }
    for (const Quantity& q : r_.values.quantities) marks.push_back({q.span, "quantity", "", {}});
    for (const Label& l : r_.labels) marks.push_back({l.span, "label", "label: " + l.term, {}});
    for (std::size_t i = 0; i < r_.events.size(); ++i) {
      const Event& e = r_.events[i];
      marks.push_back({e.trigger, "event", std::string(to_text(e.type)), {}});
      marks.push_back({e.evidence, "", "", "v" + std::to_string(i + 1)});
    }
    return marks;
  }

  // Where a paragraph begins that no line end sets apart.
  std::vector<std::uint32_t> lost_breaks() const {
    std::vector<std::uint32_t> breaks;
    const auto& sentences = r_.analysis.sentences;
    for (std::size_t i = 1; i < sentences.size(); ++i) {
      if (sentences[i].paragraph == sentences[i - 1].paragraph) continue;
      const Span between{sentences[i - 1].span.end, sentences[i].span.begin};
      if (between.begin <= between.end &&
          slice(r_.report.text, between).find('\n') == std::string_view::npos) {
        breaks.push_back(sentences[i].span.begin);
      }
    }
    return breaks;
  }

  // Cuts the text where any mark begins or ends; each piece carries the roles that cover it.
  void write_text() {
    std::vector<Mark> all = marks();
    std::stable_sort(all.begin(), all.end(),
                     [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
    const std::vector<std::uint32_t> breaks = lost_breaks();
    std::vector<std::uint32_t> cuts = breaks;
    for (const Mark& mark : all) {
      cuts.push_back(mark.span.begin);
      cuts.push_back(mark.span.end);
    }
    cuts.push_back(static_cast<std::uint32_t>(r_.report.text.size()));
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

    std::vector<const Mark*> open;
    std::size_t next = 0;
    std::uint32_t at = 0;
    for (const std::uint32_t cut : cuts) {
      if (cut == at) continue;
      while (next < all.size() && all[next].span.begin <= at) open.push_back(&all[next++]);
      std::erase_if(open, [at](const Mark* mark) { return mark->span.end <= at; });
      if (std::binary_search(breaks.begin(), breaks.end(), at))
        out_ += R"(<span class="break"></span>)";
      write_piece({at, cut}, open);
      at = cut;
    }
  }

  void write_piece(Span span, const std::vector<const Mark*>& open) {
    const std::string text = escape_html(slice(r_.report.text, span));
    std::string roles;
    std::string wholes;
    std::string tip;
    for (const Mark* mark : open) {
      if (!mark->role.empty()) roles += (roles.empty() ? "" : " ") + std::string(mark->role);
      if (!mark->part_of.empty()) wholes += (wholes.empty() ? "" : " ") + mark->part_of;
      if (!mark->tip.empty()) tip = mark->tip;
    }
    if (roles.empty() && wholes.empty()) {
      out_ += text;
      return;
    }
    out_ += "<span";
    if (!roles.empty()) out_ += " class=\"" + roles + "\"";
    if (!wholes.empty()) out_ += " data-in=\"" + wholes + "\"";
    if (!tip.empty()) out_ += " title=\"" + escape_html(tip) + "\"";
    out_ += ">" + text + "</span>";
  }

  void write_incidents() {
    if (!page_.incidents.empty()) out_ += "<h2>What happened, and on whose say-so</h2>\n";
    for (const PageIncident& incident : page_.incidents) {
      out_ += "<h3>" + escape_html(incident.heading) + "</h3>\n";
      for (const PageClaim& claim : incident.claims) write_claim(claim);
    }
  }

  void write_claim(const PageClaim& claim) {
    const std::string id = "v" + std::to_string(claim.event + 1);
    out_ += "<div class=\"claim" + std::string(claim.voices.empty() ? " own" : "") + "\" id=\"" +
            prefix_ + id + "\" data-of=\"" + id + "\" tabindex=\"0\">\n";
    element("div", "voice", voice_in_words(page_, claim.voices));
    std::string what = claim.what;
    for (const std::string& detail : claim.details) what += "; " + detail;
    element("div", "detail", what);
    for (const std::string& toll : claim.toll) element("div", "toll", toll);
    out_ += "</div>\n";
  }

  void write_figures() {
    if (page_.figures.empty()) return;
    out_ +=
        "<h2>Figures</h2>\n<table><tr><th>Effect</th><th>Figure</th><th>Who says it</th></tr>\n";
    for (const PageFigure& figure : page_.figures) {
      const std::string value = figure.value + (figure.whole.empty() ? "" : ", " + figure.whole);
      row({figure.effect, value, voice_in_words(page_, figure.voices)});
    }
    out_ += "</table>\n";
  }

  void write_dates() {
    if (page_.dates.empty()) return;
    out_ += "<h2>Time line</h2>\n<ol class=\"dates\">\n";
    for (const PageDate& date : page_.dates) {
      out_ += "<li><span class=\"date\">" + escape_html(date.date) + "</span>";
      if (date.is_publication) out_ += " &middot; the day of publication";
      out_ += '\n';
      for (const PageDated& event : date.told) write_dated(event);
      out_ += "</li>\n";
    }
    out_ += "</ol>\n";
  }

  // Leads to the claim, and lights the same words.
  void write_dated(const PageDated& event) {
    const std::string id = "v" + std::to_string(event.event + 1);
    out_ += "<p data-of=\"" + id + "\"><a href=\"#" + prefix_ + id + "\">" +
            escape_html((event.clock.empty() ? "" : event.clock + ": ") + event.what) +
            "</a> <span class=\"by\">" + escape_html(voice_in_words(page_, event.voices)) +
            "</span></p>\n";
  }

  void write_map() {
    const std::string map = map_as_svg(page_.places);
    if (map.empty()) return;
    const bool areas = std::any_of(page_.places.begin(), page_.places.end(),
                                   [](const PagePlace& place) { return place.is_area; });
    out_ +=
        "<h2>Places</h2>\n<figure class=\"map\">\n" + map +
        "<figcaption class=\"key\">Larger: named more often. Filled: an event is told of there. ";
    if (areas) out_ += "Dashed: the middle of a country or a region. ";
    out_ +=
        "Borders: Natural Earth, public domain; drawing them endorses none.</figcaption>\n"
        "</figure>\n";
  }

  void write_actors() {
    if (page_.actors.empty()) return;
    out_ += "<h2>Actors</h2>\n<table><tr><th>In the report</th><th>Is</th><th>Code</th></tr>\n";
    for (const PageActor& actor : page_.actors) row({actor.name, actor.is, actor.code});
    out_ += "</table>\n";
  }

  void write_labels() {
    if (page_.labels.empty()) return;
    out_ +=
        "<h2>Labels, and who used them</h2>\n"
        "<table><tr><th>Label</th><th>Of</th><th>Times</th><th>Who used it</th></tr>\n";
    for (const PageLabel& label : page_.labels) {
      row({label.term, label.of, std::to_string(label.spans.size()),
           voice_in_words(page_, label.voices)});
    }
    out_ += "</table>\n";
  }

  void row(const std::vector<std::string>& cells) {
    out_ += "<tr>";
    for (const std::string& cell : cells) out_ += "<td>" + escape_html(cell) + "</td>";
    out_ += "</tr>\n";
  }

  const Reading& r_;
  Page page_;
  std::string prefix_;
  std::string out_ = {};
};
}  // namespace

std::string_view html_head() { return kHead; }
std::string_view html_foot() { return kFoot; }

std::string article_as_html(const Reading& reading, std::size_t number) {
  return Article(reading, number).write();
}

std::string refusal_as_html(const Error& error, std::string_view report_id) {
  return "<article>\n<h1>" + escape_html(report_id) + "</h1>\n<p class=\"warning\">" +
         escape_html(error.message) + "</p>\n</article>\n";
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: {
        const bool control =
            (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
        control ? out += "\uFFFD" : out += c;
      }
    }
  }
  return out;
}

}  // namespace sayso
