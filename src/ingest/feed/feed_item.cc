#include "ingest/feed/feed_item.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/html/metadata/plain_text.h"
#include "ingest/html/page.h"
#include "ingest/text/finish_report.h"

namespace sayso {
namespace {
std::optional<std::string> some(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// "ann@herald.example (Ann Example)" -> "Ann Example"; an address alone names nobody.
std::string author_name(std::string_view given) {
  const std::size_t open = given.find('(');
  const bool mail = given.substr(0, open).find('@') != std::string_view::npos;
  if (!mail) return plain_text(given);
  if (open == std::string_view::npos) return {};
  const std::string_view inside = given.substr(open + 1);
  return plain_text(inside.substr(0, inside.find(')')));
}

std::vector<std::string> names(const std::vector<std::string>& authors) {
  std::vector<std::string> out;
  for (const std::string& author : authors) {
    std::string name = author_name(author);
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) {
      out.push_back(std::move(name));
    }
  }
  return out;
}

Report known_of(FeedItem& item, const FeedHead& head) {
  Report known{.id = std::move(item.id)};
  known.uri = some(std::move(item.uri));
  known.outlet = some(plain_text(head.title));
  known.title = some(plain_text(item.title));
  known.bylines = names(item.authors.empty() ? head.authors : item.authors);
  known.published = some(item.published.empty() ? item.updated : item.published);
  known.modified = some(item.updated);
  known.language = some(item.language.empty() ? head.language : item.language);
  known.source = {.media_type = head.media_type, .sha256 = std::move(item.sha256)};
  return known;
}

Result<Report> read_text_of(FeedItem item, const FeedHead& head, const IngestOptions& options) {
  if (item.too_large) return Error{ErrorKind::too_large, over_limit(options)};
  Report known = known_of(item, head);
  const bool whole = !item.content.text.empty();
  FeedText& text = whole ? item.content : item.summary;
  if (text.text.empty()) {
    known.warnings.emplace_back("the feed carries no text of this report");
  } else if (!whole) {
    known.warnings.emplace_back("the feed carries a summary, perhaps not the whole report");
  }
  if (text.markup == FeedMarkup::html && !text.text.empty()) {
    known.media_type = "text/html";
    return report_from_fragment(text.text, std::move(known), options);
  }
  return finish_report(std::move(text.text), std::move(known), options);
}
}  // namespace

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
