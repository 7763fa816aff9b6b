#include "normalise/place/place_cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/lexicon.h"
#include "core/resource.h"

namespace sayso {
namespace {
struct Role {
  std::string_view name;
  PlaceCue cue;
};

constexpr auto kRoles = std::to_array<Role>({
    {"inside", PlaceCue::inside},
    {"motion", PlaceCue::motion},
    {"of", PlaceCue::of},
    {"division", PlaceCue::division},
    {"settlement", PlaceCue::settlement},
    {"feature", PlaceCue::feature},
    {"prefix_feature", PlaceCue::prefix_feature},
    {"small_feature", PlaceCue::small_feature},
    {"direction", PlaceCue::direction},
    {"institution", PlaceCue::institution},
    {"company", PlaceCue::company},
    {"title", PlaceCue::title},
    {"says", PlaceCue::says},
    {"name_suffix", PlaceCue::name_suffix},
    {"weak", PlaceCue::weak},
    {"also_name", PlaceCue::also_name},
});

std::optional<PlaceCue> parse_role(std::string_view name) {
  for (const Role& role : kRoles) {
    if (role.name == name) return role.cue;
  }
  return std::nullopt;
}
}  // namespace

void PlaceCues::add(std::string_view word, PlaceCueSet cues) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const WordKey key = word_key(word);
  std::size_t i = key & mask();
  while (slots_[i].cues != 0 && slots_[i].check != check(key)) i = (i + 1) & mask();
  if (slots_[i].cues == 0) words_.push_back(key);
  slots_[i] = {check(key), slots_[i].cues | cues.bits()};
}

void PlaceCues::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t old_mask = old.size() - 1;
  for (const WordKey key : words_) {
    std::size_t from = key & old_mask;
    while (old[from].check != check(key)) from = (from + 1) & old_mask;
    std::size_t to = key & mask();
    while (slots_[to].cues != 0) to = (to + 1) & mask();
    slots_[to] = old[from];
  }
}

Result<PlaceCues> PlaceCues::load() {
  return read(resource("lexicons/places_cues.tsv"), resource("lexicons/first_names.tsv"));
}

Result<PlaceCues> PlaceCues::read(std::string_view cues, std::string_view first_names) {
  PlaceCues result;
  for (const auto& row : lexicon_rows(cues)) {
    PlaceCueSet set;
    std::string_view roles = row.size() > 1 ? row[1] : std::string_view();
    while (!roles.empty()) {
      const std::string_view name = roles.substr(0, roles.find(' '));
      roles.remove_prefix(std::min(roles.size(), name.size() + 1));
      const auto cue = parse_role(name);
      if (!cue) {
        return Error{ErrorKind::malformed,
                     "cannot read lexicons/places_cues.tsv: no such role: " + std::string(name)};
      }
      set.add(*cue);
    }
    result.add(row[0], set);
  }
  PlaceCueSet first_name;
  first_name.add(PlaceCue::first_name);
  for (const auto& row : lexicon_rows(first_names)) result.add(row[0], first_name);
  return result;
}

}  // namespace sayso
