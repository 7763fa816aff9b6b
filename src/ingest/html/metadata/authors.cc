#include <algorithm>

#include "ingest/html/metadata/choose.h"
#include "ingest/html/metadata/names.h"

namespace sayso {
namespace {
constexpr std::size_t kMostNames = 20;

void add_names(std::string_view raw, std::vector<std::string>& names) {
  for (std::string& name : clean_names(raw)) {
    const std::string key = fold_key(name);
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& n) { return fold_key(n) == key; });
    if (!known && names.size() < kMostNames) names.push_back(std::move(name));
  }
}

// Names of people, without the outlet and those who are nobody.
std::vector<std::string> only_people(std::vector<std::string> names, std::string_view outlet) {
  const std::string outlet_key = fold_key(outlet);
  std::erase_if(names, [&](const std::string& name) {
    return is_nameless(name) || fold_key(name) == outlet_key;
  });
  return names;
}
}  // namespace

ChosenNames choose_authors(const PageClues& page, const Dom& /*dom*/, std::string_view outlet) {
  const std::vector<Clue> clues = page.of(MetaField::author);
  ChosenNames fallback;
  for (std::size_t at = 0; at < clues.size();) {
    const SourceIndex source = clues[at].source;
    const bool outside = clues[at].outside;
    std::vector<std::string> names;
    for (; at < clues.size() && clues[at].source == source && clues[at].outside == outside; ++at) {
      add_names(clues[at].value, names);
    }
    if (outside || names.empty()) continue;
    const char* name = meta_sources()[source].name;
    auto people = only_people(names, outlet);
    if (!people.empty()) return {std::move(people), name};
    if (fallback.names.empty()) fallback = {std::move(names), name};
  }
  return fallback;
}

}  // namespace sayso
