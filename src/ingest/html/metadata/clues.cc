#include "ingest/html/metadata/clues.h"

#include <algorithm>

#include "ingest/cursor.h"
#include "ingest/html/metadata/date_text.h"
#include "ingest/html/metadata/heading.h"
#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/page_words.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kMostClues = 2000;
constexpr std::size_t kMostOfOneSource = 60;
constexpr std::size_t kLongestLabel = 160;    // bytes of an element that holds a date or names
constexpr std::size_t kLongestHeading = 400;  // bytes
constexpr std::size_t kLongestStart = 40;
constexpr std::size_t kLongestDated = 120;  // bytes of a text that may be a date line

struct Attributes {
  std::string_view class_, id, itemprop, rel, datetime, content, href, property, name, equiv, type,
      lang, role, title, testid;
};

Attributes read_attributes(const Dom& dom, NodeIndex i) {
  Attributes a;
  for (const DomAttribute& attribute : dom.attributes(i)) {
    const std::string_view name = attribute.name;
    if (name == "class")
      a.class_ = attribute.value;
    else if (name == "id")
      a.id = attribute.value;
    else if (name == "itemprop")
      a.itemprop = attribute.value;
    else if (name == "rel")
      a.rel = attribute.value;
    else if (name == "datetime")
      a.datetime = attribute.value;
    else if (name == "content")
      a.content = attribute.value;
    else if (name == "href")
      a.href = attribute.value;
    else if (name == "property")
      a.property = attribute.value;
    else if (name == "name")
      a.name = attribute.value;
    else if (name == "http-equiv")
      a.equiv = attribute.value;
    else if (name == "type")
      a.type = attribute.value;
    else if (name == "lang" || name == "xml:lang")
      a.lang = attribute.value;
    else if (name == "role")
      a.role = attribute.value;
    else if (name == "title")
      a.title = attribute.value;
    else if (name == "data-testid" || name == "data-qa")
      a.testid = attribute.value;
  }
  return a;
}

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

// "/author/ann-example/", "/autoren/ann-example": a page about a person, not the list of all.
bool leads_to_author(std::string_view href) {
  constexpr std::string_view kFolders[] = {
      "/author/",      "/authors/",      "/autor/",       "/autoren/",   "/autores/",
      "/auteur/",      "/auteurs/",      "/autore/",      "/autori/",    "/staff/",
      "/people/",      "/profile/",      "/profil/",      "/person/",    "/reporter/",
      "/journalist/",  "/journalists/",  "/journalista/", "/redakteur/", "/columnist/",
      "/contributor/", "/contributors/", "/by/",          "/byline/",    "/yazar/",
      "/writers/",     "/writer/",       "/menschen/",    "/personen/",  "/firmas/",
      "/avtor/",       "/redaktion/",    "/colaborador/"};
  for (const std::string_view folder : kFolders) {
    const std::size_t at = href.find(folder);
    if (at != href.npos && at + folder.size() < href.size()) return true;
  }
  return false;
}

// A number that may be a year: worth a closer look.
bool may_hold_date(std::string_view text) {
  for (std::size_t at = 0; at + 3 < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c == 0xD9 || c == 0xDB) {  // digits in Arabic script
      const unsigned value = static_cast<unsigned char>(text[at + 1]) & 0xF0U;
      if (value == (c == 0xD9 ? 0xA0U : 0xB0U)) return true;
    }
    if (!ascii::is_digit(text[at])) continue;
    const bool century =
        (text[at] == '2' && text[at + 1] == '0') || (text[at] == '1' && text[at + 1] == '9');
    if (century && ascii::is_digit(text[at + 2]) && ascii::is_digit(text[at + 3])) return true;
  }
  return false;
}

class ClueCollector {
 public:
  explicit ClueCollector(const Dom& dom) : dom_(dom), counts_(meta_sources().size()) {}

