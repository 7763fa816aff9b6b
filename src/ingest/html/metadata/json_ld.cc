#include "ingest/html/metadata/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "ingest/cursor.h"
#include "ingest/html/metadata/json_repair.h"
#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/plain_text.h"

namespace sayso {
namespace {
namespace json = simdjson::dom;

constexpr std::size_t kDeepest = 64;
constexpr std::size_t kMostThings = 200;  // a list page may describe thousands
constexpr std::size_t kMostAuthors = 40;

std::optional<std::string_view> as_string(json::element element) {
  std::string_view text;
  if (element.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
  return text;
}

// The string under `key`, also as the first of an array or the "@value" of an object.
std::string_view text_of(json::object object, const char* key) {
  json::element value;
  if (object[key].get(value) != simdjson::SUCCESS) return {};
  json::array array;
  if (value.get_array().get(array) == simdjson::SUCCESS) {
    if (array.at(0).get(value) != simdjson::SUCCESS) return {};
  }
  json::object inner;
  if (value.get_object().get(inner) == simdjson::SUCCESS) {
    if (inner["@value"].get(value) != simdjson::SUCCESS) return {};
  }
  return as_string(value).value_or(std::string_view{});
}

struct TypeRow {
  std::string_view ending;
  LinkedKind kind;
};
// By the end of the type's name: "ReportageNewsArticle" is an Article.
constexpr TypeRow kTypes[] = {
    {"Article", LinkedKind::article},   {"Posting", LinkedKind::article},
    {"Report", LinkedKind::article},    {"JobPosting", LinkedKind::other},
    {"Recipe", LinkedKind::work},       {"Review", LinkedKind::work},
    {"VideoObject", LinkedKind::work},  {"PodcastEpisode", LinkedKind::work},
    {"CreativeWork", LinkedKind::work}, {"AudioObject", LinkedKind::work},
    {"RadioEpisode", LinkedKind::work}, {"TVEpisode", LinkedKind::work},
    {"WebPage", LinkedKind::page},      {"ItemPage", LinkedKind::page},
    {"MediaGallery", LinkedKind::work}, {"ImageGallery", LinkedKind::work},
};

LinkedKind kind_of(std::string_view type) {
  LinkedKind kind = LinkedKind::other;
  for (const TypeRow& row : kTypes) {
    if (type.ends_with(row.ending)) kind = row.kind;
  }
  return kind;
}

// "@type" may be a list; the nearest kind counts.
LinkedKind kind_of(json::object object) {
  json::element type;
  if (object["@type"].get(type) != simdjson::SUCCESS) return LinkedKind::other;
  if (const auto name = as_string(type)) return kind_of(*name);
  LinkedKind best = LinkedKind::other;
  json::array types;
  if (type.get_array().get(types) != simdjson::SUCCESS) return best;
  for (const json::element each : types) {
    if (const auto name = as_string(each)) best = std::min(best, kind_of(*name));
  }
  return best;
}

bool is_organization(json::object object) {
  const std::string_view type = text_of(object, "@type");
  return type.ends_with("Organization") || type.ends_with("Corporation") || type == "NewsMedia";
}

// Things with dates of their own that are not the page's.
bool is_about_others(std::string_view type) {
  return type == "Comment" || type == "ImageObject" || type == "Review" || type == "Person" ||
         type == "Book" || type == "Movie" || type.ends_with("Organization");
}

// Properties whose things belong to others, or are only parts of the article.
constexpr std::string_view kParts[] = {
    "itemListElement", "hasPart",     "isPartOf",
    "liveBlogUpdate",  "mentions",    "citation",
    "comment",         "relatedLink", "video",
    "associatedMedia", "about",       "review",
    "subjectOf",       "isBasedOn",   "potentialAction",
    "image",           "audio",       "author",
    "creator",         "publisher",   "mainEntityOfPage",
};

bool is_part(std::string_view key) {
  return std::find(std::begin(kParts), std::end(kParts), key) != std::end(kParts);
}

// Walks one script's values with a stack of its own: no input decides how deep we recurse.
class ThingWalk {
 public:
  explicit ThingWalk(LinkedData& data) : data_(data) {}

  void run(json::element root) {
    push(root, false);
    while (!open_.empty()) {
      const Open next = open_.back();
      open_.pop_back();
      visit(next);
    }
    for (auto& [thing, id] : by_id_) {
      const auto found = names_.find(id);
      if (found != names_.end()) data_.things[thing].authors.push_back(found->second);
    }
  }

 private:
  struct Open {
    json::element value = {};
    bool part = false;
  };

  void push(json::element value, bool part) { open_.push_back({value, part}); }

  void visit(const Open& open) {
    json::array array;
    if (open.value.get_array().get(array) == simdjson::SUCCESS) {
      // Last first: the stack turns them round again.
      const std::size_t begin = open_.size();
      for (const json::element each : array) push(each, open.part);
      std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
      return;
    }
    json::object object;
    if (open.value.get_object().get(object) != simdjson::SUCCESS) return;
    const std::size_t begin = open_.size();
    for (const auto& [key, value] : object) {
      if (value.is_object() || value.is_array()) push(value, open.part || is_part(key));
    }
    std::reverse(open_.begin() + static_cast<std::ptrdiff_t>(begin), open_.end());
    read(object, open.part);
  }

  void read(json::object object, bool part) {
    const std::string_view id = text_of(object, "@id"), name = text_of(object, "name");
    const bool organization = is_organization(object);
    if (!id.empty() && !name.empty()) {
      names_.emplace(std::string(id), LinkedAuthor{plain_text(name), organization});
    }
    const std::string_view type = text_of(object, "@type");
    if (!name.empty() &&
        (type == "WebSite" || (organization && data_.site_name.empty() && !part))) {
      data_.site_name = plain_text(name);
    }
    LinkedKind kind = kind_of(object);
    // Whatever else is published (a recipe, a guide) is a work.
    const bool dated = !text_of(object, "datePublished").empty();
    if (kind == LinkedKind::other && dated && !is_about_others(type)) kind = LinkedKind::work;
    if (kind == LinkedKind::other || data_.things.size() >= kMostThings) return;
    read_thing(object, kind, part);
  }

  void read_thing(json::object object, LinkedKind kind, bool part) {
    LinkedThing thing{.kind = kind, .part = part};
    thing.id = text_of(object, "@id");
    thing.uri = uri_of(object);
    thing.headline = plain_text(text_of(object, "headline"));
    thing.name = plain_text(text_of(object, "name"));
    thing.description = plain_text(text_of(object, "description"));
    thing.published = text_of(object, "datePublished");
    thing.created = text_of(object, "dateCreated");
    if (thing.created.empty()) thing.created = text_of(object, "uploadDate");
    thing.modified = text_of(object, "dateModified");
    thing.language = text_of(object, "inLanguage");
    thing.body = text_of(object, "articleBody");
    thing.paywalled = is_paywalled(object);
    json::object publisher;
    if (object["publisher"].get_object().get(publisher) == simdjson::SUCCESS) {
      thing.publisher = plain_text(text_of(publisher, "name"));
    } else {
      thing.publisher = plain_text(text_of(object, "publisher"));
    }
    data_.things.push_back(std::move(thing));
    for (const char* key : {"author", "creator"}) {
      json::element authors;
      if (!data_.things.back().authors.empty()) break;
      if (object[key].get(authors) == simdjson::SUCCESS) read_authors(authors);
    }
  }

  static std::string uri_of(json::object object) {
    std::string_view uri = text_of(object, "url");
    json::object page;
    if (uri.empty() && object["mainEntityOfPage"].get_object().get(page) == simdjson::SUCCESS) {
      uri = text_of(page, "@id");
    }
    if (uri.empty()) uri = text_of(object, "mainEntityOfPage");
    return std::string(uri);
  }

  static bool is_paywalled(json::object object) {
    json::element free;
    if (object["isAccessibleForFree"].get(free) != simdjson::SUCCESS) return false;
    bool value = true;
    if (free.get_bool().get(value) == simdjson::SUCCESS) return !value;
    const std::string_view text = as_string(free).value_or(std::string_view{});
    Cursor c{text};
    return c.take_word("false") || c.take_word("no");
  }

  // A name, an object with a name or only an "@id", or lists of these.
  void read_authors(json::element root) {
    std::vector<json::element> open = {root};
    while (!open.empty() && data_.things.back().authors.size() < kMostAuthors) {
      const json::element value = open.back();
      open.pop_back();
      json::array array;
      if (value.get_array().get(array) == simdjson::SUCCESS) {
        const std::size_t begin = open.size();
        for (const json::element each : array) open.push_back(each);
        std::reverse(open.begin() + static_cast<std::ptrdiff_t>(begin), open.end());
        continue;
      }
      read_author(value, open);
    }
  }

  void read_author(json::element value, std::vector<json::element>& open) {
    std::vector<LinkedAuthor>& authors = data_.things.back().authors;
    if (const auto name = as_string(value)) {
      authors.push_back({plain_text(*name), false});
      return;
    }
    json::object object;
    if (value.get_object().get(object) != simdjson::SUCCESS) return;
    json::element inner;
    if (object["@list"].get(inner) == simdjson::SUCCESS) return open.push_back(inner);
    if (object["name"].get(inner) == simdjson::SUCCESS) {
      if (const auto name = as_string(inner)) {
        authors.push_back({plain_text(*name), is_organization(object)});
      } else {
        open.push_back(inner);
      }
      return;
    }
    const std::string_view id = text_of(object, "@id");
    if (!id.empty()) by_id_.emplace_back(data_.things.size() - 1, std::string(id));
  }

  LinkedData& data_;
  std::vector<Open> open_ = {};
  std::unordered_map<std::string, LinkedAuthor> names_ = {};     // by "@id"
  std::vector<std::pair<std::size_t, std::string>> by_id_ = {};  // authors only referred to
};
}  // namespace

namespace {
// The parts of an address that say which page is meant.
std::string_view bare_uri(std::string_view uri) {
  const std::size_t scheme = uri.find("://");
  if (scheme != uri.npos) uri.remove_prefix(scheme + 3);
  if (uri.starts_with("www.")) uri.remove_prefix(4);
  uri = uri.substr(0, uri.find_first_of("?#"));
  while (uri.ends_with("/")) uri.remove_suffix(1);
  return uri;
}
}  // namespace

const LinkedThing* LinkedData::find_main(LinkedKind kind, std::string_view uri,
                                         std::string_view title) const {
  const LinkedThing* best = nullptr;
  int most = 0;
  const std::string_view here = bare_uri(uri);
  for (const LinkedThing& thing : things) {
    if (thing.kind != kind) continue;
    const bool at = !here.empty() && (bare_uri(thing.uri) == here || bare_uri(thing.id) == here);
    const std::string key = fold_key(thing.headline.empty() ? thing.name : thing.headline);
    const bool called = !title.empty() && !key.empty() &&
                        (title.find(key) != title.npos || key.find(title) != key.npos);
    const int votes = (at ? 4 : 0) + (called ? 2 : 0) + (thing.part ? 0 : 1);
    if (votes <= most) continue;
    best = &thing;
    most = votes;
  }
  return best;
}

void read_json_ld(std::string_view script, LinkedData& data) {
  thread_local json::parser parser;
  json::element root;
  if (parser.allocate(script.size() + 1, kDeepest) != simdjson::SUCCESS) return;
  if (parser.parse(script.data(), script.size()).get(root) == simdjson::SUCCESS) {
    ThingWalk(data).run(root);
    return;
  }
  const std::string repaired = repair_json(script);
  if (parser.parse(repaired.data(), repaired.size()).get(root) == simdjson::SUCCESS) {
    ThingWalk(data).run(root);
  }
}

std::string find_json_string(std::string_view script, std::string_view key) {
  for (std::size_t at = script.find(key); at != script.npos; at = script.find(key, at + 1)) {
    Cursor c{script, at + key.size()};
    if (at == 0) continue;
    const bool escaped = script[at - 1] == '"' && at > 1 && script[at - 2] == '\\';
    if (script[at - 1] != '"') continue;
    if (escaped && !c.take('\\')) continue;
    if (!c.take('"')) continue;
    c.take_blanks();
    if (!c.take(':')) continue;
    c.take_blanks();
    if (escaped && !c.take('\\')) continue;
    if (!c.take('"')) continue;
    constexpr std::size_t kLongest = 300;
    const std::size_t end = c.rest().substr(0, kLongest).find('"');
    if (end == script.npos || end == 0) continue;
    std::string value(c.rest().substr(0, end));
    std::erase(value, '\\');
    return value;
  }
  return {};
}

}  // namespace sayso
