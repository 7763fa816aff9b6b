// The places a report names -> each once, with all the spans that name it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/page/basemap.h"
#include "core/reading.h"

namespace sayso {

struct PagePlace {
  std::string name = {};
  std::string division = {};           // first-level; empty where unknown or the place itself
  std::string country = {};            // in words; its code where we have none
  std::optional<GeoPoint> point = {};  // none: no entry of the gazetteer fits
  bool is_area = false;     // a country or something larger: its point is only its middle
  bool event_told = false;  // some event of the reading is told as having happened there
  std::vector<Span> spans = {};
};

// The literal ones (a police force has no point), the most often named first.
std::vector<PagePlace> find_page_places(const Reading& reading);

// "Durrës County, Albania": where a place lies, empty when nothing is known.
std::string where_in_words(const PagePlace& place);

}  // namespace sayso