  PageClues run() {
    const auto nodes = dom_.nodes();
    page_.heading = find_heading(dom_);
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
      if (nodes[i].is_text()) {
        visit_text(i);
      } else {
        i = visit_element(i);
      }
    }
    return std::move(page_);
  }

 private:
  bool outside(NodeIndex i) const { return i < outside_end_; }

  void add(SourceIndex source, NodeIndex node, std::string_view value) {
    if (source == kNoSource || value.empty() || page_.clues.size() >= kMostClues) return;
    if (++counts_[source] > kMostOfOneSource) return;
    const bool in_body = node != kNoNode;
    page_.clues.push_back(
        {source, node, in_body && outside(node), !in_body || is_near(node), value});
  }
  void add_text(SourceIndex source, NodeIndex node, std::size_t limit) {
    if (source == kNoSource || counts_[source] >= kMostOfOneSource) return;
    page_.texts.push_back(visible_text(dom_, node, limit));
    add(source, node, page_.texts.back());
  }

  // Returns the last node it has dealt with: `i`, or the end of what is passed over.
  NodeIndex visit_element(NodeIndex i) {
    const DomNode& node = dom_[i];
    const HtmlTag tag = node.tag;
    const Attributes a = read_attributes(dom_, i);
    if (tag == HtmlTag::meta) return visit_meta(i, a), i;
    if (tag == HtmlTag::script) return visit_script(i, a), std::max(i + 1, node.end) - 1;
    if (tag == HtmlTag::style || tag == HtmlTag::svg || tag == HtmlTag::template_)
      return std::max(i + 1, node.end) - 1;
    if (tag == HtmlTag::link) return visit_link(a), i;
    if (tag == HtmlTag::html && page_.language.empty()) page_.language = a.lang;
    if (tag == HtmlTag::body || tag == HtmlTag::html) return i;
    if (tag == HtmlTag::title) {
      if (!in_body_title_) add_text(find_source(MetaPlace::element, "title"), i, kLongestHeading);
      in_body_title_ = true;
      return i;
    }
    visit_body_element(i, tag, a);
    return i;
  }

  void visit_meta(NodeIndex i, const Attributes& a) {
    for (const std::string_view key : {a.property, a.name, a.itemprop, a.equiv}) {
      if (key.empty() || a.content.empty()) continue;
      constexpr std::size_t kLongestKey = 60;
      if (key.size() > kLongestKey) continue;
      key_.assign(key);
      std::transform(key_.begin(), key_.end(), key_.begin(), ascii::lower);
      while (!key_.empty() && key_.back() == ' ') key_.pop_back();
      add(find_source(MetaPlace::meta, key_), outside(i) ? i : kNoNode, a.content);
      visit_labelled(a.content);
      // "locked", "metered": the vocabulary of article:content_tier
      if (key_ == "article:content_tier" || key_ == "og:article:content_tier") {
        page_.paywalled |= a.content == "locked" || a.content == "metered";
      }
    }
  }

  // "twitter:label1" names what "twitter:data1" holds: "Written by", "Verfasst von".
  void visit_labelled(std::string_view content) {
    if (key_.starts_with("twitter:label")) label_ = content;
    if (!key_.starts_with("twitter:data") || label_.empty()) return;
    const PageHints hints = read_cue(label_);
    if (hints.author || holds_preposition(label_)) {
      add(find_source(MetaPlace::meta, "twitter:data"), kNoNode, content);
    }
    label_ = {};
  }

  void visit_link(const Attributes& a) {
    if (has_word(a.rel, "canonical"))
      add(find_source(MetaPlace::link, "canonical"), kNoNode, a.href);
  }

  void visit_script(NodeIndex i, const Attributes& a) {
    std::string_view text = dom_[i].text;
    if (text.empty() && i + 1 < dom_[i].end) text = dom_[i + 1].text;
    if (a.type.find("ld+json") != a.type.npos) {
      read_json_ld(text, page_.linked);
    } else if (!text.empty()) {
      page_.scripts.push_back(text);
    }
  }

  void visit_body_element(NodeIndex i, HtmlTag tag, const Attributes& a) {
    PageHints hints = read_class(a.class_);
    hints.add(read_class(a.id));
    hints.add(read_class(a.testid));
    if (is_outside(i, tag, hints)) outside_end_ = std::max(outside_end_, dom_[i].end);
    if (tag == HtmlTag::article) article_end_ = std::max(article_end_, dom_[i].end);
    if (tag == HtmlTag::h1) visit_heading(i);
    if (tag == HtmlTag::h2) add_text(find_source(MetaPlace::element, "h2"), i, kLongestHeading);
    if (!a.itemprop.empty()) visit_itemprop(i, a);
    if (tag == HtmlTag::a && is_near(i) && leads_to_author(a.href)) {
      add_names(find_source(MetaPlace::text, "link.author"), i);
    }
    if (has_word(a.rel, "author")) add_names(find_source(MetaPlace::element, "rel.author"), i);
    if (tag == HtmlTag::time || !a.datetime.empty()) visit_time(i, a, hints);
    visit_hints(i, a, hints);
  }

  bool is_outside(NodeIndex i, HtmlTag tag, const PageHints& hints) const {
    const DomNode& node = dom_[i];
    const bool aside = tag == HtmlTag::aside || tag == HtmlTag::nav ||
                       (tag == HtmlTag::footer && i >= article_end_);
    if (!aside && !hints.outside) return false;
    // What holds the heading or most of the page is no part of it, whatever it is called.
    const bool holds_heading =
        page_.heading != kNoNode && i < page_.heading && page_.heading < node.end;
    constexpr NodeIndex kShare = 3, kSmall = 60;
    const bool wraps = node.end - i > dom_.nodes().size() / kShare;
    const bool part_of_head = aside && node.end - i < kSmall && is_near(i);
    return !holds_heading && !wraps && !part_of_head;
  }

  void visit_heading(NodeIndex i) {
    const SourceIndex source = find_source(MetaPlace::element, "h1");
    if (counts_[source] >= kMostOfOneSource) return;
    page_.texts.push_back(heading_text(dom_, i));
    add(source, i, page_.texts.back());
  }

  void visit_itemprop(NodeIndex i, const Attributes& a) {
    key_.assign(a.itemprop);
    std::transform(key_.begin(), key_.end(), key_.begin(), ascii::lower);
    const SourceIndex source = find_source(MetaPlace::itemprop, key_);
    if (source == kNoSource) return;
    const std::string_view machine = a.datetime.empty() ? a.content : a.datetime;
    if (!machine.empty()) return add(source, i, machine);
    if (key_ == "author") return add_names(source, i);
    add_text(source, i, kLongestHeading);
  }

  // Of nested elements that should hold names, the innermost ones do.
  void add_names(SourceIndex source, NodeIndex i) {
    if (source == kNoSource || counts_[source] >= kMostOfOneSource) return;
    for (Clue& clue : page_.clues) {
      if (clue.source == source && clue.node < i && i < dom_[clue.node].end) clue.value = {};
    }
    add_text(source, i, kLongestLabel);
  }

  void visit_time(NodeIndex i, const Attributes& a, PageHints hints) {
    hints.add(cue_before(i));
    const bool published = hints.published || has_attribute(i, "pubdate");
    const std::string_view key = hints.modified && !published ? "time.modified"
                                 : published                  ? "time.published"
                                 : outside(i)                 ? "time.any"
                                                              : "time.article";
    const SourceIndex source = find_source(MetaPlace::element, key);
    if (!a.datetime.empty()) return add(source, i, a.datetime);
    if (!a.content.empty()) return add(source, i, a.content);
    add_text(source, i, kLongestLabel);
  }

  bool has_attribute(NodeIndex i, std::string_view name) const {
    return dom_.attribute(i, name).has_value();
  }

  // Words just before an element: "Updated: <time>".
  PageHints cue_before(NodeIndex i) const {
    constexpr NodeIndex kNear = 4;
    constexpr std::size_t kLongestCue = 60;
    for (NodeIndex at = i; at > 0 && i - at < kNear;) {
      --at;
      if (!dom_[at].is_text()) continue;
      const std::string_view text = dom_[at].text;
      Cursor c{text};
      c.take_blanks();
      if (c.at_end()) continue;
      return text.size() > kLongestCue ? PageHints{} : read_cue(text);
    }
    return {};
  }

  void visit_hints(NodeIndex i, const Attributes& a, const PageHints& hints) {
    constexpr NodeIndex kMostNodes = 40;
    if (dom_[i].end - i > kMostNodes) return;
    if (hints.author) add_names(find_source(MetaPlace::words, "author"), i);
    if (!hints.date && !hints.published && !hints.modified) return;
    const std::string_view key = hints.published  ? "published"
                                 : hints.modified ? "modified"
                                                  : "date";
    const SourceIndex source = find_source(MetaPlace::words, key);
    // <abbr class="published" title="2019-10-16T10:00">
    if (may_hold_date(a.title) && a.title.size() < kLongestDated) add(source, i, a.title);
    add_text(source, i, kLongestLabel);
  }

  void visit_text(NodeIndex i) {
    const std::string_view text = trimmed(dom_[i].text);
    visit_byline(i, text);
    if (text.size() > kLongestDated) {
      visit_start(i, text);
      return;
    }
    if (!may_hold_date(text)) return;
    PageHints hints = read_cue(text);
    if (!hints.published && !hints.modified) hints.add(cue_before(i));
    const bool copyright = text.find("\xC2\xA9") != text.npos;
    if (is_near(i) && !outside(i) && holds_preposition(text)) {
      add(find_source(MetaPlace::text, "dated_byline"), i, text);
    }
    const bool alone = is_date(text);
    if (!alone && !copyright && visit_start(i, text)) return;
    const std::string_view key = copyright         ? "copyright"
                                 : hints.published ? "published"
                                 : hints.modified  ? "modified"
                                 : !alone          ? "any"
                                                   : "date";
    add(find_source(MetaPlace::text, key), i, text);
  }

  // "By Ann Example", or "By" with the name in the element behind it.
  void visit_byline(NodeIndex i, std::string_view text) {
    constexpr std::size_t kLongestByline = 90;
    if (text.empty() || text.size() > kLongestByline || page_.heading == kNoNode) return;
    const std::size_t cue = match_byline_cue(text);
    if (cue == 0) return;
    const SourceIndex source = find_source(MetaPlace::text, "byline");
    const std::string_view rest = trimmed(text.substr(cue));
    if (!rest.empty()) return add(source, i, rest);
    constexpr NodeIndex kNear = 5;
    for (NodeIndex next = i + 1; next < dom_.nodes().size() && next < i + kNear; ++next) {
      if (dom_[next].is_text() && !trimmed(dom_[next].text).empty()) {
        return add(source, next, trimmed(dom_[next].text));
      }
    }
  }

  // A paragraph may begin with its date: "29.11.2022 - The minister", "(29.11.2022) The".
  bool visit_start(NodeIndex i, std::string_view text) {
    Cursor c{text};
    c.take('(');
    text = prefix(c.rest(), kLongestStart);
    if (!ascii::is_digit(c.peek()) || !may_hold_date(text)) return false;
    if (!match_date_text(text, DayOrder::day_first)) return false;
    add(find_source(MetaPlace::text, "start"), i, text);
    return true;
  }

  // Little else than a date.
  static bool is_date(std::string_view text) {
    const auto date = find_date(text, DayOrder::day_first);
    return date && (date->end - date->begin) * 2 >= text.size();
  }

  // A few elements before or behind the heading.
  bool is_near(NodeIndex i) const {
    constexpr NodeIndex kBefore = 15, kBehind = 80;
    if (page_.heading == kNoNode) return true;
    return i < page_.heading ? page_.heading - i < kBefore : i < dom_[page_.heading].end + kBehind;
  }

  const Dom& dom_;
  PageClues page_ = {};
  std::vector<std::size_t> counts_;
  NodeIndex outside_end_ = 0;
  NodeIndex article_end_ = 0;  // of the <article>s so far
  bool in_body_title_ = false;
  std::string key_ = {};
  std::string_view label_ = {};  // of the last "twitter:label"
};
}  // namespace

