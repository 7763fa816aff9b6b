#include <algorithm>

#include "ingest/html/metadata/choose.h"
#include "ingest/html/metadata/names.h"
#include "ingest/html/metadata/page_words.h"
#include "ingest/html/metadata/plain_text.h"
#include "ingest/text/words.h"

namespace sayso {
namespace {
constexpr std::size_t kMostNames = 20;
constexpr std::size_t kLongestList = 2000;  // bytes

void add_names(std::string_view raw, std::vector<std::string>& names) {
  for (std::string& name : clean_names(raw)) {
    const std::string key = fold_key(name);
    const bool known = std::any_of(names.begin(), names.end(),
                                   [&](const std::string& n) { return fold_key(n) == key; });
    if (!known && names.size() < kMostNames) names.push_back(std::move(name));
  }
}

// Names of people, without the outlet and those who are nobody.
std::vector<std::string> only_people(std::vector<std::string> names, const OutletName& outlet) {
  // "The Dunmore Herald, Dunmore": what follows the outlet is no person.
  if (!names.empty() && outlet.is(fold_key(names[0]))) return {};
  std::erase_if(names, [&](const std::string& name) {
    return is_nameless(name) || outlet.is(fold_key(name));
  });
  return names;
}

// Elements whose class says "author" hold much else; only what looks like a person counts there.
bool is_doubtful(const MetaSource& source) {
  return source.place == MetaPlace::words || source.place == MetaPlace::text;
}

// A login ("annexample") or a first name; another source may say more.
bool is_short(std::string_view name) { return name.find(' ') == name.npos; }
bool is_login(std::string_view name) {
  return is_short(name) && std::none_of(name.begin(), name.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
         });
}

std::vector<std::string> find_full_name(const std::vector<ChosenNames>& found) {
  const std::string& short_name = found[0].names[0];
  const std::string key = fold_key(short_name);
  for (const ChosenNames& other : found) {
    if (other.names.size() != 1 || !is_person(other.names[0])) continue;
    const std::string full = fold_key(other.names[0]);
    if (full.starts_with(key) || is_login(short_name)) return other.names;
  }
  return found[0].names;
}

// Names that doubtful places may hold where nothing better is known.
bool may_be_alone(std::string_view name) {
  return is_short(name) && starts_upper(name) && !is_nameless(name) && !find_page_word(name).any();
}
}  // namespace

ChosenNames choose_authors(const PageClues& page, const OutletName& outlet) {
  const std::vector<Clue> clues = page.of(MetaField::author);
  std::vector<ChosenNames> found;
  ChosenNames fallback;
  for (std::size_t at = 0; at < clues.size();) {
    const MetaSource& source = meta_sources()[clues[at].source];
    const std::size_t first = at;
    std::vector<std::string> names;
    for (; at < clues.size() && clues[at].source == clues[first].source &&
           clues[at].outside == clues[first].outside;
         ++at) {
      if (outlet.is(fold_key(clues[at].value))) {
        names.push_back(plain_text(clues[at].value));  // whole: it may hold an "and"
      } else {
        add_names(prefix(clues[at].value, kLongestList), names);
      }
    }
    if (clues[first].outside || names.empty()) continue;
    auto people = only_people(names, outlet);
    if (is_doubtful(source)) {
      if (fallback.names.empty() && may_be_alone(names[0])) fallback = {{names[0]}, source.name};
      std::erase_if(people, [](const auto& n) { return !is_person(n); });
    } else if (fallback.names.empty()) {
      const bool outlet_first = outlet.is(fold_key(names[0]));
      if (outlet_first) names.resize(1);
      fallback = {std::move(names), source.name};
    }
    if (!people.empty()) found.push_back({std::move(people), source.name});
  }
  if (found.empty()) return fallback;
  if (found[0].names.size() == 1 && is_short(found[0].names[0])) {
    found[0].names = find_full_name(found);
  }
  return found[0];
}

}  // namespace sayso
