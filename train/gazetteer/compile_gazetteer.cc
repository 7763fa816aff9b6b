// Rows of make_rows.py on standard input -> the bytes of models/gazetteer.bin on standard output.

#include <charconv>
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "normalise/place/gazetteer_builder.h"

namespace {
std::string_view take(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return part;
}

template <typename T>
T number(std::string_view text) {
  T value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void take_names(std::string_view& line, sayso::NameUse use, sayso::GazetteerRow& row) {
  std::string_view names = take(line, '\t');
  while (!names.empty()) row.other_names.push_back({std::string(take(names, '|')), use});
}

sayso::GazetteerRow parse_row(std::string_view line) {
  sayso::GazetteerRow row;
  row.place_class = static_cast<sayso::PlaceClass>(number<int>(take(line, '\t')));
  row.name = take(line, '\t');
  const std::string_view lat = take(line, '\t');
  const std::string_view lon = take(line, '\t');
  if (!lat.empty()) row.lat = number<double>(lat);
  if (!lon.empty()) row.lon = number<double>(lon);
  row.country = take(line, '\t');
  const std::string_view parent = take(line, '\t');
  if (!parent.empty()) row.parent = number<sayso::EntryIndex>(parent);
  row.population = number<std::uint32_t>(take(line, '\t'));
  row.geonames_id = number<std::uint32_t>(take(line, '\t'));
  take_names(line, sayso::NameUse::alternate, row);
  take_names(line, sayso::NameUse::short_form, row);
  take_names(line, sayso::NameUse::abbreviation, row);
  take_names(line, sayso::NameUse::demonym, row);
  return row;
}
}  // namespace

int main() {
  std::vector<sayso::GazetteerRow> rows;
  for (std::string line; std::getline(std::cin, line);) rows.push_back(parse_row(line));
  const std::string bytes = sayso::build_gazetteer(rows);
  std::fwrite(bytes.data(), 1, bytes.size(), stdout);
  std::fprintf(stderr, "%zu rows, %zu bytes\n", rows.size(), bytes.size());
  return 0;
}
