#include "ingest/html/metadata/metadata.h"

#include <array>
#include <chrono>
#include <cstdio>

#include "ingest/html/metadata/choose.h"
#include "ingest/html/metadata/clues.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/language.h"

namespace sayso {
namespace {
namespace chrono = std::chrono;

// A day after the page was fetched, or after today: somewhere it is tomorrow already.
std::string latest_day(const std::optional<std::string>& fetched) {
  auto last = chrono::floor<chrono::days>(chrono::system_clock::now());
  if (const auto date = fetched ? parse_date_value(*fetched, DayOrder::day_first) : std::nullopt) {
    last = chrono::sys_days(chrono::year_month_day{
        chrono::year(date->year), chrono::month(static_cast<unsigned>(date->month)),
        chrono::day(static_cast<unsigned>(date->day))});
  }
  const chrono::year_month_day day(last + chrono::days(1));
  std::array<char, 48> text = {};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::optional<std::string> first_text(const PageClues& page, MetaField field) {
  for (const Clue& clue : page.of(field)) {
    std::string text = plain_text(clue.value);
    if (!text.empty()) return text;
  }
  return std::nullopt;
}

// The canonical address, made absolute with the address the page was fetched from.
std::optional<std::string> find_uri(const PageClues& page,
                                    const std::optional<std::string>& known) {
  for (const Clue& clue : page.of(MetaField::uri)) {
    std::string uri = plain_text(clue.value);
    if (uri.starts_with("http://") || uri.starts_with("https://")) return uri;
    if (uri.starts_with("//")) return "https:" + uri;
    const std::size_t scheme = known ? known->find("://") : std::string::npos;
    if (uri.starts_with("/") && scheme != std::string::npos) {
      return known->substr(0, known->find('/', scheme + 3)) + uri;
    }
  }
  return std::nullopt;
}

std::optional<std::string> find_language(const PageClues& page) {
  const auto tag = [](std::string_view given) -> std::optional<std::string> {
    const std::string language = language_tag(given);
    constexpr std::size_t kLongest = 12;
    if (language.size() < 2 || language.size() > kLongest) return std::nullopt;
    return language;
  };
  if (auto language = tag(page.language)) return language;
  for (const Clue& clue : page.of(MetaField::language)) {
    if (auto language = tag(clue.value)) return language;
  }
  return std::nullopt;
}

// Americans write the month first; so do pages in English that do not say whose.
DayOrder day_order(const std::optional<std::string>& language) {
  const bool english = language && language->starts_with("en");
  const bool american = english && (language->size() == 2 || language->ends_with("US") ||
                                    language->ends_with("CA") || language->ends_with("PH"));
  return american ? DayOrder::month_first : DayOrder::day_first;
}

std::optional<std::string> find_body(const PageClues& page, std::string_view uri) {
  const LinkedThing* article = page.linked.find_main(LinkedKind::article, uri, page.title_key());
  if (article == nullptr || article->body.empty()) return std::nullopt;
  return article->body;
}
}  // namespace

PageMetadata find_metadata(const Dom& dom, const PageContext& context) {
  PageClues page = collect_clues(dom);
  PageMetadata found;
  found.canonical_uri = find_uri(page, context.uri);
  const std::string uri = context.uri ? *context.uri : found.canonical_uri.value_or("");
  page.add_linked(found.canonical_uri.value_or(uri));
  found.language = find_language(page);
  found.description = first_text(page, MetaField::description);
  found.body = find_body(page, found.canonical_uri.value_or(uri));
  found.paywalled = page.paywalled;
  if (auto outlet = choose_outlet(page, uri)) {
    found.outlet = std::move(outlet->text);
    found.origins.outlet = outlet->source;
  }
  const OutletName outlet(found.outlet.value_or(""), uri);
  if (auto title = choose_title(page, outlet)) {
    found.title = std::move(title->text);
    found.origins.title = title->source;
  }
  ChosenNames authors = choose_authors(page, outlet);
  found.authors = std::move(authors.names);
  found.origins.authors = authors.source;
  const DateBounds bounds{day_order(found.language), latest_day(context.fetched), uri};
  auto published = choose_published(page, bounds);
  if (!published) {
    page.add_last_resorts(dom);
    published = choose_published(page, bounds);
  }
  if (auto& date = published) {
    found.published = std::move(date->text);
    found.origins.published = date->source;
  }
  if (auto date = choose_modified(page, bounds)) {
    found.modified = std::move(date->text);
    found.origins.modified = date->source;
  }
  return found;
}

}  // namespace sayso