namespace {
// Smaller is better. Dates far from the heading come after the others, what stands outside of the
// article behind them, and the last resorts at the end.
std::uint32_t trust(const Clue& clue) {
  constexpr std::uint32_t kFar = 1U << 16U, kOutside = 1U << 17U, kLast = 1U << 18U;
  const MetaSource& source = meta_sources()[clue.source];
  const bool dates = source.field == MetaField::published || source.field == MetaField::modified;
  return clue.source + (dates && !clue.near ? kFar : 0) + (clue.outside ? kOutside : 0) +
         (source.last_resort ? kLast : 0);
}
}  // namespace

std::vector<Clue> PageClues::of(MetaField field) const {
  std::vector<Clue> found;
  for (const Clue& clue : clues) {
    if (!clue.value.empty() && meta_sources()[clue.source].field == field) found.push_back(clue);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Clue& a, const Clue& b) { return trust(a) < trust(b); });
  return found;
}

void PageClues::add_last_resorts(const Dom& dom) {
  constexpr std::size_t kMostTexts = 20, kLongestScript = 400;
  std::size_t found = 0;
  for (NodeIndex i = 0; i < dom.nodes().size() && found < kMostTexts; ++i) {
    const std::string_view text = dom[i].text;
    if (text.size() < 8 || !may_hold_date(text)) continue;
    const bool script = dom[i].tag == HtmlTag::script ||
                        (dom[i].parent != kNoNode && dom[dom[i].parent].tag == HtmlTag::script);
    if (!script && !dom[i].is_text()) continue;
    if (script && text.size() > kLongestScript) continue;
    const auto date = find_date(text, DayOrder::day_first);
    if (!date || date->end > text.size()) continue;
    const SourceIndex source = find_source(MetaPlace::text, script ? "literal" : "inside");
    clues.push_back({source, i, false, true, text.substr(date->begin, date->end - date->begin)});
    ++found;
  }
}

