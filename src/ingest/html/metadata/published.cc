#include "ingest/html/metadata/choose.h"

namespace sayso {
namespace {
constexpr std::string_view kEarliest = "1995";

struct Dated {
  std::string iso = {};
  const char* source = "";
};

// Every plausible date of the clues, in their order.
std::vector<Dated> read_dates(const PageClues& page, MetaField field, const DateBounds& bounds) {
  std::vector<Dated> dates;
  const auto add = [&](const std::optional<DateText>& date, const char* source) {
    if (!date) return;
    const std::string day = date->iso_day();
    if (day < kEarliest || (!bounds.latest.empty() && day > bounds.latest)) return;
    dates.push_back({date->iso(), source});
  };
  bool uri_done = field != MetaField::published;
  const SourceIndex uri_source = find_source(MetaPlace::uri, "");
  for (const Clue& clue : page.of(field)) {
    if (!uri_done && clue.source > uri_source) {
      add(find_date_in_uri(bounds.uri), meta_sources()[uri_source].name);
      uri_done = true;
    }
    add(parse_date_value(clue.value, bounds.order), meta_sources()[clue.source].name);
  }
  if (!uri_done) add(find_date_in_uri(bounds.uri), meta_sources()[uri_source].name);
  return dates;
}

// The first date; a later one of the same day adds the time that it lacks.
std::optional<ChosenText> best_of(const std::vector<Dated>& dates) {
  if (dates.empty()) return std::nullopt;
  ChosenText best{dates[0].iso, dates[0].source};
  constexpr std::size_t kDay = 10;
  for (const Dated& date : dates) {
    if (best.text.size() > kDay) break;
    if (date.iso.size() > kDay && date.iso.starts_with(best.text)) best.text = date.iso;
  }
  return best;
}
}  // namespace

std::optional<ChosenText> choose_published(const PageClues& page, const DateBounds& bounds) {
  return best_of(read_dates(page, MetaField::published, bounds));
}

std::optional<ChosenText> choose_modified(const PageClues& page, const DateBounds& bounds) {
  return best_of(read_dates(page, MetaField::modified, bounds));
}

}  // namespace sayso
