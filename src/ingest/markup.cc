#include "ingest/markup.h"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/cursor.h"

namespace sayso {
namespace {
// Enough for long comments in front of the first element; UTF-16 is narrowed up to here.
constexpr std::size_t kEnough = std::size_t{16} << 10U;

// Elements a page or a piece of one begins with. Names alone: prose may begin with "<unknown>".
constexpr std::array kHtmlNames = {
    "a",     "amp-img", "article",  "aside",  "b",      "base",  "blockquote", "body",
    "br",    "center",  "div",      "em",     "figure", "font",  "footer",     "form",
    "h1",    "h2",      "h3",       "h4",     "h5",     "h6",    "head",       "header",
    "hr",    "html",    "i",        "iframe", "img",    "input", "link",       "main",
    "meta",  "nav",     "noscript", "ol",     "p",      "pre",   "script",     "section",
    "small", "span",    "strong",   "style",  "table",  "tbody", "td",         "template",
    "title", "tr",      "u",        "ul",     "video"};
constexpr std::array kFeedNames = {"rss", "feed", "rdf:rdf", "rdf", "atom:feed"};

// The ASCII of UTF-16 text as bytes, other characters as '?'; empty when it is none.
std::string narrowed(std::string_view bytes) {
  const bool big = bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2));
  const bool little =
      bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2));
  std::string out;
  if (!big && !little) return out;
  bytes = bytes.substr(0, kEnough * 2);
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const char high = bytes[big ? i : i + 1];
    out += high == '\0' ? bytes[big ? i + 1 : i] : '?';
  }
  if (bytes.front() != '\0' && bytes.front() != '<') out.erase(0, 1);  // the byte-order mark
  return out;
}

struct Prolog {
  bool xml = false;               // an XML declaration
  bool doctype_html = false;      // <!DOCTYPE html ...>
  std::string_view element = {};  // what follows, from its '<'
};

// Of "<!DOCTYPE rss [<!ENTITY ...>]>": where its last '>' is.
std::size_t declaration_end(std::string_view text) {
  const std::size_t end = text.find('>');
  const std::size_t bracket = text.find('[');
  if (bracket >= end) return end;
  const std::size_t closed = text.find(']', bracket);
  return closed == std::string_view::npos ? closed : text.find('>', closed);
}

// Moves over what may stand in front of the first element.
Prolog read_prolog(std::string_view text) {
  Prolog prolog;
  Cursor at{text};
  while (true) {
    at.take_blanks();
    const std::string_view rest = at.rest();
    std::size_t size = std::string_view::npos;
    if (rest.starts_with("<!--")) {
      const std::size_t end = rest.find("-->", 4);
      size = end == std::string_view::npos ? end : end + 3;
    } else if (rest.starts_with("<?")) {
      prolog.xml = prolog.xml || rest.starts_with("<?xml");
      const std::size_t end = rest.find('>');
      size = end == std::string_view::npos ? end : end + 1;
    } else if (rest.starts_with("<!")) {
      Cursor doctype{rest, 2};
      if (doctype.take_word("doctype") && doctype.take_blanks() && doctype.take_word("html")) {
        prolog.doctype_html = true;
      }
      const std::size_t end = declaration_end(rest);
      size = end == std::string_view::npos ? end : end + 1;
    } else {
      prolog.element = rest;
      return prolog;
    }
    if (size == std::string_view::npos) return prolog;
    at.at += size;
  }
}

// "<Div class" -> "div"
std::string element_name(std::string_view element) {
  std::string name;
  if (!element.starts_with('<')) return name;
  for (const char c : element.substr(1, 20)) {
    if (ascii::is_blank(c) || c == '>' || c == '/') return name;
    name += ascii::lower(c);
  }
  return {};
}

template <std::size_t n>
bool is_one_of(const std::array<const char*, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
}  // namespace

std::optional<MarkupKind> tell_markup(std::string_view bytes) {
  const std::string wide = narrowed(bytes);
  std::string_view text = wide.empty() ? bytes : std::string_view(wide);
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  const Prolog prolog = read_prolog(text.substr(0, kEnough));
  if (prolog.doctype_html) return MarkupKind::html;
  const std::string name = element_name(prolog.element);
  if (is_one_of(kFeedNames, name)) return MarkupKind::xml_feed;
  if (is_one_of(kHtmlNames, name)) return MarkupKind::html;
  if (prolog.xml) return MarkupKind::other_xml;
  return std::nullopt;
}

}  // namespace sayso
