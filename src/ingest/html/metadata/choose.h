// The clues of a page -> the answer for each field, with the source it came from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/html/metadata/clues.h"
#include "ingest/html/metadata/date_text.h"
#include "ingest/html/metadata/outlet_name.h"

namespace sayso {

struct ChosenText {
  std::string text = {};
  const char* source = "";
};

struct ChosenNames {
  std::vector<std::string> names = {};
  const char* source = "";
};

struct DateBounds {
  DayOrder order = DayOrder::day_first;
  std::string latest = {};  // ISO 8601 day: nothing is dated after it
  std::string_view uri = {};
};

std::optional<ChosenText> choose_title(const PageClues& page, const OutletName& outlet);
ChosenNames choose_authors(const PageClues& page, const OutletName& outlet);
std::optional<ChosenText> choose_outlet(const PageClues& page, std::string_view uri);
std::optional<ChosenText> choose_published(const PageClues& page, const DateBounds& bounds);
std::optional<ChosenText> choose_modified(const PageClues& page, const DateBounds& bounds);

}  // namespace sayso
