#include "ingest/text/date_line.h"

#include <algorithm>
#include <cstdint>

#include "ingest/cursor.h"
#include "ingest/text/signatures.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kLongestLine = 240;    // bytes
constexpr std::size_t kLongestPrefix = 160;  // bytes

enum class LabelKind : std::uint8_t { none, published, updated };

struct Label {
  std::string_view words;  // lower case
  LabelKind kind;
};

// Longer ones before those they begin with.
constexpr Label kLabels[] = {
    {"first published", LabelKind::published},
    {"first posted", LabelKind::published},
    {"originally published", LabelKind::published},
    {"date published", LabelKind::published},
    {"publication date", LabelKind::published},
    {"published time", LabelKind::published},
    {"publish date", LabelKind::published},
    {"published", LabelKind::published},
    {"posted", LabelKind::published},
    {"date", LabelKind::published},
    {"created", LabelKind::published},
    {"last updated", LabelKind::updated},
    {"last modified", LabelKind::updated},
    {"last update", LabelKind::updated},
    {"update", LabelKind::updated},
    {"updated", LabelKind::updated},
    {"modified", LabelKind::updated},
};

LabelKind take_label(Cursor& c) {
  for (const Label& label : kLabels) {
    if (!c.take_word(label.words)) continue;
    c.take_blanks();
    if (!c.take(':') && !c.take_word("on") && !c.take_word("at")) c.take_word("in");
    return label.kind;
  }
  return LabelKind::none;
}

bool take_separators(Cursor& c) {
  constexpr std::string_view kSeparators[] = {
      "|", ",", ";", "/", "\xE2\x80\xA2", "\xC2\xB7", "-", "\xE2\x80\x93", "\xE2\x80\x94"};
  const std::size_t begin = c.at;
  for (bool again = true; again;) {
    again = c.take_blanks();
    for (const std::string_view separator : kSeparators) {
      if (!c.rest().starts_with(separator)) continue;
      c.at += separator.size();
      again = true;
    }
  }
  return c.at > begin;
}

// "2 hours ago"
bool take_ago(Cursor& c) {
  Cursor ahead = c;
  if (!ahead.take_number(1, 3) || !ahead.take_blanks()) return false;
  for (const std::string_view unit : {"seconds", "minutes", "minute", "hours", "hour", "days",
                                      "day", "weeks", "week", "months", "month", "years", "year"}) {
    if (!ahead.take_word(unit)) continue;
    if (!ahead.take_blanks() || !ahead.take_word("ago")) return false;
    c = ahead;
    return true;
  }
  return false;
}

// Capitalised words, up to five, that end the line or stand before a dash.
std::size_t match_outlet_name(std::string_view text) {
  constexpr int kMostWords = 5;
  const OutletMatch known = match_outlet(text);
  if (known.size > 0) return known.size;
  Cursor c{text};
  std::size_t end = 0;
  for (int word = 0; word < kMostWords; ++word) {
    if (word > 0 && (c.rest().starts_with("of ") || c.rest().starts_with("and "))) {
      c.at = c.text.find(' ', c.at) + 1;
    }
    const std::size_t size = match_capitalised(c.rest());
    if (size == 0) break;
    c.at += size;
    end = c.at;
    if (!c.take(' ')) break;
  }
  return end;
}

// Takes the parts of a date line one by one, as long as they are parts of one.
class DateLineParser {
 public:
  explicit DateLineParser(std::string_view line) : c_{line} {}

  std::optional<PublishedMatch> parse() {
    constexpr int kMostParts = 24;
    for (int part = 0; part < kMostParts && !c_.at_end(); ++part) {
      if (!take_separators(c_) && !take_part()) return std::nullopt;
    }
    const bool dated = found_.published || found_.updated;
    if (!c_.at_end() || !(dated ? complete_ : labelled_time_)) return std::nullopt;
    found_.size = c_.text.size();
    return found_;
  }

