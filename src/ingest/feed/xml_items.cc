#include "ingest/feed/xml_items.h"

#include <expat.h>

#include <algorithm>
#include <utility>

#include "ingest/cursor.h"
#include "ingest/feed/xml_encoding.h"
#include "ingest/sha256.h"

namespace sayso {
namespace {
enum class Field : std::uint8_t {
  none,
  title,
  link,
  id,
  published,
  updated,
  author,
  language,
  summary,
  content
};

struct ElementRow {
  std::string_view name;
  Field field;
};

// Elements of an item, in lower case. Prefixes are the usual ones: feeds often leave them
// undeclared.
constexpr ElementRow kElements[] = {
    {"title", Field::title},
    {"dc:title", Field::title},
    {"link", Field::link},
    {"guid", Field::id},
    {"id", Field::id},
    {"pubdate", Field::published},
    {"published", Field::published},
    {"dc:date", Field::published},
    {"dcterms:created", Field::published},
    {"issued", Field::published},  // Atom 0.3
    {"updated", Field::updated},
    {"modified", Field::updated},  // Atom 0.3
    {"dcterms:modified", Field::updated},
    {"author", Field::author},
    {"dc:creator", Field::author},
    {"dc:language", Field::language},
    {"language", Field::language},
    {"summary", Field::summary},
    {"description", Field::summary},
    {"dc:description", Field::summary},
    {"content:encoded", Field::content},
    {"content", Field::content},
};

std::string element_name(const char* name) {
  std::string out(name);
  for (char& c : out) c = ascii::lower(c);
  for (const std::string_view prefix : {"atom:", "rss:"}) {
    if (out.starts_with(prefix)) out.erase(0, prefix.size());
  }
  return out;
}

Field field_of(std::string_view name) {
  const auto* at = std::find_if(std::begin(kElements), std::end(kElements),
                                [&](const ElementRow& row) { return row.name == name; });
  return at == std::end(kElements) ? Field::none : at->field;
}

std::string_view attribute(const char** attributes, std::string_view name) {
  for (; *attributes != nullptr; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

// How an element's text is written.
enum class Writing : std::uint8_t { html, plain, xhtml, other };

// RSS holds escaped HTML; Atom says which ("html", "xhtml", "text/plain"), and plain text unless it
// says otherwise.
Writing writing_of(std::string_view name, std::string_view type) {
  if (name != "summary" && name != "content" && name != "title") return Writing::html;
  if (type.empty() || type == "text" || type == "text/plain") return Writing::plain;
  if (type == "html" || type == "text/html") return Writing::html;
  return type == "xhtml" || type == "application/xhtml+xml" ? Writing::xhtml : Writing::other;
}

// Elements without an end tag in HTML: "<br></br>" would be two breaks.
bool is_void(std::string_view name) {
  static constexpr std::string_view kVoid[] = {"area",   "base",  "br",    "col",  "embed",
                                               "hr",     "img",   "input", "link", "meta",
                                               "source", "track", "wbr"};
  return std::find(std::begin(kVoid), std::end(kVoid), name) != std::end(kVoid);
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && ascii::is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && ascii::is_blank(text.back())) text.remove_suffix(1);
  return text;
}

void set_once(std::string& field, std::string_view value) {
  if (field.empty()) field = trimmed(value);
}

bool is_web_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string_view media_type_of(std::string_view root) {
  if (root == "feed") return "application/atom+xml";
  return root == "rss" ? "application/rss+xml" : "application/rdf+xml";
}
}  // namespace

struct XmlItems::Parser {
  explicit Parser(std::size_t most) : most_text(most), expat(XML_ParserCreate(nullptr)) {}
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  Parser(Parser&&) = delete;
  Parser& operator=(Parser&&) = delete;
  ~Parser() { XML_ParserFree(expat); }

  void start(const char* raw_name, const char** attributes);
  void end(const char* raw_name);
  void text(std::string_view more);
  void start_item(const char** attributes);
  void start_field(const std::string& name, const char** attributes);
  void start_link(const char** attributes);
  void begin_capture(Field new_field, Writing new_writing);
  void end_capture();
  void end_item();
  void keep_unparsed();
  void set_field(std::string_view value);
  void set_head(std::string_view value);
  void append(std::string_view more);
  std::uint64_t byte_index() const {
    return static_cast<std::uint64_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(expat)));
  }

  std::size_t most_text;
  XML_Parser expat;
  FeedHead head = {};
  std::deque<FeedItem> items = {};

  std::size_t depth = 0;
  std::size_t head_depth = 0;    // of <channel> or <feed>, 0 outside
  std::size_t item_depth = 0;    // of the open item, 0 outside
  std::size_t author_depth = 0;  // of an open Atom <author>, whose <name> counts
  FeedItem item = {};
  bool guid_is_address = true;