PageClues collect_clues(const Dom& dom) { return ClueCollector(dom).run(); }

std::string PageClues::title_key() const {
  const SourceIndex title = find_source(MetaPlace::element, "title");
  std::string_view text;
  for (const Clue& clue : clues) {
    if (clue.source == title && text.empty()) text = clue.value;
    if (clue.node == heading && heading != kNoNode) {
      text = clue.value;
      break;
    }
  }
  return fold_key(text);
}

void PageClues::add_linked(std::string_view uri) {
  const std::string title = title_key();
  struct Kind {
    LinkedKind kind;
    std::string_view name;
  };
  const auto add = [&](const std::string& key, const std::string& value) {
    const SourceIndex source = find_source(MetaPlace::json_ld, key);
    if (source == kNoSource || value.empty()) return;
    texts.push_back(value);
    clues.push_back({source, kNoNode, false, true, texts.back()});
  };
  for (const Kind& kind : {Kind{LinkedKind::article, "article."}, Kind{LinkedKind::work, "work."},
                           Kind{LinkedKind::page, "page."}}) {
    const LinkedThing* thing = linked.find_main(kind.kind, uri, title);
    if (thing == nullptr) continue;
    const std::string of(kind.name);
    add(of + "headline", thing->headline);
    add(of + "name", thing->name);
    add(of + "description", thing->description);
    add(of + "datePublished", thing->published);
    add(of + "dateCreated", thing->created);
    add(of + "dateModified", thing->modified);
    add(of + "inLanguage", thing->language);
    add(of + "publisher", thing->publisher);
    for (const LinkedAuthor& author : thing->authors) {
      add(of + (author.organization ? "organization" : "author"), author.name);
    }
    paywalled |= thing->paywalled && kind.kind != LinkedKind::work;
  }
  add("site.name", linked.site_name);
}

bool is_inline(HtmlTag tag) {
  return tag == HtmlTag::em || tag == HtmlTag::b || tag == HtmlTag::i || tag == HtmlTag::strong ||
         tag == HtmlTag::sup || tag == HtmlTag::sub || tag == HtmlTag::mark || tag == HtmlTag::wbr;
}

std::string visible_text(const Dom& dom, NodeIndex node, std::size_t limit) {
  std::string text;
  constexpr NodeIndex kMostNodes = 400;
  const NodeIndex end = std::min(dom[node].end, node + kMostNodes);
  for (NodeIndex i = node; i < end && text.size() < limit; ++i) {
    if (dom[i].tag == HtmlTag::script || dom[i].tag == HtmlTag::style) {
      i = std::max(i + 1, dom[i].end) - 1;
      continue;
    }
    if (!dom[i].is_text()) {
      if (!is_inline(dom[i].tag) && !text.empty()) text += ' ';
      continue;
    }
    text.append(prefix(dom[i].text, limit));
  }
  return plain_text(text);
}

}  // namespace sayso
