#include "ingest/feed/feed_item.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/html/page.h"
#include "ingest/text/finish_report.h"

namespace sayso {
namespace {
std::optional<std::string> some(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// "Ann <ann@herald.example>" -> "Ann ": what is in angle brackets would be a tag.
std::string without_brackets(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('<'), text.size());
    const std::size_t close = text.find('>', open);
    out += text.substr(0, open);
    if (close == std::string_view::npos) break;
    text.remove_prefix(close + 1);
  }
  return out;
}

bool holds_address(std::string_view text) { return text.find('@') != std::string_view::npos; }

// Beside a mail address, the name stands in front of the parentheses or inside of them.
std::string without_mail(std::string_view given) {
  if (!holds_address(given)) return std::string(given);
  const std::string text = without_brackets(given);
  const std::size_t open = std::min(text.find('('), text.size());
  if (!holds_address(std::string_view(text).substr(0, open))) return text.substr(0, open);
  const std::string inside = text.substr(std::min(open + 1, text.size()));
  return inside.substr(0, inside.find(')'));
}

// RFC 822 fixes what these mean; nothing else does. "UT" is its other word for GMT.
struct Zone {
  std::string_view name, offset;
};
constexpr Zone kZones[] = {{" EST", " -0500"}, {" EDT", " -0400"}, {" CST", " -0600"},
                           {" CDT", " -0500"}, {" MST", " -0700"}, {" MDT", " -0600"},
                           {" PST", " -0800"}, {" PDT", " -0700"}, {" UT", " +0000"}};

std::string with_offset(std::string date) {
  for (const Zone& zone : kZones) {
    if (!date.ends_with(zone.name)) continue;
    date.replace(date.size() - zone.name.size(), std::string::npos, zone.offset);
    break;
  }
  return date;
}

bool has_scheme(std::string_view uri) {
  const std::size_t at = uri.find_first_of(":/?#");
  return at != std::string_view::npos && uri[at] == ':';
}

// "/raid" in a feed of "https://herald.example/rss" -> "https://herald.example/raid".
std::string absolute(const std::string& uri, std::string_view base) {
  const std::size_t scheme = base.find("://");
  if (uri.empty() || has_scheme(uri) || scheme == std::string_view::npos) return uri;
  if (uri.starts_with("//")) return std::string(base.substr(0, scheme + 1)) + uri;
  base = base.substr(0, base.find_first_of("?#"));
  const std::size_t path = std::min(base.find('/', scheme + 3), base.size());
  if (uri.starts_with('/')) return std::string(base.substr(0, path)) + uri;
  const std::size_t folder = base.rfind('/');
  if (folder < path || path == base.size()) return std::string(base) + "/" + uri;
  return std::string(base.substr(0, folder + 1)) + uri;
}

Report known_of(FeedItem& item, const FeedHead& head) {
  Report known{.id = std::move(item.id)};
  known.uri = some(absolute(item.uri, head.uri));
  known.outlet = some(plain_text(head.title));
  known.title = some(plain_text(item.title));
  known.bylines = item.authors.empty() ? head.authors : item.authors;
  known.published = some(with_offset(item.published.empty() ? item.updated : item.published));
  known.modified = some(with_offset(item.updated));
  known.language = some(item.language.empty() ? head.language : item.language);
  known.source = {.media_type = head.media_type, .sha256 = std::move(item.sha256)};
  return known;
}

Result<Report> read_text(FeedText text, Report known, const IngestOptions& options) {
  if (text.markup == FeedMarkup::none) {
    return finish_report(std::move(text.text), std::move(known), options);
  }
  known.media_type = "text/html";
  return report_from_fragment(text.text, std::move(known), options);
}

bool has_text(const Report& report) {
  return report.text.find_first_not_of(" \t\r\n") != std::string::npos;
}

// The content, or the summary where that holds no words (a picture alone).
Result<Report> read_text_of(FeedItem item, const FeedHead& head, const IngestOptions& options) {
  if (item.too_large) return Error{ErrorKind::too_large, over_limit(options)};
  Report known = known_of(item, head);
  if (!item.content.text.empty()) {
    auto report = read_text(std::move(item.content), known, options);
    if (!report || has_text(*report)) return report;
  }
  if (!item.summary.text.empty()) {
    Report summary = known;
    summary.warnings.emplace_back("the feed carries a summary, perhaps not the whole report");
    auto report = read_text(std::move(item.summary), std::move(summary), options);
    if (!report || has_text(*report)) return report;
  }
  known.warnings.emplace_back("the feed carries no text of this report");
  return finish_report({}, std::move(known), options);
}
// "The Desk" is its whole name.
std::vector<std::string> names_in(const std::string& given) {
  std::string whole = plain_text(given);
  if (whole.starts_with("The ")) return {std::move(whole)};
  auto names = clean_names(given);
  // "ann example": unusual, but said to be the author.
  const bool words = whole.find_first_of("@/:0123456789") == std::string::npos;
  if (names.empty() && words && !whole.empty()) return {std::move(whole)};
  return names;
}
}  // namespace

void add_authors(std::string_view given, std::vector<std::string>& names) {
  constexpr std::size_t kMost = 40, kLongest = 2000;
  if (names.size() >= kMost || given.size() > kLongest) return;
  for (std::string& name : names_in(without_mail(given))) {
    if (names.size() >= kMost) return;
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(std::move(name));
    }
  }
}

ReportOrRefusal report_from_item(FeedItem item, const FeedHead& head, const FeedPlace& place,
                                 const IngestOptions& options) {
  const std::string number = std::to_string(place.number);
  if (item.id.empty()) item.id = place.name + ":" + number;
  std::string id = item.id;
  auto report = read_text_of(std::move(item), head, options);
  if (report) return std::move(*report);
  return Refusal{std::move(id),
                 {report.error().kind,
                  "cannot read " + place.path + " item " + number + ": " + report.error().message}};
}

}  // namespace sayso
