#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "ingest/cursor.h"
#include "ingest/html/metadata/choose.h"

namespace sayso {
namespace {
namespace chrono = std::chrono;
constexpr std::string_view kEarliest = "1995";

struct Dated {
  DateText date = {};
  const char* source = "";
  MetaPlace place = MetaPlace::meta;
  bool outside = false;
};

class DateReader {
 public:
  DateReader(const PageClues& page, MetaField field, const DateBounds& bounds)
      : page_(page), bounds_(bounds) {
    for (const Clue& clue : page.of(field)) {
      add(parse_date_value(clue.value, bounds.order), clue.source, clue.outside);
    }
  }

  void add(std::optional<DateText> date, SourceIndex index, bool outside) {
    if (!date) return;
    const std::string day = date->iso_day();
    if (day < kEarliest || (!bounds_.latest.empty() && day > bounds_.latest)) return;
    const MetaSource& source = meta_sources()[index];
    dates_.push_back({std::move(*date), source.name, source.place, outside});
  }

  // The page's own address goes before all others.
  void add_uri() {
    std::vector<Dated> others = std::move(dates_);
    dates_.clear();
    add(find_date_in_uri(bounds_.uri), find_source(MetaPlace::uri, ""), false);
    dates_.insert(dates_.end(), others.begin(), others.end());
  }

  // What the page's programs know of it, where nothing else says so.
  void add_scripts() {
    for (std::size_t i = 0; i < meta_sources().size(); ++i) {
      const MetaSource& source = meta_sources()[i];
      if (source.place != MetaPlace::script) continue;
      for (const std::string_view script : page_.scripts) {
        const std::string value = find_json_string(script, source.key);
        add(parse_date_value(value, bounds_.order), static_cast<SourceIndex>(i), false);
      }
    }
  }

  std::vector<Dated> take() { return std::move(dates_); }
  bool empty() const { return dates_.empty(); }

 private:
  const PageClues& page_;
  const DateBounds& bounds_;
  std::vector<Dated> dates_ = {};
};

// Minutes since 1970 of the clock as written, whatever its zone.
std::int64_t clock_minutes(const DateText& date) {
  const chrono::sys_days day(chrono::year_month_day{
      chrono::year(date.year), chrono::month(static_cast<unsigned>(date.month)),
      chrono::day(static_cast<unsigned>(date.day))});
  Cursor c{date.time, 1};
  const int hour = c.take_number(2, 2).value_or(0);
  c.take(':');
  const int minute = c.take_number(2, 2).value_or(0);
  constexpr std::int64_t kHour = 60, kDay = 24 * kHour;
  return day.time_since_epoch().count() * kDay + hour * kHour + minute;
}

std::string_view zone_of(const DateText& date) {
  constexpr std::size_t kClock = 9;  // "T10:00:00"
  return date.time.size() > kClock ? std::string_view(date.time).substr(kClock)
                                   : std::string_view{};
}
bool is_utc(const DateText& date) {
  return zone_of(date) == "Z" || zone_of(date) == "+00:00" || zone_of(date) == "-00:00";
}

// Programs write times in UTC; the day the outlet means is that of its own clock. The zone with
// which `local` is the same instant as `utc`, or nothing.
std::optional<std::string> shared_zone(const DateText& utc, const DateText& local) {
  if (local.time.empty() || is_utc(local)) return std::nullopt;
  const std::int64_t ahead = clock_minutes(local) - clock_minutes(utc);
  constexpr std::int64_t kStep = 15, kMost = 840, kLeast = -720;  // zones there are, in minutes
  if (ahead == 0 || ahead % kStep != 0 || ahead > kMost || ahead < kLeast) return std::nullopt;
  std::array<char, 24> zone = {};
  const int size = static_cast<int>(std::abs(ahead));
  std::snprintf(zone.data(), zone.size(), "%c%02d:%02d", ahead < 0 ? '-' : '+', size / 60,
                size % 60);
  const std::string_view given = zone_of(local);
  if (!given.empty() && given != zone.data()) return std::nullopt;
  return zone.data();
}

std::string with_zone(const DateText& local, const std::string& zone) {
  constexpr std::size_t kClock = 9;
  return local.iso_day() + local.time.substr(0, kClock) + zone;
}

bool is_visible(const Dated& date) {
  return !date.outside && (date.place == MetaPlace::text || date.place == MetaPlace::words ||
                           date.place == MetaPlace::element || date.place == MetaPlace::itemprop);
}

// The day a reader is shown, where that is the day before or after `utc` by a zone's difference.
std::optional<std::string> shown_day(const DateText& utc, const std::vector<Dated>& dates) {
  for (const Dated& date : dates) {
    if (!is_visible(date) || !date.date.time.empty()) continue;
    constexpr std::int64_t kHour = 60, kDay = 24 * kHour, kMost = 14 * kHour, kLeast = -12 * kHour;
    const std::int64_t ahead = clock_minutes(date.date) - clock_minutes(utc);  // to its midnight
    const bool next = ahead > 0 && ahead <= kMost;
    const bool before = ahead < -kDay + 1 && ahead + kDay > kLeast;
    if (next || before) return date.date.iso_day();
    return std::nullopt;
  }
  return std::nullopt;
}

// The first date; a later one of the same day adds the time that it lacks, or its zone.
std::optional<ChosenText> best_of(const std::vector<Dated>& dates) {
  if (dates.empty()) return std::nullopt;
  const Dated* best = &dates[0];
  for (const Dated& date : dates) {
    if (!best->date.time.empty()) break;
    if (!date.date.time.empty() && date.date.iso_day() == best->date.iso_day()) best = &date;
  }
  if (is_utc(best->date)) {
    for (const Dated& date : dates) {
      if (date.outside) continue;
      const auto zone = shared_zone(best->date, date.date);
      if (zone) return ChosenText{with_zone(date.date, *zone), dates[0].source};
    }
  }
  // A day alone is kept as its midnight.
  if (is_utc(best->date) && best->date.time.substr(3, 6) == ":00:00") {
    if (auto day = shown_day(best->date, dates)) return ChosenText{*day, dates[0].source};
  }
  return ChosenText{best->date.iso(), dates[0].source};
}
}  // namespace

std::optional<ChosenText> choose_modified(const PageClues& page, const DateBounds& bounds) {
  return best_of(DateReader(page, MetaField::modified, bounds).take());
}

std::optional<ChosenText> choose_published(const PageClues& page, const DateBounds& bounds) {
  DateReader reader(page, MetaField::published, bounds);
  reader.add_uri();
  if (reader.empty()) reader.add_scripts();
  if (auto best = best_of(reader.take())) return best;
  // Better the day of the last change than none.
  return choose_modified(page, bounds);
}

}  // namespace sayso