  Field field = Field::none;  // whose text is being gathered
  Writing writing = Writing::html;
  std::size_t capture_depth = 0;
  std::string captured = {};

  std::string_view piece = {};  // being parsed
  std::uint64_t piece_at = 0;   // its place in the input
  std::uint64_t item_at = 0;    // of the open item
  std::string item_bytes = {};  // of the open item, from pieces before this one
  std::string unparsed = {};    // the end of what came before this piece: part of a tag
};

void XmlItems::Parser::append(std::string_view more) {
  if (captured.size() + more.size() > most_text) {
    item.too_large = true;
    return;
  }
  captured += more;
}

void XmlItems::Parser::begin_capture(Field new_field, Writing new_writing) {
  field = new_field;
  writing = new_writing;
  capture_depth = depth;
  captured.clear();
}

void XmlItems::Parser::start(const char* raw_name, const char** attributes) {
  ++depth;
  if (field != Field::none) {  // markup inside a text
    std::string tag = "<" + std::string(raw_name);
    for (; *attributes != nullptr; attributes += 2) {
      tag.append(" ").append(attributes[0]).append("=\"");
      append_escaped(tag, attributes[1]);
      tag += '"';
    }
    return append(tag + ">");
  }
  const std::string name = element_name(raw_name);
  if (depth == 1) {
    head.media_type = media_type_of(name);
    set_once(head.uri, attribute(attributes, "xml:base"));
  }
  if (item_depth != 0) return start_field(name, attributes);
  if (name == "item" || name == "entry") return start_item(attributes);
  if (name == "channel" || name == "feed") {
    head_depth = depth;
    set_once(head.language, attribute(attributes, "xml:lang"));
    set_once(head.uri, attribute(attributes, "xml:base"));
  } else if (head_depth != 0) {
    start_field(name, attributes);
  }
}

void XmlItems::Parser::start_item(const char** attributes) {
  item_depth = depth;
  item = {};
  guid_is_address = true;
  item.language = attribute(attributes, "xml:lang");
  if (const auto about = attribute(attributes, "rdf:about"); !about.empty()) item.id = about;
  item_at = byte_index();
  item_bytes.clear();
  if (item_at < piece_at) {
    const std::uint64_t ahead = std::min<std::uint64_t>(piece_at - item_at, unparsed.size());
    item_bytes = unparsed.substr(unparsed.size() - ahead);
  }
}

void XmlItems::Parser::keep_unparsed() {
  const std::uint64_t end = piece_at + piece.size();
  const std::uint64_t size = end - std::min(end, byte_index());
  if (size > piece.size()) {  // a tag over several pieces
    unparsed += piece;
  } else {
    unparsed = piece.substr(piece.size() - size);
  }
}

// Only what stands directly in an item, or in the feed's head, is about it.
void XmlItems::Parser::start_field(const std::string& name, const char** attributes) {
  const std::size_t parent = item_depth != 0 ? item_depth : head_depth;
  if (author_depth != 0 && depth == author_depth + 1 && name == "name") {
    return begin_capture(Field::author, Writing::plain);
  }
  if (depth != parent + 1) return;
  const Field found = field_of(name);
  if (found == Field::none) return;
  if (found == Field::link) return start_link(attributes);
  if (name == "guid") guid_is_address = attribute(attributes, "isPermaLink") != "false";
  const bool atom = head.media_type == "application/atom+xml";
  if (found == Field::author && atom && name == "author") {
    author_depth = depth;
    return;
  }
  const Writing how = atom ? writing_of(name, attribute(attributes, "type")) : Writing::html;
  if (how != Writing::other) begin_capture(found, how);
}

// Atom's address is an attribute, RSS's is text.
void XmlItems::Parser::start_link(const char** attributes) {
  const std::string_view address = attribute(attributes, "href");
  const std::string_view rel = attribute(attributes, "rel");
  if (address.empty()) return begin_capture(Field::link, Writing::plain);
  if (!rel.empty() && rel != "alternate") return;
  set_once(item_depth != 0 ? item.uri : head.uri, address);
}

void XmlItems::Parser::end(const char* raw_name) {
  if (field != Field::none && depth == capture_depth) {
    end_capture();
  } else if (field != Field::none) {
    if (!is_void(raw_name)) append("</" + std::string(raw_name) + ">");
  } else if (item_depth == depth) {
    end_item();
  }
  if (author_depth == depth) author_depth = 0;
  if (head_depth == depth) head_depth = 0;
  --depth;
}

void XmlItems::Parser::end_capture() {
  if (item_depth != 0) {
    set_field(captured);
  } else {
    set_head(captured);
  }
  field = Field::none;
}