 private:
  bool take_part() {
    if (const LabelKind kind = take_label(c_); kind != LabelKind::none) {
      label_ = kind;
      return true;
    }
    if (const auto date = match_date(c_.rest())) return take_date(*date);
    if (const std::size_t size = match_time(c_.rest())) return skip(size, true);
    if (const std::size_t size = match_weekday(c_.rest())) return skip(size, false);
    if (take_ago(c_)) return labelled_time_ = label_ != LabelKind::none;
    return c_.take_word("at") || c_.take_word("on") || take_outlet();
  }

  bool skip(std::size_t size, bool is_time) {
    labelled_time_ = labelled_time_ || (is_time && label_ != LabelKind::none);
    c_.at += size;
    return true;
  }

  // A day without its year says when only where a label says that it is meant.
  bool take_date(const DateMatch& match) {
    c_.at += match.size;
    complete_ = complete_ || match.date.year || match.date.month == 0 || label_ != LabelKind::none;
    // After one date, "updated" may follow: a later date without a label is part of no date line.
    auto& slot = label_ == LabelKind::updated ? found_.updated : found_.published;
    if (slot && label_ == LabelKind::none) return false;
    if (!slot) slot = match.date;
    return true;
  }

  // Known outlets anywhere; others only at the end of a line with a label, or in brackets.
  bool take_outlet() {
    const bool bracketed = c_.peek() == '(';
    const std::size_t begin = c_.at + (bracketed ? 1 : 0);
    const std::string_view rest = c_.text.substr(begin);
    const std::size_t size = match_outlet_name(rest);
    if (size == 0 || !found_.outlet.empty()) return false;
    const std::string_view name = rest.substr(0, size);
    const bool ends = begin + size + (bracketed ? 1 : 0) == c_.text.size();
    if (bracketed && (!rest.substr(size).starts_with(')') || !ends)) return false;
    const bool known = find_outlet(name) != nullptr;
    const bool dated = found_.published || found_.updated;
    if (!known && !(ends && dated && (label_ != LabelKind::none || looks_like_outlet(name)))) {
      return false;
    }
    found_.outlet = name;
    c_.at = begin + size + (bracketed ? 1 : 0);
    return true;
  }

  Cursor c_;
  PublishedMatch found_ = {};
  LabelKind label_ = LabelKind::none;
  bool complete_ = false;
  bool labelled_time_ = false;
};
}  // namespace

std::optional<PublishedMatch> match_date_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.size() > kLongestLine) return std::nullopt;
  return DateLineParser(line).parse();
}

std::optional<std::size_t> find_date_line_at_end(std::string_view line) {
  constexpr std::size_t kLongestTitleLine = 500;  // bytes
  if (line.size() > kLongestTitleLine) return std::nullopt;
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    for (const std::string_view label : {"Posted", "Published", "Updated", "Last Updated"}) {
      if (!line.substr(0, at).ends_with(label) || at == label.size()) continue;
      const std::size_t begin = at - label.size();
      if (ascii::is_blank(line[begin - 1]) && match_date_line(line.substr(begin))) return begin;
    }
  }
  return std::nullopt;
}

std::optional<PublishedMatch> match_scraped_prefix(std::string_view text) {
  Cursor c{prefix(text, kLongestPrefix)};
  const bool labelled = take_label(c) != LabelKind::none;
  c.take_blanks();
  const auto date = match_date(c.rest());
  if (!date || !date->date.year || date->date.short_year) return std::nullopt;
  c.at += date->size;
  take_separators(c);
  c.at += match_time(c.rest());
  take_separators(c);
  const std::size_t size = match_outlet_name(c.rest());
  const std::string_view outlet = c.rest().substr(0, size);
  // Without a label, "May 3, 2020 Korva - " could be a place.
  if (size == 0 || (!labelled && !looks_like_outlet(outlet))) return std::nullopt;
  c.at += size;
  c.take_blanks();
  std::size_t end = match_dash(c.rest());
  if (end == 0 && (c.peek() == ':' || c.peek() == '|')) end = 1;
  if (end == 0) return std::nullopt;
  return PublishedMatch{c.at + end, date->date, {}, outlet};
}

}  // namespace sayso