void XmlItems::Parser::set_field(std::string_view value) {
  const FeedMarkup markup = writing == Writing::plain ? FeedMarkup::none : FeedMarkup::html;
  const auto set_text = [&](FeedText& text) {
    if (text.text.empty()) text = {std::string(trimmed(value)), markup};
  };
  switch (field) {
    case Field::title: return set_once(item.title, value);
    case Field::link: return set_once(item.uri, value);
    case Field::id: item.id = trimmed(value); return;
    case Field::published: return set_once(item.published, value);
    case Field::updated: return set_once(item.updated, value);
    case Field::author: add_authors(value, item.authors); return;
    case Field::language: return set_once(item.language, value);
    case Field::summary: return set_text(item.summary);
    case Field::content: return set_text(item.content);
    case Field::none: return;
  }
}

void XmlItems::Parser::set_head(std::string_view value) {
  if (field == Field::title) set_once(head.title, value);
  if (field == Field::language) set_once(head.language, value);
  if (field == Field::link) set_once(head.uri, value);
  if (field == Field::author) add_authors(value, head.authors);
}

void XmlItems::Parser::end_item() {
  // The bytes up to the end of the closing tag, as far as they lie in this piece.
  const std::uint64_t end =
      byte_index() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(expat)) - piece_at;
  const std::uint64_t begin = item_at > piece_at ? item_at - piece_at : 0;
  if (begin <= end && end <= piece.size()) item_bytes += piece.substr(begin, end - begin);
  item.sha256 = sha256_hex(item_bytes);
  if (item.uri.empty() && guid_is_address && is_web_address(item.id)) item.uri = item.id;
  items.push_back(std::move(item));
  item_depth = 0;
}

void XmlItems::Parser::text(std::string_view more) {
  if (field == Field::none) return;
  if (writing != Writing::xhtml) return append(more);
  std::string escaped;
  append_escaped(escaped, more);
  append(escaped);
}

XmlItems::XmlItems(std::size_t most_text) : parser_(std::make_unique<Parser>(most_text)) {
  XML_Parser expat = parser_->expat;
  XML_SetUserData(expat, parser_.get());
  XML_SetElementHandler(
      expat,
      [](void* p, const char* name, const char** a) { static_cast<Parser*>(p)->start(name, a); },
      [](void* p, const char* name) { static_cast<Parser*>(p)->end(name); });
  XML_SetCharacterDataHandler(expat, [](void* p, const char* text, int size) {
    static_cast<Parser*>(p)->text({text, static_cast<std::size_t>(size)});
  });
  // Entities of HTML that the feed does not declare ("&nbsp;") are kept for the HTML reader.
  XML_UseForeignDTD(expat, XML_TRUE);
  XML_SetSkippedEntityHandler(expat, [](void* p, const char* name, int is_parameter) {
    if (is_parameter == 0 && static_cast<Parser*>(p)->field != Field::none) {
      static_cast<Parser*>(p)->append("&" + std::string(name) + ";");
    }
  });
  know_encodings(expat);
}

XmlItems::~XmlItems() = default;

std::optional<Error> XmlItems::parse(std::string_view piece, bool is_last) {
  Parser& p = *parser_;
  p.piece = piece;
  const auto status =
      XML_Parse(p.expat, piece.data(), static_cast<int>(piece.size()), is_last ? 1 : 0);
  if (status == XML_STATUS_ERROR) {
    const std::string line = std::to_string(XML_GetCurrentLineNumber(p.expat));
    return Error{ErrorKind::malformed, std::string("not well-formed XML at line ") + line + ": " +
                                           XML_ErrorString(XML_GetErrorCode(p.expat))};
  }
  const std::uint64_t end = p.piece_at + piece.size();
  if (p.item_depth != 0) {
    const std::uint64_t begin = p.item_at > p.piece_at ? p.item_at - p.piece_at : 0;
    p.item_bytes += piece.substr(std::min<std::uint64_t>(begin, piece.size()));
    // Hashed whole, because it is refused: its bytes need not be kept.
    if (p.item_bytes.size() > 4 * p.most_text) p.item.too_large = true;
    if (p.item.too_large) p.item_bytes.clear();
  }
  p.keep_unparsed();
  p.piece_at = end;
  // A tag that goes on and on is read again from its start with every piece.
  if (end - std::min(end, p.byte_index()) > p.most_text) {
    return Error{ErrorKind::too_large, "a tag is over the size limit"};
  }
  return std::nullopt;
}

std::deque<FeedItem>& XmlItems::items() { return parser_->items; }
const FeedHead& XmlItems::head() const { return parser_->head; }

}  // namespace sayso
